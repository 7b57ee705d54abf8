import { readContent, type ContentFiles, type ContentReading } from '#course';
import { readContentFiles } from '#course/adapters/node-content';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { pluralCategories } from '#language/adapters/node-intl';
import { checkContent } from '#authoring';
import type { Problem } from '#problem';
import { readdirSync } from 'node:fs';

const fixtures = 'tests/fixtures/authoring';
const removed = '(removed)\n';

/** Names of all fixture folders but the base. */
export const fixtureNames: readonly string[] = readdirSync(fixtures).filter((name) => name !== 'base');

export function read(files: ContentFiles): ContentReading {
  return readContent(files, parseMdx);
}

export function check(files: ContentFiles): Problem[] {
  return checkContent(read(files), pluralCategories);
}

/** The clean base content with a fixture's files laid over it; one that holds `(removed)` takes the base's file away. */
export function overlayFixture(name: string): ContentFiles {
  const over = readContentFiles(`${fixtures}/${name}`);
  return overlay(Object.fromEntries(over.texts), over.others);
}

/** The clean base content with texts laid over it; null takes a file away. */
export function overlay(texts: Readonly<Record<string, string | null>>, others: Iterable<string> = []): ContentFiles {
  const base = readContentFiles(`${fixtures}/base`);
  const merged = new Map(base.texts);
  for (const [file, text] of Object.entries(texts)) {
    if (text === null || text === removed) merged.delete(file);
    else merged.set(file, text);
  }
  return { texts: merged, others: new Set([...base.others, ...others]) };
}
