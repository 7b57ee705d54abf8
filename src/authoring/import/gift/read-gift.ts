import { readPattern } from '../answer-pattern.ts';
import { headCategories, type CategorisedPiece } from '../categories.ts';
import {
  nothingFound,
  paragraphsOf,
  wordsOf,
  type Found,
  type ImportContext,
  type Markdown,
  type Piece,
} from '../found.ts';
import { checkQuestionCount, importLimits, ImportFault } from '../limits.ts';
import { makeNumber } from '../numbers.ts';
import { makeMatch, makeOrder } from '../matches.ts';
import { makeChoice, makeReflect, makeShortAnswer, makeVerdict, type Made, type TypedAnswer } from '../questions.ts';
import { open } from '../write-exercise.ts';
import type { GiftParser, GiftQuestion, GiftText } from './gift-question.ts';

/** The questions of a file in GIFT, as exercises and text. @throws an `ImportFault` where there is none */
export function readGift(source: string, parse: GiftParser, context: ImportContext): Found {
  const blocks = divideBlocks(source, context);
  checkQuestionCount(blocks.length);
  const pieces: CategorisedPiece[] = [];
  let category: string | null = null;
  let number = 0;
  for (const { text, lines } of blocks) {
    const [line = 1] = lines;
    const read = text.length > importLimits.piece ? { fault: 'it is too long', line: 1 } : parse(text);
    if ('fault' in read) {
      context.note('question-unread', `line ${lines[read.line - 1] ?? line}`, read.fault);
      continue;
    }
    for (const question of read.questions) {
      if (question.type === 'category') category = question.path;
      else {
        number++;
        pieces.push({ category, pieces: readQuestion(question, `question ${number}, line ${line}`, context) });
      }
    }
  }
  if (!pieces.some((piece) => piece.pieces.length))
    throw new ImportFault(
      'The file has no question that can be read as GIFT. A question in GIFT has its answers in braces: "Who pays? {=A firm ~Nobody}".',
    );
  return { ...nothingFound, ...headCategories(pieces, context) };
}

interface Block {
  readonly text: string;
  /** The number in the file of each of its lines, counted from 1. */
  readonly lines: readonly number[];
}

/** Runs of lines without an empty one, as Moodle divides a file; comments are taken out. */
function divideBlocks(source: string, { note }: ImportContext): Block[] {
  const blocks: Block[] = [];
  let open: { line: string; number: number }[] = [];
  const named = createNames(note);
  const close = () => {
    if (open.length)
      blocks.push({ text: open.map(({ line }) => line).join('\n'), lines: open.map(({ number }) => number) });
    open = [];
  };
  source.split(/\r\n|\n|\r/u).forEach((line, index) => {
    const number = index + 1;
    // A question goes on behind a comment.
    if (/^\s*\/\//u.test(line)) return named.read(line, `line ${number}`) || noteComment(line, `line ${number}`, note);
    // A category stands in a line of its own.
    const isCategory = /^\s*\$CATEGORY:/u.test(line);
    if (!line.trim() || isCategory) close();
    if (line.trim()) named.found();
    if (line.trim()) open.push({ line, number });
    if (isCategory) close();
  });
  close();
  named.end();
  return blocks;
}

/** Moodle names each question in a comment before it, and writes nothing after the name of one that GIFT cannot hold. */
function createNames(note: ImportContext['note']) {
  let open: { readonly name: string; readonly place: string } | null = null;
  const end = () => {
    if (open) note('question-absent', open.place, open.name);
    open = null;
  };
  return {
    /** True where a comment is such a name. */
    read(line: string, place: string): boolean {
      const [, id, name] = /^\/\/ question: (\d+) {2}name: (.*)$/u.exec(line) ?? [];
      if (name === undefined) return false;
      end();
      // Number 0 is a category.
      open = id === '0' ? null : { name: name.trim(), place };
      return true;
    },
    /** Something stands there that is no comment. */
    found: () => void (open = null),
    end,
  };
}

function noteComment(line: string, place: string, note: ImportContext['note']): void {
  const tags = [...line.matchAll(/\[tag:([^\]]+)\]/gu)].map(([, tag = '']) => tag);
  if (tags.length) note('tags', place, tags.join(', '));
  else if (!/\[id:/u.test(line) && line.replace(/[/\s]+/gu, '')) note('comment', place);
}

function readQuestion(
  question: Exclude<GiftQuestion, { type: 'category' }>,
  place: string,
  context: ImportContext,
): Piece[] {
  const read = (text: GiftText | null) => readText(text, place, context);
  if (question.type === 'description') {
    const nodes = read(question.stem);
    return nodes.length ? [{ kind: 'text', nodes }] : [];
  }
  const made = makeExercise(question, { place, read, context });
  if (typeof made !== 'string') return [{ kind: 'exercise', exercise: made, place }];
  context.note('question-unfit', place, made);
  return [{ kind: 'open', what: 'A question stood here that is no exercise yet.', nodes: read(question.stem) }];
}

function readText(text: GiftText | null, place: string, context: ImportContext): Markdown {
  if (!text?.text.trim()) return [];
  if (text.format === 'plain') return paragraphsOf(text.text);
  return text.format === 'markdown' ? context.markdown(text.text, place) : context.html(text.text, place);
}

interface Making {
  readonly place: string;
  readonly context: ImportContext;
  read(text: GiftText | null): Markdown;
}

function makeExercise(question: Exclude<GiftQuestion, { type: 'category' | 'description' }>, making: Making): Made {
  const { read, place, context } = making;
  const { locale, note } = context;
  const base = { prompt: read(question.stem), hints: [], closing: read(question.general) };
  switch (question.type) {
    case 'choice': {
      const many = !question.answers.some(({ right }) => right);
      const isPart = (percent: number | null) => percent !== null && percent > 0 && percent < 100;
      if (!many && question.answers.some(({ percent }) => isPart(percent))) note('part-marks', place);
      if (question.answers.filter(({ right }) => right).length > 1) note('several-fully-right', place);
      const answers = question.answers.map(({ right, percent, text, feedback }) => ({
        content: read(text),
        reason: read(feedback),
        right: many ? (percent ?? 0) > 0 : right && (percent ?? 100) > 0,
      }));
      return makeChoice(base, answers, { locale, many });
    }
    case 'short':
      return makeShort(base, question.answers, making);
    case 'number': {
      const others = question.answers.find(({ range }) => range === null);
      const answers = question.answers.flatMap(({ range, right, percent, feedback }) =>
        range ? [{ ...range, percent: percent ?? (right ? 100 : 0), reason: read(feedback) }] : [],
      );
      return makeNumber(base, answers, { locale, place, note, otherwise: read(others?.feedback ?? null) });
    }
    case 'match': {
      const rows = question.pairs.map(({ stem, target }) => ({ stem: read(stem), target: paragraphsOf(target) }));
      return makeMatch(base, rows, locale);
    }
    case 'order':
      return makeOrder(base, question.steps.map(read), locale);
    case 'verdict': {
      const { isTrue } = question;
      const [right, wrong] = [read(question.whenRight), read(question.whenWrong)];
      return makeVerdict(base, {
        isTrue,
        reasons: isTrue ? { true: right, false: wrong } : { true: wrong, false: right },
      });
    }
    case 'essay':
      return makeReflect(base, [], open);
  }
}

function makeShort(
  base: Parameters<typeof makeShortAnswer>[0],
  answers: Extract<GiftQuestion, { type: 'short' }>['answers'],
  { read, place, context: { locale, note } }: Making,
): Made {
  const typed: TypedAnswer[] = [];
  let otherwise: Markdown = [];
  for (const { text, percent, feedback } of answers) {
    const share = percent ?? 100;
    const pattern = readPattern(text.format === 'html' ? wordsOf(read(text)) : text.text);
    if (pattern.kind === 'any' && share <= 0) otherwise = read(feedback);
    else if (pattern.kind !== 'words') note('wildcard', place, pattern.text);
    else {
      if (share > 0 && share < 100) note('part-marks', place, pattern.text);
      typed.push({ text: pattern.text, right: share >= 100, reason: read(feedback) });
    }
  }
  return makeShortAnswer(base, typed, { locale, otherwise });
}
