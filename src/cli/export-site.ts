import { readBuiltSite } from '#packaging/adapters/node-site';
import type { BuiltSite } from '#packaging';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hashSources, readStamp } from '../site/build-stamp.ts';
import { createUsageFault, type Output } from './command.ts';

const project = resolve(import.meta.dirname, '../..');
const ownBuild = join(project, '.cache/export-site');

interface Request {
  /** A built site that was named; null for the one in `dist`, or one that is built for this. */
  readonly folder: string | null;
  readonly contentRoot: string;
  readonly address: string;
  readonly output: Output;
}

/**
 * The site that was built from the content as it is now. Where there is none it is built first.
 *
 * @returns null where it cannot be built, which has been said
 * @throws a usage fault where a site was named that was built from something else
 */
export function openBuiltSite({ folder, contentRoot, address, output }: Request): BuiltSite | null {
  const sources = hashSources(contentRoot);
  const open = (built: string): BuiltSite | null => {
    const stamp = readStamp(built);
    return stamp?.sources === sources
      ? readBuiltSite(built, { base: stamp.base, address: new URL(address).origin })
      : null;
  };
  if (folder !== null) {
    const site = open(resolve(folder));
    if (site) return site;
    const why = readStamp(resolve(folder))
      ? 'was built from other content, or by another version'
      : 'holds no built site';
    throw createUsageFault(
      `--site "${folder}" ${why}. Build it with: npm run -s build; or leave --site out, and it is built for this.`,
    );
  }
  const built = open(join(project, 'dist')) ?? open(ownBuild);
  if (built) return built;
  output.complain('Building the site, of whose pages the package is made; this takes a minute …');
  rmSync(ownBuild, { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', ownBuild],
    { cwd: project, encoding: 'utf8', env: { ...process.env, BILIG_CONTENT: contentRoot, BILIG_BASE: '/' } },
  );
  const site = status === 0 ? open(ownBuild) : null;
  if (!site) {
    const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-15).join('\n');
    output.complain(`The site could not be built, so nothing was written. Its build said:\n\n${said}`);
  }
  return site;
}
