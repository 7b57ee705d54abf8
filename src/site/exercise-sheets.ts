import type { ExerciseKind } from '#exercise';

// The common types are styled by the sheet of every page; a rarer one brings its own where it stands, so that no lesson
// pays for types it does not have.
const sheets = import.meta.glob<string>('./styles/exercises/*.css', { eager: true, import: 'default', query: '?url' });

/** The address of the stylesheet that a type of exercise, or a quiz, brings along; undefined for the common ones. */
export function exerciseSheet(kind: ExerciseKind | 'quiz'): string | undefined {
  return sheets[`./styles/exercises/${kind}.css`];
}
