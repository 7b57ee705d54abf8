import { createContentChecker } from '#authoring';
import { createContentReader } from '#course/adapters/node-content';
import { localeTags, type Locale } from '#language';
import { pluralCategories } from '#language/adapters/node-intl';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeLargeContent } from './check/content.ts';

// Prints how long `bilig check` takes for many lessons, from the start of the program, and how long the watch takes
// after a change of one of them: node tests/bench/check.ts [--lessons 1000]. The texts are the project's own lessons.
const { values } = parseArgs({ options: { lessons: { type: 'string', default: '1000' } } });
const changes = 5;

/** Seconds as a clock counts them, and those for which a processor worked: on a busy machine they differ. */
interface Time {
  readonly clock: number;
  readonly processor: number;
}

interface Row {
  readonly languages: number;
  readonly lessons: number;
  readonly cold: Time;
  readonly again: Time;
}

function measure(languages: readonly Locale[]): Row {
  const root = mkdtempSync(join(tmpdir(), 'bilig-bench-check-'));
  try {
    const { lessons, example } = writeLargeContent(root, { lessons: Number(values.lessons), languages });
    return { languages: languages.length, lessons, cold: checkCold(root), again: checkChanges(root, example) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const tellProcessor =
  "data:text/javascript,process.on('exit', () => process.stderr.write(JSON.stringify(process.cpuUsage())))";

/** A run of the program, from its start to its end. */
function checkCold(root: string): Time {
  const begun = performance.now();
  const args = ['--import', tellProcessor, 'src/cli/bilig.ts', 'check', '--content', root];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The content of the bench is not clean:\n${stdout.slice(0, 2000)}${stderr}`);
  const clock = (performance.now() - begun) / 1000;
  return { clock, processor: processorSeconds(JSON.parse(stderr) as NodeJS.CpuUsage) };
}

function processorSeconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1_000_000;
}

/** From a change of one lesson to its report, the median of several. */
function checkChanges(root: string, example: string): Time {
  const read = createContentReader(root);
  const check = createContentChecker(pluralCategories);
  check(read());
  const times = Array.from({ length: changes }, (_, index): Time => {
    appendFileSync(join(root, example), `\nMore ${index}.\n`);
    const [begun, used] = [performance.now(), process.cpuUsage()];
    check(read());
    return { clock: (performance.now() - begun) / 1000, processor: processorSeconds(process.cpuUsage(used)) };
  });
  const median = (of: (time: Time) => number) => times.map(of).sort((a, b) => a - b)[Math.floor(changes / 2)] ?? 0;
  return { clock: median(({ clock }) => clock), processor: median(({ processor }) => processor) };
}

const pair = ({ clock, processor }: Time) => `${clock.toFixed(2)} / ${processor.toFixed(2)}`;

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
console.log('| lessons | languages | from cold, s / s of a processor | after a change of one lesson |');
console.log('| --: | --: | --: | --: |');
for (const languages of [['en'], ['en', 'kk'], localeTags] as const) {
  const { lessons, languages: number, cold, again } = measure(languages);
  console.log(`| ${lessons} | ${number} | ${pair(cold)} | ${pair(again)} |`);
}
