import { manifestName, readManifest, type Manifest } from './manifest.ts';
import { readPart } from './part-file.ts';

/**
 * Gives the text of a file of the index by its name, from wherever they are. `fresh` asks for one that no cache has kept.
 * Rejects where there is none.
 */
export type ReadFile = (name: string, fresh: boolean) => Promise<string>;

/** Files that were read and found whole, remembered by name. */
export interface FileStore {
  manifest(): Promise<Manifest>;
  /** Reads the manifest once more, past all caches; true where it is another one than before. */
  renew(): Promise<boolean>;
  /** The value that a reader makes of a part. Rejects where the file is missing or damaged, after a second try. */
  part<Value>(name: string, reader: (part: unknown) => Value): Promise<Value>;
}

/** Reads files through a port, checks and keeps them; what failed is tried anew the next time. */
export function createFileStore(read: ReadFile): FileStore {
  const parts = new Map<string, Promise<unknown>>();
  let manifest: Promise<Manifest> | null = null;

  const readNamed = async (fresh: boolean) => readManifest(await read(manifestName, fresh));

  return {
    manifest() {
      if (manifest) return manifest;
      const made = readNamed(false).catch(() => readNamed(true));
      made.catch(() => (manifest = null));
      manifest = made;
      return made;
    },
    async renew() {
      const before = await this.manifest();
      const own = await readNamed(true);
      if (own.release === before.release) return false;
      manifest = Promise.resolve(own);
      parts.clear();
      return true;
    },
    part<Value>(name: string, reader: (part: unknown) => Value) {
      const known = parts.get(name) as Promise<Value> | undefined;
      if (known) return known;
      const readIt = async (fresh: boolean) => reader(readPart(await read(name, fresh)));
      const made = readIt(false).catch(() => readIt(true));
      parts.set(name, made);
      made.catch(() => parts.delete(name));
      return made;
    },
  };
}
