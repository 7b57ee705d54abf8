import type { Locale } from '#language';
import type { WordKey } from '#language/adapters/i18next-translator';
import { wordNames, type IslandWords } from '../islands/words.ts';
import { createPageContext } from '../page-context.ts';

const translateFor = (locale: Locale) => {
  const { t } = createPageContext(locale);
  // Placeholders in double braces stay, for the islands to fill.
  return (key: WordKey) => t(key, { skipInterpolation: true });
};

/** The words about exercises that stand in the page and do not change. */
export function exerciseWordsFor(locale: Locale) {
  const t = translateFor(locale);
  return {
    label: t('exercise.label'),
    invented: t('exercise.invented'),
    ungraded: t('exercise.ungraded'),
    kinds: createPageContext(locale).t('exercise.kinds', { returnObjects: true }),
    own: ownWordsFor(locale),
    discernment: discernmentWordsFor(locale),
    verdict: {
      true: t('exercise.verdict.true'),
      false: t('exercise.verdict.false'),
      unsure: t('exercise.verdict.unsure'),
    },
    noScript: t('exercise.noScript'),
    answers: t('exercise.answers'),
    answer: t('exercise.answer'),
    right: t('exercise.marks.right'),
    failed: t('exercise.failed'),
  };
}

/**
 * The words that a rarer type of exercise has for itself. They are given to its island and to no other, so that lessons
 * do not carry words of types that they do not have.
 */
export function ownWordsFor(locale: Locale) {
  return createPageContext(locale).t('exercise.own', { returnObjects: true, skipInterpolation: true });
}

/** How a learner told misleading items from sound ones, in words; given to the islands that judge sets. */
export function discernmentWordsFor(locale: Locale) {
  return createPageContext(locale).t('exercise.discernment', { returnObjects: true, skipInterpolation: true });
}

export type DiscernmentWords = ReturnType<typeof discernmentWordsFor>;

export type OwnWords = ReturnType<typeof ownWordsFor>;

/** The words of the islands in a language, so that no i18next reaches the browser. */
export function islandWordsFor(locale: Locale): IslandWords {
  const t = translateFor(locale);
  return Object.fromEntries(wordNames.map((name) => [name, t(`exercise.${name}`)])) as IslandWords;
}

export type ExerciseWords = ReturnType<typeof exerciseWordsFor>;
