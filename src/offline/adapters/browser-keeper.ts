import { addressOf } from '../address.ts';
import type { PartId } from '../parts.ts';
import { createOfflineStore } from './cache-store.ts';
import { createKeeper, type Keeper, type KeeperHost, type Message } from './keeper.ts';

/** True where the browser can keep pages: a current one, at a secure address, that lets the site store something. */
export async function canKeep(): Promise<boolean> {
  try {
    await caches.has('probe');
    return 'serviceWorker' in navigator;
  } catch {
    // Private windows and frames of other sites refuse storage.
    return false;
  }
}

/**
 * The keeper of the site at a base address, such as `https://bilig.example/base/`.
 *
 * @param extras says which parts the learner wants beside the courses
 */
export function createBrowserKeeper(scope: string, extras: () => readonly PartId[]): Keeper {
  const locks = 'locks' in navigator ? navigator.locks : undefined;
  return createKeeper({
    scope,
    extras,
    store: createOfflineStore(scope, { caches, locks }),
    fetch: (...request) => fetch(...request),
    newId: () => crypto.randomUUID(),
    alone: async (work) => (locks ? await locks.request(`download ${scope}`, work) : work()),
    worker: createWorkerHost(scope),
    room: async () => {
      const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
      return quota === undefined || usage === undefined ? null : quota - usage;
    },
    ...createChannel(`offline ${scope}`),
  });
}

/** Asks the browser not to remove what is kept when it needs room; false where it will not promise. */
export async function askToStay(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}

function createWorkerHost(scope: string): KeeperHost['worker'] {
  const workers = navigator.serviceWorker;
  return {
    async register() {
      await workers.register(addressOf('sw.js', scope), { scope });
      await workers.ready;
    },
    async unregister() {
      const registration = await workers.getRegistration(scope);
      if (registration?.scope === scope) await registration.unregister();
    },
    async tidy() {
      const registration = await workers.getRegistration(scope);
      const active = registration?.scope === scope ? registration.active : null;
      active?.postMessage('tidy');
      return Boolean(active);
    },
  };
}

function createChannel(name: string): Pick<KeeperHost, 'tell' | 'hear'> {
  const listeners = new Set<(message: Message) => void>();
  const channel = new BroadcastChannel(name);
  const pass = (message: Message) => listeners.forEach((listener) => listener(message));
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => pass(data));
  return {
    tell(message) {
      channel.postMessage(message);
      pass(message);
    },
    hear(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
