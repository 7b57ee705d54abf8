import { keptHeader } from '#offline';
import { isOfRelease, manifestName, readManifest, type ReadFile } from '#search';

/**
 * Reads the files of an index over the network and keeps them for readers who are offline. The manifest comes from the
 * network as long as there is one. The others never change under their names, so what was kept is as good as new.
 */
export function createFileReader(folder: string, given: string | null): ReadFile {
  // Browsers keep nothing for pages without https, and may refuse to.
  const kept = 'caches' in self ? caches.open(`search ${folder}`).catch(() => null) : Promise.resolve(null);
  let manifest = given;

  const fetchText = async (name: string, cache: RequestCache): Promise<string> => {
    const response = await fetch(folder + name, { cache });
    if (!response.ok) throw new Error(`${folder + name}: ${response.status}`);
    const text = await response.text();
    // What is kept with its course need not be kept a second time.
    if (name !== manifestName && !response.headers.has(keptHeader)) await keep(name, text);
    return text;
  };

  const keep = async (name: string, text: string) => {
    const cache = await kept;
    // A full disk is no reason not to search.
    await cache?.put(folder + name, new Response(text)).catch(() => undefined);
  };

  const recall = async (name: string): Promise<string | null> => {
    const cache = await kept;
    const response = await cache?.match(folder + name).catch(() => undefined);
    return response ? response.text() : null;
  };

  const readNewManifest = async (fresh: boolean): Promise<string> => {
    const before = await recall(manifestName);
    try {
      const text = manifest ?? (await fetchText(manifestName, fresh ? 'reload' : 'no-cache'));
      manifest = null;
      if (text !== before) {
        await forget(text);
        await keep(manifestName, text);
      }
      return text;
    } catch (error) {
      if (before === null) throw error;
      return before;
    }
  };

  /** Lets go of files of an older release. @throws where the manifest is damaged */
  const forget = async (text: string) => {
    const cache = await kept;
    const current = readManifest(text);
    for (const { url } of (await cache?.keys()) ?? [])
      if (!isOfRelease(url.slice(folder.length), current)) await cache?.delete(url);
  };

  return async (name, fresh) => {
    if (name === manifestName) return readNewManifest(fresh);
    return (fresh ? null : await recall(name)) ?? (await fetchText(name, fresh ? 'reload' : 'default'));
  };
}
