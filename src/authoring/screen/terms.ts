import type { Content } from '#course';
import { analyseText, type AnalysedWord, type Locale } from '#language';
import type { Place } from '#problem';
import type { Segment } from './segments.ts';

export interface TermComparison {
  /** Pieces in which the source has a term, each term once. */
  readonly count: number;
  readonly unused: readonly { readonly place: Place; readonly text: string }[];
}

/** Looks in each piece of a translation for the terms of the glossary that its source has there. */
export function compareTerms(
  originals: readonly Segment[],
  segments: readonly Segment[],
  from: Locale,
  to: Locale,
  glossary: Content['glossary'],
): TermComparison {
  const terms = [...glossary.values()]
    .flatMap((term) => {
      const [ours, theirs] = [term[from]?.term, term[to]?.term];
      return ours && theirs ? [{ ours, theirs, wanted: wordsOf(from, ours), given: wordsOf(to, theirs) }] : [];
    })
    // A longer term goes first: where "primary source" stands, "source" does not stand for itself.
    .sort((a, b) => b.wanted.length - a.wanted.length);
  let count = 0;
  const unused: { place: Place; text: string }[] = [];
  originals.forEach((original, index) => {
    const translated = segments[index];
    if (!translated) return;
    const source = original.texts.map(({ text }) => wordsOf(from, text));
    const target = translated.texts.map(({ text }) => wordsOf(to, text));
    const taken = new Set<AnalysedWord>();
    for (const { ours, theirs, wanted, given } of terms) {
      const places = placesOf(source, wanted, isTheTerm).filter((place) => !place.some((word) => taken.has(word)));
      if (!places.length) continue;
      for (const place of places) for (const word of place) taken.add(word);
      count += 1;
      if (!placesOf(target, given, isOfTheTerm).length)
        unused.push({ place: translated.place, text: `${ours} → ${theirs}` });
    }
  });
  return { count, unused };
}

function wordsOf(locale: Locale, text: string): AnalysedWord[] {
  return analyseText(locale, text).filter(({ suffix }) => !suffix);
}

type Comparison = (word: AnalysedWord, term: AnalysedWord, around: readonly [before: string, after: string]) => boolean;

/** The rows of words in which the words of a term stand; a row does not run from one text into the next. */
function placesOf(
  texts: readonly (readonly AnalysedWord[])[],
  term: readonly AnalysedWord[],
  agree: Comparison,
): AnalysedWord[][] {
  if (!term.length) return [];
  return texts.flatMap((words) =>
    words.flatMap((_, at) => {
      const row = words.slice(at, at + term.length);
      const around = [words[at - 1]?.surface ?? '', words[at + term.length]?.surface ?? ''] as const;
      const stands = term.every((one, offset) => row[offset] !== undefined && agree(row[offset], one, around));
      return stands ? [row] : [];
    }),
  );
}

/** English words beside which `claim` or `sample` is a verb: pronouns before it, an object of its own behind it. */
const subjects = new Set(['i', 'we', 'they', 'he', 'she', 'who']);
const objects = new Set(['no', 'nothing', 'something', 'anything']);

/** In the source: a shorter word is another one ("new" is not "news"), and a verb is not the noun that it looks like. */
function isTheTerm(word: AnalysedWord, term: AnalysedWord, [before, after]: readonly [string, string]): boolean {
  return (
    sharesKey(word, term) &&
    word.surface.length >= term.surface.length - 1 &&
    !(term.surface.endsWith('s') && word.surface === term.surface.slice(0, -1)) &&
    !subjects.has(before) &&
    !objects.has(after)
  );
}

const shortestStem = 5;
const shortestRoot = 7;
const shortestShare = 0.75;

/**
 * In the translation: also a word made of the term's, by a suffix that the search does not take off (`контекстке`,
 * `новостной` of `новость`), as part of a compound (`первоисточник` of `источник`), or as a verb of the same root
 * (`утверждает` of `утверждение`). A word that is far shorter is another one: `жаңы` (new) is not `жаңылык` (news).
 */
function isOfTheTerm(word: AnalysedWord, term: AnalysedWord): boolean {
  if (word.surface.length < shortestShare * term.surface.length) return false;
  return (
    sharesKey(word, term) ||
    (term.surface.length >= shortestStem && word.surface.startsWith(term.surface)) ||
    word.keys.some((key) => term.keys.some((stem) => holdsStem(key, stem) || sharesRoot(key, stem)))
  );
}

function holdsStem(key: string, stem: string): boolean {
  return stem.length >= shortestStem && key.includes(stem);
}

function sharesRoot(key: string, stem: string): boolean {
  const root = Math.max(shortestRoot, Math.ceil(shortestShare * stem.length));
  return stem.length >= root && key.startsWith(stem.slice(0, root));
}

function sharesKey(word: AnalysedWord, term: AnalysedWord): boolean {
  return word.keys.some((key) => term.keys.includes(key));
}
