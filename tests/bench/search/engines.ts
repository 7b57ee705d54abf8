import { resolve } from 'node:path';
import type { Engine } from './engine.ts';
import { createBilig } from './engines/bilig.ts';
import { bareLunr, stockLunr } from './engines/lunr.ts';
import { pagefind } from './engines/pagefind.ts';

/** What is compared, ours first. */
export const engines: readonly Engine[] = [
  createBilig(resolve(import.meta.dirname, '../../../dist')),
  pagefind,
  stockLunr,
  bareLunr,
];
