export { addressOf, offlinePage, pathOf } from './address.ts';
export { readRange, type ByteRange } from './byte-range.ts';
export {
  composeEdition,
  filesOf,
  formatEdition,
  keptCourses,
  parseEdition,
  splitByRelease,
  withoutChoice,
  type Edition,
  type KeptCourse,
} from './edition.ts';
export { keptHeader } from './headers.ts';
export { formatMegabytes } from './megabytes.ts';
export { formatPartList, isImmutable, isText, parsePartList, type PartFile, type PartList } from './part-list.ts';
export {
  commonPart,
  coursePart,
  fontsPart,
  isSameChoice,
  listFile,
  localePart,
  mediaPart,
  partsOf,
  releaseFile,
  uniteChoices,
  type Choice,
  type PartId,
} from './parts.ts';
export {
  compareEdition,
  contentsOf,
  isCheckDue,
  missingFiles,
  partsToKeep,
  sizeOf,
  sizeOfChoices,
  type News,
  type Size,
} from './plan.ts';
export { formatRelease, parseRelease, type PartSummary, type Release } from './release.ts';
export {
  abandon,
  begin,
  complete,
  formatState,
  halt,
  nothingKept,
  parseState,
  shrink,
  type Halt,
  type OfflineState,
  type Pending,
} from './state.ts';
export { findRubbish, type Inventory, type Rubbish } from './tidy.ts';
