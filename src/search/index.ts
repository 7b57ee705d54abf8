export { buildSearchIndex, indexVersion, type SearchDocument, type SearchIndex } from './build-index.ts';
export { markExcerpt, markWords, openingExcerpt, type Segment } from './excerpt.ts';
export { planQuery, shorten, type QueryTerm, type Vocabulary } from './plan-query.ts';
export { collectRecords, type SearchPage, type SearchRecord, type SearchRecords } from './records.ts';
export { createSearcher, type Searcher, type SearchAnswer, type SearchGroup, type SearchHit } from './searcher.ts';
