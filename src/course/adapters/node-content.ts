import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readContent, type ContentReading } from '../read-content.ts';
import type { ContentFiles } from '../reader.ts';
import { parseMdx, type Parsed } from './satteri-markdown.ts';

const textFile = /\.(?:mdx|yaml|json|vtt|md)$/u;

/** Reads the files of a content folder into memory. @throws where the folder cannot be read */
export function readContentFiles(root: string): ContentFiles {
  const texts = new Map<string, string>();
  const others = new Set<string>();
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of paths) {
    const name = relative(root, path).split(sep).join('/');
    if (textFile.test(name)) texts.set(name, readFileSync(path, 'utf8'));
    else others.add(name);
  }
  return { texts, others };
}

/**
 * A reader of one content folder that reads again only what has changed since it was last asked: a development server
 * asks at every page, a build once.
 */
export function createContentReader(root: string): () => ContentReading {
  const parsed = new Map<string, { readonly source: string; readonly result: Parsed }>();
  const parse = (file: string, source: string): Parsed => {
    const known = parsed.get(file);
    if (known?.source === source) return known.result;
    const result = parseMdx(file, source);
    parsed.set(file, { source, result });
    return result;
  };
  let last: { readonly stamp: string; readonly reading: ContentReading } | null = null;
  return () => {
    const stamp = stampOf(root);
    if (last?.stamp !== stamp) last = { stamp, reading: readContent(readContentFiles(root), parse) };
    return last.reading;
  };
}

function stampOf(root: string): string {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path}:${statSync(path).mtimeMs}`)
    .join('\n');
}
