import { quoteLine, type QuotedLine } from '#authoring';
import { nameHidden, type Problem } from '#problem';
import { join, relative, sep } from 'node:path';
import { escapeHtml } from '../escape-html.ts';

/** A problem as a page shows it. */
export interface ProblemView {
  readonly problem: Problem;
  /** File, line and column, named from the project's folder. */
  readonly place: string;
  /** Asking for this address opens the place in the author's editor (Vite's `launch-editor`). */
  readonly openHref: string;
  readonly ruleHref: string;
  readonly message: string;
  readonly hint: string;
  readonly quote: QuotedLine | null;
}

/** Where the site stands on this machine. */
export interface ProblemPlaces {
  /** The content folder, named from the project's. */
  readonly folder: string;
  readonly texts: ReadonlyMap<string, string>;
  ruleHref(rule: string): string;
}

export function problemView(problem: Problem, { folder, texts, ruleHref }: ProblemPlaces): ProblemView {
  const { file, line, column, rule, message, hint } = problem;
  const place = `${join(folder, file).split(sep).join('/')}:${line}:${column}`;
  return {
    problem,
    place: nameHidden(place),
    openHref: openHref(place),
    ruleHref: ruleHref(rule),
    message: nameHidden(message),
    hint: nameHidden(hint),
    quote: quoteLine(texts.get(file) ?? '', line, column),
  };
}

/** The way to a place in the author's editor. Vite serves it at the root, whatever the base of the site. */
export function openHref(place: string): string {
  return `/__open-in-editor?file=${encodeURIComponent(place)}`;
}

/** The content folder as it is named from the project's folder. */
export function contentFolder(root: string): string {
  return relative(process.cwd(), root);
}

/** A quoted line with its number, and the place marked in it and pointed at from below. */
export function quoteHtml(line: number, { before, at, after }: QuotedLine): string {
  const gutter = `${line} │ `;
  const pointer = `${' '.repeat(gutter.length - 2)}│ ${before.replace(/\P{M}\p{M}*/gu, ' ')}`;
  return `${gutter}${escapeHtml(before)}<mark>${escapeHtml(at || ' ')}</mark>${escapeHtml(after)}\n${pointer}^`;
}
