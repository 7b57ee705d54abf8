import { checklistRatings, reasonsOf, solutionOf, type Exercise, type RichText, type VerdictExercise } from '#exercise';
import type { ExerciseWords } from './exercise-words.ts';

/** An exercise's answers as they are read where nothing can be checked. */
export interface AnswersView {
  /** HTML, one entry a line; empty where the right parts are marked among the reasons, which then say it all. */
  readonly solution: readonly string[];
  /** What the right parts among the reasons are called. */
  readonly rightLabel: string;
  /** HTML of each part and of its reason. */
  readonly reasons: readonly { readonly part: string; readonly reason: string; readonly right: boolean }[];
}

type AnswerWords = Pick<ExerciseWords, 'verdict' | 'right' | 'own'>;

export function answersView(exercise: Exercise, words: AnswerWords): AnswersView {
  const labelled = exercise.type === 'verdict' ? { ...exercise, options: labelVerdict(exercise, words) } : exercise;
  const solution = ratingsOf(exercise, words) ?? solutionOf(labelled).map(({ html }) => html);
  const reasons = reasonsOf(labelled).map(({ part, reason }) => ({ part: part.html, reason: reason.html }));
  const chosen = reasons.filter(({ part }) => solution.includes(part));
  const isChoice = chosen.length === solution.length && solution.length < reasons.length;
  return {
    solution: isChoice ? [] : solution,
    rightLabel: exercise.type === 'headline-sort' ? words.own['headline-sort'].sound : words.right,
    reasons: reasons.map((entry) => ({ ...entry, right: isChoice && chosen.includes(entry) })),
  };
}

/** An expert's ratings by the names that the interface gives them; null where there are none. */
function ratingsOf(exercise: Exercise, { own }: AnswerWords): string[] | null {
  if (exercise.type !== 'checklist') return null;
  return exercise.criteria.map(({ content, expert }) => {
    const rating = checklistRatings[expert] ?? checklistRatings[0];
    return `${content.html} → ${own.checklist.ratings[rating]}`;
  });
}

/** The answers of a verdict; one without a text of its own takes its label from the interface. */
export function labelVerdict(
  exercise: VerdictExercise,
  words: Pick<ExerciseWords, 'verdict'>,
): VerdictExercise['options'] {
  return exercise.options.map((option) => {
    const label: RichText = { html: words.verdict[option.id], text: words.verdict[option.id] };
    return option.content.text ? option : { ...option, content: label };
  });
}
