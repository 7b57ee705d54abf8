import type { Problem } from '#problem';

/** A problem as text: place, rule, what is wrong, and how to mend it. */
export function formatProblem(problem: Problem, folder: string): string {
  const file = folder ? `${folder}/${problem.file}` : problem.file;
  return `${file}:${problem.line}:${problem.column}  ${problem.rule}\n  ${problem.message}\n  → ${problem.hint}`;
}
