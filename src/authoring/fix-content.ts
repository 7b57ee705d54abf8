import type { ContentFiles, ContentReading } from '#course';
import type { Edit } from '#problem';
import { applyEdits } from './apply-edits.ts';
import { fixIds } from './fix-ids.ts';
import { gatherPassages } from './passages.ts';
import { fixQuizIds } from './fix-quiz-ids.ts';
import { fixSettings } from './fix-settings.ts';
import { fixSourceState } from './fix-source-state.ts';
import { checkCharacters } from './rules/characters.ts';
import { checkLinks } from './rules/links.ts';
import { checkApostrophes } from './rules/wording.ts';
import { surveyContent, type Survey } from './survey.ts';

/**
 * Makes every mend that can be made in one way only: missing ids, apostrophes of Uzbek, byte order marks, direction
 * characters, slashes at the end of links, and what is the same in every language. Every other character stays as it is, line ends included, and a second run changes nothing.
 *
 * @param read reads files into the model again after each step, since edits move what follows them
 * @returns the new texts of the files that changed, by path
 */
export function fixContent(files: ContentFiles, read: (files: ContentFiles) => ContentReading): Map<string, string> {
  const steps = [fixCharacters, fixApostrophes, fixLinks, fixIds, fixQuizIds, fixSettings, fixSourceState];
  const marked = [...files.texts].map(([file, text]): [string, string] => [file, withoutMark(text)]);
  let texts: ReadonlyMap<string, string> = new Map(marked);
  for (const step of steps) texts = applyAll(texts, step(surveyContent(read({ ...files, texts }))));
  return new Map([...texts].filter(([file, text]) => text !== files.texts.get(file)));
}

function withoutMark(text: string): string {
  return isText(text) ? text.replace(/^\uFEFF/u, '') : text;
}

/** False for a file with bytes that are no UTF-8: writing it would make the loss permanent. */
function isText(text: string): boolean {
  return !text.includes('\uFFFD');
}

function fixCharacters(survey: Survey): Edit[] {
  return checkCharacters(survey).flatMap((problem) => problem.fix ?? []);
}

function fixApostrophes(survey: Survey): Edit[] {
  return checkApostrophes(survey, gatherPassages(survey)).flatMap((problem) => problem.fix ?? []);
}

function fixLinks(survey: Survey): Edit[] {
  return checkLinks(survey).flatMap((problem) => problem.fix ?? []);
}

function applyAll(texts: ReadonlyMap<string, string>, edits: readonly Edit[]): Map<string, string> {
  const mended = [...texts].map(([file, text]): [string, string] => {
    const own = edits.filter((edit) => edit.file === file);
    return [file, own.length && isText(text) ? applyEdits(text, own) : text];
  });
  return new Map(mended);
}
