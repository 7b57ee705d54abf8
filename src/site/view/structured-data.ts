import { lessonsOf, licenceUrl, versionFor, type Course } from '#course';
import type { LessonView } from './lesson-view.ts';
import type { PageContext } from '../page-context.ts';
import { preferredLocales } from './preferred-locales.ts';

const schema = 'https://schema.org';

/** schema.org/Course with its lessons as parts. */
export function courseData(course: Course, { locale, links, content, t }: PageContext): object {
  const page = versionFor(course.pages, preferredLocales(locale, course.source));
  return {
    '@context': schema,
    '@type': 'Course',
    name: page?.value.title ?? course.id,
    description: page?.value.summary ?? '',
    url: links.absolute(links.to(locale, course.id)),
    inLanguage: page?.locale ?? course.source,
    license: licenceUrl(course.licence) ?? course.licence,
    educationalLevel: t(`course.levels.${course.level}` as 'course.levels.1'),
    isAccessibleForFree: true,
    provider: { '@type': 'Organization', name: content.site.institution, url: content.site.address },
    hasPart: lessonsOf(course).map((entry) => ({
      '@type': 'LearningResource',
      url: links.absolute(links.to(locale, course.id, entry.module, entry.id)),
    })),
  };
}

/** schema.org/LearningResource of a lesson and schema.org/Quiz of its exercises. */
export function lessonData({ context, course, entry, lesson, text }: LessonView): object[] {
  const { links, content } = context;
  const url = (locale: typeof context.locale) => links.absolute(links.to(locale, entry.course, entry.module, entry.id));
  const own = url(lesson.locale);
  const shared = {
    '@context': schema,
    inLanguage: lesson.locale,
    license: licenceUrl(course.licence) ?? course.licence,
    isAccessibleForFree: true,
    publisher: { '@type': 'Organization', name: content.site.institution, url: content.site.address },
  };
  const resource = {
    ...shared,
    '@type': 'LearningResource',
    '@id': own,
    url: own,
    name: lesson.title,
    description: lesson.summary,
    learningResourceType: 'lesson',
    teaches: lesson.objectives,
    timeRequired: `PT${entry.minutes}M`,
    datePublished: entry.published,
    ...(entry.updated ? { dateModified: entry.updated } : {}),
    isPartOf: { '@type': 'Course', url: links.absolute(links.to(lesson.locale, entry.course)) },
    ...(lesson.locale === entry.source ? {} : { translationOfWork: { '@id': url(entry.source) } }),
  };
  const quiz = {
    ...shared,
    '@type': 'Quiz',
    name: lesson.title,
    about: lesson.goal,
    url: own,
    isPartOf: { '@id': own },
  };
  return text.exercises.size ? [resource, quiz] : [resource];
}
