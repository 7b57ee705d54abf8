export { buildSearchIndex, indexVersion, type SearchDocument, type SearchIndex } from './build-index.ts';
export { markExcerpt, markWords, openingExcerpt, type IsFound, type Segment } from './excerpt.ts';
export { packIndex, unpackIndex, type PackedIndex, type SerialisedIndex } from './pack-index.ts';
export { planQuery, shorten, type QueryTerm, type QueryWord, type Vocabulary } from './plan-query.ts';
export { collectRecords, type SearchPage, type SearchRecord, type SearchRecords } from './records.ts';
export { createSearcher, type Searcher, type SearchAnswer, type SearchGroup, type SearchHit } from './searcher.ts';
export { createWordReader, stemTerm, termsOf, type ReadWords } from './terms.ts';
