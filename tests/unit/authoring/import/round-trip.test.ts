import { isScored, type Exercise } from '#exercise';
import { foldAnswer, localeTags } from '#language';
import { packageFormats } from '#packaging';
import { describe, expect, test, vi } from 'vitest';
import { allBanks, bankWith, galleryCourse, readPicture } from '../../packaging/banks.ts';
import { draftOf } from './support.ts';

// Every type in every language, written, read and checked.
vi.setConfig({ testTimeout: 120_000 });

const formats = ['moodle-xml', 'gift'] as const;

function write(format: (typeof formats)[number], bank: (typeof allBanks)[number]['bank']): string {
  const { files } = packageFormats[format].write(bank, readPicture);
  return String([...files.values()][0]);
}

const examples = galleryCourse.modules.flatMap(({ lessons }) =>
  lessons.flatMap(({ versions }) => Object.values(versions).flatMap((lesson) => lesson.exercises)),
);
const label = (exercise: Exercise) => `${exercise.type} ${exercise.id} (${exercise.locale})`;
const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** What is right in an exercise, in words, so that ids, which no format carries, do not matter. */
function keyOf(exercise: Exercise): unknown {
  switch (exercise.type) {
    case 'choice':
      return {
        many: exercise.many,
        options: exercise.options.map(({ id, content }) => [plain(content.text), exercise.key.includes(id)]),
      };
    case 'verdict':
      return exercise.options.map(({ id }) => id === exercise.key);
    case 'match':
      return {
        pairs: exercise.pairs.map(({ content, partner }) => [plain(content.text), plain(partner.text)]).sort(),
        spares: exercise.spares.map(({ content }) => plain(content.text)).sort(),
      };
    case 'categorise':
      return exercise.cards
        .map(({ content, group }) => [
          plain(content.text),
          exercise.groups.find(({ id }) => id === group)?.content.text,
        ])
        .sort();
    case 'order':
      return exercise.steps.map(({ content }) => plain(content.text));
    case 'short-answer':
      return [...new Set(exercise.accepted.map((answer) => foldAnswer(exercise.locale, answer)))].sort();
    case 'rate':
      return { min: exercise.min, max: exercise.max, target: exercise.target };
    case 'gap':
      return {
        text: exercise.passage.map((segments) => segments.map(({ content }) => content.text).join('')),
        gaps: exercise.gaps.map(({ content }) => content.text),
        spares: exercise.spares.map(({ content }) => content.text).sort(),
      };
    default:
      return exercise.type;
  }
}

describe.each(formats)('what %s was written of a lesson comes back', (format) => {
  const carried: readonly Exercise['type'][] =
    format === 'gift'
      ? ['choice', 'match', 'categorise', 'short-answer', 'rate', 'reflect']
      : ['choice', 'match', 'categorise', 'short-answer', 'rate', 'reflect', 'order', 'gap'];
  const known = examples.filter(
    (exercise) =>
      carried.includes(exercise.type) &&
      // A rating of oneself is a text field in these formats, and a gap in which two words fit a question of its own.
      (exercise.type !== 'rate' || isScored(exercise)) &&
      (exercise.type !== 'gap' || exercise.gaps.every(({ also }) => !also.length)),
  );

  test.each(known.map((exercise) => [label(exercise), exercise] as const))(
    '%s: with the same key',
    async (_, exercise) => {
      const { locale } = exercise;
      const draft = await draftOf(write(format, bankWith([exercise], locale)), format, { locale });
      expect(draft.errors).toEqual([]);
      expect(draft.exercises.map(keyOf)).toEqual([keyOf(exercise)]);
    },
  );

  test.each(localeTags)('a verdict in %s, with its labels as answers to choose', async (locale) => {
    const verdicts = examples.filter((exercise) => exercise.type === 'verdict' && exercise.locale === locale);
    const draft = await draftOf(write(format, bankWith(verdicts, locale)), format, { locale });
    expect(draft.errors).toEqual([]);
    const keys = draft.exercises.map((exercise) =>
      exercise.type === 'choice' ? exercise.options.map(({ id }) => exercise.key.includes(id)) : null,
    );
    expect(keys).toEqual(verdicts.map(keyOf));
  });

  test.each(allBanks.filter(({ name }) => /gallery|\((?:az|kk)\)/u.test(name)).map((one) => [one.name, one] as const))(
    'every question of %s, in a draft that passes the check',
    async (_, { bank, locale }) => {
      const text = write(format, bank);
      const { questions } = packageFormats[format].write(bank, readPicture);
      const draft = await draftOf(text, format, { locale });
      expect(draft.errors).toEqual([]);
      expect(draft.lost).not.toContain('question-unread');
      expect(draft.lost).not.toContain('question-type');
      expect(draft.exercises.length + draft.notes.filter(({ what }) => what === 'question-unfit').length).toBe(
        questions,
      );
      expect(draft.notes.filter(({ what }) => what === 'question-unfit')).toEqual([]);
    },
  );
});
