import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readContent, type ContentReading } from '../read-content.ts';
import type { ContentFiles, KeptReadings } from '../reader.ts';
import { parseMdx } from './satteri-markdown.ts';

const textFile = /\.(?:mdx|yaml|json|vtt|md)$/u;

/** Reads the files of a content folder into memory. @throws where the folder cannot be read */
export function readContentFiles(root: string): ContentFiles {
  return createFilesReader(root)();
}

/**
 * A reader of a folder's files that reads again only those whose time, size or place on the disk has changed, and gives
 * the same object as before where none has.
 */
export function createFilesReader(root: string): () => ContentFiles {
  const known = new Map<string, KnownFile>();
  let last: ContentFiles | null = null;
  return () => {
    const paths = listFiles(root);
    let changed = last === null || paths.length !== known.size;
    const texts = new Map<string, string>();
    const others = new Set<string>();
    for (const path of paths) {
      const name = relative(root, path).split(sep).join('/');
      const before = known.get(path);
      const file = readChanged(path, textFile.test(name), before);
      if (file !== before) changed = true;
      // Editors write by renaming: a file may be gone between the listing and the look at it.
      if (!file) continue;
      known.set(path, file);
      if (file.text === null) others.add(name);
      else texts.set(name, file.text);
    }
    if (!last || changed) last = { texts, others };
    const there = new Set(paths);
    for (const path of known.keys()) if (!there.has(path)) known.delete(path);
    return last;
  };
}

function listFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

interface KnownFile {
  readonly stamp: string;
  /** Null where nobody reads the text. */
  readonly text: string | null;
}

/** The file as it was known where it has not changed, read anew where it has, or undefined where it is gone. */
function readChanged(path: string, isText: boolean, before: KnownFile | undefined): KnownFile | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return undefined;
  const stamp = `${stat.mtimeMs}:${stat.size}:${stat.ino}`;
  if (before?.stamp === stamp) return before;
  try {
    return { stamp, text: isText ? readFileSync(path, 'utf8') : null };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * A reader of one content folder that reads again only what has changed since it was last asked: a development server
 * asks at every page, a build once.
 */
export function createContentReader(root: string): () => ContentReading {
  const readFiles = createFilesReader(root);
  const kept: KeptReadings = new Map();
  let last: ContentReading | null = null;
  return () => {
    const files = readFiles();
    if (last?.files !== files) last = readContent(files, parseMdx, kept);
    return last;
  };
}
