export { addResult, type Result } from './add-result.ts';
export {
  formatAttempt,
  isAnswered,
  mergeAttempts,
  parseAttempt,
  parseAttemptEntry,
  type AttemptEntry,
} from './attempt-entry.ts';
export { discernmentHistory, type DiscernmentHistory, type DiscernmentWeek } from './discernment-history.ts';
export { attemptKey, lessonKey, markKey, practiceKey, recordVersion, resultsKey } from './keys.ts';
export { formatLesson, mergeLessons, parseLesson, unopenedLesson, type LessonEntry } from './lesson-entry.ts';
export {
  editNote,
  formatMark,
  isMarked,
  longestNote,
  mergeMarks,
  noMark,
  parseMark,
  type MarkEntry,
} from './mark-entry.ts';
export { mergeEntries } from './merge-entries.ts';
export { isV1Key, migrateV1 } from './migrate.ts';
export {
  continueIn,
  lessonProgress,
  sumProgress,
  type Continuation,
  type Entries,
  type LessonParts,
  type Progress,
} from './progress.ts';
export { formatResults, mergeResults, parseResults } from './results-entry.ts';
export { isRead, lookAt, type SectionOnScreen, type Sight } from './section-reading.ts';
export { skillLevels, type SkilledExercise, type SkillLevel } from './skill-levels.ts';
