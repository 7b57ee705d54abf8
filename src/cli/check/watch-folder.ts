import { watch } from 'node:fs';

// Editors save in several steps, and a copied folder comes file by file: wait until it is quiet for a moment.
const quiet = 60;
// Where the system tells of a new folder, files in it may have come before anybody listened.
const secondLook = 500;
// Networks and full tables of watches tell of nothing; a look by itself takes at most a twentieth of the time.
const shortestPause = 2000;
const share = 20;

/**
 * Looks whenever something in a folder may have changed, and now and then by itself, until the signal comes.
 *
 * @param look finds out what has changed, and does nothing where nothing has
 */
export async function watchFolder(root: string, look: () => void, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const timers = new Set<NodeJS.Timeout>();
  let soon: NodeJS.Timeout | undefined;
  let later: NodeJS.Timeout | undefined;
  const schedule = (old: NodeJS.Timeout | undefined, delay: number, work: () => void): NodeJS.Timeout => {
    clearTimeout(old);
    if (old) timers.delete(old);
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, delay);
    timers.add(timer);
    return timer;
  };
  const sweep = (pause: number) =>
    schedule(undefined, pause, () => {
      const begun = performance.now();
      look();
      sweep(Math.max(shortestPause, (performance.now() - begun) * share));
    });
  const onEvent = () => {
    soon = schedule(soon, quiet, look);
    later = schedule(later, secondLook, look);
  };
  const watcher = listen(root, onEvent);
  sweep(shortestPause);
  await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
  watcher?.close();
  for (const timer of timers) clearTimeout(timer);
}

function listen(root: string, onEvent: () => void): { close(): void } | null {
  try {
    const watcher = watch(root, { recursive: true, persistent: true }, onEvent);
    watcher.on('error', onEvent);
    return watcher;
  } catch {
    return null;
  }
}
