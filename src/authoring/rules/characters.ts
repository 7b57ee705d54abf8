import { errorAt } from '#exercise';
import type { Edit, Problem } from '#problem';
import { startOf, type Survey } from '../survey.ts';

// U+202A–U+202E and U+2066–U+2069, bare or written as a character reference or an escape.
const direction =
  /[\u202A-\u202E\u2066-\u2069]|&#(?:[xX]0*(?:202[a-eA-E]|206[6-9])|0*(?:823[4-8]|829[4-7]));|\\u(?:202[a-eA-E]|206[6-9])/gu;
// Every C0 control but tab and line ends, and DEL.

const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/gu;

/** Reports files that are not UTF-8, and characters that nobody sees and that make text read otherwise than it stands. */
export function checkCharacters(survey: Survey): Problem[] {
  return [...survey.texts].flatMap(([file, text]) => checkFileCharacters(survey, file, text));
}

/** The same for one file. */
export function checkFileCharacters(survey: Survey, file: string, text: string): Problem[] {
  const broken = text.indexOf('\uFFFD');
  if (broken >= 0) return [notUtf8(survey, file, broken)];
  return [
    ...eachLine(survey, file, text.matchAll(direction)).map((found) => directionProblem(survey, file, found)),
    ...eachLine(survey, file, text.matchAll(control)).map((found) => controlProblem(survey, file, found)),
    ...unreadMark(survey, file),
  ];
}

type Found = RegExpExecArray;

/** Gathers what stands in one line, so that a damaged file gives a report that can be read. */
function eachLine(survey: Survey, file: string, found: Iterable<Found>): Found[][] {
  const lines = new Map<number, Found[]>();
  for (const one of found) {
    const { line } = survey.placeAt(file, one.index);
    const together = lines.get(line) ?? [];
    together.push(one);
    lines.set(line, together);
  }
  return [...lines.values()];
}

function directionProblem(survey: Survey, file: string, found: readonly Found[]): Problem {
  const fix: Edit[] = found.map((one) => ({ file, start: one.index, end: one.index + one[0].length, text: '' }));
  return errorAt(survey.placeAt(file, found[0]?.index ?? 0), 'direction-character', {
    message: `Here ${stand(found.length)} that turns the direction of writing. It can make a text show other words than it holds.`,
    hint: 'Remove it, or let `check --fix` remove it: all our languages are written from left to right.',
    fix,
  });
}

function controlProblem(survey: Survey, file: string, found: readonly Found[]): Problem {
  const codes = [...new Set(found.map((one) => codeOf(one[0])))].join(', ');
  return errorAt(survey.placeAt(file, found[0]?.index ?? 0), 'control-character', {
    message: `Here ${stand(found.length)} (${codes}) that is no part of a text; it often comes from copying or from a damaged file.`,
    hint: 'Remove it; if letters are missing around it, write them again.',
  });
}

function stand(number: number): string {
  return number === 1 ? 'stands an invisible character' : `stand ${number} invisible characters, the first of them one`;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

function notUtf8(survey: Survey, file: string, offset: number): Problem {
  return errorAt(survey.placeAt(file, offset), 'not-utf8', {
    message: 'Here stand bytes that are not UTF-8, so letters are lost from here on.',
    hint: 'Open the file in the encoding it was saved in and save it as "UTF-8".',
  });
}

/** Marks at the start of files other than MDX, whose own reader reports them. */
function unreadMark({ reading }: Survey, file: string): Problem[] {
  if (reading.readings.has(file) || !reading.files.texts.get(file)?.startsWith('\uFEFF')) return [];
  return [
    errorAt(startOf(file), 'byte-order-mark', {
      message:
        'The file begins with an invisible byte order mark, which programs may take for a part of its first word.',
      hint: 'Save it as "UTF-8" without "BOM", or let `check --fix` remove it.',
      fix: [{ file, start: 0, end: 1, text: '' }],
    }),
  ];
}
