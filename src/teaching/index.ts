export { createKit, type Kit, type TeachingContext, type TimedPart } from './kit.ts';
export { examplesBefore, type LessonPart } from './lesson-parts.ts';
export type { NotePiece, NoteRole, TimedStep } from './notes.ts';
export type { PlanStep, StepKind } from './quarter-hour.ts';
export { createSlides, type Slide } from './slides.ts';
