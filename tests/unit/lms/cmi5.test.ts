import { solveExercise, type Exercise, type Response } from '#exercise';
import { attemptKey, formatAttempt } from '#learner';
import { createCmi5, openTracker, type LaunchParameters, type LrsRequest, type Tracker } from '#lms';
import { describe, expect, test } from 'vitest';
import { answered, galleryExercises, galleryModule } from './modules.ts';
import { TestClock } from './platform.ts';

const actor = { account: { homePage: 'https://lms.example', name: 'Айгерім' } };
const parameters: LaunchParameters = {
  endpoint: 'https://lrs.example/xapi',
  fetch: 'https://lms.example/token?x=1',
  actor: JSON.stringify(actor),
  registration: '8a7b6c5d-4e3f-4a2b-9c1d-0e1f2a3b4c5d',
  activityId: 'https://lms.example/au/7',
};
const template = {
  contextActivities: {
    grouping: [{ id: 'https://lms.example/course' }],
    category: [{ id: 'https://lms.example/kind' }],
  },
  extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'S1' },
};

interface Said {
  readonly verb: { readonly id: string };
  readonly object: { readonly id: string; readonly definition?: Record<string, unknown> };
  readonly result?: Record<string, unknown>;
  readonly context: Record<string, unknown> & { contextActivities: { category?: { id: string }[] } };
}

interface Store {
  readonly asked: LrsRequest[];
  readonly said: Said[];
  state: string | null;
  launch: Record<string, unknown>;
  /** Answers with this in place of what it should. */
  broken: ((request: LrsRequest) => { status: number; text: string } | null) | null;
}

const newStore = (launch: Record<string, unknown> = {}): Store => ({
  asked: [],
  said: [],
  state: null,
  launch: { contextTemplate: template, launchMode: 'Normal', returnURL: 'https://lms.example/back', ...launch },
  broken: null,
});

async function open(store: Store): Promise<{ tracker: Tracker; clock: TestClock }> {
  const clock = new TestClock();
  let ids = 0;
  const world = {
    now: () => clock.now(),
    nextId: () => `id-${(ids += 1)}`,
    iri: 'https://bilig.example/course/module',
    ask: async (request: LrsRequest) => {
      store.asked.push(request);
      const broken = store.broken?.(request);
      if (broken) return broken;
      const { method, url, body = '' } = request;
      if (url === parameters.fetch) return { status: 200, text: '{"auth-token":"dG9rZW4="}' };
      if (url.includes('LMS.LaunchData')) return { status: 200, text: JSON.stringify(store.launch) };
      if (url.includes('agents/profile')) return { status: 404, text: '' };
      if (url.includes('stateId=bilig') && method === 'GET')
        return store.state === null ? { status: 404, text: '' } : { status: 200, text: store.state };
      if (method === 'PUT') {
        store.state = body;
        return { status: 204, text: '' };
      }
      store.said.push(...(JSON.parse(body) as Said[]));
      return { status: 200, text: '[]' };
    },
  };
  const tracker = await openTracker(galleryModule, createCmi5(parameters, world), {
    clock,
    describe: (id, locale) => `${locale}: ${id}`,
    watch: () => undefined,
  });
  return { tracker, clock };
}

function answer(tracker: Tracker, id: string, response?: Response): void {
  const exercise = galleryExercises.get(id) as Exercise;
  const outline = galleryModule.lessons.flatMap((lesson) =>
    lesson.exercises.filter((one) => `${lesson.id}/${one.id}` === id),
  )[0];
  tracker.change(attemptKey(id), () =>
    formatAttempt({ signature: outline?.signature ?? '', state: answered(exercise, response), at: 1 }),
  );
}

const ids = [...galleryExercises.keys()];
const verbs = ({ said }: Store) => said.map(({ verb }) => verb.id.split('/').at(-1));

describe('cmi5', () => {
  test('fetches the token once, reads what the platform has prepared, and says first that it has begun', async () => {
    const store = newStore({ masteryScore: 0.7 });
    const { tracker } = await open(store);
    expect(tracker.isConnected).toBe(true);
    expect(tracker.exit).toBe('https://lms.example/back');
    const [token, ...others] = store.asked;
    expect([token?.method, token?.url]).toEqual(['POST', parameters.fetch]);
    expect(others.filter(({ url }) => url === parameters.fetch)).toEqual([]);
    for (const { headers, url } of others) {
      expect(headers).toMatchObject({ Authorization: 'Basic dG9rZW4=', 'X-Experience-API-Version': '1.0.3' });
      expect(url.startsWith('https://lrs.example/xapi/')).toBe(true);
    }
    expect(verbs(store)).toEqual(['initialized']);
    expect(store.said[0]).toMatchObject({
      actor,
      object: { id: parameters.activityId },
      context: {
        registration: parameters.registration,
        extensions: template.extensions,
        contextActivities: {
          grouping: template.contextActivities.grouping,
          category: [{ id: 'https://lms.example/kind' }, { id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }],
        },
      },
    });
  });

  test('says each answer, then that it is completed and passed, as soon as that is so, and ends last', async () => {
    const store = newStore({ masteryScore: 0.7 });
    const { tracker, clock } = await open(store);
    tracker.move({ locale: 'kk', lesson: galleryModule.lessons[0]?.id ?? null });
    for (const id of ids) answer(tracker, id);
    await clock.pass(2_000);
    const said = verbs(store);
    expect(said.slice(-2)).toEqual(['completed', 'passed']);
    expect(said.filter((verb) => verb === 'answered').length).toBeGreaterThan(20);
    expect(store.said.at(-1)).toMatchObject({
      result: { success: true, score: { scaled: 1, raw: 100, min: 0, max: 100 } },
      context: { extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0.7 } },
    });
    expect(store.said.at(-2)?.result).not.toHaveProperty('score');
    const choice = store.said.find(({ object }) => object.id.endsWith('#choice_choice-soup-number'));
    expect(choice).toMatchObject({
      object: {
        id: 'https://bilig.example/course/module#choice_choice-soup-number',
        definition: {
          type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
          interactionType: 'choice',
          description: { kk: 'kk: gallery/types/choice/choice-soup-number' },
        },
      },
      result: { success: true, score: { scaled: 1 } },
      context: { language: 'kk' },
    });
    expect(choice?.context.contextActivities.category).toEqual([{ id: 'https://lms.example/kind' }]);
    await tracker.finish();
    expect(verbs(store).at(-1)).toBe('terminated');
    expect(store.asked.at(-1)?.keepalive).toBe(true);
  });

  test('waits with the score for the answers that are missing: who has all right has the full mark, however slowly', async () => {
    const store = newStore({ masteryScore: 0.6 });
    const { tracker, clock } = await open(store);
    for (const id of ids) {
      answer(tracker, id);
      await clock.pass(30_000);
    }
    expect(verbs(store).filter((verb) => verb === 'completed')).toHaveLength(1);
    const judged = store.said.filter(({ verb }) => /passed|failed/u.test(verb.id));
    expect(judged.map(({ result }) => result?.['score'])).toEqual([{ scaled: 1, raw: 100, min: 0, max: 100 }]);
    await tracker.finish();
    expect(verbs(store).at(-1)).toBe('terminated');
  });

  test('says at the end that it was passed, where enough is right and some was left out', async () => {
    const store = newStore({ masteryScore: 0.6 });
    const { tracker, clock } = await open(store);
    for (const id of ids.slice(0, -1)) {
      answer(tracker, id);
      await clock.pass(30_000);
    }
    expect(verbs(store)).not.toContain('passed');
    await tracker.finish();
    expect(verbs(store).slice(-2)).toEqual(['passed', 'terminated']);
  });

  test('judges a session once: who fails at first and mends it has passed, and nothing else is said', async () => {
    const store = newStore({ masteryScore: 1 });
    const { tracker, clock } = await open(store);
    const [first = ''] = ids;
    answer(tracker, first, []);
    for (const id of ids.slice(1)) answer(tracker, id);
    await clock.pass(30_000);
    expect(verbs(store)).toContain('completed');
    expect(verbs(store)).not.toContain('failed');
    answer(tracker, first);
    await clock.pass(30_000);
    await tracker.finish();
    expect(verbs(store).filter((verb) => verb === 'passed' || verb === 'failed')).toEqual(['passed']);
  });

  test('says at the end of each session that it failed, where the score is another than it was', async () => {
    const store = newStore({ masteryScore: 1 });
    const [first = '', second = ''] = ids;
    const one = await open(store);
    for (const id of [first, second]) answer(one.tracker, id, []);
    for (const id of ids.slice(2)) answer(one.tracker, id);
    await one.clock.pass(30_000);
    await one.tracker.finish();
    const two = await open(store);
    answer(two.tracker, first);
    await two.clock.pass(30_000);
    await two.tracker.finish();
    const three = await open(store);
    await three.tracker.finish();
    expect(verbs(store).filter((verb) => verb !== 'answered' && verb !== 'completed')).toEqual([
      ...['initialized', 'failed', 'terminated'],
      ...['initialized', 'failed', 'terminated'],
      ...['initialized', 'terminated'],
    ]);
  });

  test('brings answers back at the next launch and says nothing twice; a score once passed is not said to have failed', async () => {
    const store = newStore();
    const first = await open(store);
    for (const id of ids) answer(first.tracker, id);
    await first.tracker.finish();
    const before = verbs(store).length;
    const second = await open(store);
    const kept = second.tracker.entries('attempt/');
    for (const [id, exercise] of galleryExercises)
      expect(
        (JSON.parse(kept.get(attemptKey(id)) ?? '{}') as { state?: { response: unknown } }).state?.response,
      ).toEqual(solveExercise(exercise));
    await second.clock.pass(10_000);
    await second.tracker.finish();
    expect(verbs(store).slice(before)).toEqual(['initialized', 'terminated']);
  });

  test('keeps what did not arrive, and says it again under the same id', async () => {
    const store = newStore();
    const { tracker, clock } = await open(store);
    store.broken = ({ url, method }) =>
      url.endsWith('statements') && method === 'POST' ? { status: 503, text: '' } : null;
    answer(tracker, ids[0] ?? '');
    await clock.pass(1_000);
    expect(tracker.isBehind).toBe(true);
    store.broken = () => {
      throw new TypeError('Failed to fetch');
    };
    await clock.pass(10_000);
    store.broken = null;
    await clock.pass(10_000);
    expect(tracker.isBehind).toBe(false);
    expect(verbs(store)).toEqual(['initialized', 'answered']);
    const bodies = store.asked.filter(({ url, method }) => url.endsWith('statements') && method === 'POST').slice(1);
    expect(new Set(bodies.map(({ body }) => (JSON.parse(body ?? '[]') as { id: string }[])[0]?.id)).size).toBe(1);
  });

  test('says at the next launch what had not arrived when the page was killed', async () => {
    const store = newStore({ masteryScore: 0.6 });
    const killed = await open(store);
    store.broken = ({ url, method }) =>
      url.endsWith('statements') && method === 'POST' ? { status: 503, text: '' } : null;
    for (const id of ids) answer(killed.tracker, id);
    await killed.clock.pass(30_000);
    store.broken = null;
    const next = await open(store);
    await next.clock.pass(1_000);
    expect(verbs(store)).toEqual(['initialized', 'initialized', 'completed', 'passed']);
    const last = await open(store);
    await last.clock.pass(1_000);
    expect(verbs(store).slice(4)).toEqual(['initialized']);
  });

  test.each(['Browse', 'Review'])(
    'in the mode %s says nothing but the beginning and the end, and keeps nothing',
    async (launchMode) => {
      const store = newStore({ launchMode });
      const { tracker, clock } = await open(store);
      for (const id of ids) answer(tracker, id);
      await clock.pass(10_000);
      await tracker.finish();
      expect(verbs(store)).toEqual(['initialized', 'terminated']);
      expect(store.asked.filter(({ method }) => method === 'PUT')).toEqual([]);
    },
  );

  test.each<[string, Store['broken']]>([
    ['no token', ({ url }) => (url === parameters.fetch ? { status: 200, text: '{"error-code":"1"}' } : null)],
    ['no JSON', ({ url }) => (url === parameters.fetch ? { status: 200, text: '<html>' } : null)],
    ['no launch data', ({ url }) => (url.includes('LaunchData') ? { status: 403, text: '' } : null)],
    [
      'no network',
      () => {
        throw new TypeError('Failed to fetch');
      },
    ],
    ['a store that refuses', ({ url }) => (url.endsWith('statements') ? { status: 401, text: '' } : null)],
  ])('does without a platform that has %s', async (_, broken) => {
    const store = newStore();
    store.broken = broken;
    const { tracker, clock } = await open(store);
    expect(tracker.isConnected).toBe(false);
    answer(tracker, ids[0] ?? '');
    await clock.pass(10_000);
    await tracker.finish();
    expect(store.said).toEqual([]);
  });

  test('a returning address that is none is not followed', async () => {
    const { tracker } = await open(newStore({ returnURL: 'javascript:alert(1)' }));
    expect(tracker.exit).toBeNull();
  });

  test('a kept state that is damaged is none', async () => {
    const store = newStore();
    store.state = '{"state":5,"completed":"yes"}';
    const { tracker } = await open(store);
    expect(tracker.isConnected).toBe(true);
    expect(tracker.entries('').size).toBe(0);
  });
});
