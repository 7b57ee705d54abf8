/**
 * Fields and their weight: a word of a title or heading says what a place is about, one of a question only touches it.
 * Their order is that of the numbers in the files.
 */
export const fieldWeights = {
  /** The title of a lesson, on its opening. */
  title: 9,
  /** The heading of a section. */
  heading: 6,
  /** A glossary term. */
  term: 6,
  /** What the lesson itself says, or a term's definition. */
  text: 2,
  /** Invented examples. */
  example: 1,
  /** Questions of exercises, claims to judge, forms of a term to avoid. */
  aside: 1,
  /** The title of the lesson, on its sections, so that a query may name the lesson and a word of the section. */
  lesson: 1,
} as const;

export type FieldName = keyof typeof fieldWeights;

export const fieldNames = Object.keys(fieldWeights) as FieldName[];

/** lunr's defaults for how soon a repeated word says nothing new, and how much a long text is held against it. */
export const bm25 = { k1: 1.2, b: 0.75 } as const;

/** How many sizes of text the index tells apart. */
const sizes = 16;
const ratio = 2 ** (2 / 3);

/**
 * The size of a text, from 0 to 15, by its number of terms. The weight of a word depends on the length of the text
 * around it; sixteen sizes, each 1.6 times the one before, are as good as the number itself (Lucene's norms are such)
 * and take four bits of every place that a word stands in.
 */
export function sizeOf(length: number): number {
  return Math.min(sizes - 1, Math.max(0, Math.round(Math.log(length) / Math.log(ratio))));
}

/** The length that stands for all texts of a size: a whole number, so that averages are exact in any order. */
export function lengthOf(size: number): number {
  return Math.round(ratio ** size);
}

/** How much a rare word says more than a frequent one: `lunr.idf`. */
export function inverseFrequency(places: number, documents: number): number {
  return Math.log(1 + Math.abs((documents - places + 0.5) / (places + 0.5)));
}

/** What a term that stands `count` times in a field counts there, by lunr's formula (Okapi BM25) and to its precision. */
export function scoreOf(
  { count, size }: { readonly count: number; readonly size: number },
  { idf, average, weight }: { readonly idf: number; readonly average: number; readonly weight: number },
): number {
  const { k1, b } = bm25;
  const score = (idf * ((k1 + 1) * count)) / (k1 * (1 - b + b * (lengthOf(size) / average)) + count);
  return Math.round(score * weight * 1000) / 1000;
}
