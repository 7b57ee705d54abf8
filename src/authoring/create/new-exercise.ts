import type { ContentFiles, ContentReading, LessonEntry, MarkdownParser, MdxReading, PageFrontMatter } from '#course';
import { fallbackLocale } from '#language';
import { suggestName } from '#problem';
import { startOffsetOfLine } from '../place.ts';
import { lineEndOf } from './edit-yaml.ts';
import { formNames, readForm, type Form } from './gallery-form.ts';
import { creationOf, faultOfId, findLesson, isRefusal, refuse, type Creation, type Refusal } from './creation.ts';

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

type Reading = MdxReading<PageFrontMatter>;

/** An exercise of the gallery in the source text of a lesson. */
export function newExercise(reading: ContentReading, gallery: Gallery, wanted: NewExercise): Creation | Refusal {
  const lesson = findLesson(reading, wanted.lesson);
  if (isRefusal(lesson)) return lesson;
  if (!formNames.includes(wanted.type)) return refuseType(wanted.type);
  const folder = `courses/${lesson.course}/${lesson.module}/${lesson.id}`;
  const file = `${folder}/${lesson.source}.mdx`;
  const page = reading.readings.get(file);
  if (!page?.body) return refuse(`${file} cannot be read. Mend it first: \`bilig check\` says what is wrong with it.`);
  const fault = faultOfId(wanted.id) ?? faultOfTaken(wanted, lesson, reading);
  if (fault) return refuse(fault);
  const { type: kind, example, id } = wanted;
  const form = readForm(gallery.files, gallery.parse, {
    kind,
    locales: [lesson.source, fallbackLocale],
    example,
    id,
  });
  if (!form) return refuse(`The gallery has no example ${example} of ${kind}.`);
  const offset = offsetAfter(page, reading.files.texts.get(file) ?? '', wanted.after);
  if (isRefusal(offset)) return offset;
  const { text, copied } = withFreeNames(form, folder, reading.files);
  return creationOf({
    changed: new Map([[file, insertBlock(reading.files.texts.get(file) ?? '', offset.at, text)]]),
    copied,
    notes: noteOnTranslations(lesson),
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

/** Where the section with an anchor ends, as an offset into the text without a byte order mark. */
function offsetAfter({ body }: Reading, text: string, anchor: string | undefined): { readonly at: number } | Refusal {
  const plain = text.replace(/^\uFEFF/u, '');
  if (anchor === undefined) return { at: plain.length };
  const sections = body?.sections ?? [];
  const wanted = anchor.replace(/^#/u, '');
  const at = sections.findIndex((section) => section.anchor === wanted);
  const next = sections[at + 1];
  if (at >= 0) return { at: next ? startOffsetOfLine(plain, next.place.line) : plain.length };
  const known = sections.map((section) => section.anchor).filter(Boolean);
  const near = suggestName(wanted, known);
  const mend = near ? `Did you mean "${near}"?` : `It has: ${known.join(', ') || 'none'}.`;
  return refuse(`The lesson has no section "${wanted}". ${mend}`);
}

/** Puts a block between two others, with an empty line before and after it, in the line ends of the file. */
function insertBlock(text: string, at: number, block: string): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const plain = text.slice(mark.length);
  const end = lineEndOf(text);
  const before = plain.slice(0, at).replace(/\s+$/u, '');
  const after = plain.slice(at).replace(/^[\r\n]+/u, '');
  const lines = block.trim().replaceAll('\n', end);
  return `${mark}${before}${end}${end}${lines}${end}${after ? `${end}${after}` : ''}`;
}

/** The form with its pictures under names that the lesson does not have yet. */
function withFreeNames(
  form: Form,
  folder: string,
  { texts, others }: ContentFiles,
): { text: string; copied: Map<string, string> } {
  let text = form.text;
  const copied = new Map<string, string>();
  for (const path of form.media) {
    let name = path;
    for (let number = 2; texts.has(`${folder}/${name}`) || others.has(`${folder}/${name}`); number++) {
      name = path.replace(/(?=\.[^.]*$)/u, `-${number}`);
    }
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
