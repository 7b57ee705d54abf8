import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { gradeExercise } from '#exercise';
import { packageFormats, type Bank, type Question } from '#packaging';
import { wordsOf } from '../../../src/packaging/markup.ts';
import { isKnownShare, nearestPercent, percentsOfRight } from '../../../src/packaging/moodle/fractions.ts';
import { reduceQuestion } from '../../../src/packaging/moodle/reduce.ts';
import { bandsOf } from '../../../src/packaging/moodle/scale-bands.ts';
import { escapeText } from '../../../src/packaging/xml.ts';
import { alike, asOurs, give, responsesTo } from './answers.ts';
import { allBanks, bankWith, exampleOf, galleryCourse, readPicture, withOneName } from './banks.ts';
import { hostileText, withTexts } from './hostile.ts';
import { faultsOf, questionsIn, scoreOf, textsGathered } from './moodle-player.ts';
import { all, parseXml, textAt } from './parse-xml.ts';

// Whole banks, many times over.
vi.setConfig({ testTimeout: 60_000 });

function write(bank: Bank) {
  const { files, ...more } = packageFormats['moodle-xml'].write(bank, readPicture);
  const source = String(files.get('questions.xml'));
  return { ...more, source, quiz: parseXml(source) };
}

const questionsOf = (bank: Bank): Question[] => bank.lessons.flatMap((lesson) => lesson.questions);
const reduced = (question: Question) => reduceQuestion(question, { gaps: true, order: true }).questions;

describe.each(allBanks)('$name', ({ bank, locale }) => {
  const { source, quiz, questions } = write(bank);
  const written = questionsIn(quiz);

  test('is taken by Moodle question by question', () => {
    expect(all(quiz, 'question').flatMap(faultsOf)).toEqual([]);
    expect(written.length).toBe(questions);
    const ids = written.map((question) => textAt(question, 'idnumber'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('keeps every space in Moodle, before letters of any alphabet', () => {
    expect(textsGathered(source)).toEqual(all(quiz, 'text').map(({ text }) => text));
  });

  test('says in each text which language it is in, and in each question whose it is', () => {
    const html = all(quiz, 'questiontext').concat(
      all(quiz, 'generalfeedback'),
      all(quiz, 'feedback'),
      all(quiz, 'hint'),
    );
    for (const text of html.map((node) => textAt(node, 'text')).filter(Boolean)) {
      const [, tag] = /^<(?:div|span) lang="([a-z]{2})">/.exec(text) ?? [];
      expect([locale, 'en']).toContain(tag);
    }
    for (const question of written) expect(textAt(question, 'generalfeedback', 'text')).toContain('CC-BY-SA-4.0');
  });
});

describe('marks', () => {
  test.each(['uz', 'ky', 'ru'] as const)('any answer scores as in our own marking, in %s', (locale) => {
    const lessons = galleryCourse.modules[0]?.lessons.filter(({ id }) => alike.some((kind) => kind === id)) ?? [];
    const exercises = lessons.flatMap(({ versions }) => versions[locale]?.exercises ?? []);
    expect(exercises.length).toBeGreaterThan(alike.length - 1);
    for (const exercise of exercises) {
      const bank = bankWith([exercise], locale);
      const [question] = questionsOf(bank);
      if (!question) throw new Error(exercise.id);
      const written = questionsIn(write(bank).quiz);
      const parts = reduced(question);
      fc.assert(
        fc.property(responsesTo(question), (response) => {
          const given = give(question, response);
          const earned = parts.map((part, index) => {
            const own = written[index];
            if (!own) throw new Error(part.id);
            const stem = part.id.split('/').at(-1) ?? '';
            const { form } = part;
            const targets =
              form.kind === 'match'
                ? form.stems.map(({ id }) => form.targets.find((target) => target.id === given.pairs[id]))
                : [];
            const words = targets.map((target) => (target ? wordsOf(target.content) : ''));
            const chosen =
              form.kind !== 'choice'
                ? []
                : parts.length > 1
                  ? [form.options.findIndex(({ id }) => id === given.pairs[stem])]
                  : form.options.flatMap(({ id }, at) => (given.values.includes(id) ? [at] : []));
            return (
              Number(textAt(own, 'defaultgrade')) *
              scoreOf(own, chosen, form.kind === 'match' && form.passage ? words.map(escapeText) : words)
            );
          });
          const most = written.reduce((sum, own) => sum + Number(textAt(own, 'defaultgrade')), 0);
          const ours = gradeExercise(exercise, asOurs(exercise, response));
          expect(earned.reduce((sum, one) => sum + one, 0) / most).toBeCloseTo(ours.score / ours.max, 4);
        }),
        { seed: 17, numRuns: 60 },
      );
    }
  });

  test('of words to mark under one name are ours, as near as Moodle’s shares allow', () => {
    const exercise = withOneName('kk');
    const [group] = exercise.groups.filter(({ sought }) => sought);
    const [own] = questionsIn(write(bankWith([exercise], 'kk')).quiz);
    if (!own || !group) throw new Error('no question');
    fc.assert(
      fc.property(fc.subarray(exercise.spans.map((_, index) => index)), (marked) => {
        const response = Object.fromEntries(marked.map((index) => [exercise.spans[index]?.id ?? '', group.id]));
        const { score, max } = gradeExercise(exercise, response);
        expect(scoreOf(own, marked, [])).toBeCloseTo(score / max, 4);
      }),
      { seed: 37, numRuns: 64 },
    );
  });

  test('are shares that Moodle knows, and together everything', () => {
    for (let count = 1; count <= 20; count += 1) {
      const percents = percentsOfRight(count);
      expect(percents.length).toBe(count);
      expect(percents.every((percent) => isKnownShare(percent / 100))).toBe(true);
      expect(Math.abs(percents.reduce((sum, percent) => sum + percent, 0) - 100)).toBeLessThan(0.5);
    }
    expect([1 / 3, -1 / 6, 0.08, -0.02, 0].map(nearestPercent)).toEqual([33.33333, -16.66667, 10, 0, 0]);
  });

  test('of a scale fall in quarters and cover every number once, rounded down', () => {
    const scales = fc
      .record({
        min: fc.integer({ min: -50, max: 50 }),
        step: fc.integer({ min: 1, max: 7 }),
        places: fc.integer({ min: 1, max: 60 }),
        a: fc.integer({ min: 0, max: 60 }),
        b: fc.integer({ min: 0, max: 60 }),
      })
      .map(({ min, step, places, a, b }) => {
        const [low, high] = [
          Math.min(a % (places + 1), b % (places + 1)),
          Math.max(a % (places + 1), b % (places + 1)),
        ];
        return { min, step, max: min + step * places, from: min + step * low, to: min + step * high, places };
      });
    fc.assert(
      fc.property(scales, ({ min, max, step, from, to, places }) => {
        const bands = bandsOf({ kind: 'scale', min, max, step, target: { from, to }, reasons: {} });
        for (let place = 0; place <= places; place += 1) {
          const value = min + place * step;
          const found = bands.filter((band) => band.from <= value && value <= band.to);
          const share = value < from ? (value - min) / (from - min) : value > to ? (max - value) / (max - to) : 1;
          expect(found.map(({ percent }) => percent)).toEqual([
            value >= from && value <= to ? 100 : Math.floor(share * 4 + 1e-9) * 25,
          ]);
        }
      }),
      { seed: 23, numRuns: 300 },
    );
  });
});

describe('a question', () => {
  test('carries its picture with what it shows, and no address outside', () => {
    const { quiz } = write(
      bankWith([exampleOf('image-mulberry-street', 'az')], 'az', { file: 'gallery/image-lab/az.mdx' }),
    );
    const files = all(quiz, 'file');
    expect(files.length).toBe(4);
    for (const { attributes, text } of files) {
      expect(attributes).toMatchObject({ path: '/', encoding: 'base64' });
      expect(Buffer.from(text, 'base64').toString('utf8')).toContain('<svg');
    }
    const [text = ''] = all(quiz, 'questiontext').map((node) => textAt(node, 'text'));
    const sources = [...text.matchAll(/<img src="([^"]*)" alt="([^"]+)" class="img-fluid"/g)].map(([, src]) => src);
    expect(sources).toEqual(files.slice(0, 2).map(({ attributes }) => `@@PLUGINFILE@@/${attributes['name']}`));
  });

  test('keeps its hints, its skills and its number', () => {
    const exercise = exampleOf('order-bridge-photo', 'kk');
    const [question] = questionsIn(write(bankWith([exercise], 'kk')).quiz);
    if (!question) throw new Error('no question');
    expect(all(question, 'hint').length).toBe(exercise.hints.length);
    expect(all(question, 'tag').map(({ text }) => text)).toEqual(['LAT']);
    expect(textAt(question, 'name', 'text')).toBe('1.1 · Test · 1-жаттығу · order-bridge-photo');
  });

  test('that does not count has no points', () => {
    const exercise = { ...exampleOf('choice-independent-voice', 'tr'), ungraded: true };
    const { quiz } = write(bankWith([exercise], 'tr'));
    expect(all(quiz, 'defaultgrade').map(({ text }) => text)).toEqual(['0']);
  });

  test('with brackets in its text gets no gap from them', () => {
    const gap = withTexts(exampleOf('gap-bus-report'), ['[[1]] mətn', 'x [[2]]', 'сөз']);
    const [question] = questionsIn(write(bankWith([gap])).quiz);
    if (!question || gap.type !== 'gap') throw new Error('no question');
    expect([...textAt(question, 'questiontext', 'text').matchAll(/\[\[\d+\]\]/g)].length).toBe(gap.gaps.length);
  });

  test('with two words that fit a gap becomes a question for each gap', () => {
    const exercise = exampleOf('gap-bus-report', 'uz');
    if (exercise.type !== 'gap') throw new Error('no gaps');
    const [first, second] = exercise.gaps;
    const gaps = exercise.gaps.map((gap) => (gap.id === first?.id ? { ...gap, also: [second?.id ?? ''] } : gap));
    const written = questionsIn(write(bankWith([{ ...exercise, gaps }], 'uz')).quiz);
    expect(written.map(({ attributes }) => attributes['type'])).toEqual(gaps.map(() => 'multichoice'));
    const right = written.map(
      (question) => all(question, 'answer').filter(({ attributes }) => attributes['fraction'] === '100').length,
    );
    expect(right).toEqual([2, ...gaps.slice(1).map(() => 1)]);
  });

  test('with a long target is split, since Moodle keeps 255 characters of it', () => {
    const match = exampleOf('match-claim-and-place', 'ru');
    if (match.type !== 'match') throw new Error('no match');
    const long = { html: 'ж'.repeat(256), text: 'ж'.repeat(256) };
    const pairs = match.pairs.map((pair, index) => (index ? pair : { ...pair, partner: long }));
    const { quiz } = write(bankWith([{ ...match, pairs }], 'ru'));
    expect(questionsIn(quiz).map(({ attributes }) => attributes['type'])).toEqual(pairs.map(() => 'multichoice'));
    expect(all(quiz, 'question').flatMap(faultsOf)).toEqual([]);
  });

  test('with more right answers than can share a point is marked by the lecturer', () => {
    const choice = exampleOf('choice-soup-number');
    if (choice.type !== 'choice') throw new Error('no choice');
    const [option] = choice.options;
    if (!option) throw new Error('no option');
    const options = Array.from({ length: 24 }, (_, index) => ({ ...option, id: `o${index}` }));
    const many = (count: number) => ({
      ...choice,
      many: true,
      options,
      key: options.slice(0, count).map(({ id }) => id),
    });
    const typesOf = (count: number) =>
      questionsIn(write(bankWith([many(count)])).quiz).map(({ attributes }) => attributes['type']);
    expect([typesOf(20), typesOf(21)]).toEqual([['multichoice'], ['essay']]);
  });
});

test('whatever the words, the file is well-formed and Moodle takes every question', () => {
  const examples = galleryCourse.modules[0]?.lessons.flatMap(({ versions }) => versions.en?.exercises ?? []) ?? [];
  fc.assert(
    fc.property(
      fc.constantFrom(...examples),
      fc.array(hostileText, { minLength: 3, maxLength: 9 }),
      (example, texts) => {
        const { quiz } = write(bankWith([withTexts(example, texts)], 'en', { title: texts[0] ?? '' }));
        expect(all(quiz, 'question').flatMap(faultsOf)).toEqual([]);
        for (const { text } of all(quiz, 'text')) {
          // HTML of a question is XML, too.
          if (text.startsWith('<div lang') || text.startsWith('<span lang')) expect(() => parseXml(text)).not.toThrow();
        }
      },
    ),
    { seed: 29, numRuns: 250 },
  );
});
