import { readContentFiles } from '#course/adapters/node-content';
import type { Locale } from '#language';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const course = 'courses/media-literacy';
const module = `${course}/finding-the-source`;

/**
 * Writes a content folder of many lessons: the project's own module, again and again, so that texts, exercises, links
 * and pictures weigh what they really weigh.
 *
 * @returns how many lessons it holds (the module's own number at least), and the path of one of them
 */
export function writeLargeContent(
  root: string,
  { lessons, languages }: { readonly lessons: number; readonly languages: readonly Locale[] },
): { readonly lessons: number; readonly example: string } {
  const own = readContentFiles('content');
  const isShown = (file: string) => !file.endsWith('.mdx') || languages.some((tag) => file.endsWith(`/${tag}.mdx`));
  const names = [...own.texts.keys(), ...own.others].filter(isShown);
  const text = (file: string) => own.texts.get(file) ?? '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
  const entries = /\n {2}- id: finding-the-source\n((?: {4,}.*\n)*)/u.exec(text(`${course}/course.yaml`))?.[1] ?? '';
  const perModule = entries.match(/- \{ id:/gu)?.length ?? 0;
  const modules = Math.max(1, Math.ceil(lessons / Math.max(1, perModule)));
  const ids = Array.from({ length: modules }, (_, index) => `module-${index + 1}`);
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  };
  for (const file of names.filter((name) => !name.startsWith('courses/') && name !== 'site.yaml'))
    write(file, text(file));
  for (const file of names.filter((name) => name.startsWith(`${course}/`) && name.split('/').length === 3)) {
    if (file.endsWith('.mdx')) write(file, text(file).replaceAll('/finding-the-source/', '/module-1/'));
  }
  for (const file of names.filter((name) => name.startsWith(`${module}/`))) {
    for (const id of ids) write(file.replace(module, `${course}/${id}`), text(file));
  }
  // The gallery's exercises lead to sections of the first lessons.
  for (const file of names.filter((name) => name.startsWith('gallery/')))
    write(file, text(file).replaceAll('/finding-the-source/', '/module-1/'));
  write('site.yaml', text('site.yaml').replace(/^languages: .*$/mu, `languages: [${languages.join(', ')}]`));
  const head = text(`${course}/course.yaml`).split(/^modules:\n/mu)[0] ?? '';
  write(`${course}/course.yaml`, `${head}modules:\n${ids.map((id) => `  - id: ${id}\n${entries}`).join('')}`);
  return { lessons: modules * perModule, example: `${course}/module-1/leave-the-page/${languages[0]}.mdx` };
}
