import { isLocale, type Locale } from '#language';
import { isMap, isScalar, parseDocument, visit, type Scalar } from 'yaml';
import type { PageReading, Survey } from './survey.ts';
import { findAttribute } from './tag.ts';

/** A piece of a file that is words of one language, as it stands in the file. */
export interface Passage {
  readonly file: string;
  readonly locale: Locale;
  /** Where it begins in the file's text. */
  readonly start: number;
  readonly text: string;
  /** Inside an `<Example lookalike>`. */
  readonly lookalike: boolean;
  /** In another language than the file's. */
  readonly foreign: boolean;
  /** A character ASCII apostrophe here is part of the notation as well (YAML's `'it''s'`). */
  readonly quotedByApostrophe: boolean;
  /** Prose of a lesson or page, not front matter, a term or the interface. */
  readonly prose: boolean;
}

/** Every piece of words in the content whose language is known: prose, attributes, front matter, terms, interface. */
export function gatherPassages(survey: Survey): Passage[] {
  const versions = survey.pages.flatMap((page) => Object.values(page.versions));
  return [
    ...versions.flatMap((version) => gatherPagePassages(version, survey.texts.get(version.file) ?? '')),
    ...gatherLoosePassages(survey),
  ];
}

/** The pieces of words of one page in one language. */
export function gatherPagePassages({ file, locale, body }: PageReading, text: string): Passage[] {
  const prose = (body?.runs ?? []).flatMap((run) => {
    const found = run.attribute === null ? null : findAttribute(text, run.start, run.attribute);
    if (run.attribute !== null && !found) return [];
    const [start, end] = found ? [found.valueStart, found.valueEnd] : [run.start, run.end];
    const { lookalike, foreign } = run;
    const words = text.slice(start, end);
    return { file, locale, start, text: words, lookalike, foreign, quotedByApostrophe: false, prose: true };
  });
  const opening = /^---\r?\n/u.exec(text)?.[0] ?? '';
  // Not one pattern for all of it, which would overflow on a line of megabytes.
  const end = opening ? text.slice(opening.length).search(/\r?\n---/u) : -1;
  const yaml = end < 0 ? '' : text.slice(opening.length, opening.length + end);
  return [...prose, ...gatherScalars({ file, text: yaml, before: opening.length }, () => locale)];
}

/** The pieces of words that stand outside pages: in terms and in the interface. */
export function gatherLoosePassages(survey: Survey): Passage[] {
  return [...gatherTerms(survey), ...gatherInterface(survey)];
}

function gatherTerms({ texts }: Survey): Passage[] {
  const worded = ['term', 'definition'];
  return [...texts]
    .filter(([file]) => /^glossary\/[^/]+\.yaml$/u.test(file))
    .flatMap(([file, text]) =>
      gatherScalars({ file, text, before: 0 }, ([locale = '', key = '']) =>
        isLocale(locale) && worded.includes(key) ? locale : null,
      ),
    );
}

function gatherInterface({ texts }: Survey): Passage[] {
  return [...texts].flatMap(([file, text]) => {
    const locale = /^interface\/([^/]+)\.json$/u.exec(file)?.[1] ?? '';
    return isLocale(locale) ? gatherScalars({ file, text, before: 0 }, () => locale) : [];
  });
}

interface Notation {
  readonly file: string;
  readonly text: string;
  /** Characters of the file before the text. */
  readonly before: number;
}

/** Strings of a YAML or JSON text (JSON is YAML) whose path of keys has a language. */
function gatherScalars(
  { file, text, before }: Notation,
  localeOf: (path: readonly string[]) => Locale | null,
): Passage[] {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length) return [];
  const passages: Passage[] = [];
  visit(document, {
    Scalar: (key, node: Scalar, ancestors) => {
      if (key === 'key' || typeof node.value !== 'string' || !node.range) return;
      const locale = localeOf(pathOf(ancestors));
      if (locale === null) return;
      const quoted = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE' ? 1 : 0;
      const [start, end] = [node.range[0] + quoted, node.range[1] - quoted];
      passages.push({
        file,
        locale,
        start: before + start,
        text: text.slice(start, end),
        lookalike: false,
        foreign: false,
        quotedByApostrophe: node.type === 'QUOTE_SINGLE',
        prose: false,
      });
    },
  });
  return passages;
}

function pathOf(ancestors: readonly unknown[]): string[] {
  return ancestors.flatMap((node) => {
    if (typeof node !== 'object' || node === null || isMap(node) || !('key' in node)) return [];
    return isScalar(node.key) ? String(node.key.value) : [];
  });
}
