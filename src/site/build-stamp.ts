import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { basePath } from './base-path.ts';

/** From what a site was built, so that nobody takes an old one for the present one. */
export interface BuildStamp {
  /** Of all files that a build reads. */
  readonly sources: string;
  /** The path below which it is served, with a slash at both ends. */
  readonly base: string;
}

/** Where it stands in a built site: among what packages are made of, which no reader is led to. */
export const stampFile = 'package/build.json';

const project = resolve(import.meta.dirname, '../..');
const programs = ['src/**/*', 'public/**/*', 'astro.config.mjs', 'package-lock.json'];

/** The hash of the content and of the program that make a site. */
export function hashSources(contentRoot: string): string {
  const hash = createHash('sha256');
  const add = (folder: string, patterns: readonly string[]) => {
    const files = globSync([...patterns], { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
    for (const file of files.sort()) {
      const path = join(folder, file);
      if (statSync(path).isDirectory()) continue;
      const bytes = readFileSync(path);
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    }
  };
  add(project, programs);
  add(contentRoot, ['**/*']);
  return hash.digest('base64url');
}

/** The stamp of a built site; null where there is none, and so no site. */
export function readStamp(folder: string): BuildStamp | null {
  try {
    const { sources, base } = JSON.parse(readFileSync(join(folder, stampFile), 'utf8')) as Partial<BuildStamp>;
    return sources && base ? { sources, base } : null;
  } catch {
    return null;
  }
}

/** Stamps a built site. What was changed during the build is not in it, so the stamp is of what stood there before. */
export function buildStamp(contentRoot: string): AstroIntegration {
  let base = '/';
  let sources = '';
  return {
    name: 'build-stamp',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = basePath(config);
      },
      'astro:build:start': () => {
        sources = hashSources(contentRoot);
      },
      'astro:build:done': ({ dir }) => {
        const file = join(fileURLToPath(dir), stampFile);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `${JSON.stringify({ sources, base } satisfies BuildStamp)}\n`);
      },
    },
  };
}
