import { fullLessonId, versionFor, type Course, type Module } from '#course';
import { moduleOutline, type ModuleOutline } from '#lms';
import type { PageContext } from '../page-context.ts';
import { courseView } from './course-view.ts';
import { embedContext } from './embed-view.ts';
import { preferredLocales } from './preferred-locales.ts';

/** A lesson in the list of a package. */
export interface PackageLesson {
  readonly title: string;
  /** The language that its title is in. */
  readonly locale: string;
  readonly href: string;
  readonly fullId: string;
}

/** What stands around the lessons of a module in a package for a learning platform. */
export interface PackageView {
  readonly title: string;
  readonly description: string;
  readonly outline: ModuleOutline;
  /** The page that introduces the module. */
  readonly overview: string;
  readonly lessons: readonly PackageLesson[];
  /** The question of each exercise by its full id, for platforms that show it to teachers. */
  readonly descriptions: Readonly<Record<string, string>>;
  /** When the module's text was last changed: a day, as 2026-11-26. */
  readonly edition: string;
}

/** Characters of a description that every platform keeps. */
const longestDescription = 250;

export function packageView(course: Course, module: Module, context: PageContext): PackageView {
  const embedded = embedContext(context.locale);
  const row = courseView(course, embedded)?.modules.find(({ id }) => id === module.id);
  if (!row) throw new Error(`The module ${module.id} has no page; bilig check says so.`);
  return {
    title: row.title,
    description: row.summary,
    outline: moduleOutline(course, module),
    overview: embedded.links.to(context.locale, course.id, module.id),
    lessons: row.lessons.map(({ title, locale, href, fullId }) => ({
      title,
      locale,
      href,
      fullId,
    })),
    descriptions: Object.fromEntries(
      module.lessons.flatMap((entry) => {
        const version = versionFor(entry.versions, preferredLocales(context.locale, entry.source));
        return (version?.value.exercises ?? []).map(({ id, prompt }) => [
          `${fullLessonId(entry)}/${id}`,
          shorten(prompt.text),
        ]);
      }),
    ),
    edition:
      module.lessons
        .map(({ published, updated }) => updated ?? published)
        .sort()
        .at(-1) ?? '',
  };
}

/** By characters, never through the middle of one. */
function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= longestDescription ? line : `${[...line].slice(0, longestDescription - 10).join('')}…`;
}
