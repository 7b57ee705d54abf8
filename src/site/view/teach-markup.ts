import {
  answerId,
  element,
  exerciseId,
  heading,
  mapElements,
  type BookLesson,
  type Markup,
  type PackageWords,
  type PaperExercise,
} from '#packaging';

/** An exercise of a lesson by its id. */
export function exerciseOf({ exercises }: BookLesson, id: string): PaperExercise | undefined {
  return exercises.find((exercise) => exercise.id === id);
}

/** An exercise under its name, to be answered with a pen. */
export function headedExercise({ id, number, question }: PaperExercise, words: PackageWords): Markup[number] {
  return element('section', { class: 'exercise', id: exerciseId(id) }, [
    heading(3, [words.exercise(number)]),
    ...question,
  ]);
}

/** The blocks of a lesson with the answer and its reasons below each exercise. */
export function withAnswers(blocks: Markup, { exercises, words }: BookLesson): Markup {
  const known = new Map(exercises.map((exercise) => [exerciseId(exercise.id), exercise]));
  return mapElements(blocks, (node) => {
    const exercise = known.get(node.attributes['id'] ?? '');
    if (!exercise) return node;
    const answer = element('div', { class: 'answer', id: answerId(exercise.id) }, [
      element('p', { class: 'kind' }, [words.answer]),
      ...exercise.answer,
    ]);
    return { ...node, children: [...node.children, answer] };
  });
}
