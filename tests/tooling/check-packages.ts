import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { localeTags } from '#language';
import { zipFiles } from '#packaging/adapters/zip';
import { allModules, filesOf } from '../e2e/packages/support/packages.ts';
import { content, galleryCourse, ownFormats, packageOf } from '../unit/packaging/banks.ts';
import { ace, epubCheck } from './packages/books.ts';
import type { Checker, WrittenPackage } from './packages/checker.ts';
import { schemaCheckers } from './packages/schemas.ts';
import { scormSchemas } from './packages/scorm-schemas.ts';
import { readStamp } from '../../src/site/build-stamp.ts';

// Judges the packages of every course and of the gallery, in every language, by programs and schemas that the project
// cannot bring along: npm run check:packages -- [--schemas DIR]

const { values } = parseArgs({ options: { schemas: { type: 'string' } } });
const checkers: readonly Checker[] = [
  epubCheck,
  ace,
  ...scormSchemas,
  ...schemaCheckers(values.schemas === undefined ? null : resolve(values.schemas)),
];

/** Packs every course in every language, what is missing borrowed from English. */
function writePackages(folder: string): WrittenPackage[] {
  return [...content.courses, galleryCourse].flatMap((course) =>
    localeTags.flatMap((locale) =>
      ownFormats
        .filter(([, { container }]) => container === 'zip')
        .map(([format, packing]) => {
          const { files } = packageOf(packing, course, locale, 'en');
          return writePackage(folder, { name: `${course.id}-${locale}-${format}`, format, files }, packing.extension);
        }),
    ),
  );
}

/** Packs the pages of every module in every language that it has; none where the site is not built. */
function writePagePackages(folder: string): WrittenPackage[] {
  if (!readStamp('dist')) return [];
  return allModules.flatMap(({ course, module, locales }) =>
    locales.flatMap((locale) =>
      (['scorm12', 'scorm2004', 'cmi5'] as const).map((format) => {
        const files = filesOf({ format, course, module, locales: [locale] });
        return writePackage(folder, { name: `${course}-${module}-${locale}-${format}`, format, files }, 'zip');
      }),
    ),
  );
}

interface Packed {
  readonly name: string;
  readonly format: string;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

function writePackage(folder: string, { name, format, files }: Packed, extension: string): WrittenPackage {
  const file = join(folder, `${name}.${extension}`);
  const unpacked = join(folder, name);
  writeFileSync(file, zipFiles(files));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true });
    writeFileSync(join(unpacked, path), bytes);
  }
  return { name, format, file, unpacked };
}

const folder = mkdtempSync(join(tmpdir(), 'bilig-packages-'));
try {
  const packages = [...writePackages(folder), ...writePagePackages(folder)];
  console.log(`Packages: ${packages.length}`);
  const outcomes = checkers.map((checker) => ({ name: checker.name, outcome: checker.check(packages) }));
  for (const { name, outcome } of outcomes) {
    if ('missing' in outcome) console.log(`- ${name}: not run; ${outcome.missing}.`);
    else console.log(`- ${name}: ${outcome.ran} files, ${outcome.faults.length} with faults`);
  }
  const faults = outcomes.flatMap(({ outcome }) => ('missing' in outcome ? [] : outcome.faults));
  for (const fault of faults) console.error(`\n${fault}`);
  const nothingRan = outcomes.every(({ outcome }) => 'missing' in outcome);
  process.exitCode = faults.length ? 1 : nothingRan ? 2 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
