import type { Course, Module } from '#course';
import type { Locale } from '#language';
import { packageFormats, planDownloads, type Download, type PackageFormatName } from '#packaging';
import { importGuides, type ImportWay } from '../import-guides.ts';
import type { PageContext } from '../page-context.ts';

export interface DownloadRow {
  readonly name: PackageFormatName;
  readonly format: string;
  readonly takenBy: string;
  readonly files: readonly { readonly file: string; readonly href: string; readonly label: string }[];
}

export interface DownloadScope {
  readonly id: string;
  readonly title: string;
  /** The page with the code for other sites; null for the course, which has none. */
  readonly use: string | null;
  readonly rows: readonly DownloadRow[];
}

export interface GuideView {
  readonly platform: string;
  readonly ways: readonly (ImportWay & { readonly title: string })[];
}

/** The files of a course in the page's language, the whole course first and then its modules. */
export function downloadScopes(course: Course, context: PageContext): DownloadScope[] {
  const { locale, links, t } = context;
  const files = filesOf(course, context).filter(({ locales }) => locales.includes(locale));
  const scopes: [Module | null, string][] = [
    [null, t('downloads.whole')],
    ...course.modules.map((module): [Module, string] => [
      module,
      (module.pages[locale] ?? module.pages[course.source])?.title ?? module.id,
    ]),
  ];
  return scopes.flatMap(([module, title]) => {
    const own = files.filter((download) => download.module?.id === module?.id);
    const use = module && links.to(locale, course.id, module.id, 'use');
    return own.length ? [{ id: module?.id ?? course.id, title, use, rows: rowsOf(own, context) }] : [];
  });
}

/** How the files that are there get into each platform; for platforms that take none of them there is nothing to say. */
export function guidesFor(scopes: readonly DownloadScope[], context: PageContext): GuideView[] {
  const made = new Set(scopes.flatMap(({ rows }) => rows.map(({ name }) => name)));
  return Object.values(importGuides).flatMap(({ platform, ways }) => {
    const open = ways.flatMap((way) => {
      const format = way.formats.find((name) => made.has(name));
      return format ? [{ ...way, title: formatName(format, context) }] : [];
    });
    return open.length ? [{ platform, ways: open }] : [];
  });
}

/**
 * Where the files of a module stand; the page of downloads where this language has none of them and others do, null where
 * the course has none at all.
 */
export function downloadsAddress(course: Course, module: Module, context: PageContext): string | null {
  const { links, locale } = context;
  const files = filesOf(course, context);
  if (!files.some((download) => !download.module)) return null;
  const page = links.to(locale, course.id, 'downloads');
  const isOwn = (download: Download) => download.module?.id === module.id && download.locales.includes(locale);
  return areDownloadsMade && files.some(isOwn) ? `${page}#${downloadsAnchor(module.id)}` : page;
}

/** Id of the heading above the files of a course or a module. */
export const downloadsAnchor = (id: string): string => `files-${id}`;

/** A preview makes no files, and a page must not lead to what is not there. */
export const areDownloadsMade = !import.meta.env.DEV && process.env['BILIG_DOWNLOADS'] !== '0';

/** The day of the newest lesson among those of a course. */
export function editionOf(course: Course): string {
  const days = course.modules.flatMap(({ lessons }) => lessons.map(({ published, updated }) => updated ?? published));
  return days.toSorted().at(-1) ?? '';
}

/** The languages in which a course has files. */
export function downloadLocales(course: Course, context: PageContext): Locale[] {
  const found = filesOf(course, context).filter((download) => !download.module);
  return context.content.site.languages.filter((locale) => found.some(({ locales }) => locales.includes(locale)));
}

function filesOf(course: Course, { content }: PageContext): Download[] {
  return planDownloads(content).filter((download) => download.course.id === course.id);
}

function rowsOf(files: readonly Download[], context: PageContext): DownloadRow[] {
  const { t, links } = context;
  const names = [...new Set(files.map(({ format }) => format))];
  return names.map((name) => ({
    name,
    format: formatName(name, context),
    takenBy: takenBy(name, context),
    files: files
      .filter(({ format }) => format === name)
      .map(({ file, locales }) => ({
        file,
        href: links.file(file),
        label: locales.length > 1 ? t('downloads.several') : t('downloads.file'),
      })),
  }));
}

function formatName(name: PackageFormatName, { t }: PageContext): string {
  // A full stop parts the keys of a catalogue.
  return t(`downloads.formats.${name.replace('.', '_') as 'epub'}`);
}

function takenBy(name: PackageFormatName, { t, format }: PageContext): string {
  const { presets } = packageFormats[name];
  if (presets.length) return format.list(presets.map((preset) => importGuides[preset].platform));
  return name === 'epub' ? t('downloads.readers') : t('downloads.players');
}
