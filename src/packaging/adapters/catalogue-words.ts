import type { Locale } from '#language';
import { createTranslator, type Catalogue, type Translator } from '#language/adapters/i18next-translator';
import { createFormatters } from '#language/adapters/node-intl';
import type { BookWords, PackageWords } from '../words.ts';

/** The words of packages in a language, from its catalogue of the interface's words. */
export function packageWords(locale: Locale, catalogue: Catalogue): PackageWords {
  const t = createTranslator(locale, catalogue);
  const level = (value: 1 | 2 | 3) => t(`exercise.own.triage.levels.${value}`);
  return {
    exercise: (number) => t('exercise.label', { number }),
    invented: t('exercise.invented'),
    ungraded: t('exercise.ungraded'),
    verdict: {
      true: t('exercise.verdict.true'),
      false: t('exercise.verdict.false'),
      unsure: t('exercise.verdict.unsure'),
    },
    headline: {
      sound: t('exercise.own.headline-sort.sound'),
      misleading: t('exercise.own.headline-sort.misleading'),
    },
    ratings: (['0', '1', '2', '3'] as const).map((rating) => t(`exercise.own.checklist.ratings.${rating}`)),
    places: (['1', '2', '3', '4'] as const).map((place) => t(`exercise.own.correct-it.places.${place}`)),
    modelAnswer: t('exercise.own.reflect.model'),
    rateYourText: t('exercise.own.reflect.rate'),
    source: t('exercise.own.post-edit.source'),
    goodTranslation: t('exercise.own.post-edit.reference'),
    pageToCheck: t('exercise.own.lateral-read.page'),
    address: t('exercise.own.lateral-read.address'),
    searchResults: t('exercise.own.lateral-read.search'),
    independent: t('exercise.own.lateral-read.independent'),
    trap: t('exercise.own.lateral-read.trap'),
    tools: {
      crop: t('exercise.own.image-lab.names.crop'),
      details: t('exercise.own.image-lab.names.details'),
      reverse: t('exercise.own.image-lab.names.reverse'),
      compare: t('exercise.own.image-lab.names.compare'),
      credentials: t('exercise.own.image-lab.names.credentials'),
    },
    otherPicture: t('exercise.own.image-lab.other'),
    credit: (name) => t('media.credit', { credit: name }),
    goalAtLeast: (value) => t('exercise.own.branch.least', { value }),
    goalAtMost: (value) => t('exercise.own.branch.most', { value }),
    chosen: t('exercise.own.branch.chosen'),
    state: t('exercise.own.branch.state'),
    end: t('exercise.own.branch.end'),
    likelihood: (value) => t('exercise.own.triage.likelihood', { level: level(value) }),
    impact: (value) => t('exercise.own.triage.impact', { level: level(value) }),
    opinion: t('exercise.own.triage.opinion'),
    half: t('exercise.own.triage.half'),
    explains: t('exercise.own.quiz.section'),
    licence: t('course.licence'),
    authors: t('course.authors'),
    machineDraft: t('draft.title'),
    lookFor: t('exercise.own.highlight.look'),
    kinds: t('exercise.kinds', { returnObjects: true }),
    answers: t('exercise.answers'),
    answer: t('exercise.answer'),
    right: t('exercise.marks.right'),
    goodEstimate: (range) => t('exercise.own.rate.target', { range }),
    notes: t('note', { returnObjects: true }),
    transcript: t('media.transcript'),
    openRecording: (title) => t('media.open', { title }),
    goal: (goal) => t('lesson.goal', { goal }),
    objectives: t('lesson.objectives'),
    sources: t('lesson.sources'),
    sourceLabel: (number) => t('source.label', { number }),
    glossary: t('glossary.title'),
    module: (number) => t('course.module', { number }),
    lesson: (number) => t('course.lesson', { number }),
    untranslated: t('fallback.title'),
    shownIn: (language) => t('fallback.text', { language }),
    updated: (day) => t('lesson.updated', { date: createFormatters(locale).date(day) }),
    machineDraftText: t('draft.text'),
    book: bookWords(t),
  };
}

function bookWords(t: Translator): BookWords {
  return {
    contents: t('book.contents'),
    toQuestion: t('book.toQuestion'),
    credits: t('book.credits'),
    live: t('book.live'),
    inQuiz: t('book.inQuiz'),
    accessibility: t('book.accessibility'),
    choose: t('book.choose'),
    quiz: (lesson) => t('book.quiz', { lesson }),
  };
}
