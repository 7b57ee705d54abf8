import { mergeEntries } from '../merge-entries.ts';
import { copyName } from './safety-copy.ts';

/** The sound entries of the copy; none where there is no copy. */
export async function readCopy(): Promise<Map<string, string>> {
  const cache = await caches.open(copyName);
  const entries = await Promise.all(
    (await cache.keys()).map(async (request) => {
      const key = decodeURIComponent(new URL(request.url).pathname.slice(1));
      const text = (await (await cache.match(request))?.text()) ?? null;
      return [key, mergeEntries(key, null, text)] as const;
    }),
  );
  return new Map(entries.filter((entry): entry is readonly [string, string] => entry[1] !== null));
}
