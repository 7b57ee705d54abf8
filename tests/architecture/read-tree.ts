import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Tree } from './checker.ts';

/** Reads every file under a folder of the repository; a missing folder is an empty tree. */
export function readTree(root: string, folder: string): Tree {
  const tree = new Map<string, string>();
  const start = join(root, folder);
  if (!existsSync(start)) return tree;
  for (const entry of readdirSync(start, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    const path = full
      .slice(root.length + 1)
      .split(sep)
      .join('/');
    // Pictures and fonts are named in the tree but have nothing to read.
    tree.set(path, /\.(ts|js|mjs|astro|svelte)$/.test(path) ? readFileSync(full, 'utf8') : '');
  }
  return tree;
}
