import { checkContent } from '#authoring';
import { readContent } from '#course';
import { readContentFiles } from '#course/adapters/node-content';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { pluralCategories } from '#language/adapters/node-intl';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeLargeContent } from '../../bench/check/content.ts';

const folder = mkdtempSync(join(tmpdir(), 'bilig-bench-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the content of the bench of the check', () => {
  it('has as many lessons as were asked for, in these languages, and nothing wrong', { timeout: 60_000 }, () => {
    const { lessons, example } = writeLargeContent(folder, { lessons: 7, languages: ['en', 'kk'] });
    const reading = readContent(readContentFiles(folder), parseMdx);
    const read = reading.content?.courses.flatMap(({ modules }) => modules.flatMap((module) => module.lessons)) ?? [];
    expect(read.length).toBe(lessons);
    expect(lessons).toBeGreaterThanOrEqual(7);
    expect(read.every(({ versions }) => Object.keys(versions).sort().join() === 'en,kk')).toBe(true);
    expect(reading.readings.has(example)).toBe(true);
    expect(checkContent(reading, pluralCategories)).toEqual([]);
  });
});
