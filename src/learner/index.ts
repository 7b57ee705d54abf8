export { addResult, type Result } from './add-result.ts';
export { sumAnswers, type AnswerSums, type SkilledExercise } from './answer-sums.ts';
export {
  formatAttempt,
  isAnswered,
  mergeAttempts,
  parseAttempt,
  parseAttemptEntry,
  type AttemptEntry,
} from './attempt-entry.ts';
export type { DiscernmentHistory, DiscernmentWeek } from './discernment-history.ts';
export { certificateOf, maxNameLength, percentOf, tidyName, type Certificate } from './certificate.ts';
export {
  codeVersion,
  decodeCertificate,
  encodeCertificate,
  type CodeFault,
  type CodeReading,
} from './certificate-code.ts';
export {
  certificateKey,
  formatCertificate,
  mergeCertificates,
  noCertificate,
  parseCertificate,
  type CertificateEntry,
  type Earned,
} from './certificate-entry.ts';
export {
  courseCompletion,
  type Achievement,
  type CourseCompletion,
  type Requirement,
  type Share,
} from './completion.ts';
export { outlineOf, type CourseOutline, type ExerciseOutline, type LessonOutline } from './course-outline.ts';
export { boostersOf, dueBoosters, type Booster, type FinishedLesson } from './booster.ts';
export { formatCard, mergeCards, parseCard, type ReviewCard } from './card-entry.ts';
export { formatChosen, mergeChosen, parseChosen, type Chosen } from './chosen-entry.ts';
export { dailyLimit, dailySet, mixTopics } from './daily-set.ts';
export { dayOf, startOf } from './epoch-day.ts';
export {
  countDamaged,
  formatExport,
  maxExportBytes,
  parseExport,
  summariseJoin,
  type ExportedRecord,
  type ExportFault,
  type JoinSummary,
} from './export-file.ts';
export { joinEntries, mergeEntries } from './merge-entries.ts';
export { attemptKey, cardKey, chosenKey, lessonKey, markKey, practiceKey, recordVersion, resultsKey } from './keys.ts';
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
export { formatMeasure, measureKey, mergeMeasures, parseMeasure, type MeasureEntry } from './measure-entry.ts';
export { measure, type CheckOutline, type FormResult, type FormState, type Measurement } from './measure.ts';
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
export { isRead, lookAt, readingTime, type SectionOnScreen, type Sight } from './section-reading.ts';
export type { SkillLevel } from './skill-levels.ts';
export { basisOf, isRight, restsOn, reviewsOf } from './review-basis.ts';
export { formatCalendar, type CalendarDay, type CalendarHead } from './review-calendar.ts';
export {
  comingDays,
  dueItems,
  isMissed,
  reviewDeck,
  type DeckItem,
  type ReviewExercise,
  type ReviewState,
} from './review-deck.ts';
export { scheduleCard } from './review-schedule.ts';
export {
  advanceSession,
  answerInSession,
  isSessionOver,
  startSession,
  stopSession,
  type ReviewOutcome,
  type ReviewSession,
} from './review-session.ts';
