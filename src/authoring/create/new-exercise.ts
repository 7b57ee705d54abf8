import type { ContentFiles, ContentReading, LessonEntry, MarkdownParser } from '#course';
import { fallbackLocale } from '#language';
import { suggestName } from '#problem';
import { formNames, readForm, type Form } from './gallery-form.ts';
import { creationOf, faultOfId, isRefusal, refuse, type Creation, type Refusal } from './creation.ts';
import { freeName, openLesson } from './open-lesson.ts';

export interface NewExercise {
  /** The type as the gallery's folder is called, or `quiz`. */
  readonly type: string;
  /** The lesson by its id, or with folders above it. */
  readonly lesson: string;
  readonly id: string;
  /** The anchor of the section behind which it should stand; at the end of the lesson unless said. */
  readonly after?: string | undefined;
  /** Which example of the gallery, from 1. */
  readonly example: number;
}

/** What is needed to take an exercise from the gallery. */
export interface Gallery {
  readonly files: ContentFiles;
  readonly parse: MarkdownParser;
}

/** An exercise of the gallery in the source text of a lesson. */
export function newExercise(reading: ContentReading, gallery: Gallery, wanted: NewExercise): Creation | Refusal {
  if (!formNames.includes(wanted.type)) return refuseType(wanted.type);
  const lesson = openLesson(reading, wanted);
  if (isRefusal(lesson)) return lesson;
  const fault = faultOfId(wanted.id) ?? faultOfTaken(wanted, lesson.entry, reading);
  if (fault) return refuse(fault);
  const { type: kind, example, id } = wanted;
  const locales = [lesson.entry.source, fallbackLocale];
  const form = readForm(gallery.files, gallery.parse, { kind, locales, example, id });
  if (!form) return refuse(`The gallery has no example ${example} of ${kind}.`);
  const { text, copied } = withFreeNames(form, lesson.folder, reading.files);
  return creationOf({
    changed: new Map([[lesson.file, lesson.insert(text)]]),
    copied,
    notes: noteOnTranslations(lesson.entry),
  });
}

function refuseType(type: string): Refusal {
  const near = suggestName(type, formNames);
  return refuse(
    `There is no type "${type}". ${near ? `Did you mean "${near}"?` : `The types are: ${formNames.join(', ')}.`}`,
  );
}

/** Ids are kept for good, so one that any language of the lesson has is taken. */
function faultOfTaken(
  { id, type }: NewExercise,
  { course, module, id: lesson }: LessonEntry,
  { readings }: ContentReading,
): string | null {
  const folder = `courses/${course}/${module}/${lesson}/`;
  const bodies = [...readings].filter(([file]) => file.startsWith(folder)).flatMap(([, { body }]) => body ?? []);
  const taken = bodies.flatMap(({ drafts, quizzes }) => [...drafts, ...quizzes].map((entry) => entry.id));
  // The exercises of a quiz are numbered after its own id.
  const isTaken = (other: string) => other === id || (type === 'quiz' && other.startsWith(`${id}-`));
  const first = taken.find(isTaken);
  return first ? `The lesson has the id "${first}" already. Choose another than "${id}".` : null;
}

/** The form with its pictures under names that the lesson does not have yet. */
function withFreeNames(form: Form, folder: string, files: ContentFiles): { text: string; copied: Map<string, string> } {
  let text = form.text;
  const copied = new Map<string, string>();
  for (const path of form.media) {
    const name = freeName(files, folder, path);
    text = text.replaceAll(path, name);
    copied.set(`${folder}/${name}`, `${form.folder}/${path}`);
  }
  return { text, copied };
}

function noteOnTranslations({ versions, source }: LessonEntry): string[] {
  const others = Object.keys(versions).filter((locale) => locale !== source);
  if (!others.length) return [];
  return [
    `The lesson exists in ${others.join(', ')} too. Until it stands there with the same ids, the check reports it as missing in these languages.`,
  ];
}
