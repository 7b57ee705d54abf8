import type { ExerciseDraft } from '#course';
import { errorAt } from '#exercise';
import type { Problem } from '#problem';
import { hasExercises, type Survey } from '../survey.ts';

/** Reports exercise ids that stand twice in a page, and exercises on pages that are no lessons. */
export function checkExercises({ pages }: Survey): Problem[] {
  return pages.flatMap((page) =>
    Object.values(page.versions).flatMap(({ body }) => [
      ...duplicates(body?.drafts ?? []),
      ...(hasExercises(page) ? [] : (body?.drafts ?? []).map(misplaced)),
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
    message: `Here stands a <${component}>, but only lessons and the gallery keep answers.`,
    hint: 'Move it into a lesson.',
  });
}
