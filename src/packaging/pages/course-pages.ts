import { fullLessonId, isCounted, termIdsOf, versionFor, type Course, type Module } from '#course';
import { interactionOf, type Exercise } from '#exercise';
import { fallbackLocale, type Locale } from '#language';
import type { Loss, LossId } from '../losses.ts';
import { modulesOfSelection, pageOf, versionOf, type PackageContext, type Selection } from '../selection.ts';
import type { BuiltSite } from './built-site.ts';
import { closureOf, collectFiles, type PackagedFile, type PackagedPage } from './collect-files.ts';

/** A text in each language of a package, the first one's first. */
export type Words = readonly (readonly [locale: Locale, text: string])[];

/** A module as a platform launches it. */
export interface LaunchedModule {
  readonly id: string;
  /** Names it wherever it stands. */
  readonly iri: string;
  readonly titles: Words;
  readonly descriptions: Words;
  /** Path of the page that is launched. */
  readonly launch: string;
  /** Paths of all that it loads, sorted, that page included. */
  readonly files: readonly string[];
  /** The share of the points to reach, from 0 to 1; 0 where none is asked for. */
  readonly pass: number;
  readonly minutes: number;
}

/** Pages of a course, or of one of its modules, as a platform takes them: before any manifest. */
export interface CoursePages {
  /** course, or course/module */
  readonly id: string;
  /** Names it wherever it stands. */
  readonly iri: string;
  readonly locales: readonly Locale[];
  readonly titles: Words;
  readonly descriptions: Words;
  readonly authors: readonly string[];
  readonly licence: { readonly name: string; readonly url: string | null };
  /** Where it stands in the network, in the first language. */
  readonly address: string;
  /** When its text was last changed: a day, as 2026-11-26. */
  readonly edition: string;
  readonly modules: readonly LaunchedModule[];
  readonly files: ReadonlyMap<string, PackagedFile>;
  readonly exercises: number;
  readonly losses: readonly Loss[];
}

/** How a format asks for its pages. */
export interface PagesRequest {
  /** What the pages are told that they stand in. */
  readonly name: string;
  /** The pages talk to another site, whose address nobody knows before. */
  readonly remote: boolean;
  /** Losses of the format beside those of all. */
  readonly losses: readonly PagesLoss[];
}

export type PagesLoss = 'told-confidence' | 'short-state';

/** The selection in one language after the other; the first one is shown first. */
export type Selections = readonly [Selection, ...Selection[]];

/**
 * True where the site shows a lesson as the selection asks for it: pages are built with what is lent by the one language
 * that lends on the site.
 */
export function isShownAsAsked(selection: Selection): boolean {
  return modulesOfSelection(selection).every(({ lessons }) =>
    lessons.every(
      (entry) =>
        versionFor(entry.versions, [selection.locale, fallbackLocale, entry.source])?.value ===
        versionOf(entry, selection),
    ),
  );
}

/** Takes the pages of a selection out of a built site. @throws where the site does not have them */
export function coursePages(
  selections: Selections,
  context: PackageContext,
  site: BuiltSite,
  format: PagesRequest,
): CoursePages {
  const [first] = selections;
  const { course, module: only } = first;
  const modules = modulesOfSelection(first);
  const locales = selections.map(({ locale }) => locale);
  const launchOf = (module: Module) => (only ? 'index.html' : `${module.id}.html`);
  const pages = new Map<string, PackagedPage>(
    modules.flatMap((module) => {
      const shell = shellOf(course, module, locales, site, format);
      return [
        [
          shellFile(course, module, first.locale),
          { place: launchOf(module), module: module.id, change: () => shell },
        ] as const,
        ...locales.flatMap((locale) => shownPages(course, module, locale)),
      ];
    }),
  );
  const iriOf = (path: string) => site.address + site.base + path;
  const words = locales.map((locale) => `${locale}/words/sections.json`);
  const files = collectFiles(site, pages, words);
  const wordsIn = (texts: (selection: Selection) => string | undefined): Words =>
    selections.map((selection) => [selection.locale, texts(selection) ?? '']);
  return {
    id: only ? `${course.id}/${only.id}` : course.id,
    iri: iriOf(only ? `${course.id}/${only.id}` : course.id),
    locales,
    titles: wordsIn((selection) => pageOf((only ?? course).pages, selection)?.title),
    descriptions: wordsIn((selection) => pageOf((only ?? course).pages, selection)?.summary),
    authors: course.authors,
    licence: context.licence(course.licence),
    address: context.address(first.locale, only ? [course.id, only.id] : [course.id]),
    edition: latest(modules.flatMap(({ lessons }) => lessons.map(({ published, updated }) => updated ?? published))),
    modules: modules.map((module) => ({
      id: module.id,
      iri: iriOf(`${course.id}/${module.id}`),
      titles: wordsIn((selection) => pageOf(module.pages, selection)?.title),
      descriptions: wordsIn((selection) => pageOf(module.pages, selection)?.summary),
      launch: launchOf(module),
      files: filesOf(files, launchOf(module), [
        ...locales.flatMap((locale) => shownPages(course, module, locale).map(([, { place }]) => place)),
        ...words,
      ]),
      pass: course.completion.score,
      minutes: module.lessons.reduce((sum, { minutes }) => sum + minutes, 0),
    })),
    files,
    exercises: modules
      .flatMap(({ lessons }) => lessons)
      .reduce((sum, entry) => sum + (versionOf(entry, first)?.exercises.length ?? 0), 0),
    losses: modules.flatMap((module) => lossesOfModule(module, first, format)),
  };
}

function shellFile(course: Course, module: Module, locale: Locale): string {
  return `package/${locale}/${course.id}/${module.id}/index.html`;
}

/** The page that is launched, with what stands around the lessons in every language of the package. */
function shellOf(
  course: Course,
  module: Module,
  locales: readonly Locale[],
  site: BuiltSite,
  { name, remote }: PagesRequest,
): string {
  const templates = locales.map((locale) => {
    const html = readPage(site, shellFile(course, module, locale));
    const template = /<template data-language=[\s\S]*?<\/template>/u.exec(html)?.[0] ?? '';
    return { html, template };
  });
  const [{ html, template } = { html: '', template: '' }, ...others] = templates;
  const shell = html
    .replace('<html ', () => `<html data-format="${name}" `)
    .replace(template, () => [template, ...others.map((other) => other.template)].join(''));
  // Where a learning record store stands is said at launch only.
  return remote ? shell.replace("default-src 'self'", () => "default-src 'self';connect-src *") : shell;
}

function readPage(site: BuiltSite, file: string): string {
  const html = site.text(file);
  if (html !== null) return html;
  throw new Error(`The built site has no page ${file}. Build the site anew.`);
}

/** What is shown in the frame of the page that is launched. */
function shownPages(course: Course, { id, lessons }: Module, locale: Locale): [file: string, page: PackagedPage][] {
  const folder = `embed/${locale}/${course.id}/${id}`;
  const page = (file: string, change: PackagedPage['change']): [string, PackagedPage] => [
    file,
    { place: file, module: id, change },
  ];
  const shown = (file: string) => page(file, (html) => giveRecord(html, '../'.repeat(file.split('/').length - 1)));
  return [
    shown(`${folder}/index.html`),
    ...lessons.map((lesson) => shown(`${folder}/${lesson.id}/index.html`)),
    ...['credits', ...(termIdsOf(lessons).length ? ['glossary'] : [])].map((name) =>
      page(`package/${locale}/${course.id}/${id}/${name}/index.html`, (html) => html),
    ),
  ];
}

/** The page keeps its record with the page around it, and finds the package's files from here. */
function giveRecord(html: string, root: string): string {
  return html.replace('<html ', () => `<html data-record="given" data-root="${root}" `);
}

function filesOf(files: ReadonlyMap<string, PackagedFile>, launch: string, shown: readonly string[]): string[] {
  return [...closureOf(files, [launch, ...shown])].filter((path) => files.has(path)).sort();
}

function latest(days: readonly string[]): string {
  return [...days].sort().at(-1) ?? '';
}

function lossesOfModule({ lessons }: Module, selection: Selection, { losses }: PagesRequest): Loss[] {
  return lessons.flatMap((entry) => {
    const lesson = versionOf(entry, selection);
    const id = fullLessonId(entry);
    const of = (what: LossId, exercises: readonly { readonly id: string }[]) =>
      exercises.map((exercise) => ({ exercise: `${id}/${exercise.id}`, what }));
    const exercises = lesson?.exercises ?? [];
    return [
      ...of(
        'told-own-text',
        exercises.filter((exercise) => interactionOf(exercise) === null),
      ),
      ...of(
        'told-warm-up',
        exercises.filter((exercise) => !isCounted(exercise)),
      ),
      ...losses.flatMap((what) => of(what, exercises.filter(concerned[what]))),
    ];
  });
}

/** Exercises that a loss of a format concerns. */
const concerned: Readonly<Record<PagesLoss, (exercise: Exercise) => boolean>> = {
  'told-confidence': ({ confidence, hints }) => confidence || hints.length > 0,
  'short-state': ({ type }) => type === 'reflect' || type === 'post-edit' || type === 'short-answer',
};
