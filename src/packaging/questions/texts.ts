import type { RateExercise, ReflectExercise, ShortAnswerExercise } from '#exercise';
import { foldAnswer, lowerCase, upperCase, type Locale } from '#language';
import { list, markupOf, paragraph, strong } from '../markup.ts';
import type { Draft, DraftContext } from './draft.ts';

/** Signs that keyboards give for the apostrophe of Uzbek and of borrowed names. */
const apostrophes = ["'", '‘', '’', 'ʻ', 'ʼ', '`'];

/**
 * The spellings under which a learning platform, which compares letter by letter or with the letters of English alone,
 * forgives what we forgive: capitals (`IZ` and `İZ` for `iz`), apostrophes, and marks that a keyboard does not have.
 */
export function spellingsOf(locale: Locale, answers: readonly string[]): string[] {
  const variants = answers.flatMap((answer) => {
    const folded = foldAnswer(locale, answer);
    const typed = apostrophes.map((sign) => answer.replace(/['‘’ʻʼ`]/gu, sign));
    const cased = typed.flatMap((text) => [text, lowerCase(locale, text), upperCase(locale, text)]);
    return [answer, ...cased, folded, upperCase(locale, folded)];
  });
  return [...new Set(variants.map((text) => text.replace(/\s+/gu, ' ').trim()).filter(Boolean))];
}

export function draftShortAnswer(exercise: ShortAnswerExercise): Draft[] {
  const { locale, accepted, foreseen, reason, otherwise } = exercise;
  return [
    {
      points: 1,
      form: {
        kind: 'short-text',
        accepted: spellingsOf(locale, accepted),
        reason: markupOf(reason),
        foreseen: foreseen.map((wrong) => ({
          answers: spellingsOf(locale, [wrong.answer]),
          reason: markupOf(wrong.reason),
        })),
        otherwise: markupOf(otherwise),
      },
    },
  ];
}

/** A number within the target earns the point, others a share of it by their distance; a rating of oneself earns nothing. */
export function draftRate({ min, max, step, target, bands, unit, low, high }: RateExercise): Draft[] {
  const range = unit === null ? `${min} – ${max}` : `${min} – ${max} ${unit}`;
  const ends = [low === null ? [] : [`${min}: ${low}`], high === null ? [] : [`${max}: ${high}`]].flat();
  return [
    {
      points: target ? 1 : 0,
      material: [range, ...ends].map((line) => paragraph(line)),
      form: {
        kind: 'scale',
        min,
        max,
        step,
        target,
        reasons: Object.fromEntries(bands.map(({ id, reason }) => [id, markupOf(reason)])),
      },
    },
  ];
}

/** A text of one's own: nobody marks it. */
export function draftReflect({ criteria, model }: ReflectExercise, { words }: DraftContext): Draft[] {
  const levels = criteria.map((criterion) => [
    paragraph([strong(markupOf(criterion.content))]),
    ...list(
      'ol',
      criterion.levels.map(({ content }) => markupOf(content)),
    ),
  ]);
  const guide = [paragraph([strong(words.modelAnswer)]), ...markupOf(model)];
  return [
    {
      points: 0,
      material: [paragraph([strong(words.rateYourText)]), ...list('ul', levels)],
      closing: guide,
      form: { kind: 'essay', guide, lines: 15 },
    },
  ];
}
