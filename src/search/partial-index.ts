import lunr from 'lunr';
import { fieldNames, fieldWeights, inverseFrequency, scoreOf } from './fields.ts';
import { countPlaces, type Postings } from './invert.ts';
import type { Manifest } from './manifest.ts';

/** A record that was found. */
export interface Match {
  readonly record: number;
  readonly score: number;
  /** The terms it was found by, each with the fields in which it stands. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
}

/** One thing to look for in the index. */
export interface QueryTerm {
  readonly term: string;
  readonly boost: number;
}

/**
 * Looks for terms in lunr's index as far as it is here. What a record scores depends on the terms of the query only, so
 * that a part of the index with all of them gives the scores of the whole.
 */
export function searchPart(
  manifest: Pick<Manifest, 'documents' | 'averages'>,
  postings: ReadonlyMap<string, Postings>,
  terms: readonly QueryTerm[],
): Match[] {
  const index = lunr.Index.load(serialise(manifest, postings));
  const results = index.query((query) => {
    // lunr can require a term, but not one of several: all are optional here, and what must be there is seen to later.
    for (const { term, boost } of terms) {
      query.term(term, {
        boost,
        usePipeline: false,
        wildcard: lunr.Query.wildcard.NONE,
        presence: lunr.Query.presence.OPTIONAL,
      });
    }
  });
  return results.map(({ ref, score, matchData }) => {
    const metadata = matchData.metadata as Readonly<Record<string, object>>;
    const found = Object.entries(metadata).map(([term, fields]) => [term, Object.keys(fields)] as const);
    return { record: Number(ref), score, terms: new Map(found) };
  });
}

/** lunr could say here where in a field a term stands; nothing reads it, so one object serves for all. */
const nothing = {};

/** The part of the index in the form in which lunr serialises a whole one. */
function serialise(
  { documents, averages }: Pick<Manifest, 'documents' | 'averages'>,
  postings: ReadonlyMap<string, Postings>,
): object {
  const vectors = fieldNames.map(() => new Map<number, number[]>());
  const invertedIndex = [...postings.keys()].sort().map((term, number) => {
    const own = postings.get(term) ?? [];
    const idf = inverseFrequency(countPlaces(own), documents);
    const entry: Record<string, unknown> = { _index: number };
    fieldNames.forEach((name, field) => {
      const records: Record<string, object> = {};
      const vectorsHere = vectors[field] ?? new Map<number, number[]>();
      const scale = { idf, average: averages[field] ?? 1, weight: fieldWeights[name] };
      const places = own[field] ?? [];
      for (let at = 0; at < places.length; at += 3) {
        const [record = 0, count = 1, size = 0] = [places[at], places[at + 1], places[at + 2]];
        records[record] = nothing;
        const vector = vectorsHere.get(record);
        const score = scoreOf({ count, size }, scale);
        if (vector) vector.push(number, score);
        else vectorsHere.set(record, [number, score]);
      }
      entry[name] = records;
    });
    return [term, entry];
  });
  const fieldVectors = fieldNames.flatMap((name, field) =>
    [...(vectors[field] ?? [])].map(([record, vector]) => [`${name}/${record}`, vector] as const),
  );
  return { version: lunr.version, fields: fieldNames, fieldVectors, invertedIndex, pipeline: [] };
}
