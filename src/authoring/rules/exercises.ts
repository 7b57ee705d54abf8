import { errorAt, type Exercise, type RichText } from '#exercise';
import type { ExerciseDraft } from '#course';
import type { Problem } from '#problem';
import { adviceAt } from '../severity.ts';
import type { Survey } from '../survey.ts';

const shortestReason = 40;

/** Reports ids that stand twice in a page, exercises on pages that are no lessons, and reasons too short to teach. */
export function checkExercises({ pages }: Survey): Problem[] {
  return pages.flatMap(({ kind, versions }) =>
    Object.values(versions).flatMap(({ body }) => [
      ...duplicates(body?.drafts ?? []),
      ...(kind === 'lesson' ? [] : (body?.drafts ?? []).map(misplaced)),
      ...(body?.exercises ?? []).flatMap(shortReasons),
    ]),
  );
}

function duplicates(drafts: readonly ExerciseDraft[]): Problem[] {
  return drafts.flatMap((draft, index) => {
    const first = drafts.findIndex(({ id }) => id === draft.id);
    if (!draft.id || first === index) return [];
    return errorAt(draft.place, 'exercise-id-duplicate', {
      message: `The id "${draft.id}" stands twice in this lesson (first in line ${drafts[first]?.place.line}), so answers to the two would be mixed up.`,
      hint: `Give this one another id, in every language: \`<${draft.component} id="${draft.id}-2">\`.`,
    });
  });
}

function misplaced({ component, place }: ExerciseDraft): Problem {
  return errorAt(place, 'exercise-outside-lesson', {
    message: `Here stands a <${component}>, but only lessons keep answers and count them.`,
    hint: 'Move it into a lesson.',
  });
}

function shortReasons(exercise: Exercise): Problem[] {
  const short = reasonsOf(exercise).filter(({ text }) => text && [...text].length < shortestReason);
  return short.map(({ text }) =>
    adviceAt(exercise.place, 'reason-short', {
      message: `The reason "${text}" in "${exercise.id}" is shorter than ${shortestReason} characters. Learners need to hear which move leads to the answer.`,
      hint: 'Say in a sentence or two what in the example shows it, and what to do next time.',
    }),
  );
}

/** All reasons of an exercise, whatever its type keeps them in. */
function reasonsOf(exercise: Exercise): RichText[] {
  switch (exercise.type) {
    case 'choice':
    case 'verdict':
      return exercise.options.map((option) => option.reason);
    case 'match':
      return [...exercise.pairs, ...exercise.spares].map((pair) => pair.reason);
    case 'categorise':
      return exercise.cards.map((card) => card.reason);
    case 'order':
      return exercise.steps.map((step) => step.reason);
    case 'short-answer':
      return [exercise.reason, exercise.otherwise, ...exercise.foreseen.map((answer) => answer.reason)];
  }
}

