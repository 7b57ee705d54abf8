import { builtSite } from '../e2e/support/built-site.ts';
import { variants } from '../e2e/variants.ts';
import { bars, weighLessons } from './weigh.ts';

// Prints what each lesson weighs: node tests/bench/weight.ts, after a build.
const [root] = variants;
if (!root) throw new Error('There is no build to weigh.');
const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1).padStart(6);
const columns = ['HTML', 'CSS', 'both', 'with six', 'script', 'first exercise', 'heaviest'];

console.log(
  `KB after Brotli 11, cold; bars: HTML + CSS ${bars.text / 1024}, script ${bars.script / 1024}, exercise ${bars.exercise / 1024}`,
);
console.log(['page'.padEnd(62), ...columns].join('  '));
for (const { path, html, css, six, script, firstExercise, heaviestExercise } of weighLessons(builtSite(root))) {
  const values = [html, css, html + css, six, script, firstExercise, heaviestExercise];
  console.log(
    [path.padEnd(62), ...values.map((value, index) => kilobytes(value).padStart(columns[index]?.length ?? 0))].join(
      '  ',
    ),
  );
}
