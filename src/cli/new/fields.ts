import { faultOfId, formNames, pictureForms } from '#authoring';
import { skillTags } from '#course';
import { fallbackLocale, isLocale, languages, localeTags, suggestLocale } from '#language';
import { suggestName } from '#problem';
import { statSync } from 'node:fs';
import { textOf, type Field } from './field.ts';

/** Wrong where it is none of the known ones, with the nearest. */
function among(what: string, known: readonly string[]): (answer: string) => string | null {
  return (answer) => {
    if (known.includes(answer)) return null;
    const near = suggestName(answer, known);
    return `There is no ${what} "${answer}". ${near ? `Did you mean "${near}"?` : `There are: ${known.join(', ')}.`}`;
  };
}

function day(answer: string): string | null {
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(answer) && new Date(answer).toISOString().startsWith(answer);
  return isDay ? null : `"${answer}" is no day. Days are written as 2026-11-23.`;
}

function isDate(answer: string): string | null {
  try {
    return day(answer);
  } catch {
    return `"${answer}" is no day of the calendar.`;
  }
}

function wholeNumber(least: number, most: number): (answer: string) => string | null {
  return (answer) =>
    /^\d{1,3}$/u.test(answer) && Number(answer) >= least && Number(answer) <= most
      ? null
      : `"${answer}" is no whole number from ${least} to ${most}.`;
}

function webAddress(answer: string): string | null {
  return URL.canParse(answer) && /^https?:/u.test(answer)
    ? null
    : `"${answer}" is no address that begins with https://.`;
}

export const id = (what: string, example: string): Field => ({
  flag: 'id',
  about: `its permanent id, such as ${example}`,
  question: `Which id should the ${what} have for good? (small Latin letters, as in ${example})`,
  required: true,
  faultOf: faultOfId,
});

export const locale: Field = {
  flag: 'locale',
  about: `the language it is written in (${fallbackLocale} unless said)`,
  question: 'In which language is it written?',
  initial: () => fallbackLocale,
  choices: () => localeTags.map((tag) => ({ value: tag, label: `${languages[tag].name} (${tag})` })),
  faultOf: (answer) => {
    if (isLocale(answer)) return null;
    const near = suggestLocale(answer);
    const mend = near ? `Did you mean "${near}"?` : `There are: ${localeTags.join(', ')}.`;
    return `There is no language "${answer}". ${mend}`;
  },
};

export const firstModule: Field = {
  flag: 'module',
  about: 'the id of its first module',
  question: 'Which id should its first module have?',
  required: true,
  faultOf: faultOfId,
};

export const title: Field = { flag: 'title', about: 'its title', question: 'What is its title?' };

export const summary: Field = {
  flag: 'summary',
  about: 'one or two sentences for lists and search results',
  question: 'What is it about, in one or two sentences?',
};

export const audience: Field = { flag: 'audience', about: 'who it is for', question: 'Who is it for?' };

export const authors: Field = {
  flag: 'author',
  about: 'who answers for it; may be said several times (the site’s institution unless said)',
  question: 'Who answers for it?',
  list: true,
  initial: (_, { content }) => content?.site.institution ?? null,
  required: true,
};

export const level: Field = {
  flag: 'level',
  about: '1 beginner (unless said), 2 intermediate, 3 advanced',
  question: 'How advanced is it?',
  initial: () => '1',
  choices: () => [
    { value: '1', label: 'beginner' },
    { value: '2', label: 'intermediate' },
    { value: '3', label: 'advanced' },
  ],
  faultOf: wholeNumber(1, 3),
};

export const courseLicence: Field = {
  flag: 'licence',
  about: 'SPDX name of its licence (CC-BY-SA-4.0 unless said)',
  question: 'Under which licence?',
  initial: () => 'CC-BY-SA-4.0',
};

export const course: Field = {
  flag: 'course',
  about: 'the course it belongs to (the only one unless said)',
  question: 'To which course does it belong?',
  required: true,
  initial: (_, { content }) => (content?.courses.length === 1 ? (content.courses[0]?.id ?? null) : null),
  choices: (_, { content }) => (content?.courses ?? []).map((entry) => ({ value: entry.id, label: entry.id })),
};

export const module: Field = {
  flag: 'module',
  about: 'the module it belongs to',
  question: 'To which module does it belong?',
  required: true,
  choices: (answers, { content }) => {
    const found = content?.courses.find((entry) => entry.id === textOf(answers, 'course'));
    return (found?.modules ?? []).map((entry) => ({ value: entry.id, label: entry.id }));
  },
};

export const goal: Field = {
  flag: 'goal',
  about: 'a sentence that completes "After this lesson you can"',
  question: 'After this lesson you can …',
};

export const objectives: Field = {
  flag: 'objective',
  about: 'what the learner can do afterwards; may be said several times',
  question: 'What can the learner do afterwards? (begin with a verb)',
  list: true,
};

export const minutes: Field = {
  flag: 'minutes',
  about: 'the time that an average learner needs, exercises included',
  question: 'How many minutes does an average learner need, exercises included?',
  required: true,
  faultOf: wholeNumber(1, 240),
};

export const skills: Field = {
  flag: 'skill',
  about: `what it trains; may be said several times: ${skillTags.join(', ')}`,
  question: 'Which skills does it train?',
  list: true,
  required: true,
  choices: () => skillTags.map((tag) => ({ value: tag, label: tag })),
  faultOf: among('skill', skillTags),
};

export const published: Field = {
  flag: 'published',
  about: 'the day of its first publication (today unless said)',
  question: 'On which day is it published?',
  initial: () => new Date().toISOString().slice(0, 10),
  faultOf: isDate,
};

export const lesson: Field = {
  flag: 'lesson',
  about: 'the lesson, by its id or as module/lesson',
  question: 'Into which lesson?',
  required: true,
  choices: (_, { content }) =>
    (content?.courses ?? []).flatMap(({ modules }) =>
      modules.flatMap(({ lessons }) =>
        lessons.map((entry) => {
          const path = `${entry.course}/${entry.module}/${entry.id}`;
          return { value: path, label: path };
        }),
      ),
    ),
};

export const type: Field = {
  flag: 'type',
  about: `its type: ${formNames.join(', ')}`,
  question: 'Which type? (the page /en/exercises/ shows them live)',
  required: true,
  choices: () => formNames.map((name) => ({ value: name, label: name })),
  faultOf: among('type', formNames),
};

/** A lesson in which a new term or source is used at once. */
export const useIn: Field = { ...lesson, required: undefined, unasked: true, about: 'a lesson that uses it at once' };

/** A picture and what is said of it. */
export const figure: readonly Field[] = [
  {
    flag: 'file',
    about: `the picture on your disk (${pictureForms.join(', ')})`,
    question: 'Where on your disk is the picture?',
    required: true,
    faultOf: (answer) =>
      statSync(answer, { throwIfNoEntry: false })?.isFile() ? null : `There is no file "${answer}".`,
  },
  { flag: 'alt', about: 'what it shows and why, for those who cannot see it', question: 'What does it show, and why?' },
  { flag: 'credit', about: 'who made it', question: 'Who made it?' },
  {
    flag: 'licence',
    about: 'SPDX name of its licence, such as CC-BY-4.0',
    question: 'Under which licence? (SPDX name, such as CC-BY-4.0)',
    required: true,
  },
  { flag: 'caption', about: 'the text below it', question: 'What should be written below it?' },
];

export const after: Field = {
  flag: 'after',
  about: 'the anchor of the section behind which it stands (at the end unless said)',
  question: '',
  unasked: true,
};

export const example: Field = {
  flag: 'example',
  about: 'which example of the gallery, where a type has several (1 unless said)',
  question: '',
  unasked: true,
  initial: () => '1',
  faultOf: wholeNumber(1, 9),
};

export const term: Field = { flag: 'term', about: 'the term in English', question: 'What is the term in English?' };

export const definition: Field = {
  flag: 'definition',
  about: 'what it means, in one sentence of English',
  question: 'What does it mean, in one sentence?',
};

export const avoid: Field = {
  flag: 'avoid',
  about: 'a word that should not be used for it; may be said several times',
  question: '',
  list: true,
  unasked: true,
};

/** What the bibliography asks of a work. */
export const work: readonly Field[] = [
  { flag: 'author', about: 'who wrote it', question: 'Who wrote it?', required: true },
  { flag: 'year', about: 'when it was published', question: 'When was it published?', required: true },
  { flag: 'title', about: 'its title, as it was published', question: 'What is its title?', required: true },
  {
    flag: 'language',
    about: 'its own language (BCP 47)',
    question: 'In which language is it? (such as en, kk)',
    required: true,
  },
  { flag: 'publisher', about: 'journal with volume, or publisher', question: 'Who published it?' },
  { flag: 'url', about: 'its address', question: 'At which address can it be read?', faultOf: webAddress },
  { flag: 'archive', about: 'the address of a kept copy', question: '', unasked: true, faultOf: webAddress },
  {
    flag: 'accessed',
    about: 'the day on which its address was last seen',
    question: '',
    unasked: true,
    faultOf: isDate,
  },
  { flag: 'isbn', about: 'its ISBN', question: '', unasked: true },
  { flag: 'licence', about: 'its licence', question: '', unasked: true },
];
