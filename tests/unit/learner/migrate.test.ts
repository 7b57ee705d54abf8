import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isV1Key, mergeEntries, migrateV1, parseAttemptEntry, parseLesson, parseResults } from '#learner';
import { expect, test } from 'vitest';

/** What the released version 1 left in localStorage: text by key. */
const v1 = new Map(
  Object.entries(
    JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../../fixtures/learner/v1-local-storage.json'), 'utf8'),
    ) as Record<string, string>,
  ),
);
const lesson = 'media-literacy/finding-the-source/leave-the-page';

test('every answer, score and finished lesson of version 1 is there', () => {
  const entries = migrateV1(v1, 1_000);
  expect([...entries.keys()].sort()).toEqual([
    `attempt/${lesson}/beekeepers`,
    `attempt/${lesson}/lake-tabs`,
    `attempt/${lesson}/sleep-cover`,
    `lesson/${lesson}`,
    `results/${lesson}/beekeepers`,
    `results/${lesson}/lake-tabs`,
  ]);
  expect(parseAttemptEntry(entries.get(`attempt/${lesson}/sleep-cover`) ?? null)).toMatchObject({
    at: 0,
    state: { phase: 'open', response: { who: 'Көл алаңы' } },
  });
  expect(parseResults(entries.get(`results/${lesson}/beekeepers`) ?? null)).toEqual([
    { at: 0, locale: 'und', try: 1, score: 0, correct: false, confidence: 3, hints: 1 },
  ]);
  expect(parseLesson(entries.get(`lesson/${lesson}`) ?? null)?.finished).toEqual({ on: true, at: 1_000 });
});

test('what is damaged or of another kind is left out', () => {
  const damaged = new Map([
    ['bilig:1:attempt:c/m/l/e', '{"v":1,"signature":"s"'],
    ['bilig:1:attempt:c/m/l/f', '{"v":1,"signature":"s","state":{"phase":"won"}}'],
    ['bilig:1:lesson:c/m/l', '{"v":1,"finished":"yes"}'],
    ['bilig:1:probe', 'bilig:1:probe'],
    ['bilig:theme', 'dark'],
  ]);
  expect(migrateV1(damaged, 1)).toEqual(new Map());
  expect([...damaged.keys()].filter(isV1Key)).toHaveLength(4);
});

test('done a second time, after an interruption, it changes nothing', () => {
  for (const [key, value] of migrateV1(v1, 1_000)) {
    const again = migrateV1(v1, 1_000).get(key) ?? null;
    expect(mergeEntries(key, value, again), key).toBe(value);
  }
});
