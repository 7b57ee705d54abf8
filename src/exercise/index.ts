export {
  advanceAttempt,
  freshAttempt,
  isDone,
  type AttemptAction,
  type AttemptPhase,
  type AttemptRules,
  type AttemptState,
  type Confidence,
  type Grade,
  type GradedPart,
  type Response,
} from './attempt.ts';
export { idOffset } from './block.ts';
export { gradeCategorise } from './categorise.ts';
export { gradeChoice } from './choice.ts';
export {
  adviceAt,
  errorAt,
  isId,
  offsetOf,
  placeOf,
  readAttributes,
  reportUnknownAttributes,
  type MarkdownNode,
  type ReadContext,
  type Slot,
} from './markdown.ts';
export { gradeMatch } from './match.ts';
export type {
  CategoriseExercise,
  ChoiceExercise,
  Exercise,
  ExerciseKind,
  MatchExercise,
  Option,
  OrderExercise,
  RichText,
  ShortAnswerExercise,
  VerdictExercise,
  VerdictValue,
} from './model.ts';
export { gradeOrder } from './order.ts';
export {
  exerciseComponents,
  interactionOf,
  keyOf,
  partIdsOf,
  readExercise,
  reasonsOf,
  signatureOf,
  solutionOf,
} from './registry.ts';
export { explainShortAnswer, gradeShortAnswer } from './short-answer.ts';
export { hashText, shuffle } from './shuffle.ts';
export type { InteractionType, Reasoned } from './type.ts';
export { gradeVerdict } from './verdict.ts';
