export {
  advanceAttempt,
  freshAttempt,
  isDone,
  renewAttempt,
  type AttemptAction,
  type AttemptPhase,
  type AttemptRules,
  type AttemptState,
  type Confidence,
  type Grade,
  type GradedPart,
} from './attempt.ts';
export { gradeAudienceMap, rowsOfMap, type AudienceMapExercise } from './audience-map.ts';
export { idOffset } from './block.ts';
export { visitScenes, type SceneVisit } from './branch-graph.ts';
export { goalsOf, isMet, offersOf, walk, type Moment } from './branch-play.ts';
export { gradeBranch } from './branch.ts';
export type { BranchExercise } from './branch-model.ts';
export { gradeCategorise, type CategoriseExercise } from './categorise.ts';
export { checklistRatings, gradeChecklist, type ChecklistExercise } from './checklist.ts';
export { gradeChoice, type ChoiceExercise } from './choice.ts';
export {
  correctionLength,
  correctionParts,
  gradeCorrectIt,
  type CorrectionPart,
  type CorrectItExercise,
} from './correct-it.ts';
export {
  addDiscernment,
  passesDiscernment,
  ratesOf,
  tendencyOf,
  type Discernment,
  type DiscernmentRates,
  type Tendency,
} from './discernment.ts';
export { editSegment, editsOf, isEditedElsewhere, textOfSegment } from './edited-text.ts';
export { gradeGap, type GapExercise, type GapItem } from './gap.ts';
export { gradeHighlight, type HighlightExercise } from './highlight.ts';
export { countHeadlines, gradeHeadlineSort, headlineRates, type HeadlineSortExercise } from './headline-sort.ts';
export {
  gradeImageLab,
  imageLabMoves,
  recordImageLab,
  unseenFindings,
  type ImageLabExercise,
  type ImageLabMoves,
} from './image-lab.ts';
export type { ImageToolId } from './image-tools.ts';
export { gradeLateralRead, lateralReadPoints, type LateralMove, type LateralReadExercise } from './lateral-read.ts';
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
export { gradeMatch, type MatchExercise } from './match.ts';
export { gradeMessageHouse, housePlaces, type MessageHouseExercise } from './message-house.ts';
export type { ExerciseBase, Option, RichText } from './model.ts';
export { gradeOrder, type OrderExercise } from './order.ts';
export { summariseQuiz, type QuizOutcome, type QuizPart, type QuizResult } from './quiz.ts';
export { gradePostEdit, mendedSegments, type PostEditExercise } from './post-edit.ts';
export { gradeReflect, isWritten, longestReflection, reflectText, type ReflectExercise } from './reflect.ts';
export {
  componentOf,
  exerciseComponents,
  exerciseKinds,
  gradeExercise,
  hasSpans,
  interactionOf,
  isKind,
  isScored,
  keyOf,
  linesOf,
  partIdsOf,
  readExercise,
  reasonsOf,
  signatureOf,
  solutionOf,
  solveExercise,
  type Exercise,
  type ExerciseKind,
} from './registry.ts';
export { bandOf, estimateOf, gradeRate, type RateExercise } from './rate.ts';
export { asList, asRecord, asText, type Response } from './response.ts';
export { explainShortAnswer, gradeShortAnswer, type ShortAnswerExercise } from './short-answer.ts';
export { hashText, shuffle, shuffleForRound } from './shuffle.ts';
export { moveOf, movesOf, verdictOf } from './simulation.ts';
export {
  isMarked,
  judgeSpans,
  paletteOf,
  soughtGroups,
  type GroupedSpan,
  type SpanGroup,
  type SpanGroups,
  type SpanVerdict,
} from './span-groups.ts';
export type { Passage, Segment } from './spans.ts';
export { gradeTriage, type TriageExercise } from './triage.ts';
export type { InteractionType, Reasoned } from './type.ts';
export { gradeVerdict, type VerdictExercise, type VerdictValue } from './verdict.ts';
