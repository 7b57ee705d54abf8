import type { Locale } from '#language';
import { suggestName, type Place, type Problem } from '#problem';
import { checkFolder } from './check.ts';
import { checkCompletion, completionRules } from './completion.ts';
import type { Lesson, LessonEntry } from './lesson.ts';
import { readCheck } from './read-check.ts';
import { whyReserved } from './reserved-ids.ts';
import { pagesOf, type Reader } from './reader.ts';
import { reviewDates } from './review-date.ts';
import { lessonOf, withAnchorsOf } from './read-lesson-file.ts';
import { coursePageSchema, courseSchema, lessonSchema, pageSchema, type CourseFile } from './schema.ts';
import type { Course, Module } from './structure.ts';

type ModuleFile = CourseFile['modules'][number];
type LessonFile = ModuleFile['lessons'][number];

/** What a module's reader needs to know of its course. */
interface CourseContext {
  readonly id: string;
  readonly source: Locale;
  readonly reader: Reader;
  placeOf(path: readonly PropertyKey[]): Place;
}

/** Reads one course; null where `course.yaml` is missing or cannot be read. */
export function readCourse(id: string, reader: Reader): Course | null {
  const folder = `courses/${id}`;
  const file = `${folder}/course.yaml`;
  const reading = reader.yaml(file, courseSchema);
  if (!reading) {
    reader.report(fault({ file, line: 1, column: 1 }, 'course-missing', missingCourse(id)));
    return null;
  }
  if (!reading.value) return null;
  const { modules, completion, ...course } = reading.value;
  const context: CourseContext = { id, source: course.source, reader, placeOf: reading.placeOf };
  const known = modules.map((module) => module.id);
  for (const name of reader.folders(folder)) {
    if (!known.includes(name) && name !== checkFolder) reportUnknown(`${folder}/${name}`, 'module', context);
  }
  const check = known.includes(checkFolder) ? null : readCheck(id, course.source, context.placeOf([]), reader);
  const pages = pagesOf(reader.versions(folder, coursePageSchema));
  requireSource(pages, { folder, rule: 'course-page-missing', at: context.placeOf([]) }, context);
  const read = modules.map((module, at) => readModule(module, at, context));
  const problems = checkCompletion(
    completion,
    read.flatMap(({ lessons }) => lessons),
    context.placeOf,
  );
  for (const problem of problems) reader.report(problem);
  return { id, ...course, completion: completionRules(completion), pages, modules: read, check };
}

function readModule(file: ModuleFile, at: number, context: CourseContext): Module {
  const { reader } = context;
  const folder = `courses/${context.id}/${file.id}`;
  reportReserved('module', file.id, ['modules', at, 'id'], context);
  const pages = pagesOf(reader.versions(folder, pageSchema));
  requireSource(pages, { folder, rule: 'module-missing', at: context.placeOf(['modules', at]) }, context);
  const known = file.lessons.map((lesson) => lesson.id);
  for (const name of reader.folders(folder)) {
    if (!known.includes(name)) reportUnknown(`${folder}/${name}`, 'lesson', context);
  }
  if (file.announced && file.lessons.length) {
    reader.report(fault(context.placeOf(['modules', at]), 'announced-with-lessons', announcedWithLessons(file.id)));
  }
  const lessons = file.lessons.map((lesson, index) =>
    readLesson(
      lesson,
      { folder: `${folder}/${lesson.id}`, module: file.id, path: ['modules', at, 'lessons', index] },
      context,
    ),
  );
  return { id: file.id, course: context.id, announced: file.announced, pages, lessons };
}

interface LessonContext {
  readonly folder: string;
  readonly module: string;
  readonly path: readonly PropertyKey[];
}

function readLesson(file: LessonFile, { folder, module, path }: LessonContext, context: CourseContext): LessonEntry {
  reportReserved('lesson', file.id, [...path, 'id'], context);
  const readings = context.reader.versions(folder, lessonSchema);
  requireSource(readings, { folder, rule: 'lesson-missing', at: context.placeOf(path) }, context);
  const read: Partial<Record<Locale, Lesson>> = {};
  for (const reading of Object.values(readings)) {
    const lesson = lessonOf(reading);
    if (lesson) read[reading.locale] = lesson;
  }
  const source = read[context.source];
  const versions: Partial<Record<Locale, Lesson>> = {};
  for (const lesson of Object.values(read)) versions[lesson.locale] = source ? withAnchorsOf(source, lesson) : lesson;
  const { id, minutes, skills, published, updated = null } = file;
  const { id: course, source: language } = context;
  const review = reviewDates(file);
  return { course, module, id, minutes, skills, published, updated, review, source: language, versions };
}

function requireSource(
  versions: Partial<Record<Locale, unknown>>,
  { folder, rule, at }: { folder: string; rule: string; at: Place },
  context: CourseContext,
): void {
  if (versions[context.source]) return;
  const name = `${folder}/${context.source}.mdx`;
  // A file that is there but could not be read has its own messages already.
  if (context.reader.files.texts.has(name)) return;
  const [id = '', ...above] = folder.split('/').reverse();
  const near = suggestName(id, context.reader.folders(above.reverse().join('/')));
  context.reader.report(
    fault(at, rule, {
      message: `course.yaml names ${id}, but ${name} does not exist.`,
      hint: near
        ? `Did you mean \`${near}\`? Otherwise write ${name}.`
        : `Write ${name}, or take the entry out of course.yaml.`,
    }),
  );
}

function reportUnknown(folder: string, what: 'module' | 'lesson', { reader, source }: CourseContext): void {
  if (what === 'lesson' && folder.endsWith('/media')) return;
  const [first] = [...reader.files.texts.keys()].filter((file) => file.startsWith(`${folder}/`));
  const file = first ?? `${folder}/${source}.mdx`;
  const id = folder.split('/').at(-1) ?? '';
  reader.report(
    fault({ file, line: 1, column: 1 }, `${what}-unknown`, {
      message: `course.yaml does not name the ${what} "${id}", so nobody would ever see it.`,
      hint:
        what === 'lesson'
          ? `Add \`- { id: ${id}, minutes: 20, skills: [SRC], published: 2026-01-31 }\` to its module in course.yaml.`
          : `Add \`- id: ${id}\` under \`modules:\` in course.yaml.`,
    }),
  );
}

function reportReserved(
  what: 'module' | 'lesson',
  id: string,
  path: readonly PropertyKey[],
  { reader, placeOf }: CourseContext,
): void {
  const message = whyReserved(what, id);
  if (message === null) return;
  const rule = what === 'module' && id === checkFolder ? 'check-reserved' : 'id-reserved';
  const hint = `Give the ${what} another id here, and its folder the same name.`;
  reader.report(fault(placeOf(path), rule, { message, hint }));
}

function fault(place: Place, rule: string, words: { message: string; hint: string }): Problem {
  return { ...place, rule, severity: 'error', ...words };
}

function missingCourse(id: string): { message: string; hint: string } {
  return {
    message: `The course "${id}" has no course.yaml, so its lessons have no order, time or licence.`,
    hint: 'Write it after the example in content/README.md.',
  };
}

function announcedWithLessons(id: string): { message: string; hint: string } {
  return {
    message: `The module "${id}" is announced as coming later, yet it has lessons.`,
    hint: 'Remove `announced: true` to publish them, or take the lessons out of the list.',
  };
}
