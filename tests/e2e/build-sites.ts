import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fixtureContent, writeFixtureContent } from './support/fixture-content.ts';
import { renameScripts, writeNextContent } from './support/next-release.ts';
import { nextRelease, variants } from './variants.ts';

// Builds the sites the browser tests open, one after another: two at once would need twice the memory.
const root = resolve(import.meta.dirname, '../..');
const astro = resolve(root, 'node_modules/astro/bin/astro.mjs');

writeFixtureContent(fixtureContent);
writeNextContent(nextRelease.env.BILIG_CONTENT);

for (const variant of [...variants, nextRelease]) {
  const started = performance.now();
  // A failed build must not leave yesterday's site to be tested.
  rmSync(resolve(root, variant.folder), { recursive: true, force: true });
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [astro, 'build', '--outDir', variant.folder], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, ...variant.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (status !== 0) {
    console.error(`${stdout}${stderr}${error?.message ?? ''}\nBuilding ${variant.folder} failed after ${seconds} s.`);
    process.exit(1);
  }
  console.log(`built ${variant.folder} in ${seconds} s`);
}

renameScripts(resolve(root, nextRelease.folder), resolve(root, nextRelease.env.BILIG_CONTENT));
