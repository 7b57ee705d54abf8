import { cpSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeOfflineLists } from '../../../src/site/offline-files.ts';

const root = resolve(import.meta.dirname, '../../..');

/** What the next release says in a lesson and the present one does not, by language. */
export const nextWords = {
  en: 'The yellow lighthouse answers at dusk.',
  az: 'Sarı mayak toranlıqda cavab verir.',
  kk: 'Сары шамшырақ іңірде жауап береді.',
} as const;

const lesson = 'courses/media-literacy/finding-the-source/leave-the-page';

/** Writes the content of the next release: the present one with a sentence more in a lesson. */
export function writeNextContent(folder: string): void {
  const target = resolve(root, folder);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(resolve(root, 'content'), target, { recursive: true });
  for (const [locale, words] of Object.entries(nextWords)) {
    const file = join(target, lesson, `${locale}.mdx`);
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n---\n', 4) + '\n---\n'.length;
    writeFileSync(file, `${text.slice(0, end)}\n${words}\n${text.slice(end)}`);
  }
}

/** Gives all scripts of a built site other names, as a change of the program does, and lists its files anew. */
export function renameScripts(folder: string, contentRoot: string): void {
  const names = globSync('_astro/*.js', { cwd: folder }).map((file) => file.replaceAll('\\', '/').split('/')[1] ?? '');
  const all = new RegExp(names.map((name) => RegExp.escape(name)).join('|'), 'gu');
  const later = (name: string) => name.replace(/\.js$/u, '2.js');
  for (const file of globSync('**/*.{html,js,css}', { cwd: folder }).map((name) => join(folder, name))) {
    const text = readFileSync(file, 'utf8');
    const changed = text.replace(all, later);
    if (changed !== text) writeFileSync(file, changed);
  }
  for (const name of names) renameSync(join(folder, '_astro', name), join(folder, '_astro', later(name)));
  writeOfflineLists(folder, contentRoot);
}
