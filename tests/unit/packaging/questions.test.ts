import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { foldAnswer, localeTags } from '#language';
import { correctionParts, exerciseKinds, gradeExercise, solveExercise, type Exercise } from '#exercise';
import { groupLosses, lossTable, packageFormats, type Question } from '#packaging';
import { wordsOf } from '../../../src/packaging/markup.ts';
import { spellingsOf } from '../../../src/packaging/questions/texts.ts';
import { give } from './answers.ts';
import {
  allBanks,
  bankOf,
  bankWith,
  context,
  exampleOf,
  galleryCourse,
  packageOf,
  readPicture,
  withOneName,
  ownFormats,
} from './banks.ts';
import { all, parseXml } from './parse-xml.ts';
import { inOneVersion, play } from './qti-player.ts';

// Whole banks, many times over.
vi.setConfig({ testTimeout: 60_000 });

const questionsOf = (exercise: Exercise): Question[] =>
  bankWith([exercise], exercise.locale).lessons.flatMap((lesson) => lesson.questions);

/** What a question gives for a target at each stem. */
const earn = ({ form }: Question, pairs: Readonly<Record<string, string>>) =>
  form.kind === 'match' ? form.stems.reduce((sum, { id, credits }) => sum + (credits[pairs[id] ?? ''] ?? 0), 0) : 0;

const reasonOf = (question: Question, id: string) => {
  const { form } = question;
  return form.kind === 'choice' ? wordsOf(form.options.find((option) => option.id === id)?.reason ?? []) : '';
};

describe.each(exerciseKinds)('%s', (kind) => {
  const exercises =
    galleryCourse.modules[0]?.lessons
      .filter(({ id }) => id === kind)
      .flatMap(({ versions }) => Object.values(versions).flatMap((one) => one.exercises)) ?? [];

  test('keeps every word of the exercise in every language: text, reasons, hints', () => {
    for (const exercise of exercises) {
      const questions = questionsOf(exercise);
      const text = JSON.stringify(questions);
      const held: string[] = [];
      // Every text of the model, wherever it stands.
      JSON.stringify(exercise, (key, value: unknown) => {
        if (typeof value === 'object' && value !== null && 'html' in value && 'text' in value) {
          if (key !== 'content' || typeof value.text !== 'string' || value.text.trim()) held.push(String(value.text));
          return undefined;
        }
        return value;
      });
      const words = wordsOf(
        questions.flatMap(({ prompt, closing, reasons, form }) => [
          ...prompt,
          ' ',
          ...closing,
          ' ',
          JSON.stringify(reasons),
          JSON.stringify(form),
        ]),
      );
      const parts = held
        .flatMap((one) => one.split(/[\s“”"«»„‘’.,:;!?()–—…\u00A0]+/u))
        .filter((word) => word.length > 1);
      expect([
        exercise.id,
        exercise.locale,
        parts.filter((word) => !words.includes(word) && !text.includes(word)),
      ]).toEqual([exercise.id, exercise.locale, []]);
      for (const question of questions) expect(question.hints).toEqual(exercise.hints);
    }
  });

  test('says that an example is invented, and what does not count', () => {
    for (const exercise of exercises) {
      for (const { prompt, points } of questionsOf(exercise)) {
        const { invented, ungraded } = context.words(exercise.locale);
        expect([wordsOf(prompt).includes(invented), wordsOf(prompt).includes(ungraded)]).toEqual([
          exercise.invented,
          exercise.ungraded,
        ]);
        if (exercise.ungraded) expect(points).toBe(0);
      }
    }
  });
});

describe('what differs from our own marking', () => {
  test('a correction: all in place earns all, each good card elsewhere what its part is worth', () => {
    const exercise = exampleOf('correct-honey-lamps', 'kk');
    if (exercise.type !== 'correct-it') throw new Error('no correction');
    const [question] = questionsOf(exercise);
    const right = solveExercise(exercise) as readonly string[];
    const place = (cards: readonly string[]) =>
      Object.fromEntries(correctionParts.map((part, index) => [part, cards[index] ?? '']));
    const score = (cards: readonly string[]) => (question ? earn(question, place(cards)) : -1);
    expect(question?.points).toBe(15);
    expect([score(right), gradeExercise(exercise, right).score]).toEqual([15, 15]);
    const reversed = [...right].reverse();
    expect([score(reversed), gradeExercise(exercise, reversed).score]).toEqual([12, 12]);
  });

  test('a story: a choice earns the share of the goals that it leaves within reach, and ends teach once', () => {
    const exercise = exampleOf('branch-green-river', 'az');
    if (exercise.type !== 'branch') throw new Error('no story');
    const questions = questionsOf(exercise);
    const marked = questions.filter(({ points }) => points > 0);
    expect(marked.length).toBeGreaterThan(0);
    for (const { form } of marked) {
      const credits = form.kind === 'choice' ? form.options.map(({ credit }) => credit) : [];
      expect(Math.max(...credits)).toBe(1);
      expect(Math.min(...credits)).toBeLessThan(1);
    }
    const reasons = questions.flatMap((question) => question.reasons);
    expect(reasons.length).toBeGreaterThanOrEqual(exercise.scenes.filter(({ end }) => end).length);
  });

  test('a simulation: the verdict counts, and all that could be found out stands in the question', () => {
    const exercise = exampleOf('lateral-free-bus', 'uz');
    if (exercise.type !== 'lateral-read') throw new Error('no page');
    const [question] = questionsOf(exercise);
    const text = wordsOf(question?.prompt ?? []);
    for (const { page, content: title } of exercise.results) {
      for (const words of [title, ...page]) expect(text).toContain(words.text);
    }
    expect(question && reasonOf(question, exercise.key)).not.toBe('');
  });

  test('a house: each card has its group and each proof its pillar', () => {
    const exercise = exampleOf('message-library-evenings', 'ru');
    if (exercise.type !== 'message-house') throw new Error('no house');
    const [cards, proofs] = questionsOf(exercise);
    if (!cards || !proofs) throw new Error('no questions');
    expect(earn(cards, Object.fromEntries(exercise.cards.map(({ id, group }) => [id, group])))).toBe(
      exercise.cards.length,
    );
    const pairs = exercise.cards.flatMap(({ id, proves }) => (proves === null ? [] : [[id, proves] as const]));
    expect([earn(proofs, Object.fromEntries(pairs)), proofs.points]).toEqual([pairs.length, pairs.length]);
  });

  test('words to mark, with one name for them, score as in our own marking', () => {
    const exercise = withOneName('ky');
    const { spans } = exercise;
    const [first] = exercise.groups.filter(({ sought }) => sought);
    if (!first) throw new Error('no group');
    const [question] = questionsOf(exercise);
    const { files } = packageFormats['qti2.1'].write(bankWith([exercise], 'ky'), readPicture);
    const item = inOneVersion(parseXml(String(files.get('items/gallery/types/lesson/highlight-soup-letter.xml'))));
    expect(all(item, 'hottext').length).toBe(spans.length);
    if (question?.form.kind !== 'hottext') throw new Error('no words to mark');
    fc.assert(
      fc.property(fc.subarray(spans.map(({ id }) => id)), (ids) => {
        const response = Object.fromEntries(ids.map((id) => [id, first.id]));
        expect(play(item, [...give(question, response).values]).score).toBeCloseTo(
          gradeExercise(exercise, response).score,
          9,
        );
      }),
      { seed: 31, numRuns: 64 },
    );
  });
});

describe('spellings of a short answer', () => {
  test.each([
    ['az', 'işıq izi', ['İŞIQ İZİ', 'isiq izi']],
    ['uz', 'oʻqituvchi', ["o'qituvchi", 'o‘qituvchi', 'OʻQITUVCHI', 'oqituvchi']],
    ['tr', 'ılık', ['ILIK', 'ilik']],
    ['kk', 'қатарлас оқу', ['ҚАТАРЛАС ОҚУ', 'катарлас оку']],
    ['ky', 'көз', ['КӨЗ', 'коз']],
    ['ru', 'ещё раз', ['ЕЩЁ РАЗ', 'еще раз']],
    ['en', 'lateral reading', ['LATERAL READING']],
  ] as const)('%s: %s', (locale, answer, expected) => {
    const spellings = spellingsOf(locale, [answer]);
    expect(spellings[0]).toBe(answer);
    expect(spellings).toEqual(expect.arrayContaining([...expected]));
    for (const spelling of spellings) expect(foldAnswer(locale, spelling)).toBe(foldAnswer(locale, answer));
  });
});

describe('losses', () => {
  test('are told of known exercises only, and each kind has words', () => {
    for (const { bank, course, locale } of allBanks) {
      const known = new Set(
        bank.lessons.flatMap(({ questions }) => questions.map(({ id }) => id.split('/').slice(0, 4).join('/'))),
      );
      const lessons = new Set(bank.lessons.map(({ id }) => id));
      for (const [, format] of ownFormats) {
        const groups = groupLosses(packageOf(format, course, locale, 'en').losses);
        for (const { what, exercises } of groups) {
          expect(lossTable[what].instead).not.toBe('');
          // A film and a quiz of the platform belong to a lesson, and to none of its exercises.
          const places = ['recordings', 'quiz-total'].includes(what) ? lessons : known;
          expect(exercises.filter((id) => !places.has(id))).toEqual([]);
          expect(new Set(exercises).size).toBe(exercises.length);
        }
      }
    }
  });

  test('of every kind come about in some example, or are for what no example has', () => {
    const met = ownFormats.flatMap(([, format]) =>
      packageOf(format, galleryCourse, 'en').losses.map(({ what }) => what),
    );
    // Those of played pages have tests of their own.
    const played = ['short-state', 'told-confidence', 'told-own-text', 'told-warm-up'];
    const never = Object.keys(lossTable).filter((what) => !met.some((one) => one === what) && !played.includes(what));
    expect(never.sort()).toEqual(['fractions', 'many-options', 'marking', 'recordings']);
  });

  test('are the same in every language', () => {
    const kinds = localeTags.map((locale) =>
      JSON.stringify(groupLosses(packageFormats.gift.write(bankOf(galleryCourse, locale)).losses)),
    );
    expect(new Set(kinds).size).toBe(1);
  });
});
