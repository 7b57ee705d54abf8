import type { ContentFiles, ContentReading, LessonEntry, MdxReading, PageFrontMatter } from '#course';
import { suggestName } from '#problem';
import { startOffsetOfLine } from '../place.ts';
import { findLesson, isRefusal, refuse, type Refusal } from './creation.ts';
import { lineEndOf } from './edit-yaml.ts';

/** A lesson into whose source text something is to be written. */
export interface OpenLesson {
  readonly entry: LessonEntry;
  readonly folder: string;
  readonly file: string;
  /** The text with a block at the chosen place, with an empty line before and after it. */
  insert(block: string): string;
}

export interface LessonPlace {
  /** The lesson by its id, or with folders above it. */
  readonly lesson: string;
  /** The anchor of the section behind which it should stand; at the end of the lesson unless said. */
  readonly after?: string | undefined;
}

/** Finds a lesson and the place in it, or says why it cannot be written to. */
export function openLesson(reading: ContentReading, { lesson, after }: LessonPlace): OpenLesson | Refusal {
  const entry = findLesson(reading, lesson);
  if (isRefusal(entry)) return entry;
  const folder = `courses/${entry.course}/${entry.module}/${entry.id}`;
  const file = `${folder}/${entry.source}.mdx`;
  const page = reading.readings.get(file);
  if (!page?.body) return refuse(`${file} cannot be read. Mend it first: \`bilig check\` says what is wrong with it.`);
  const text = reading.files.texts.get(file) ?? '';
  const offset = offsetAfter(page, text, after);
  if (isRefusal(offset)) return offset;
  return { entry, folder, file, insert: (block) => insertBlock(text, offset.at, block) };
}

/** A path that is not taken in a folder yet: `media/a.svg`, or else `media/a-2.svg` and so on. */
export function freeName({ texts, others }: ContentFiles, folder: string, path: string): string {
  let name = path;
  for (let number = 2; texts.has(`${folder}/${name}`) || others.has(`${folder}/${name}`); number++) {
    name = path.replace(/(?=\.[^.]*$)/u, `-${number}`);
  }
  return name;
}

/** Where the section with an anchor ends, as an offset into the text without a byte order mark. */
function offsetAfter(
  { body }: MdxReading<PageFrontMatter>,
  text: string,
  anchor: string | undefined,
): { readonly at: number } | Refusal {
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
