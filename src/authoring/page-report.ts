import type { ContentReading, TranslationState } from '#course';
import { isLocale, type Locale } from '#language';
import type { Problem } from '#problem';
import { measureTexts, readingLevels } from './reading-level.ts';
import { pageOfFolder, type PageReading, type PageSet } from './survey.ts';

/** How the text of a page reads, as far as it can be counted. */
export interface ReadingReport {
  readonly words: number;
  readonly sentences: number;
  /** Letters, signs and spaces between them. */
  readonly characters: number;
  /** Half of the sentences have as many words or more, and how many that should be at most. */
  readonly medianSentence: number;
  readonly longestMedian: number;
}

/** One file of a page: one language's text of it. */
export interface VersionReport {
  readonly locale: Locale;
  readonly file: string;
  readonly isSource: boolean;
  /** Null for the source, and where the file does not say it. */
  readonly state: TranslationState | null;
  /** Nothing can be shown of it before its errors are mended. */
  readonly unreadable: boolean;
  readonly problems: readonly Problem[];
  /** How many of them say that it differs from its source: what was changed there and not here. */
  readonly differences: number;
  /** Null where it has no words. */
  readonly reading: ReadingReport | null;
}

/** What authors are told about one page of the site. */
export interface PageReport {
  readonly kind: PageSet['kind'];
  readonly source: Locale;
  /** In the language that is shown, then in the others; a page of examples has several files a language. */
  readonly own: readonly VersionReport[];
  readonly others: readonly VersionReport[];
  /** Languages of the site that it does not have. */
  readonly missing: readonly Locale[];
  /** Faults of what it shares with other pages: its course's file, its pictures and captions, and `site.yaml`. */
  readonly shared: readonly Problem[];
  readonly elsewhere: readonly Problem[];
}

export interface PageAddress {
  readonly locale: Locale;
  /** Below the language: `media-literacy/finding-the-source`. */
  readonly address: string;
}

/** The addresses of all pages that are written in files, below the language. */
export function pageAddresses(reading: ContentReading): string[] {
  return [...new Set(pageFiles(reading).map(({ page }) => page.address))];
}

type WrittenPage = Omit<PageSet, 'versions'>;

interface PageFile {
  readonly file: string;
  readonly locale: Locale;
  readonly page: WrittenPage;
}

/** Every file that is a page in some language, by its name alone: one whose course cannot be read is a page, too. */
function pageFiles({ content, files }: ContentReading): PageFile[] {
  const pages = new Map<string, WrittenPage>();
  return [...files.texts.keys()].flatMap((file) => {
    const [, folder = '', locale = ''] = /^((?:courses|gallery|pages)\/.+)\/([^/]+)\.mdx$/u.exec(file) ?? [];
    if (!isLocale(locale)) return [];
    const page = pages.get(folder) ?? pageOfFolder(folder, content);
    pages.set(folder, page);
    return [{ file, locale, page }];
  });
}

/**
 * What authors are told about a page: a projection of the content and of what the check has found in it.
 *
 * @returns null where no file is written for the page
 */
export function reportPage(
  reading: ContentReading,
  problems: readonly Problem[],
  { locale, address }: PageAddress,
): PageReport | null {
  const written = pageFiles(reading).filter(({ page }) => page.address === address);
  const [first] = written;
  if (!first) return null;
  const versions = written.map((one) => reportVersion(one, reading.readings.get(one.file), problems));
  const files = new Set(versions.map(({ file }) => file));
  const rest = problems.filter(({ file }) => !files.has(file));
  const isShared = ({ file }: Problem) => file === 'site.yaml' || written.some(({ page }) => isPartOf(page, file));
  const languages = reading.content?.site.languages ?? [];
  return {
    kind: first.page.kind,
    source: first.page.source,
    own: versions.filter((version) => version.locale === locale),
    others: versions.filter((version) => version.locale !== locale),
    missing: languages.filter((tag) => !versions.some((version) => version.locale === tag)),
    shared: rest.filter(isShared),
    elsewhere: rest.filter((problem) => !isShared(problem)),
  };
}

/** True where the text of a page in its language is there and cannot be read: another language would stand in for it. */
export function isUnreadablePage(reading: ContentReading, { locale, address }: PageAddress): boolean {
  const own = pageFiles(reading).filter((one) => one.page.address === address && one.locale === locale);
  return own.some(({ file }) => isUnreadable(reading.readings.get(file)));
}

function isUnreadable(version: PageReading | undefined): boolean {
  return !version?.frontMatter || !version.body;
}

/** The file of the course, and what lies beside the page's text without being a text of another page. */
function isPartOf({ kind, folder }: WrittenPage, file: string): boolean {
  const course = /^courses\/[^/]+/u.exec(folder)?.[0];
  if (course && file === `${course}/course.yaml`) return true;
  const inside = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : null;
  return inside !== null && (kind === 'lesson' ? !inside.endsWith('.mdx') : !inside.includes('/'));
}

function reportVersion(
  { file, locale, page }: PageFile,
  version: PageReading | undefined,
  all: readonly Problem[],
): VersionReport {
  const problems = all.filter((problem) => problem.file === file);
  const isSource = locale === page.source;
  return {
    locale,
    file,
    isSource,
    state: version?.frontMatter?.translation?.state ?? null,
    unreadable: isUnreadable(version),
    problems,
    differences: isSource ? 0 : problems.filter(({ rule }) => saysDifference(rule)).length,
    reading: version ? reportReading(version) : null,
  };
}

function saysDifference(rule: string): boolean {
  return rule === 'heading-differs' || (rule.startsWith('translation-') && !rule.startsWith('translation-state-'));
}

function reportReading({ locale, body }: PageReading): ReadingReport | null {
  const texts = (body?.sections ?? []).map(({ text }) => text);
  const measures = measureTexts(locale, texts);
  if (!measures) return null;
  const { words, sentences, medianSentence } = measures;
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return { words, sentences, characters, medianSentence, longestMedian: readingLevels[locale].longestMedian };
}
