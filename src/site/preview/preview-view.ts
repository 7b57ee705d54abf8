import { pageAddresses, reportPage, type PageAddress, type PageReport, type VersionReport } from '#authoring';
import { fullLessonId, lessonsOf } from '#course';
import type { Exercise } from '#exercise';
import { languages, type Locale } from '#language';
import { readingTime } from '#learner';
import type { Problem } from '#problem';
import { contentRoot, readSiteContent, siteContent } from '../content.ts';
import { liveContent } from '../live-content.ts';
import { exerciseWordsFor, type ExerciseWords } from '../view/exercise-words.ts';
import { preferredLocales } from '../view/preferred-locales.ts';
import { placePath, previewFolder } from './page-place.ts';
import { contentFolder, problemView, type ProblemView } from './problem-view.ts';
import { readingFacts, versionFacts } from './version-facts.ts';

/** A language of a page in a table of all of them. */
export interface LanguageRow {
  readonly locale: Locale;
  readonly name: string;
  readonly state: string;
  /** What is known of whether it is stale. */
  readonly standing: string;
  readonly href: string;
}

/** The answers of an exercise, to be shown in its place. */
export interface ExerciseAnswers {
  readonly exercise: Exercise;
  readonly words: ExerciseWords;
}

export interface PreviewLink {
  readonly href: string;
  readonly words: string;
}

/** Everything the author's panel says of a page. */
export interface PreviewView {
  readonly errors: number;
  readonly advice: number;
  /** Files of the page in the language that is shown: the texts themselves. */
  readonly files: readonly ProblemFile[];
  readonly own: readonly ProblemView[];
  readonly others: readonly ProblemView[];
  readonly elsewhere: readonly ProblemView[];
  readonly answers: readonly ExerciseAnswers[];
  readonly rows: readonly LanguageRow[];
  readonly reading: readonly string[];
  readonly links: readonly PreviewLink[];
}

interface ProblemFile {
  readonly place: string;
  readonly openHref: string;
}

/** Where Astro serves this site in development. */
const base = import.meta.env.BASE_URL.replace(/\/?$/u, '/');

/** One path a page of the site that is written in files, in each of its languages. */
export function previewPaths(): { params: { page: string }; props: PageAddress }[] {
  const addresses = pageAddresses(readSiteContent());
  return siteContent().site.languages.flatMap((locale) =>
    addresses.map((address) => ({ params: { page: placePath({ locale, address }) }, props: { locale, address } })),
  );
}

/** The panel of a page. @throws where no file is written for it, which has no path here */
export function previewView(place: PageAddress): PreviewView {
  const reading = readSiteContent();
  const problems = liveContent()?.check() ?? reading.problems;
  const report = reportPage(reading, problems, place);
  if (!report) throw new Error(`No file is written for ${placePath(place)}.`);
  const view = (list: readonly Problem[]) => list.map((problem) => problemView(problem, places()));
  const own = [...report.own.flatMap((version) => version.problems), ...report.shared];
  return {
    errors: own.filter(isError).length,
    advice: own.filter((problem) => !isError(problem)).length,
    files: report.own.map(({ file }) => fileOf(file)),
    own: view(own),
    others: view(report.others.flatMap((version) => version.problems)),
    elsewhere: view(report.elsewhere.filter(isError)),
    answers: answersOf(report, place),
    rows: rowsOf(report, place),
    reading: readingOf(report, place),
    links: linksOf(report, place),
  };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function places() {
  return {
    folder: contentFolder(contentRoot),
    texts: readSiteContent().files.texts,
    ruleHref: (rule: string) => `${base}${previewFolder}/rules/${rule}/`,
  };
}

function fileOf(file: string): ProblemFile {
  const { place, openHref } = problemView(
    { file, line: 1, column: 1, rule: '', severity: 'advice', message: '', hint: '' },
    places(),
  );
  return { place: place.replace(/:1:1$/u, ''), openHref };
}

/** The answers of the exercises that the page shows, in the language in which it shows them. */
function answersOf(report: PageReport, { locale: wantedFirst }: PageAddress): ExerciseAnswers[] {
  const { readings } = readSiteContent();
  const wanted = preferredLocales(wantedFirst, report.source);
  const byFolder = new Map<string, VersionReport[]>();
  for (const version of [...report.own, ...report.others]) {
    const folder = version.file.slice(0, version.file.lastIndexOf('/'));
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), version]);
  }
  return [...byFolder.values()].flatMap((versions) => {
    const readable = versions.filter(({ unreadable }) => !unreadable);
    const shown = wanted.map((tag) => readable.find(({ locale }) => locale === tag)).find(Boolean);
    const exercises = (shown && readings.get(shown.file)?.body?.exercises) ?? [];
    return exercises.map((exercise) => ({ exercise, words: exerciseWordsFor(exercise.locale) }));
  });
}

function rowsOf(report: PageReport, { address }: PageAddress): LanguageRow[] {
  const versions = [...report.own, ...report.others];
  return siteContent().site.languages.map((locale) => ({
    locale,
    name: languages[locale].name,
    href: `${base}${placePath({ locale, address })}/`,
    ...versionFacts(versions.filter((version) => version.locale === locale)),
  }));
}

function readingOf(report: PageReport, { address }: PageAddress): string[] {
  const parts = report.own.flatMap(({ reading }) => reading ?? []);
  const entry = siteContent()
    .courses.flatMap(lessonsOf)
    .find((lesson) => fullLessonId(lesson) === address);
  return parts.length ? readingFacts(parts, { minutes: entry?.minutes ?? null, timeOf: readingTime }) : [];
}

function linksOf({ kind }: PageReport, place: PageAddress): PreviewLink[] {
  const path = placePath(place);
  const [course = '', module = ''] = place.address.split('/');
  const inModule = kind === 'lesson' || kind === 'module';
  return [
    ...(kind === 'lesson'
      ? [{ href: `${base}${previewFolder}/${place.address}/?languages=`, words: 'All languages side by side' }]
      : []),
    ...(inModule
      ? [
          { href: `${base}${previewFolder}/embedded/${path}/`, words: 'Embedded in another page, 320 and 768 wide' },
          {
            href: `${base}${placePath({ ...place, address: `${course}/${module}` })}/print/`,
            words: 'The module on A4',
          },
        ]
      : []),
  ];
}
