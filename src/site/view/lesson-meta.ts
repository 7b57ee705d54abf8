import type { LessonView } from './lesson-view.ts';
import { courseView } from './course-view.ts';
import { oembedAddress } from './oembed.ts';
import type { PageMeta } from './page-meta.ts';
import { lessonData } from './structured-data.ts';

export interface LessonPageMeta {
  readonly meta: PageMeta;
  /** From the home page down to the lesson's module. */
  readonly trail: readonly { readonly title: string; readonly href: string }[];
  /** The lesson's path after the locale. */
  readonly path: readonly string[];
}

/** What the head and the breadcrumbs of a lesson's page say; a borrowed text is not to be found by search engines. */
export function lessonMeta(view: LessonView): LessonPageMeta {
  const { context, course, module, entry, lesson, borrowed, available } = view;
  const { t, links, locale } = context;
  const path = [course.id, module.id, entry.id];
  const parent = courseView(course, context);
  const row = parent?.modules.find(({ id }) => id === module.id);
  return {
    path,
    meta: {
      title: lesson.title,
      description: lesson.summary,
      path,
      languages: available,
      indexed: !borrowed,
      structuredData: borrowed ? [] : lessonData(view),
      kind: 'article',
      oembed: oembedAddress(path, context),
    },
    trail: [
      { title: t('nav.home'), href: links.to(locale) },
      { title: parent?.page.title ?? course.id, href: links.to(locale, course.id) },
      { title: row?.title ?? module.id, href: links.to(locale, course.id, module.id) },
    ],
  };
}
