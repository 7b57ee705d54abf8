import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boostersOf,
  comingDays,
  dailySet,
  dueBoosters,
  dueItems,
  mixTopics,
  reviewDeck,
  startOf,
  type DeckItem,
  type FinishedLesson,
  type Result,
  type ReviewCard,
  type ReviewExercise,
} from '#learner';

const today = 20_783;
const lesson = 'media-literacy/finding-the-source/leave-the-page';

const exercise = (name: string, change: Partial<ReviewExercise> = {}): ReviewExercise => ({
  id: `${lesson}/${name}`,
  lesson,
  counts: true,
  discernment: false,
  verdict: null,
  ...change,
});

const card = (due: number, lapses: number): ReviewCard => ({
  due,
  stability: 1,
  difficulty: 5,
  lapses,
  certain: false,
  basis: { from: startOf(today - 9), through: startOf(today - 9), count: 1 },
});

describe('the deck', () => {
  const steps = exercise('steps');
  const deckOf = (cards: ReviewCard | null, chosen: { on: boolean; at: number } | null, one = steps) =>
    reviewDeck(
      [one],
      { cards: new Map(cards ? [[one.id, cards]] : []), chosen: new Map(chosen ? [[one.id, chosen]] : []) },
      today,
    ).map(({ due, why }) => [due, why]);

  test('holds what was missed, and nothing that was right', () => {
    expect(deckOf(card(today, 1), null)).toEqual([[today, 'missed']]);
    expect(deckOf(card(today, 0), null)).toEqual([]);
    expect(deckOf(null, null)).toEqual([]);
  });

  test('holds what was chosen: from the next day on, or when it would have come anyway', () => {
    const now = startOf(today) + 5;
    expect(deckOf(null, { on: true, at: now })).toEqual([[today + 1, 'chosen']]);
    expect(deckOf(card(today + 50, 0), { on: true, at: now })).toEqual([[today + 1, 'chosen']]);
    expect(deckOf(card(today - 2, 1), { on: true, at: now })).toEqual([[today - 2, 'chosen']]);
    // Reviewed since, it has its interval.
    expect(deckOf(card(today + 3, 0), { on: true, at: startOf(today - 20) })).toEqual([[today + 3, 'chosen']]);
  });

  test('is not put off by a clock that was wrong when something was chosen', () => {
    expect(deckOf(null, { on: true, at: startOf(today + 3_000) })).toEqual([[today, 'chosen']]);
    expect(deckOf(null, { on: true, at: Number.MAX_SAFE_INTEGER })).toEqual([[today, 'chosen']]);
  });

  test('leaves out what the learner took out, and warm-ups that nobody asked for', () => {
    expect(deckOf(card(today, 2), { on: false, at: 5 })).toEqual([]);
    const warmUp = exercise('warm-up', { counts: false });
    expect(deckOf(card(today, 1), null, warmUp)).toEqual([]);
    expect(deckOf(card(today, 1), { on: true, at: 5 }, warmUp)).toEqual([[today, 'chosen']]);
  });

  test('leaves out what the course has no more', () => {
    const cards = new Map([['media-literacy/gone/gone/gone', card(today, 1)]]);
    expect(reviewDeck([steps], { cards, chosen: new Map() }, today)).toEqual([]);
  });

  test('tells what is due and what is coming', () => {
    const items = [today - 3, today, today + 1, today + 1, today + 6, today + 90].map((due, index) => ({
      ...exercise(`x${index}`),
      due,
      why: 'missed' as const,
    }));
    expect(dueItems(items, today)).toHaveLength(2);
    expect([...comingDays(items, today, 30)]).toEqual([
      [today + 1, 2],
      [today + 6, 1],
    ]);
  });
});

describe('the set of a day', () => {
  const items = (count: number): DeckItem[] =>
    Array.from({ length: count }, (_, index) => ({
      ...exercise(`x${index}`, { lesson: `course/module/${index % 4}` }),
      due: today - (index % 3),
      why: 'missed',
    }));
  const ids = (set: readonly DeckItem[]) => set.map(({ id }) => id);

  test('is the same again on the same day and device, whatever order the record has', () => {
    const due = items(12);
    const set = ids(dailySet(due, { today, seed: 'a' }));
    expect(ids(dailySet([...due].reverse(), { today, seed: 'a' }))).toEqual(set);
    expect(ids(dailySet(due, { today: today + 1, seed: 'a' }))).not.toEqual(set);
    expect(ids(dailySet(due, { today, seed: 'b' }))).not.toEqual(set);
  });

  test('takes the most overdue where there are more than a day asks for', () => {
    const set = dailySet(items(60), { today, seed: 'a' });
    expect(set).toHaveLength(20);
    expect(set.every(({ due }) => due === today - 2)).toBe(true);
    expect(dailySet(items(60), { today, seed: 'a', limit: 60 })).toHaveLength(60);
  });
});

const topics = fc.array(
  fc.record({ lesson: fc.constantFrom('a', 'b', 'c'), verdict: fc.constantFrom(null, 'true', 'false') }),
  { maxLength: 12 },
);
const neighbours = (order: readonly { lesson: string; verdict: string | null }[]) =>
  order.slice(1).map((item, index) => [order[index], item] as const);

describe('a mixed set', () => {
  test('holds the same exercises', () => {
    fc.assert(
      fc.property(topics, (items) => {
        const mixed = mixTopics(items);
        expect(mixed).toHaveLength(items.length);
        expect(new Set(mixed)).toEqual(new Set(items));
      }),
    );
  });

  test('has no two of a lesson in a row where that can be had', () => {
    fc.assert(
      fc.property(topics, (items) => {
        const most = Math.max(0, ...['a', 'b', 'c'].map((name) => items.filter((item) => item.lesson === name).length));
        fc.pre(most <= Math.ceil(items.length / 2));
        expect(neighbours(mixTopics(items)).filter(([one, next]) => one?.lesson === next.lesson)).toEqual([]);
      }),
    );
  });

  test('has no run of one verdict where lessons leave a choice', () => {
    const items = Array.from({ length: 10 }, (_, index) => ({
      lesson: String(index),
      verdict: index < 5 ? 'true' : 'false',
    }));
    expect(neighbours(mixTopics(items)).filter(([one, next]) => one?.verdict === next.verdict)).toEqual([]);
  });

  test('of one lesson alone still ends', () => {
    const items = Array.from({ length: 30 }, () => ({ lesson: 'a', verdict: 'true' }));
    expect(mixTopics(items)).toHaveLength(30);
  });
});

describe('a booster', () => {
  const finished = startOf(today) + 5;
  const exercises = Array.from({ length: 9 }, (_, index) => exercise(`x${index}`, { discernment: index === 8 }));
  const one: FinishedLesson = { lesson, finished, exercises };
  const result = (day: number, change: Partial<Result> = {}): Result => ({
    at: startOf(day) + 9,
    locale: 'az',
    try: 1,
    score: 1,
    correct: true,
    confidence: null,
    hints: 0,
    ...change,
  });
  const boosters = (results: Readonly<Record<string, readonly Result[]>> = {}, lessons = [one]) =>
    boostersOf(lessons, (id) => results[id] ?? []);

  test('comes one and four weeks after a lesson was finished', () => {
    const all = boosters();
    expect(all.map(({ week, first }) => [week, first])).toEqual([
      [1, today + 7],
      [4, today + 28],
    ]);
    const weeksOn = (day: number) => dueBoosters(all, day).map(({ week }) => week);
    expect([6, 7, 27, 28, 83, 84].map((days) => weeksOn(today + days))).toEqual([[], [1], [1], [4], [4], []]);
  });

  test('has six exercises: those that were missed, then those that tell sound from misleading', () => {
    const missed = { [`${lesson}/x3`]: [result(today - 1, { correct: false, score: 0 })] };
    const [first] = boosters(missed);
    expect(first?.open).toHaveLength(6);
    expect(first?.open).toEqual(expect.arrayContaining([`${lesson}/x3`, `${lesson}/x8`]));
  });

  test('is shorter where the lesson is, and is none without exercises that count', () => {
    expect(boosters({}, [{ ...one, exercises: exercises.slice(0, 2) }])[0]?.open).toHaveLength(2);
    expect(boosters({}, [{ ...one, exercises: [exercise('warm-up', { counts: false })] }])).toEqual([]);
  });

  test('is done exercise by exercise, by what was reviewed in its days', () => {
    const [first] = boosters();
    const done = first?.open.slice(0, 4) ?? [];
    const answered = (day: number, change: Partial<Result>) =>
      Object.fromEntries(done.map((id) => [id, [result(day, change)]]));
    const openOn = (day: number, change: Partial<Result> = { review: true }) =>
      boosters(answered(day, change)).map(({ open }) => open.length);
    expect(openOn(today + 7)).toEqual([2, 6]);
    expect(openOn(today + 6)).toEqual([6, 6]);
    // A miss in the booster does not choose its set anew.
    expect(openOn(today + 9, { review: true, correct: false, score: 0 })[0]).toBe(2);
    // Answering in the lesson is not reviewing.
    expect(openOn(today + 7, {})).toEqual([6, 6]);
    const all = Object.fromEntries((first?.open ?? []).map((id) => [id, [result(today + 8, { review: true })]]));
    expect(boosters(all).map(({ week }) => week)).toEqual([4]);
  });
});
