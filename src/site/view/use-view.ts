import { versionFor, type Course, type LessonEntry, type Module } from '#course';
import { languages, type Locale } from '#language';
import { frameSnippet, scriptSnippet } from '../embed-snippets.ts';
import { createPageContext, type PageContext } from '../page-context.ts';
import { snippetOf } from './oembed.ts';
import { preferredLocales } from './preferred-locales.ts';

/** Something that can be embedded, as an entry of the list. */
export interface UseEntry {
  /** Path below the module: nothing, a lesson, an exercise of it. */
  readonly value: string;
  readonly label: string;
  readonly titles: UseTitles;
}

/** The title of the frame in each language in which there is something to show. */
export type UseTitles = Readonly<Partial<Record<Locale, string>>>;

export interface UseView {
  readonly module: { readonly title: string; readonly href: string; readonly entry: UseEntry };
  /** Each lesson with its exercises. */
  readonly lessons: readonly { readonly title: string; readonly entries: readonly UseEntry[] }[];
  readonly languages: readonly { readonly value: Locale; readonly label: string }[];
  /** The code for the whole module in the page's language. */
  readonly frame: string;
  readonly script: string;
  readonly host: string;
  /** JSON for the script that follows the choices, safe inside a script element. */
  readonly data: string;
}

/** What the script of the page knows. */
export interface UseData {
  readonly site: string;
  /** course/module */
  readonly path: readonly string[];
  readonly titles: Readonly<Record<string, UseTitles>>;
}

interface ModulePlace {
  readonly course: Course;
  readonly module: Module;
}

/** The page on which a lecturer chooses what to show in a page of hers. */
export function useView({ course, module }: ModulePlace, context: PageContext): UseView {
  const { locale, links, t, content } = context;
  const titles = mapTitles(content.site.languages, (language) => module.pages[language]?.title);
  const title = versionFor(module.pages, preferredLocales(locale, course.source))?.value.title ?? module.id;
  const entry = { value: '', label: t('embed.whole'), titles };
  const lessons = module.lessons.map((lesson, index) => lessonEntries(lesson, index + 1, context));
  const path = [course.id, module.id];
  const snippet = snippetOf({ path, title, authors: course.authors }, context);
  const all = [entry, ...lessons.flatMap(({ entries }) => entries)];
  const data: UseData = {
    site: snippet.site,
    path,
    titles: Object.fromEntries(all.map((one) => [one.value, one.titles])),
  };
  return {
    module: { title, href: links.to(locale, ...path), entry },
    lessons,
    languages: content.site.languages.map((value) => ({ value, label: languages[value].name })),
    frame: frameSnippet(snippet),
    script: scriptSnippet(snippet),
    host: new URL(snippet.site).host,
    data: JSON.stringify(data).replaceAll('<', '\\u003c'),
  };
}

function lessonEntries(
  { id, versions, source }: LessonEntry,
  number: number,
  context: PageContext,
): UseView['lessons'][number] {
  const { locale, t, content } = context;
  const version = versionFor(versions, preferredLocales(locale, source));
  const titlesOf = (titleIn: (locale: Locale) => string | undefined) => mapTitles(content.site.languages, titleIn);
  const exercises = (version?.value.exercises ?? []).map((exercise, index) => ({
    value: `${id}/${exercise.id}`,
    label: `${nameOf(index, locale)}: ${shorten(exercise.prompt.text)}`,
    titles: titlesOf((language) => {
      const at = versions[language]?.exercises.findIndex((other) => other.id === exercise.id) ?? -1;
      return at < 0 ? undefined : `${nameOf(at, language)} · ${versions[language]?.title}`;
    }),
  }));
  const whole = {
    value: id,
    label: version?.value.title ?? id,
    titles: titlesOf((language) => versions[language]?.title),
  };
  return { title: t('course.lesson', { number }), entries: [whole, ...exercises] };
}

const nameOf = (index: number, locale: Locale) => createPageContext(locale).t('exercise.label', { number: index + 1 });

function mapTitles(all: readonly Locale[], titleIn: (locale: Locale) => string | undefined): UseTitles {
  return Object.fromEntries(all.flatMap((locale) => (titleIn(locale) ? [[locale, titleIn(locale)]] : [])));
}

const longest = 60;

/** The beginning of a question, cut between words. */
function shorten(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, text.lastIndexOf(' ', longest))} …`;
}
