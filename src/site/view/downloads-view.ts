import type { Course, Module } from '#course';
import type { Locale } from '#language';
import { packageFormats, planDownloads, type Download, type PackageFormatName } from '#packaging';
import type { PageContext } from '../page-context.ts';

export interface DownloadRow {
  readonly format: string;
  readonly takenBy: string;
  readonly files: readonly { readonly file: string; readonly href: string; readonly label: string }[];
}

export interface DownloadScope {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly DownloadRow[];
}

/** The platforms as they call themselves. */
const platforms = { moodle: 'Moodle', canvas: 'Canvas', blackboard: 'Blackboard', ilias: 'ILIAS', openedx: 'Open edX' };

/** The files of a course in the page's language, the whole course first and then its modules. */
export function downloadScopes(course: Course, context: PageContext): DownloadScope[] {
  const { content, locale, t } = context;
  const files = planDownloads(content).filter(
    (download) => download.course.id === course.id && download.locales.includes(locale),
  );
  const scopes: [Module | null, string][] = [
    [null, t('downloads.whole')],
    ...course.modules.map((module): [Module, string] => [
      module,
      (module.pages[locale] ?? module.pages[course.source])?.title ?? module.id,
    ]),
  ];
  return scopes.flatMap(([module, title]) => {
    const own = files.filter((download) => download.module?.id === module?.id);
    return own.length ? [{ id: module?.id ?? course.id, title, rows: rowsOf(own, context) }] : [];
  });
}

/** The day of the newest lesson among those of a course. */
export function editionOf(course: Course): string {
  const days = course.modules.flatMap(({ lessons }) => lessons.map(({ published, updated }) => updated ?? published));
  return days.toSorted().at(-1) ?? '';
}

/** The languages in which a course has files. */
export function downloadLocales(course: Course, { content }: PageContext): Locale[] {
  const found = planDownloads(content).filter((download) => download.course.id === course.id && !download.module);
  return content.site.languages.filter((locale) => found.some(({ locales }) => locales.includes(locale)));
}

function rowsOf(files: readonly Download[], context: PageContext): DownloadRow[] {
  const { t, links } = context;
  const names = [...new Set(files.map(({ format }) => format))];
  return names.map((name) => ({
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
  if (presets.length) return format.list(presets.map((preset) => platforms[preset]));
  return name === 'epub' ? t('downloads.readers') : t('downloads.players');
}
