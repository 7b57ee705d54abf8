export { addResult, type Result } from './add-result.ts';
export {
  formatAttempt,
  isAnswered,
  mergeAttempts,
  parseAttempt,
  parseAttemptEntry,
  type AttemptEntry,
} from './attempt-entry.ts';
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
export { attemptKey, lessonKey, practiceKey, recordVersion, resultsKey } from './keys.ts';
export { formatLesson, mergeLessons, parseLesson, unopenedLesson, type LessonEntry } from './lesson-entry.ts';
export { mergeEntries } from './merge-entries.ts';
export { isV1Key, migrateV1 } from './migrate.ts';
export { formatResults, mergeResults, parseResults } from './results-entry.ts';
