/** One step of `npm test` and of .ci/run, which are the same thing. */
export interface Step {
  readonly name: string;
  /** Run one after another; the first that fails ends the step. The programs are those of node_modules/.bin. */
  readonly commands: readonly (readonly [string, ...string[]])[];
  /** A step that runs tests counts each of them, from this report in .cache/results. */
  readonly report?: { readonly kind: 'vitest' | 'playwright'; readonly file: string };
  /** A step without which this one has nothing to test; it fails with it. */
  readonly needs?: string;
  /** For all its commands together. */
  readonly minutes: number;
}

const vitest = (name: string, ...options: string[]): Pick<Step, 'name' | 'commands' | 'report'> => ({
  name,
  commands: [
    ['vitest', 'run', ...options, '--reporter=dot', '--reporter=json', `--outputFile.json=.cache/results/${name}.json`],
  ],
  report: { kind: 'vitest', file: `${name}.json` },
});

/** Cheap checks first. The minutes add up to less than the 90 a run may take. */
export const steps: readonly Step[] = [
  { name: 'lock', commands: [['npm', 'run', '-s', 'check:lock']], minutes: 1 },
  { name: 'format', commands: [['npm', 'run', '-s', 'format:check']], minutes: 1 },
  { name: 'lint', commands: [['npm', 'run', '-s', 'lint']], minutes: 3 },
  { name: 'types', commands: [['npm', 'run', '-s', 'check']], minutes: 5 },
  { ...vitest('unit', '--project', 'node', '--project', 'dom'), minutes: 10 },
  { ...vitest('contract', '--config', 'vitest.contract.config.ts'), minutes: 2 },
  { name: 'content', commands: [['npm', 'run', '-s', 'bilig', '--', 'check']], minutes: 1 },
  { name: 'build', commands: [['npm', 'run', '-s', 'build']], minutes: 4 },
  { ...vitest('smoke', '--project', 'smoke'), needs: 'build', minutes: 5 },
  {
    name: 'browser',
    commands: [
      ['node', 'tests/e2e/build-sites.ts'],
      ['playwright', 'test'],
    ],
    report: { kind: 'playwright', file: 'playwright.json' },
    needs: 'build',
    minutes: 53,
  },
];
