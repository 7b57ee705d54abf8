import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeRulePages } from './rule-pages.ts';

// Writes docs/rules anew: npm run docs:rules.
const folder = resolve(import.meta.dirname, '../../docs/rules');
const pages = makeRulePages();
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name));
for (const [name, text] of pages) writeFileSync(join(folder, name), text);
console.log(`${pages.size - 1} rules have their pages in docs/rules.`);
