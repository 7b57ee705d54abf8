import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeSchemaFiles } from './editor/schemas.ts';
import { makeSnippetFile } from './editor/snippets.ts';

// Writes docs/schemas and .vscode/bilig.code-snippets anew: npm run docs:editor.
const root = resolve(import.meta.dirname, '../..');
const schemas = makeSchemaFiles();
const folder = join(root, 'docs/schemas');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!schemas.has(name)) rmSync(join(folder, name));
for (const [name, text] of schemas) writeFileSync(join(folder, name), text);
mkdirSync(join(root, '.vscode'), { recursive: true });
writeFileSync(join(root, '.vscode/bilig.code-snippets'), makeSnippetFile());
