import { checkContent, createNotes, importLesson, isRefusal, type ImportNote } from '#authoring';
import { readImport, type ImportFormat } from '#authoring/adapters/import-file';
import { readContent, type ContentReading, type Lesson } from '#course';
import { readContentFiles } from '#course/adapters/node-content';
import { parseMdx } from '#course/adapters/satteri-markdown';
import type { Exercise } from '#exercise';
import type { Locale } from '#language';
import { pluralCategories } from '#language/adapters/node-intl';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const base = readContentFiles('tests/fixtures/authoring/base');

/** The fixture's content with its course in another language. */
function contentIn(locale: Locale): ContentReading {
  const texts = [...base.texts].flatMap(([file, text]): [string, string][] => {
    if (!file.startsWith('courses/')) return [[file, text]];
    if (file.endsWith('course.yaml')) return [[file, text.replace('source: en', `source: ${locale}`)]];
    return file.endsWith('/en.mdx') ? [[file.replace(/en\.mdx$/u, `${locale}.mdx`), text]] : [];
  });
  return readContent({ texts: new Map(texts), others: base.others }, parseMdx);
}

const contents = new Map<Locale, ContentReading>();

export interface Draft {
  readonly mdx: string;
  /** The body alone, without the opening that is still to fill. */
  readonly body: string;
  readonly lesson: Lesson;
  readonly exercises: readonly Exercise[];
  readonly media: readonly string[];
  readonly notes: readonly ImportNote[];
  /** Which kinds of notes there are. */
  readonly lost: readonly string[];
  /** Errors that the content has with the draft and has not without. */
  readonly errors: readonly string[];
  readonly course: string;
}

/** Imports a file as the command does, without writing anything. */
export async function draftOf(
  bytes: string | Uint8Array,
  format: ImportFormat,
  { locale = 'en', name = 'file' }: { readonly locale?: Locale; readonly name?: string } = {},
): Promise<Draft> {
  const folder = mkdtempSync(join(tmpdir(), 'bilig-import-'));
  const path = join(folder, name);
  const { notes, note } = createNotes();
  try {
    writeFileSync(path, bytes);
    const found = await readImport(path, { format, locale, note });
    const reading = contents.get(locale) ?? contentIn(locale);
    contents.set(locale, reading);
    const wanted = { course: 'demo', module: 'first', id: 'draft', skills: [], published: '2026-11-26' };
    const imported = importLesson(reading, wanted, { found, parse: parseMdx, note });
    if (isRefusal(imported)) throw new Error(imported.refused);
    return readDraft(reading, imported.creation, notes, locale);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readDraft(
  reading: ContentReading,
  {
    created,
    changed,
    media,
  }: {
    readonly created: ReadonlyMap<string, string>;
    readonly changed: ReadonlyMap<string, string>;
    readonly media: ReadonlyMap<string, Uint8Array>;
  },
  notes: readonly ImportNote[],
  locale: Locale,
): Draft {
  const texts = new Map([...reading.files.texts, ...created, ...changed]);
  const after = readContent({ texts, others: new Set([...reading.files.others, ...media.keys()]) }, parseMdx);
  const errorsOf = (one: ContentReading) =>
    checkContent(one, pluralCategories)
      .filter(({ severity }) => severity === 'error')
      .map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message}`);
  const before = new Set(errorsOf(reading));
  const mdx = [...created.values()].join('');
  const entry = after.content?.courses[0]?.modules[0]?.lessons.find(({ id }) => id === 'draft');
  const lesson = entry?.versions[locale];
  const errors = errorsOf(after).filter((error) => !before.has(error));
  if (!lesson) throw new Error(`There is no lesson: ${errors.join('\n')}\n${mdx}`);
  return {
    mdx,
    body: mdx.replace(/^---\n[\s\S]*?\n---\n\n/u, '').replace(/^✎ Open with a case[^\n]*\n\n/u, ''),
    lesson,
    exercises: lesson.exercises,
    media: [...media.keys()],
    notes,
    lost: [...new Set(notes.map(({ what }) => what))].sort(),
    errors,
    course: [...changed.values()].join(''),
  };
}
