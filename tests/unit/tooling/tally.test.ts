import { describe, expect, it } from 'vitest';
import { steps } from '../../tooling/steps.ts';
import { addTallies, formatTally, tallyStep, tallyTests } from '../../tooling/tally.ts';

describe('tallyTests', () => {
  it('reads a vitest report; what did not run is skipped', () => {
    const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    expect(tallyTests('vitest', report, false)).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it('reads a playwright report; a flaky test has failed', () => {
    const report = { stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 2 } };
    expect(tallyTests('playwright', report, false)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  it('counts a run that failed although none of its tests did', () => {
    const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
    expect(tallyTests('vitest', report, false)).toEqual({ passed: 7, failed: 1, skipped: 0 });
  });

  it.each([null, 'text', {}, { stats: {} }, { numPassedTests: '7' }])(
    'counts a run with the report %j as one failure',
    (report) => {
      expect(tallyTests('vitest', report, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
      expect(tallyTests('playwright', report, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    },
  );
});

describe('the summary', () => {
  it('sums steps and tests into one line', () => {
    const total = addTallies([tallyStep(true), tallyStep(false), { passed: 10, failed: 2, skipped: 1 }]);
    expect(formatTally(total)).toBe('11 passed, 3 failed, 1 skipped');
  });
});

describe('the steps', () => {
  it('need only steps that come before them', () => {
    const names = steps.map((step) => step.name);
    const wrong = steps.filter(
      (step, index) => step.needs !== undefined && !names.slice(0, index).includes(step.needs),
    );
    expect(wrong).toEqual([]);
  });

  it('fit into 90 minutes even if each takes all it may', () => {
    const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
    // The rest is for `npm ci`.
    expect(minutes).toBeLessThanOrEqual(85);
  });
});
