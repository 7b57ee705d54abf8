import {
  newCourse,
  newExercise,
  newFigure,
  newLesson,
  newModule,
  newSource,
  newTerm,
  type Creation,
  type Gallery,
  type Refusal,
} from '#authoring';
import type { ContentReading } from '#course';
import { fallbackLocale, isLocale } from '#language';
import { resolve } from 'node:path';
import { listOf, needed, textOf, type Answers, type Field } from './field.ts';
import * as fields from './fields.ts';

/** Something that `bilig new` makes. */
export interface Kind {
  readonly about: string;
  readonly fields: readonly Field[];
  /** Addresses at which it can be looked at in the preview, below the language, and the language. */
  create(answers: Answers, reading: ContentReading, gallery: Gallery): Creation | Refusal;
}

/** All of them by name; a new one is an entry here. */
export const kinds: Readonly<Record<string, Kind>> = {
  course: {
    about: 'a course with its page and its first module',
    fields: [
      fields.id('course', 'media-literacy'),
      fields.firstModule,
      fields.locale,
      fields.title,
      fields.summary,
      fields.audience,
      fields.authors,
      fields.level,
      fields.courseLicence,
    ],
    create: (answers, reading) => {
      const locale = needed(answers, 'locale');
      return newCourse(reading, {
        id: needed(answers, 'id'),
        source: isLocale(locale) ? locale : fallbackLocale,
        licence: needed(answers, 'licence'),
        authors: listOf(answers, 'author'),
        level: Number(needed(answers, 'level')),
        ...wordsOf(answers),
        audience: textOf(answers, 'audience'),
        module: { id: needed(answers, 'module') },
      });
    },
  },
  module: {
    about: 'a module at the end of a course',
    fields: [fields.course, fields.id('module', 'finding-the-source'), fields.title, fields.summary],
    create: (answers, reading) =>
      newModule(reading, { course: needed(answers, 'course'), id: needed(answers, 'id'), ...wordsOf(answers) }),
  },
  lesson: {
    about: 'a lesson at the end of a module, and its place in course.yaml',
    fields: [
      fields.course,
      fields.module,
      fields.id('lesson', 'leave-the-page'),
      fields.title,
      fields.summary,
      fields.goal,
      fields.objectives,
      fields.minutes,
      fields.skills,
      fields.published,
    ],
    create: (answers, reading) =>
      newLesson(reading, {
        course: needed(answers, 'course'),
        module: needed(answers, 'module'),
        id: needed(answers, 'id'),
        ...wordsOf(answers),
        goal: textOf(answers, 'goal'),
        objectives: listOf(answers, 'objective'),
        minutes: Number(needed(answers, 'minutes')),
        skills: listOf(answers, 'skill'),
        published: needed(answers, 'published'),
      }),
  },
  exercise: {
    about: 'an example from the gallery in a lesson, to be filled with your own words',
    fields: [fields.lesson, fields.type, fields.id('exercise', 'who-published'), fields.after, fields.example],
    create: (answers, reading, gallery) =>
      newExercise(reading, gallery, {
        type: needed(answers, 'type'),
        lesson: needed(answers, 'lesson'),
        id: needed(answers, 'id'),
        after: textOf(answers, 'after'),
        example: Number(needed(answers, 'example')),
      }),
  },
  figure: {
    about: 'a picture in the folder of a lesson, and its figure in the text',
    fields: [fields.lesson, ...fields.figure, fields.after],
    create: (answers, reading) =>
      newFigure(reading, {
        lesson: needed(answers, 'lesson'),
        after: textOf(answers, 'after'),
        picture: resolve(needed(answers, 'file')),
        alt: textOf(answers, 'alt'),
        credit: textOf(answers, 'credit'),
        licence: needed(answers, 'licence'),
        caption: textOf(answers, 'caption'),
      }),
  },
  term: {
    about: 'a term of the glossary',
    fields: [
      fields.id('term', 'lateral-reading'),
      fields.term,
      fields.definition,
      fields.avoid,
      fields.useIn,
      fields.after,
    ],
    create: (answers, reading) =>
      newTerm(reading, {
        id: needed(answers, 'id'),
        term: textOf(answers, 'term'),
        definition: textOf(answers, 'definition'),
        avoid: listOf(answers, 'avoid'),
        ...placeOf(answers),
      }),
  },
  source: {
    about: 'a work at the end of the bibliography',
    fields: [fields.id('work', 'wineburg-2022'), ...fields.work, fields.useIn, fields.after],
    create: (answers, reading) =>
      newSource(reading, {
        id: needed(answers, 'id'),
        author: needed(answers, 'author'),
        year: needed(answers, 'year'),
        title: needed(answers, 'title'),
        language: needed(answers, 'language'),
        publisher: textOf(answers, 'publisher'),
        url: textOf(answers, 'url'),
        archive: textOf(answers, 'archive'),
        isbn: textOf(answers, 'isbn'),
        licence: textOf(answers, 'licence'),
        accessed: textOf(answers, 'accessed'),
        ...placeOf(answers),
      }),
  },
};

function placeOf(answers: Answers): { readonly lesson: string | undefined; readonly after: string | undefined } {
  return { lesson: textOf(answers, 'lesson'), after: textOf(answers, 'after') };
}

function wordsOf(answers: Answers): { readonly title: string | undefined; readonly summary: string | undefined } {
  return { title: textOf(answers, 'title'), summary: textOf(answers, 'summary') };
}
