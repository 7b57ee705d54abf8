import { count } from '#problem';
import type { CheckReport } from './report.ts';

/** One line that says how it stands. */
export function totals({ problems, read }: Pick<CheckReport, 'problems' | 'read'>): string {
  if (!problems.length) return `No problems in ${count(read, 'file', 'files')}.`;
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const files = new Set(problems.map((problem) => problem.file)).size;
  const advice = count(problems.length - errors, 'piece of advice', 'pieces of advice');
  return `${count(errors, 'error', 'errors')}, ${advice} in ${count(files, 'file', 'files')}.`;
}
