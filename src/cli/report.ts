import { formatProblem, type Problem } from '#problem';

/** Problems as text for a terminal, in the order given, with a line of totals. */
export function reportAsText(problems: readonly Problem[], { read, fixed }: { read: number; fixed: number }): string {
  const entries = problems.map((problem) => `${formatProblem(problem)}\n`);
  const mended = fixed ? [`Mended ${count(fixed, 'file', 'files')}.`] : [];
  return [...entries, ...mended, totals(problems, read)].join('\n');
}

/** Problems as JSON for editors and other programs. */
export function reportAsJson(problems: readonly Problem[]): string {
  const plain = problems.map(({ file, line, column, rule, severity, message, hint }) => ({
    file,
    line,
    column,
    rule,
    severity,
    message,
    hint,
  }));
  return JSON.stringify(plain, null, 2);
}

function totals(problems: readonly Problem[], read: number): string {
  if (!problems.length) return `No problems in ${count(read, 'file', 'files')}.`;
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const files = new Set(problems.map((problem) => problem.file)).size;
  const advice = count(problems.length - errors, 'piece of advice', 'pieces of advice');
  return `${count(errors, 'error', 'errors')}, ${advice} in ${count(files, 'file', 'files')}.`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
