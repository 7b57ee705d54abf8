import type { Problem } from '#problem';

/** Problems as text for a terminal, in the order given, with a line of totals. */
export function reportAsText(problems: readonly Problem[], { read, fixed }: { read: number; fixed: number }): string {
  const entries = problems.map(
    ({ file, line, column, rule, severity, message, hint }) =>
      `${show(file)}:${line}:${column}  ${rule}${severity === 'advice' ? ' (advice)' : ''}\n  ${show(message)}\n  → ${show(hint)}\n`,
  );
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

/** Messages quote the content, whose control and direction characters would garble or falsify what a terminal shows. */
function show(text: string): string {
  return text.replace(
    /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu,
    (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}>`,
  );
}
