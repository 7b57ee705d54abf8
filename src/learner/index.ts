export { attemptKey, formatAttempt, formatLesson, isAnswered, lessonKey, parseAttempt, parseLesson } from './record.ts';
