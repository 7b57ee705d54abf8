import { checkContent, fillMark, type Creation } from '#authoring';
import { writeCreation } from '#authoring/adapters/node-writer';
import { readContent, type ContentFiles, type ContentReading } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { pluralCategories } from '#language/adapters/node-intl';
import type { Problem } from '#problem';
import type { ContentFolder } from '../content-folder.ts';
import { createUsageFault, messageOf } from '../command.ts';

// An exercise comes to the source first; its translations are somebody's next step, of which a note has told.
const expected = ['translation-exercise-missing', 'translation-quiz-missing'];

/** Checks the content as it would be. @throws a usage fault where it would have errors that it has not now */
export function prove({ files, ...reading }: ContentReading, { created, changed, copied, media }: Creation): void {
  const errorsOf = (what: ContentReading) =>
    checkContent(what, pluralCategories).filter(({ severity }) => severity === 'error');
  const identityOf = ({ file, rule, message }: Problem) => [file, rule, message].join('\n');
  const known = new Set(errorsOf({ ...reading, files }).map(identityOf));
  const texts = new Map([...files.texts, ...created, ...changed]);
  const others = new Set([...files.others, ...copied.keys(), ...media.keys()]);
  const fresh = errorsOf(readContent({ texts, others }, parseMdx)).filter(
    (problem) => !known.has(identityOf(problem)) && !expected.includes(problem.rule),
  );
  if (!fresh.length) return;
  const lines = fresh.map(({ file, line, message, hint }) => `  ${file}:${line}  ${message} ${hint}`);
  throw createUsageFault(`Nothing is written, because the content would not pass the check:\n\n${lines.join('\n')}`);
}

/** Writes it whole or not at all. @throws a usage fault where it cannot be written */
export function write(
  { root }: ContentFolder,
  creation: Creation,
  { files, gallery }: { readonly files: ContentFiles; readonly gallery: string },
): void {
  try {
    writeCreation(root, creation, { before: files.texts, gallery });
  } catch (error) {
    throw createUsageFault(`Nothing is written: ${messageOf(error)}`);
  }
}

/** Says which files were written and changed, and whether something is still to fill. */
export function describeCreation(folder: ContentFolder, { created, changed, copied, media, notes }: Creation): string {
  const nameFromHere = (file: string) => folder.nameFromHere({ file } as Problem).file;
  const lines = [
    ...[...created.keys(), ...copied.keys(), ...media.keys()].map((file) => `Written: ${nameFromHere(file)}`),
    ...[...changed.keys()].map((file) => `Changed: ${nameFromHere(file)}`),
    ...notes,
  ];
  const marked = [...created.values(), ...changed.values()].some((text) => text.includes(fillMark));
  return [
    ...lines,
    ...(marked ? [`What is still to fill is marked with ${fillMark}; \`bilig check\` names each place.`] : []),
  ].join('\n');
}
