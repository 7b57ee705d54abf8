import { parse, type GIFTQuestion } from 'gift-pegjs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { exerciseKinds, type Exercise } from '#exercise';
import { packageFormats, type Bank, type Question } from '#packaging';
import { feedbackOf, inLanguage } from '../../../src/packaging/feedback.ts';
import type { Markup } from '../../../src/packaging/markup.ts';
import { reduceQuestion } from '../../../src/packaging/moodle/reduce.ts';
import { writeNodes } from '../../../src/packaging/xml.ts';
import { allBanks, bankWith, exampleOf, galleryCourse } from './banks.ts';
import { hostileText, withTexts } from './hostile.ts';
import { readGift, type GiftQuestion } from './moodle-gift.ts';

// Whole banks, many times over.
vi.setConfig({ testTimeout: 60_000 });

const write = (bank: Bank) => {
  const { files, ...more } = packageFormats.gift.write(bank);
  const [text] = files.values();
  return { ...more, text: String(text) };
};

/** The questions of a bank as GIFT has them. */
function reduced(bank: Bank): Question[] {
  return bank.lessons
    .flatMap((lesson) => lesson.questions)
    .flatMap((question) => reduceQuestion(question, { gaps: false, order: false }).questions);
}

/** Markup as it is to come back. */
const html = (markup: Markup) => writeNodes(inLanguage(markup, 'en'), 'html');

/** What gift-pegjs read, in the form in which Moodle reads. It leaves its placeholder for a colon in targets, and spaces as one. */
function normal(
  question: Exclude<GIFTQuestion, { type: 'Category' }>,
): Pick<GiftQuestion, 'type' | 'text' | 'general' | 'answers' | 'pairs'> {
  const types: Readonly<Record<string, string>> = {
    MC: 'multichoice',
    Essay: 'essay',
    Matching: 'match',
    Numerical: 'numerical',
    Short: 'shortanswer',
  };
  const answers = 'choices' in question && Array.isArray(question.choices) ? question.choices : [];
  return {
    type: types[question.type] ?? question.type,
    text: question.stem.text,
    general: ('globalFeedback' in question ? question.globalFeedback?.text : null) ?? '',
    answers: answers.map(({ text, weight, isCorrect, feedback }) => ({
      text: 'text' in text ? text.text : `${text.numberLow}..${text.numberHigh}`,
      fraction: weight === null ? Number(isCorrect) : weight / 100,
      feedback: feedback?.text ?? '',
    })),
    pairs:
      question.type === 'Matching'
        ? question.matchPairs.map(
            ({ subquestion, subanswer }) => [subquestion.text, subanswer.replaceAll('&&058;', ':')] as const,
          )
        : [],
  };
}

const known = [
  1, 0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25, 0.2, 0.1666667, 0.1428571, 0.125,
  0.1111111, 0.1, 0.05, 0,
];

function expectMoodleTakes(question: GiftQuestion): void {
  const fractions = question.answers.map(({ fraction }) => fraction);
  for (const fraction of fractions)
    expect(known.some((one) => Math.abs(one - Math.abs(fraction)) < 0.00001)).toBe(true);
  const right = fractions.filter((fraction) => fraction > 0);
  if (question.type === 'multichoice') {
    expect(question.answers.length).toBeGreaterThan(1);
    if (question.single) expect(Math.max(...fractions)).toBe(1);
    else expect(right.reduce((sum, fraction) => sum + fraction, 0)).toBeCloseTo(1, 3);
  }
  if (question.type === 'match') {
    expect(question.pairs.length).toBeGreaterThan(2);
    expect(question.pairs.filter(([stem]) => stem !== '').length).toBeGreaterThan(1);
    for (const [, target] of question.pairs) expect([...target].length).toBeLessThan(256);
  }
  if (question.type === 'shortanswer' || question.type === 'numerical') expect(fractions[0]).toBe(1);
}

const typesOf: Readonly<Record<string, string>> = {
  choice: 'multichoice',
  match: 'match',
  scale: 'numerical',
  'short-text': 'shortanswer',
  essay: 'essay',
};

/** Signs alone tell a type from another: what offers answers must not ask for words to be typed. */
function expectTypesOf(bank: Bank, asked: readonly GiftQuestion[]): void {
  expect(asked.map(({ type }) => type)).toEqual(reduced(bank).map(({ form }) => typesOf[form.kind]));
}

describe.each(allBanks)('$name', ({ bank, locale }) => {
  const { text, questions } = write(bank);
  const moodle = readGift(text);
  const asked = moodle.filter(({ type }) => type !== 'category');

  test('is read alike by Moodle’s rules and by an independent parser', () => {
    const parsed = parse(text).flatMap((question) => (question.type === 'Category' ? [] : [question]));
    expect(parsed.length).toBe(questions);
    expect(parsed.map(normal)).toEqual(
      asked.map(({ type, text: stem, general, answers, pairs }) => ({ type, text: stem, general, answers, pairs })),
    );
    const ids = parsed.map(({ id }) => id ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9/-]{1,100}$/);
  });

  test('is taken by Moodle question by question', () => {
    expect(asked.length).toBe(questions);
    for (const question of asked) expectMoodleTakes(question);
    expectTypesOf(bank, asked);
    expect(moodle.filter(({ type }) => type === 'category').length).toBe(
      bank.lessons.filter((lesson) => lesson.questions.length).length,
    );
  });

  test('names its language at every text and its licence at every question', () => {
    for (const { text: stem, general } of asked) {
      expect(stem).toMatch(/^<(?:div|span) lang="[a-z]{2}">/);
      expect(general).toContain('https://creativecommons.org/licenses/by-sa/4.0/');
    }
    const languages = new Set(asked.map(({ text: stem }) => /lang="(\w+)"/.exec(stem)?.[1]));
    expect([...languages].every((tag) => tag === locale || tag === 'en')).toBe(true);
  });
});

describe('the parts of a question', () => {
  test.each(exerciseKinds)('%s: options, keys and reasons come back as they were', (kind) => {
    for (const lesson of galleryCourse.modules[0]?.lessons.filter(({ id }) => id === kind) ?? []) {
      for (const version of Object.values(lesson.versions)) {
        const bank = bankWith(version.exercises, version.locale);
        const made = reduced(bank);
        const read = readGift(write(bank).text).filter(({ type }) => type !== 'category');
        expect(read.map(({ name }) => name)).toEqual(made.map(({ name }) => name));
        made.forEach((question, index) => {
          const { form } = question;
          const found = read[index];
          if (form.kind === 'choice') expect(found?.answers.length).toBe(form.options.length);
          if (form.kind === 'match') expect(found?.pairs.length).toBeGreaterThanOrEqual(form.stems.length);
          if (form.kind === 'short-text')
            expect(found?.answers.map(({ text }) => text)).toEqual(expect.arrayContaining([...form.accepted]));
          if (form.kind === 'essay') expect(found?.type).toBe('essay');
        });
      }
    }
  });

  test('where each choice is as good as the other, one is still to be chosen', () => {
    const [found] = readGift(write(bankWith([exampleOf('branch-green-river', 'kk')], 'kk')).text).filter(
      ({ type }) => type !== 'category',
    );
    expect(found?.type).toBe('multichoice');
    expect(found?.single).toBe(true);
    expect(found?.answers.map(({ fraction }) => fraction)).toEqual([1, 1, 1]);
  });

  test('the right answer is right, a wrong one is not, each with its reason', () => {
    const [found] = readGift(write(bankWith([exampleOf('choice-independent-voice', 'ky')], 'ky')).text).filter(
      ({ type }) => type !== 'category',
    );
    expect(found?.answers.filter(({ fraction }) => fraction === 1).length).toBe(1);
    expect(
      found?.answers.every(({ feedback, fraction }) => feedback !== '' && (fraction === 1 || fraction === 0)),
    ).toBe(true);
  });

  test('what is lost is said, with the exercise', () => {
    const { losses } = write(bankWith([exampleOf('image-mulberry-street')]));
    expect(losses).toEqual(
      expect.arrayContaining(
        ['tools', 'hints', 'points', 'picture'].map((what) => ({
          exercise: 'gallery/types/lesson/image-mulberry-street',
          what,
        })),
      ),
    );
  });

  test('a picture is said in words', () => {
    const { text } = write(bankWith([exampleOf('image-mulberry-street', 'tr')], 'tr'));
    expect(text).not.toContain('<img');
    const exercise = exampleOf('image-mulberry-street', 'tr') as Extract<Exercise, { type: 'image-lab' }>;
    expect(readGift(text).some(({ text: stem }) => stem.includes(exercise.picture.alt))).toBe(true);
  });
});

test('whatever the words, the file is read alike by both and says what was written', () => {
  const examples = [...(galleryCourse.modules[0]?.lessons ?? [])].flatMap(
    ({ versions }) => versions.en?.exercises ?? [],
  );
  // A picture is said in words, which another test looks at.
  const worded = examples.filter(({ type }) => type !== 'image-lab');
  fc.assert(
    fc.property(fc.constantFrom(...worded), fc.array(hostileText, { minLength: 3, maxLength: 9 }), (example, texts) => {
      const bank = bankWith([withTexts(example, texts)], 'en', { title: texts[0] ?? '' });
      const { text, questions } = write(bank);
      const asked = readGift(text).filter(({ type }) => type !== 'category');
      expect(asked.length).toBe(questions);
      for (const question of asked) expectMoodleTakes(question);
      expectTypesOf(bank, asked);
      const parsed = parse(text).flatMap((question) => (question.type === 'Category' ? [] : [normal(question)]));
      expect(parsed.map(({ type, answers }) => [type, answers.length])).toEqual(
        asked.map(({ type, answers }) => [type, answers.length]),
      );
      const made = reduced(bank);
      expect(asked.map((question) => [question.text, question.general])).toEqual(
        made.map((question) => [html(question.prompt), html(feedbackOf(question))]),
      );
      made.forEach(({ form }, index) => {
        if (form.kind !== 'choice') return;
        expect(asked[index]?.answers.map((answer) => [answer.text, answer.feedback])).toEqual(
          form.options.map(({ content, reason }) => [html(content), html(reason)]),
        );
      });
    }),
    { seed: 3, numRuns: 250 },
  );
});
