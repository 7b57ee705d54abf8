import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { start, stop } from './tooling/npm.ts';
import { steps, type Step } from './tooling/steps.ts';
import { addTallies, formatTally, tallyStep, tallyTests, type Tally } from './tooling/tally.ts';

// Runs every check of the project and ends with one line that a person and a machine can read.
// A failed step does not stop the others: one run tells all that is wrong.
const root = resolve(import.meta.dirname, '..');
const results = join(root, '.cache/results');
const { values } = parseArgs({
  options: {
    /** Steps that passed before this one was started; .ci/run counts `npm ci`. */
    passed: { type: 'string', default: '0' },
  },
});
const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
  ASTRO_TELEMETRY_DISABLED: '1',
};

interface Outcome {
  readonly step: Step;
  readonly tally: Tally;
  readonly note: string;
}

let current: ChildProcess | null = null;

/** Null if the command ended well by the deadline, else what happened. */
async function run(command: string, args: readonly string[], deadline: number): Promise<string | null> {
  const child = start(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  current = child;
  const ended = new Promise<string | null>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(code === 0 ? null : `ended with ${signal ?? `exit code ${code}`}`));
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((done) => {
    timer = setTimeout(() => done('took longer than its minutes'), Math.max(0, deadline - performance.now()));
  });
  const failure = await Promise.race([ended, late]);
  clearTimeout(timer);
  // Also after a good end: a server left behind would hold its port against the next step.
  await stop(child);
  current = null;
  return failure;
}

async function runStep(step: Step, outcomes: readonly Outcome[]): Promise<Outcome> {
  console.log(`\n=== ${step.name}`);
  const needed = outcomes.find((outcome) => outcome.step.name === step.needs);
  if (needed && needed.tally.failed > 0)
    return { step, tally: tallyStep(false), note: `not run: '${step.needs}' failed` };
  const started = performance.now();
  let failure: string | null = null;
  for (const [command, ...args] of step.commands) {
    failure ??= await run(command, args, started + step.minutes * 60_000);
  }
  const seconds = `${((performance.now() - started) / 1000).toFixed(0)} s`;
  const tally = step.report
    ? tallyTests(step.report.kind, readReport(step.report.file), failure === null)
    : tallyStep(failure === null);
  return { step, tally, note: failure === null ? seconds : `${seconds}, ${failure}` };
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(results, file), 'utf8'));
  } catch {
    return null;
  }
}

// The steps run in process groups of their own, which Ctrl+C does not reach.
async function endBySignal(): Promise<never> {
  if (current) await stop(current);
  process.exit(130);
}
process.once('SIGINT', () => void endBySignal());
process.once('SIGTERM', () => void endBySignal());

// Yesterday's reports and sites must not stand in for those of a step that wrote none.
for (const folder of ['.cache/results', 'dist', 'dist-base', 'dist-fixture'])
  rmSync(join(root, folder), { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const outcomes: Outcome[] = [];
for (const step of steps) outcomes.push(await runStep(step, outcomes));

console.log('\n=== summary');
for (const { step, tally, note } of outcomes) {
  console.log(`${tally.failed === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(8)} ${formatTally(tally)} (${note})`);
}
const total = addTallies([
  { passed: Number(values.passed), failed: 0, skipped: 0 },
  ...outcomes.map((outcome) => outcome.tally),
]);
console.log(formatTally(total));
process.exitCode = total.failed === 0 ? 0 : 1;
