import type { ChoiceRule, MeterRule } from './branch-play.ts';
import type { ExerciseBase, Option, RichText } from './model.ts';

export interface BranchMeter extends MeterRule {
  readonly content: RichText;
}

export interface BranchChoice extends ChoiceRule, Option {}

export interface BranchScene {
  readonly id: string;
  readonly content: RichText;
  /** What is to be learned from an end; empty for other scenes. */
  readonly debrief: RichText;
  readonly end: boolean;
  /** What must hold for somebody to come here. */
  readonly demands: ChoiceRule['demands'];
  readonly choices: readonly BranchChoice[];
}

/** A story with decisions. A response is the path: ids of the choices taken, from the first scene on. */
export interface BranchExercise extends ExerciseBase {
  readonly type: 'branch';
  /** What is asked above the choices of every scene. */
  readonly question: RichText;
  readonly meters: readonly BranchMeter[];
  readonly scenes: readonly BranchScene[];
  /** The shortest path to an end with most goals met; empty where none was found. */
  readonly best: readonly string[];
}
