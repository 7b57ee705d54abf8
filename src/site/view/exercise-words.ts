import type { Locale } from '#language';
import type { WordKey } from '#language/adapters/i18next-translator';
import { createPageContext } from '../page-context.ts';

/**
 * The words an island needs, given to it as properties so that no i18next reaches the browser. Placeholders in double
 * braces are filled by the island; none of these words needs a plural form.
 */
export function exerciseWordsFor(locale: Locale) {
  const page = createPageContext(locale);
  const t = (key: WordKey) => page.t(key, { skipInterpolation: true });
  return {
    label: t('exercise.label'),
    invented: t('exercise.invented'),
    ungraded: t('exercise.ungraded'),
    check: t('exercise.check'),
    retry: t('exercise.retry'),
    restart: t('exercise.restart'),
    hint: t('exercise.hint'),
    hintLabel: t('exercise.hintLabel'),
    solution: t('exercise.solution'),
    right: t('exercise.right'),
    wrong: t('exercise.wrong'),
    partly: t('exercise.partly'),
    shown: t('exercise.shown'),
    attemptsLeft: t('exercise.attemptsLeft'),
    empty: t('exercise.empty'),
    incomplete: t('exercise.incomplete'),
    why: t('exercise.why'),
    answer: t('exercise.answer'),
    markRight: t('exercise.marks.right'),
    markWrong: t('exercise.marks.wrong'),
    markMissed: t('exercise.marks.missed'),
    belongs: t('exercise.marks.belongs'),
    select: t('exercise.select'),
    yourAnswer: t('exercise.yourAnswer'),
    spelling: t('exercise.spelling'),
    up: t('exercise.up'),
    down: t('exercise.down'),
    moved: t('exercise.moved'),
    sureQuestion: t('exercise.sure.question'),
    sure: [t('exercise.sure.1'), t('exercise.sure.2'), t('exercise.sure.3')],
    sureWrong: t('exercise.sure.wrong'),
    verdict: {
      true: t('exercise.verdict.true'),
      false: t('exercise.verdict.false'),
      unsure: t('exercise.verdict.unsure'),
    },
    kinds: {
      choice: t('exercise.kinds.choice'),
      choiceMany: t('exercise.kinds.choiceMany'),
      verdict: t('exercise.kinds.verdict'),
      match: t('exercise.kinds.match'),
      categorise: t('exercise.kinds.categorise'),
      order: t('exercise.kinds.order'),
      shortAnswer: t('exercise.kinds.shortAnswer'),
    },
    noScript: t('exercise.noScript'),
    answers: t('exercise.answers'),
    failed: t('exercise.failed'),
  };
}

export type ExerciseWords = ReturnType<typeof exerciseWordsFor>;
