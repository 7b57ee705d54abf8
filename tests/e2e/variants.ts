import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { fixtureContent } from './support/fixture-content.ts';

const root = resolve(import.meta.dirname, '../..');

/** One build of the site that browser tests open. */
export interface Variant {
  readonly name: string;
  readonly folder: string;
  readonly base: string;
  readonly port: number;
  /** Read by astro.config.mjs; the base is always given, whatever site.yaml says. */
  readonly env: Readonly<Record<string, string>>;
}

const all: readonly Variant[] = [
  { name: 'root', folder: 'dist', base: '/', port: 4331, env: { BILIG_BASE: '/' } },
  // A partner may serve the site from a folder of its own site: every link must survive that.
  {
    name: 'base',
    folder: 'dist-base',
    base: '/base/',
    port: 4332,
    env: { BILIG_BASE: '/base/' },
  },
  {
    name: 'fixture',
    folder: 'dist-fixture',
    base: '/',
    port: 4333,
    env: { BILIG_BASE: '/', BILIG_CONTENT: fixtureContent },
  },
];

/**
 * The site as it is published the next time, under the base `/base/`: with other texts in some lessons and other names
 * for all scripts, as if the program had changed, too. Tests lay it in place of the present one.
 */
export const nextRelease = {
  folder: 'dist-next',
  env: { BILIG_BASE: '/base/', BILIG_DOWNLOADS: '0', BILIG_CONTENT: '.cache/next-release/content' },
} as const;

/** The fixture site counts from its first test on, so that nothing is built for nobody. */
const hasFixtureTests = globSync('tests/e2e/fixture/**/*.test.ts', { cwd: root }).length > 0;

export const variants = all.filter((variant) => variant.name !== 'fixture' || hasFixtureTests);
