import { errorAt, isScored, type Exercise } from '#exercise';
import type { Place, Problem } from '#problem';
import type { LessonEntry } from './lesson.ts';
import type { CompletionFile } from './schema.ts';

/** What counts as done, each a share from 0 to 1; 0 asks for nothing. `schema.ts` says what each is a share of. */
export interface CompletionRules {
  readonly lessons: number;
  readonly answered: number;
  readonly score: number;
}

/** What counts where `course.yaml` says nothing: every lesson, most of the exercises, and no particular score. */
export const standardCompletion: CompletionRules = { lessons: 1, answered: 0.8, score: 0 };

export function completionRules(given: CompletionFile | undefined): CompletionRules {
  const { lessons, answered, score } = standardCompletion;
  return {
    lessons: given?.lessons ?? lessons,
    answered: given?.answered ?? answered,
    score: given?.score ?? score,
  };
}

/** Reports rules that nobody could meet, or that everybody meets before the first lesson. */
export function checkCompletion(
  given: CompletionFile | undefined,
  lessons: readonly LessonEntry[],
  placeOf: (path: readonly PropertyKey[]) => Place,
): Problem[] {
  const sources = lessons.map(({ versions, source }) => versions[source]);
  // What is only announced can be ruled beforehand; a lesson that could not be read has its own messages.
  if (!given || !sources.length || sources.includes(undefined)) return [];
  const exercises = sources.flatMap((lesson) => lesson?.exercises ?? []);
  const rules = completionRules(given);
  const kinds = [
    { key: 'answered', counts: isCounted, mend: 'take `ungraded` out of at least one exercise' },
    { key: 'score', counts: isScored, mend: 'add an exercise that has points' },
  ] as const;
  const without = kinds.filter(({ counts }) => !exercises.some(counts));
  const impossible = without.flatMap(({ key, mend }) =>
    given[key] ? errorAt(placeOf(['completion', key]), 'completion-impossible', impossibleWords(key, mend)) : [],
  );
  const asks = (key: 'lessons' | 'answered' | 'score') => rules[key] > 0 && !without.some((kind) => kind.key === key);
  if (impossible.length || asks('lessons') || asks('answered') || asks('score')) return impossible;
  return [errorAt(placeOf(['completion']), 'completion-empty', emptyWords)];
}

/** Warm-up questions count in no total. */
export function isCounted({ ungraded }: Exercise): boolean {
  return !ungraded;
}

function impossibleWords(key: 'answered' | 'score', mend: string): { message: string; hint: string } {
  const what = { answered: 'answers', score: 'a score' }[key];
  const which = { answered: 'counts', score: 'has points' }[key];
  return {
    message: `"completion.${key}" asks for ${what}, but no exercise of this course ${which}, so nobody could ever complete it.`,
    hint: `Write \`${key}: 0\`, or ${mend}.`,
  };
}

const emptyWords = {
  message:
    'What counts as done is nothing at all, so everybody would have completed the course before its first lesson.',
  hint: 'Ask for something: `completion: { lessons: 1 }` wants every lesson finished.',
};
