// What comes out of a store may have been damaged, or written by anybody: each value proves its form anew.

// Here and not with the results: else what every exercise loads would be cut into two files where results are read too.
/** Results of an exercise: as many as a learner can give in years of reviews; of more the oldest go. */
export const maxResults = 50;
/** Characters of their entry; one result takes some 150. */
export const maxResultsLength = 50_000;

export type Plain = Readonly<Record<string, unknown>>;

/** The object that stands in a JSON text; null where there is none, or the text is longer than any entry can be. */
export function parsePlain(json: string | null, maxLength: number): Plain | null {
  if (!json || json.length > maxLength) return null;
  try {
    const value: unknown = JSON.parse(json);
    return isPlain(value) ? value : null;
  } catch {
    return null;
  }
}

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A whole number from 0; moments (milliseconds since 1970) and counts. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isFraction(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}
