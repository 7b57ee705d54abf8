/** Where something stands in a file: line and column count from 1, as editors show them. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A replacement of the characters `start` to `end` (UTF-16 offsets into the file's text). */
export interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An expected fault in content, written for the person who wrote the content. */
export interface Problem extends Place {
  /** Permanent name of the rule, such as `option-without-reason`. */
  readonly rule: string;
  /** `error` makes the check fail; `advice` is printed and does not. */
  readonly severity: 'error' | 'advice';
  /** What is wrong and why it matters, in full sentences. */
  readonly message: string;
  /** The edit that mends it, as a snippet or an instruction. */
  readonly hint: string;
  /** The same edit for `check --fix`, where there is exactly one right mend. */
  readonly fix?: readonly Edit[];
}

/** Orders problems by file, line and column, so that a report reads from top to bottom. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...problems].sort(
    (a, b) => byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.rule, b.rule),
  );
}

/**
 * The known name nearest to a mistyped one (edit distance at most 2 and a third of its length), or null. Names of one
 * or two letters are near to everything, so nothing is suggested for them.
 */
export function suggestName(given: string, known: readonly string[]): string | null {
  const limit = Math.min(2, Math.floor(given.length / 3));
  const ranked = known
    .map((name) => ({ name, distance: editDistance(given, name) }))
    .filter((candidate) => candidate.distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.name ?? null;
}

/** Edit distance where inserting, deleting, replacing a letter and swapping two neighbours cost 1 each. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = swaps ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * A problem as text: place, rule, what is wrong, and how to mend it. Messages quote the content, so control and
 * direction characters, which would garble or falsify what a terminal shows, are named in place of being printed.
 */
export function formatProblem({ file, line, column, rule, severity, message, hint }: Problem): string {
  const kind = severity === 'advice' ? ' (advice)' : '';
  return `${nameHidden(file)}:${line}:${column}  ${rule}${kind}\n  ${nameHidden(message)}\n  → ${nameHidden(hint)}`;
}

/** A number with the word that goes with it, as reports to authors have it: `1 error`, `2 errors`. */
export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A text with its control, direction and zero-width characters named by code: U+202E → `<U+202e>`. */
export function nameHidden(text: string): string {
  return text.replace(
    /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu,
    (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}>`,
  );
}
