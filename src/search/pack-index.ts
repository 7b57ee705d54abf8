/** lunr's own form of an index, as far as it is read here. */
export interface SerialisedIndex {
  readonly version: string;
  readonly fields: readonly string[];
  /** The terms, sorted by code unit, with where each stands: field -> record -> nothing that is used here. */
  readonly invertedIndex: readonly (readonly [term: string, posting: Posting])[];
  /** `field/record` -> by turns the number of a term and its score. */
  readonly fieldVectors: readonly (readonly [place: string, numbers: readonly number[]])[];
  readonly pipeline: readonly string[];
}

type Posting = Readonly<Record<string, number | Readonly<Record<string, object>>>> & { readonly _index: number };

/**
 * The same in a third of the bytes. Where a term stands is left out: the vectors say it as well. Terms are numbered in
 * their order, and the numbers of a vector are steps from one to the next, which repeat and so compress well.
 */
export interface PackedIndex {
  readonly version: string;
  readonly fields: readonly string[];
  readonly terms: readonly string[];
  readonly vectors: readonly (readonly [place: string, steps: readonly number[], scores: readonly number[]])[];
}

export function packIndex({ version, fields, invertedIndex, fieldVectors }: SerialisedIndex): PackedIndex {
  const numbers = new Map(invertedIndex.map(([, { _index }], place) => [_index, place]));
  const vectors = fieldVectors.map(([place, flat]) => {
    const entries = flat
      .flatMap((old, at) => (at % 2 === 0 ? [{ term: numbers.get(old) ?? 0, score: flat[at + 1] ?? 0 }] : []))
      .sort((a, b) => a.term - b.term);
    const steps = entries.map(({ term }, at) => term - (entries[at - 1]?.term ?? 0));
    return [place, steps, entries.map(({ score }) => score)] as const;
  });
  return { version, fields, terms: invertedIndex.map(([term]) => term), vectors };
}

export function unpackIndex({ version, fields, terms, vectors }: PackedIndex): SerialisedIndex {
  const postings = terms.map((_term, number) => ({
    _index: number,
    places: new Map(fields.map((field) => [field, {} as Record<string, object>])),
  }));
  const fieldVectors = vectors.map(([place, steps, scores]) => {
    const slash = place.indexOf('/');
    const [field, record] = [place.slice(0, slash), place.slice(slash + 1)];
    let number = 0;
    const flat = steps.flatMap((step, at) => {
      number += step;
      const records = postings[number]?.places.get(field);
      if (records) records[record] = {};
      return [number, scores[at] ?? 0];
    });
    return [place, flat] as const;
  });
  const invertedIndex = postings.map(({ _index, places }, number) => {
    return [terms[number] ?? '', { ...Object.fromEntries(places), _index } as Posting] as const;
  });
  return { version, fields, invertedIndex, fieldVectors, pipeline: [] };
}
