import { versionFor } from '#course';
import { languages, type Locale } from '#language';
import type { PageContext } from '../page-context.ts';
import { preferredLocales } from './preferred-locales.ts';

/** A language to search in. */
export interface SearchLanguage {
  readonly locale: Locale;
  readonly name: string;
  /** Address of the language's folder, which the index's paths start from. */
  readonly root: string;
  /** Address of the folder of its index. */
  readonly index: string;
}

/** Forms of a counted phrase for a browser that knows no plurals: `pick` says for each number up to 199 which form it takes. */
export interface CountedWords {
  readonly forms: readonly string[];
  readonly pick: string;
}

/** What the search in the browser needs to know of the page; it stands in the markup as JSON. */
export interface SearchSetup {
  readonly own: SearchLanguage;
  readonly others: readonly SearchLanguage[];
  readonly words: {
    readonly loading: string;
    /** With `{{count}}`. */
    readonly count: string;
    /** With `{{query}}`. */
    readonly none: string;
    readonly advice: string;
    readonly glossary: string;
    readonly example: string;
    readonly question: string;
    readonly more: string;
    /** With `{{words}}`. */
    readonly instead: string;
    readonly similar: string;
    readonly incomplete: string;
    readonly retry: string;
    readonly others: string;
    readonly inOthers: string;
    readonly noneInOthers: string;
    /** With `{{count}}` and `{{language}}`. */
    readonly inLanguage: CountedWords;
  };
}

export function searchSetup(context: PageContext): SearchSetup {
  const { t, content, locale } = context;
  const skipInterpolation = true;
  return {
    own: searchLanguage(context, locale),
    others: content.site.languages.filter((other) => other !== locale).map((other) => searchLanguage(context, other)),
    words: {
      loading: t('search.loading'),
      count: t('search.count', { skipInterpolation }),
      none: t('search.none', { skipInterpolation }),
      advice: t('search.advice'),
      glossary: t('search.term'),
      example: t('exercise.invented'),
      question: t('search.question'),
      more: t('search.more'),
      instead: t('search.instead', { skipInterpolation }),
      similar: t('search.similar'),
      incomplete: t('search.incomplete'),
      retry: t('search.retry'),
      others: t('search.others'),
      inOthers: t('search.inOthers'),
      noneInOthers: t('search.noneInOthers'),
      inLanguage: countWords((count) => t('search.inLanguage', { count, skipInterpolation })),
    },
  };
}

function searchLanguage({ links }: PageContext, locale: Locale): SearchLanguage {
  return {
    locale,
    name: languages[locale].name,
    root: links.to(locale),
    index: links.file(`search/${locale}/`),
  };
}

/** So many numbers hold every rule there is: from 200 on each takes the form of the number a hundred below (CLDR). */
const numbers = 200;

function countWords(write: (count: number) => string): CountedWords {
  const all = Array.from({ length: numbers }, (_, count) => write(count));
  const forms = [...new Set(all)];
  return { forms, pick: all.map((form) => forms.indexOf(form)).join('') };
}

/** A place that a search can be kept to: a course, or the glossary. */
export interface SearchPlace {
  /** Stands in the address. */
  readonly id: string;
  readonly name: string;
  /** The language of the name, where it is another than the page's. */
  readonly lang: Locale | undefined;
}

/** The courses that have a lesson in the language, and the glossary. */
export function searchPlaces({ content, locale, t }: PageContext): SearchPlace[] {
  const courses = content.courses
    .filter(({ modules }) => modules.some(({ lessons }) => lessons.some(({ versions }) => versions[locale])))
    .flatMap(({ id, source, pages }) => {
      const page = versionFor(pages, preferredLocales(locale, source));
      return page ? { id, name: page.value.title, lang: page.locale === locale ? undefined : page.locale } : [];
    });
  // A course cannot be named so: its pages would lie where the glossary's do.
  return [...courses, { id: 'glossary', name: t('search.term'), lang: undefined }];
}
