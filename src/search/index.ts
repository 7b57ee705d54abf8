export { buildSearchFiles, describeFiles, type SearchFiles } from './build-files.ts';
export type { Findings, FoundRecord } from './document-table.ts';
export { markExcerpt, markWords, openingExcerpt, type IsFound, type Segment } from './excerpt.ts';
export type { ReadFile } from './file-store.ts';
export { isOfRelease, manifestName, readManifest, type Manifest, type PartKind } from './manifest.ts';
export { type QuoteKind, type SearchAnswer, type SearchGroup, type SearchHit } from './present.ts';
export { collectRecords, type PageNames, type SearchPage, type SearchRecord, type SearchRecords } from './records.ts';
export { openSearch, type Search, type SearchOptions } from './searcher.ts';
export { createWordReader, stemTerm, termsOf, type ReadWords } from './terms.ts';
