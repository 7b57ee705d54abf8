import type { Measures } from './measure.ts';

interface Column {
  readonly name: string;
  readonly measures: Measures;
}

const kilobytes = (bytes: number) => (bytes / 1024).toFixed(bytes < 10 * 1024 ? 2 : 1);
const pair = (show: (value: number) => string, { median, most }: { readonly median: number; readonly most: number }) =>
  `${show(median)} / ${show(most)}`;
const time = (milliseconds: number) => milliseconds.toFixed(1);

const rows: readonly (readonly [name: string, show: (measures: Measures) => string])[] = [
  ['scripts, KB', ({ scripts }) => kilobytes(scripts)],
  ['first result from cold, scripts included, KB', ({ firstBytes }) => kilobytes(firstBytes)],
  ['the same with excerpts, KB', ({ excerptBytes }) => kilobytes(excerptBytes)],
  ['round trips to it', ({ firstTrips }) => String(firstTrips)],
  ['next query, KB, p50 / p95', ({ nextBytes }) => pair(kilobytes, nextBytes)],
  ['round trips of the next query', ({ nextTrips }) => String(nextTrips)],
  ['load and first query, ms, p50 / p95', ({ firstTime }) => pair(time, firstTime)],
  ['next query, ms, p50 / p95', ({ nextTime }) => pair(time, nextTime)],
  ['build, s', ({ buildSeconds }) => buildSeconds.toFixed(1)],
  ['build, s of all processors', ({ buildCpuSeconds }) => buildCpuSeconds?.toFixed(1) ?? '–'],
  ['peak memory of the build, MiB', ({ buildPeak }) => (buildPeak === null ? '–' : (buildPeak / 2 ** 20).toFixed(0))],
  ['index, KB a page', ({ indexPerPage }) => kilobytes(indexPerPage)],
  ['index and texts, KB a page', ({ textsPerPage }) => kilobytes(textsPerPage)],
  ['files', ({ files }) => String(files)],
  ['recall by another form, %', ({ recall }) => (recall * 100).toFixed(1)],
  ['precision, %', ({ precision }) => (precision * 100).toFixed(1)],
];

/** A Markdown table, a row for each measure and a column for each engine. */
export function formatTable(columns: readonly Column[]): string {
  const lines = [
    ['', ...columns.map(({ name }) => name)],
    ['---', ...columns.map(() => '--:')],
    ...rows.map(([name, show]) => [name, ...columns.map(({ measures }) => show(measures))]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
