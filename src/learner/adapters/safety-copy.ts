// A browser that finds its database damaged throws it away without a word. So each entry that was written there stands a
// second time in the browser's store of files (Cache Storage), apart from the database; `read-copy.ts` reads it back.

export const copyName = 'bilig-record';

/** Writes entries into the copy, null removes; where the browser has no store of files, there is no copy. */
export async function copyEntries(entries: Iterable<readonly [string, string | null]>): Promise<void> {
  try {
    const cache = await caches.open(copyName);
    for (const [key, value] of entries) {
      // Nothing is ever fetched from this address.
      const address = `/${encodeURIComponent(key)}`;
      await (value === null ? cache.delete(address) : cache.put(address, new Response(value)));
    }
  } catch {
    // Refused, full, or no secure page: the database alone has the record, as in any site without a copy.
  }
}
