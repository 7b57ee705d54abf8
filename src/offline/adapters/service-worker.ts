import { createOfflineStore } from './cache-store.ts';
import { createAnswers } from './worker-answers.ts';
import type { WorkerScope } from './worker-scope.ts';

// The service worker. It belongs to no release: it knows how editions are kept and not what is in them, so that a new
// one can take over at once, and it is registered only where a learner keeps something.

const worker = self as unknown as WorkerScope;
const { scope } = worker.registration;
const store = createOfflineStore(scope, { caches: worker.caches, locks: worker.navigator.locks });
const answers = createAnswers({ scope, store, fetch: (request) => worker.fetch(request) });

async function tidy(): Promise<void> {
  const open = await worker.clients.matchAll({ includeUncontrolled: true, type: 'all' });
  await store.tidy(answers.withOpening(open.map(({ id }) => id)));
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
// Pages that are open already can do without the network, too.
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => {
  if (event.data === 'tidy') event.waitUntil(tidy());
});
worker.addEventListener('fetch', (event) => {
  if (!answers.concerns(event.request)) return;
  const answer = answers.answer(event);
  event.respondWith(answer);
  // Every page that is opened is a chance to let go of an edition that no page uses any more.
  if (event.request.mode === 'navigate')
    event.waitUntil(
      answer.then(
        () => tidyAfterUpdate(),
        () => undefined,
      ),
    );
});

async function tidyAfterUpdate(): Promise<void> {
  if ((await store.state()).retained.length > 0) await tidy();
}
