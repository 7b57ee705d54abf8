import { versionFor, type Content, type Lesson, type LessonEntry } from '#course';
import { createContentReader } from '#course/adapters/node-content';
import { languages, localeTags, type Locale } from '#language';
import { createTranslator, type Catalogue } from '#language/adapters/i18next-translator';
import { createKit, type Kit, type TeachingContext } from '#teaching';
import { createTeachingContext } from '#teaching/adapters/teaching-context';

const reading = createContentReader('content')();
if (!reading.content) throw new Error('content/ cannot be read');

/** The content of this repository. */
export const content: Content = reading.content;

export const locales: readonly Locale[] = localeTags.filter((tag) => content.site.languages.includes(tag));

const translators = new Map(
  locales.map((locale) => [
    locale,
    createTranslator(locale, JSON.parse(reading.files.texts.get(`interface/${locale}.json`) ?? '{}') as Catalogue),
  ]),
);

export const nameMinutes = (locale: Locale, count: number): string =>
  translators.get(locale)?.('course.minutes', { count }) ?? languages[locale].name;

export const context: TeachingContext = {
  ...createTeachingContext(reading.files, {
    to: (...path) => `/${path.join('/')}/`,
    absolute: (path) => `https://bilig.example${path}`,
  }),
  minutes: nameMinutes,
};

/** Every lesson of every course. */
export const entries: readonly LessonEntry[] = content.courses.flatMap(({ modules }) =>
  modules.flatMap(({ lessons }) => lessons),
);

/** The kit of a lesson in a language, or in the one that stands in. */
export function kitOf(entry: LessonEntry, locale: Locale): Kit {
  const version = versionFor<Lesson>(entry.versions, [locale, entry.source]);
  const course = content.courses.find(({ id }) => id === entry.course);
  if (!version || !course) throw new Error(`No lesson ${entry.id}`);
  const selection = { content, course, module: null, locale, fallback: version.locale };
  return createKit(entry, version.value, selection, context);
}
