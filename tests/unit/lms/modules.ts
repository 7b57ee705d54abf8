import { gradeExercise, isDone, solveExercise, type AttemptState, type Exercise, type Response } from '#exercise';
import { attemptKey, formatAttempt, formatLesson, lessonKey } from '#learner';
import { moduleOutline, type ModuleOutline } from '#lms';
import { content, galleryCourse } from '../packaging/banks.ts';

const gallery = galleryCourse.modules[0];
if (!gallery) throw new Error('the gallery has no module');

/** A module of one exercise of each type, and the exercises of it by their full ids. */
export const galleryModule: ModuleOutline = {
  ...moduleOutline(galleryCourse, gallery),
  rules: { answered: 0.8, score: 0.6 },
};
export const galleryExercises: ReadonlyMap<string, Exercise> = new Map(
  gallery.lessons.flatMap(({ id, versions }) =>
    (versions.en?.exercises ?? []).map((exercise) => [`gallery/types/${id}/${exercise.id}`, exercise] as const),
  ),
);

/** A real module of this repository. */
export const findingTheSource: ModuleOutline = (() => {
  const course = content.courses.find(({ id }) => id === 'media-literacy');
  const module = course?.modules.find(({ id }) => id === 'finding-the-source');
  if (!course || !module) throw new Error('the module is not there');
  return moduleOutline(course, module);
})();

/** A module with the gallery's exercises so often that it has this many. */
export function moduleOf(count: number): {
  readonly module: ModuleOutline;
  readonly copies: ReadonlyMap<string, string>;
} {
  const all = galleryModule.lessons.flatMap(({ id, exercises }) =>
    exercises.map((exercise) => ({ from: `${id}/${exercise.id}`, exercise })),
  );
  const copies = new Map<string, string>();
  const lessons = Array.from({ length: Math.ceil(count / 8) }, (_, lesson) => {
    const id = `course/module/lesson-${lesson + 1}`;
    const exercises = Array.from({ length: Math.min(8, count - lesson * 8) }, (__, index) => {
      const { from, exercise } = all[(lesson * 8 + index) % all.length] ?? { from: '', exercise: null };
      if (!exercise) throw new Error('the gallery is empty');
      const copy = { ...exercise, id: `${exercise.id}-${lesson + 1}-${index + 1}` };
      copies.set(`${id}/${copy.id}`, from);
      return copy;
    });
    return { id, anchors: ['', 'one', 'two', 'three', 'four', 'five'], exercises };
  });
  return { module: { id: 'course/module', rules: { answered: 0.8, score: 0.6 }, lessons }, copies };
}

/** The work on an exercise after one answer. */
export function answered(exercise: Exercise, response: Response = solveExercise(exercise)): AttemptState {
  const grade = gradeExercise(exercise, response);
  const score = grade.max === 0 ? Number(grade.correct) : grade.score / grade.max;
  return {
    phase: grade.correct ? 'right' : 'tried',
    response,
    confidence: exercise.confidence ? 2 : null,
    used: 1,
    hints: 0,
    first: score,
    best: score,
    last: score,
    discernment: grade.discernment ? { first: grade.discernment, last: grade.discernment } : null,
    round: 0,
  };
}

/** Entries of a record in which these exercises have been worked on, the later ones later. */
export function recordOf(
  module: ModuleOutline,
  states: ReadonlyMap<string, AttemptState>,
  lessons: ReadonlyMap<string, readonly string[]> = new Map(),
): Map<string, string> {
  const entries = new Map<string, string>();
  let at = 1_790_000_000_000;
  for (const { id, exercises } of module.lessons) {
    const read = lessons.get(id);
    if (read)
      entries.set(
        lessonKey(id),
        formatLesson({ opened: at, finished: { on: false, at: 0 }, place: { anchor: read.at(-1) ?? '', at }, read }),
      );
    for (const { id: exercise, signature } of exercises) {
      const state = states.get(`${id}/${exercise}`);
      at += 60_000;
      if (state) entries.set(attemptKey(`${id}/${exercise}`), formatAttempt({ signature, state, at }));
    }
  }
  return entries;
}

/** The states of attempts in entries, without moments, which no platform keeps. */
export function statesIn(entries: ReadonlyMap<string, string>): Map<string, unknown> {
  return new Map(
    [...entries].map(([key, json]) => {
      const value = JSON.parse(json) as { state?: unknown };
      return [key, value.state ?? json];
    }),
  );
}

export { isDone };
