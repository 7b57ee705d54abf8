/** How many tests, or steps that count as one, ended how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    nothing,
  );
}

/** A step that is one check. */
export function tallyStep(succeeded: boolean): Tally {
  return succeeded ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** A test run, from its JSON report (null if it wrote none) and the way it ended. */
export function tallyTests(kind: 'vitest' | 'playwright', report: unknown, succeeded: boolean): Tally {
  const read = kind === 'vitest' ? readVitest(report) : readPlaywright(report);
  // No report, or a run that failed outside its tests (a file that does not load, a server that does not start).
  if (!read) return tallyStep(false);
  return succeeded || read.failed > 0 ? read : { ...read, failed: 1 };
}

/** The line a machine reads, alone and last. */
export function formatTally(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`;
}

function readVitest(report: unknown): Tally | null {
  const [passed, failed, pending, todo] = numbers(report, [
    'numPassedTests',
    'numFailedTests',
    'numPendingTests',
    'numTodoTests',
  ]);
  if (passed === undefined || failed === undefined) return null;
  return { passed, failed, skipped: (pending ?? 0) + (todo ?? 0) };
}

function readPlaywright(report: unknown): Tally | null {
  const stats = typeof report === 'object' && report !== null && 'stats' in report ? report.stats : null;
  const [expected, unexpected, flaky, skipped] = numbers(stats, ['expected', 'unexpected', 'flaky', 'skipped']);
  if (expected === undefined || unexpected === undefined) return null;
  return { passed: expected, failed: unexpected + (flaky ?? 0), skipped: skipped ?? 0 };
}

function numbers(source: unknown, keys: readonly string[]): (number | undefined)[] {
  const record = typeof source === 'object' && source !== null ? (source as Record<string, unknown>) : {};
  return keys.map((key) => (typeof record[key] === 'number' ? record[key] : undefined));
}
