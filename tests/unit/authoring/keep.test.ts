import { createContentChecker } from '#authoring';
import { readContent, type ContentFiles, type KeptReadings } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { pluralCategories } from '#language/adapters/node-intl';
import { expect, test } from 'vitest';
import { check, fixtureNames, overlay, overlayFixture } from './overlay.ts';

// A check that keeps what it has found is right where it says, after any change, what one says that begins anew.

const watching = createContentChecker(pluralCategories);
const kept: KeptReadings = new Map();
const again = (files: ContentFiles) => watching(readContent(files, parseMdx, kept));

test('a check that keeps what it has found says after each change what a new one says', { timeout: 120_000 }, () => {
  const clean = overlay({});
  expect(again(clean)).toEqual([]);
  for (const name of fixtureNames) {
    const files = overlayFixture(name);
    expect(again(files), name).toEqual(check(files));
    // Mended, nothing of the fault is left in memory.
    if (name.length % 5 === 0) expect(again(clean), `after ${name}`).toEqual([]);
  }
});

test('a word that the glossary asks to avoid is found in pages that have not changed themselves', () => {
  const before = overlay({});
  const term = before.texts.get('glossary/claim.yaml') ?? '';
  const asked = overlay({ 'glossary/claim.yaml': term.replace('[assertion]', '[assertion, glossary]') });
  again(before);
  expect(again(asked).map(({ rule }) => rule)).toContain('term-avoided');
  expect(again(asked)).toEqual(check(asked));
  expect(again(before)).toEqual(check(before));
});
