import { addressOf } from '../address.ts';
import type { Edition } from '../edition.ts';
import { isImmutable, isText, type PartFile } from '../part-list.ts';
import { contentsOf, missingFiles, sizeOf } from '../plan.ts';
import type { OfflineStore } from './cache-store.ts';
import { sha256 } from './sha256.ts';

/**
 * How a download ended: all files are here; the learner stopped it; the connection broke; the device is full; or the
 * site gave another file than its list names, as it does when it has been published anew in the meantime.
 */
export type Outcome = 'complete' | 'stopped' | 'offline' | 'full' | 'other';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface DownloadHost {
  readonly scope: string;
  readonly store: OfflineStore;
  readonly fetch: typeof fetch;
}

/** So many files are on their way at once: enough to fill a slow line, few enough to lose when it breaks. */
const lanes = 4;

/** Fetches what an edition still misses; every file is here whole and as its hash says, or not at all. */
export async function download(
  edition: Edition,
  { scope, store, fetch }: DownloadHost,
  signal: AbortSignal,
  report: (progress: Progress) => void,
): Promise<Outcome> {
  const queue = missingFiles(edition, await store.held());
  const total = sizeOf(contentsOf(edition)).compressed;
  let done = total - sizeOf(queue).compressed;
  report({ done, total });
  // One fault stops all lanes; the first is the one to tell.
  let fault: Outcome | null = null;
  const stop = new AbortController();
  const stopAll = () => stop.abort();
  signal.addEventListener('abort', stopAll);
  if (signal.aborted) stopAll();

  const lane = async () => {
    for (let file = queue.shift(); file && !stop.signal.aborted; file = queue.shift()) {
      const outcome = await fetchFile(file);
      if (outcome !== 'complete') {
        fault ??= outcome;
        stopAll();
        return;
      }
      done += file.compressed;
      report({ done, total });
    }
  };

  const fetchFile = async (file: PartFile): Promise<Outcome> => {
    try {
      // Files with a hash in their name may be in the browser's own cache, if a page has shown them; it is asked first.
      for (const cache of isImmutable(file.path) ? (['default', 'no-store'] as const) : (['no-store'] as const)) {
        const response = await fetch(addressOf(file.path, scope), { cache, signal: stop.signal });
        const body = response.ok ? await readBody(response, file.bytes) : null;
        if (!body || (await sha256(body)) !== file.hash) continue;
        return await keep(file, body, response.headers.get('Content-Type') ?? '');
      }
      return 'other';
    } catch {
      return stop.signal.aborted ? 'stopped' : 'offline';
    }
  };

  const keep = async (file: PartFile, body: Uint8Array<ArrayBuffer>, type: string): Promise<Outcome> => {
    try {
      await store.keep(file.hash, body, type, isText(file.path));
      return 'complete';
    } catch {
      return 'full';
    }
  };

  await Promise.all(Array.from({ length: lanes }, lane));
  signal.removeEventListener('abort', stopAll);
  if (signal.aborted) return 'stopped';
  return fault ?? 'complete';
}

/** The bytes of an answer; null as soon as they are more than announced, before they fill the memory. */
async function readBody(response: Response, bytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
    chunks.push(step.value);
    length += step.value.length;
    if (length > bytes) {
      await reader?.cancel();
      return null;
    }
  }
  return length === bytes ? new Uint8Array(await new Blob(chunks).arrayBuffer()) : null;
}
