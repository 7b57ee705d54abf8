import { sortProblems, type Problem } from '#problem';
import { readCourse } from './read-course.ts';
import type { MarkdownParser, MdxReading } from './read-lesson-file.ts';
import { createReader, pagesOf, type ContentFiles, type KeptReadings, type Reader } from './reader.ts';
import {
  pageSchema,
  siteSchema,
  sourcesSchema,
  termSchema,
  type PageFrontMatter,
  type SourceFile,
  type TermFile,
  type TranslationState,
} from './schema.ts';
import type { Content, Course, Page, PerLocale } from './structure.ts';

/** What was read, whole or in part, and everything that is wrong with it. */
export interface ContentReading {
  /** Null where `site.yaml` cannot be read: without it nothing can be built. */
  readonly content: Content | null;
  readonly files: ContentFiles;
  /** Every MDX file as read, by path. */
  readonly readings: ReadonlyMap<string, MdxReading<PageFrontMatter>>;
  readonly problems: readonly Problem[];
}

/**
 * Reads a whole content folder. Pure: the files come as texts, the parser as an argument.
 *
 * @param kept what an earlier call has read; files whose text is the same keep their reading, and the very same object
 */
export function readContent(
  files: ContentFiles,
  parse: MarkdownParser,
  kept: KeptReadings = new Map(),
): ContentReading {
  for (const file of kept.keys()) if (!files.texts.has(file)) kept.delete(file);
  const problems: Problem[] = [];
  const readings = new Map<string, MdxReading<PageFrontMatter>>();
  const reader = createReader(files, parse, { problems, readings, kept });
  const site = reader.yaml('site.yaml', siteSchema)?.value ?? null;
  if (!files.texts.has('site.yaml')) problems.push(missingSite);
  // Learners meet the easier courses first; those of one level stand in the order of their ids.
  const read = reader.folders('courses').flatMap((id) => readCourse(id, reader) ?? []);
  const courses = read.toSorted((a, b) => a.level - b.level);
  const glossary = readGlossary(reader);
  const sources = reader.yaml('sources.yaml', sourcesSchema)?.value ?? {};
  const pages = new Map(reader.folders('pages').map((id) => [id, readPages(`pages/${id}`, reader)]));
  const gallery = new Map(reader.folders('gallery').map((kind) => [kind, readPages(`gallery/${kind}`, reader)]));
  const content: Content | null = site && {
    site,
    courses: courses.map((course) => (site.drafts === 'hide' ? withoutDrafts(course) : course)),
    glossary,
    sources: new Map<string, SourceFile>(Object.entries(sources)),
    pages,
    gallery,
  };
  return { content, files, readings, problems: sortProblems(problems) };
}

const missingSite: Problem = {
  file: 'site.yaml',
  line: 1,
  column: 1,
  rule: 'site-missing',
  severity: 'error',
  message: 'There is no site.yaml, so nothing says who runs this site and in which languages.',
  hint: 'Copy the one of the project’s own content folder and change its values.',
};

function readGlossary(reader: Reader): Map<string, TermFile> {
  const glossary = new Map<string, TermFile>();
  for (const file of reader.files.texts.keys()) {
    const id = /^glossary\/([^/]+)\.yaml$/u.exec(file)?.[1];
    if (!id) continue;
    const term = reader.yaml(file, termSchema)?.value;
    if (term) glossary.set(id, term);
  }
  return glossary;
}

function readPages(folder: string, reader: Reader): PerLocale<Page> {
  return pagesOf(reader.versions(folder, pageSchema));
}

function withoutDrafts(course: Course): Course {
  const kept = <Version extends { readonly state: TranslationState | null }>(versions: PerLocale<Version>) =>
    Object.fromEntries(
      Object.entries(versions).filter(([, { state }]) => state !== 'machine-draft'),
    ) as PerLocale<Version>;
  const modules = course.modules.map((module) => ({
    ...module,
    lessons: module.lessons.map((lesson) => ({ ...lesson, versions: kept(lesson.versions) })),
  }));
  return { ...course, modules, check: course.check && { a: kept(course.check.a), b: kept(course.check.b) } };
}
