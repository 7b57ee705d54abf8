import { readContent, type ContentReading, type MarkdownParser } from '#course';
import { nameId } from '../name-id.ts';
import { fillMark } from '../create/fill.ts';
import { fixContent } from '../fix-content.ts';
import { findCourse, findModule, isRefusal, refuse, type Creation, type Refusal } from '../create/creation.ts';
import { newLesson } from '../create/new-lesson.ts';
import { draftLesson, type Taken } from './draft-lesson.ts';
import type { Found } from './found.ts';
import type { NoteImport } from './notes.ts';

/** What is said of the new lesson beside the file. */
export interface ImportedLesson {
  readonly course: string;
  readonly module: string;
  /** Made of the title where nothing is said. */
  readonly id?: string | undefined;
  /** The language of the words; the course's where nothing is said. */
  readonly locale?: string | undefined;
  /** Estimated where nothing is said. */
  readonly minutes?: number | undefined;
  readonly skills: readonly string[];
  readonly published: string;
}

/** A lesson that would be written, and what of the file is in it. */
export interface Imported {
  readonly creation: Creation;
  readonly taken: Taken;
}

/** A draft lesson of what was found in a file, at the end of a module. */
export function importLesson(
  reading: ContentReading,
  wanted: ImportedLesson,
  { found, parse, note }: { readonly found: Found; readonly parse: MarkdownParser; readonly note: NoteImport },
): Imported | Refusal {
  const course = findCourse(reading, wanted.course);
  if (isRefusal(course)) return course;
  const module = findModule(course, wanted.module);
  if (isRefusal(module)) return module;
  const { source } = course;
  if (wanted.locale !== undefined && wanted.locale !== source)
    return refuse(
      `The course ${course.id} is written in ${source}, and every lesson of it begins in that language; the file is said to be in ${wanted.locale}. Import it into a course in ${wanted.locale} (\`bilig new course --locale ${wanted.locale}\` makes one), or translate it first.`,
    );
  const draft = draftLesson(found, { locale: source, parse, note });
  const taken = new Set(module.lessons.map(({ id }) => id));
  const id = wanted.id ?? nameId({ locale: source, text: draft.title ?? '' }, { taken, fallback: 'imported' });
  const creation = newLesson(reading, {
    course: course.id,
    module: module.id,
    id,
    minutes: wanted.minutes ?? estimateMinutes(draft.taken),
    skills: wanted.skills.length ? wanted.skills : [standIn],
    published: wanted.published,
    title: draft.title ?? undefined,
    summary: draft.summary ?? undefined,
    objectives: [],
    body: draft.body,
    media: draft.media,
    remark: wanted.skills.length ? undefined : `${fillMark} Say which skills it trains; ${standIn} stands in for them.`,
  });
  if (isRefusal(creation)) return creation;
  return { creation: mend(reading, creation, { parse, note }), taken: draft.taken };
}

// An entry of course.yaml has to name a skill.
const standIn = 'SRC';

const wordsAMinute = 120;
const minutesAnExercise = 1.5;

/** Reading and answering, in whole minutes as the course's file takes them. */
function estimateMinutes({ words, exercises }: Taken): number {
  const asked = [...exercises.values()].reduce((sum, count) => sum + count, 0);
  return Math.min(240, Math.max(1, Math.ceil(words / wordsAMinute + asked * minutesAnExercise)));
}

/** The new texts with what `check --fix` would mend in them. */
function mend(
  { files }: ContentReading,
  creation: Creation,
  { parse, note }: { readonly parse: MarkdownParser; readonly note: NoteImport },
): Creation {
  const shared = [...files.texts].filter(
    ([file]) => file === 'site.yaml' || /^courses\/[^/]+\/course\.yaml$/u.test(file),
  );
  const texts = new Map([...shared, ...creation.changed, ...creation.created]);
  const fixed = fixContent({ texts, others: new Set() }, (changed) => readContent(changed, parse));
  const created = new Map(
    [...creation.created].map(([file, text]) => {
      const after = fixed.get(file) ?? text;
      tellWords(text, after, note);
      return [file, after];
    }),
  );
  return { ...creation, created };
}

function tellWords(before: string, after: string, note: NoteImport): void {
  const [old, fresh] = [before.split(/\s+/u), after.split(/\s+/u)];
  if (before === after) return;
  if (old.length !== fresh.length) return note('mended', '');
  old.forEach((word, index) => {
    if (word !== fresh[index]) note('mended', '', `${word} → ${fresh[index] ?? ''}`);
  });
}
