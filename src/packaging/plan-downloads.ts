import type { Content, Course, Module } from '#course';
import type { Locale } from '#language';
import { suggestName } from '#problem';
import { isPackageFormat, packageFormats, type PackageFormatName } from './formats.ts';
import { missingLessons } from './selection.ts';

/** A file that a site gives away. */
export interface Download {
  /** Its path in the built site. */
  readonly file: string;
  readonly format: PackageFormatName;
  readonly course: Course;
  /** Null for the whole course. */
  readonly module: Module | null;
  readonly locales: readonly [Locale, ...Locale[]];
}

/**
 * The files that `site.yaml` asks for under `downloads`: of each course and each of its modules, in every language in
 * which all lessons exist; of the whole course also one with all those languages, where the format can hold several.
 *
 * @throws where a format is named that there is not
 */
export function planDownloads(content: Content): Download[] {
  const { courses, modules } = content.site.downloads;
  const [ofCourses, ofModules] = [formatsNamed(courses), formatsNamed(modules)];
  return content.courses.flatMap((course) => [
    ...planScope(content, course, null, ofCourses),
    ...course.modules.flatMap((module) => planScope(content, course, module, ofModules)),
  ]);
}

function planScope(
  content: Content,
  course: Course,
  module: Module | null,
  formats: readonly PackageFormatName[],
): Download[] {
  const lessons = (module ? [module] : course.modules).flatMap((one) => one.lessons);
  if (!lessons.length) return [];
  const locales = content.site.languages.filter(
    (locale) => !missingLessons({ content, course, module, locale, fallback: null }).length,
  );
  const [first, ...others] = locales;
  return formats.flatMap((format) => {
    const file = (language: string) =>
      `downloads/${course.id}/${module?.id ?? course.id}.${language}.${format}.${packageFormats[format].extension}`;
    const single = locales.map((locale): Download => ({
      file: file(locale),
      format,
      course,
      module,
      locales: [locale],
    }));
    const isWorthwhile = !module && packageFormats[format].multilingual && first && others.length;
    return isWorthwhile
      ? [...single, { file: file('all'), format, course, module, locales: [first, ...others] }]
      : single;
  });
}

function formatsNamed(names: readonly string[]): PackageFormatName[] {
  return names.map((name) => {
    if (isPackageFormat(name)) return name;
    const known = Object.keys(packageFormats);
    const near = suggestName(name, known);
    throw new Error(
      `content/site.yaml: there is no format "${name}" for downloads. ${near ? `Did you mean "${near}"?` : `The formats are: ${known.join(', ')}.`}`,
    );
  });
}
