import { lessonsOf } from '#course';
import { languages, type Locale } from '#language';
import type { PageContext } from '../page-context.ts';
import { courseTitle } from './course-title.ts';

/** A course that can be kept, with the languages to choose from. */
export interface OfflineCourse {
  readonly id: string;
  readonly title: string;
  /** The language of the title, where it is another than the page's. */
  readonly lang: Locale | undefined;
  readonly languages: readonly { readonly locale: Locale; readonly name: string; readonly href: string }[];
}

/** Words of the page, with placeholders in double braces. */
export type OfflineWords = ReturnType<typeof offlineWords>;

/** What the page on which courses are kept needs to know. */
export interface OfflineSetup {
  readonly locale: Locale;
  readonly courses: readonly OfflineCourse[];
  readonly decimalMark: string;
  readonly words: OfflineWords;
}

export function offlineSetup(context: PageContext): OfflineSetup {
  const { content, format, links, locale } = context;
  const courses = content.courses
    .filter((course) => lessonsOf(course).length > 0)
    .map((course) => {
      const title = courseTitle(course, locale);
      return {
        id: course.id,
        title: title.title,
        lang: title.locale === locale ? undefined : title.locale,
        // The reader's own comes first: it is the one that most will keep.
        languages: [locale, ...content.site.languages.filter((other) => other !== locale)].map((other) => ({
          locale: other,
          name: languages[other].name,
          href: links.to(other, course.id),
        })),
      };
    });
  return { locale, courses, decimalMark: format.decimalMark, words: offlineWords(context) };
}

function offlineWords({ t }: PageContext) {
  return t('offline', { returnObjects: true, skipInterpolation: true });
}
