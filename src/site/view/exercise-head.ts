import type { Exercise } from '#exercise';
import type { ExerciseWords } from './exercise-words.ts';

type HeadWords = Pick<ExerciseWords, 'label' | 'invented' | 'ungraded' | 'kinds'>;

/** What stands above an exercise's answers: its title, its labels and what is to be done. */
export function exerciseHead(exercise: Exercise, number: number, words: HeadWords) {
  return {
    title: words.label.replace('{{number}}', String(number)),
    invented: exercise.invented ? words.invented : null,
    ungraded: exercise.ungraded ? words.ungraded : null,
    kind: words.kinds[exercise.type === 'choice' && exercise.many ? 'choice-many' : exercise.type],
  };
}
