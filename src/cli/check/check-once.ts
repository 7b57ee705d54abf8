import { checkContent, fixContent } from '#authoring';
import { writeTexts } from '#authoring/adapters/node-writer';
import { readContent, type ContentFiles } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { pluralCategories } from '#language/adapters/node-intl';
import { createUsageFault, messageOf, type Output } from '../command.ts';
import { sortProblems } from '#problem';
import type { Reporter } from '../report/report.ts';
import { checkLinks } from './check-links.ts';
import { createLineFinder, type ContentFolder } from '../content-folder.ts';

/** Checks a folder once, after mending it if asked to. */
export async function checkOnce(
  folder: ContentFolder,
  { fix, links, report }: { readonly fix: boolean; readonly links: boolean; readonly report: Reporter },
  output: Output,
): Promise<number> {
  const read = (files: ContentFiles) => readContent(files, parseMdx);
  const before = folder.read();
  const fixed = fix ? fixContent(before, read) : new Map<string, string>();
  write(folder.root, fixed);
  const files: ContentFiles = { ...before, texts: new Map([...before.texts, ...fixed]) };
  const reading = read(files);
  const found = checkContent(reading, pluralCategories);
  if (links) found.push(...(await checkLinks(reading, output)));
  const lineOf = createLineFinder(files);
  // Lines are looked up by the name in the content, and shown by the name from here.
  const lines = new Map(sortProblems(found).map((problem) => [folder.nameFromHere(problem), lineOf(problem)]));
  const problems = [...lines.keys()];
  output.print(
    report(
      { problems, read: files.texts.size, fixed: fixed.size, lineOf: (problem) => lines.get(problem) ?? null },
      { colours: output.colours === true },
    ),
  );
  return found.some((problem) => problem.severity === 'error') ? 1 : 0;
}

function write(root: string, texts: ReadonlyMap<string, string>): void {
  try {
    writeTexts(root, texts);
  } catch (error) {
    throw createUsageFault(`The mended files cannot be written: ${messageOf(error)}`);
  }
}
