import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

// Builds the sites and plays the packages made of them: npm run test:packages -- [--all]

const root = resolve(import.meta.dirname, '../../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Every module in every language, answered and left in every way; else one module in two languages. */
    all: { type: 'boolean', default: false },
  },
});
const commands = [
  ['tests/e2e/build-sites.ts'],
  [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--project=packages',
    // A trace of each of 900 plays takes half an hour.
    ...(values.all ? ['--trace=off'] : []),
    ...positionals,
  ],
];
for (const command of commands) {
  const { status } = spawnSync(process.execPath, command, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(values.all ? { BILIG_ALL_PACKAGES: '1' } : {}) },
  });
  if (status !== 0) process.exit(status ?? 1);
}
