export { addResult, type Result } from './add-result.ts';
export {
  formatAttempt,
  isAnswered,
  mergeAttempts,
  parseAttempt,
  parseAttemptEntry,
  type AttemptEntry,
} from './attempt-entry.ts';
export { attemptKey, lessonKey, practiceKey, recordVersion, resultsKey } from './keys.ts';
export { formatLesson, mergeLessons, parseLesson, unopenedLesson, type LessonEntry } from './lesson-entry.ts';
export { mergeEntries } from './merge-entries.ts';
export { isV1Key, migrateV1 } from './migrate.ts';
export { formatResults, mergeResults, parseResults } from './results-entry.ts';
