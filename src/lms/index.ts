export { createNoPlatform, type KeptText } from './no-platform.ts';
export { moduleOutcome, type Objective, type Outcome } from './outcome.ts';
export { moduleOutline, type ExerciseOutline, type LessonOutline, type ModuleOutline } from './outline.ts';
export type { BackEnd, CheckedAnswer, Launch, LaunchMode, Report } from './report.ts';
export { findApi, type ApiWindow, type ScormCall } from './scorm-api.ts';
export { createScorm12 } from './scorm12.ts';
export { createScorm2004 } from './scorm2004.ts';
export { decodeState, encodeState, type LearnerPlace, type ModuleState } from './state/state-code.ts';
export { openTracker, type Clock, type Tracker } from './tracker.ts';
