import { builtSite } from '../e2e/support/built-site.ts';
import { variants } from '../e2e/variants.ts';
import { packageBar, weighPackages } from './weigh-packages.ts';

// Prints what each module weighs as a SCORM package in each language: node tests/bench/packages.ts, after a build.
const [root] = variants;
if (!root) throw new Error('There is no build to weigh.');
const kilobytes = (bytes: number, width: number) => (bytes / 1024).toFixed(1).padStart(width);
const columns = ['lessons', 'packed', 'of it media', 'without media', 'unpacked'];

console.log(`KB of a SCORM 1.2 package in one language; bar for three lessons without media: ${packageBar / 1024}`);
console.log(['module'.padEnd(48), 'language', ...columns].join('  '));
for (const { module, locale, lessons, packed, unpacked, media } of weighPackages(builtSite(root))) {
  const values = [packed, media, packed - media, unpacked];
  const cells = values.map((value, index) => kilobytes(value, columns[index + 1]?.length ?? 0));
  const isOver = packed - media > packageBar;
  console.log(
    [module.padEnd(48), locale.padEnd(8), String(lessons).padStart(7), ...cells, ...(isOver ? ['OVER'] : [])].join(
      '  ',
    ),
  );
}
