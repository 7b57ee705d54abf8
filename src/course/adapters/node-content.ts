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
 * the same object as before where none has. Who knows which files have changed names them (by their whole paths), and
 * the folder is not looked through.
 */
export function createFilesReader(root: string): (changed?: ReadonlySet<string>) => ContentFiles {
  const known = new Map<string, KnownFile>();
  let last: ContentFiles | null = null;
  return (changed) => {
    last = (last && changed && readNamed(root, { known, last, changed })) ?? readAll();
    return last;
  };

  function readAll(): ContentFiles {
    const paths = listFiles(root);
    let changed = last === null || paths.length !== known.size;
    const texts = new Map<string, string>();
    const others = new Set<string>();
    for (const path of paths) {
      const name = nameOf(root, path);
      const before = known.get(path);
      const file = readChanged(path, textFile.test(name), before);
      if (file !== before) changed = true;
      // Editors write by renaming: a file may be gone between the listing and the look at it.
      if (!file) continue;
      known.set(path, file);
      if (file.text === null) others.add(name);
      else texts.set(name, file.text);
    }
    const there = new Set(paths);
    for (const path of known.keys()) if (!there.has(path)) known.delete(path);
    return last && !changed ? last : { texts, others };
  }
}

function nameOf(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

interface Named {
  readonly known: Map<string, KnownFile>;
  readonly last: ContentFiles;
  readonly changed: ReadonlySet<string>;
}

/** The files with those that are named read anew; null where one of them is new or gone, and the folder has to be listed. */
function readNamed(root: string, { known, last, changed }: Named): ContentFiles | null {
  const texts = new Map(last.texts);
  const found = new Map<string, KnownFile>();
  for (const path of changed) {
    const before = known.get(path);
    const file = before && readChanged(path, before.text !== null, before);
    if (!file) return null;
    if (file !== before) found.set(path, file);
  }
  for (const [path, file] of found) {
    known.set(path, file);
    if (file.text !== null) texts.set(nameOf(root, path), file.text);
  }
  return found.size ? { texts, others: last.others } : last;
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
 * asks at every page, a build once. It looks through the folder, or at the files alone that are named as changed.
 */
export function createContentReader(root: string): (changed?: ReadonlySet<string>) => ContentReading {
  const readFiles = createFilesReader(root);
  const kept: KeptReadings = new Map();
  let last: ContentReading | null = null;
  return (changed) => {
    const files = readFiles(changed);
    if (last?.files !== files) last = readContent(files, parseMdx, kept);
    return last;
  };
}
