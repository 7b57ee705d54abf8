import { nothingFound, wordsOf, type Found, type ImportContext, type Markdown, type Piece } from '../found.ts';
import type { Made } from '../questions.ts';
import { readGapParagraph } from './gaps.ts';
import { readHead } from './head.ts';
import { cleanLine, findGaps, type Line } from './lines.ts';
import { isOtherInput, readQuiz } from './quiz.ts';

/** A document of LiaScript as text and exercises. Nothing of it is run and nothing fetched. */
export function readLiascript(source: string, context: ImportContext): Found {
  const { lines, summary } = readHead(source, context);
  const reading: Reading = { lines, at: 0, buffer: [], pieces: [], context };
  while (reading.at < lines.length) readAt(reading);
  flush(reading);
  return { ...nothingFound, summary, pieces: reading.pieces };
}

interface Reading {
  readonly lines: readonly Line[];
  at: number;
  /** Lines of text that have not become a piece yet. */
  buffer: Line[];
  readonly pieces: Piece[];
  readonly context: ImportContext;
}

function readAt(reading: Reading): void {
  const { lines, context } = reading;
  const line = lines[reading.at] ?? { text: '', number: 0 };
  const fence = /^\s*(`{3,}|~{3,})/u.exec(line.text)?.[1];
  if (fence) return readFence(reading, fence);
  if (/^\s*<!--/u.test(line.text)) return skipTo(reading, /-->/u, 'comment');
  if (/^\s*<script\b/u.test(line.text)) return skipTo(reading, /<\/script>/u, 'lia-script');
  if (/^\s*<style\b/u.test(line.text)) return skipTo(reading, /<\/style>/u, 'active');
  if (/^\s*--\{\{/u.test(line.text)) return skipSpoken(reading);
  // Lines of stars hold together what an animation shows.
  if (/^\s*\*{3,}\s*$/u.test(line.text)) return advance(reading);
  const quiz = readQuiz(lines, reading.at);
  if (quiz) {
    const prompt = takePrompt(reading);
    flush(reading);
    reading.at = quiz.end;
    const place = `line ${line.number}`;
    add(reading, quiz.make({ prompt, place, context }), { place, words: () => quiz.words(context, place, prompt) });
    return;
  }
  if (isOtherInput(line.text)) return readOther(reading);
  if (findGaps(line.text).length) {
    const paragraph = takeParagraph(reading);
    flush(reading);
    const place = `line ${paragraph[0]?.number ?? line.number}`;
    const text = paragraph.map(({ text: one }) => cleanLine(one, place, context)).join('\n');
    return add(reading, readGapParagraph(text, place, context), { place, words: () => context.markdown(text, place) });
  }
  // What is noted of a text is noted with its first line, so a section begins a new one.
  if (/^#{1,6}\s/u.test(line.text)) flush(reading);
  reading.buffer.push({ ...line, text: cleanLine(line.text, `line ${line.number}`, context) });
  advance(reading);
}

function advance(reading: Reading): void {
  reading.at++;
}

function add(
  { pieces, context }: Reading,
  made: Made,
  { place, words }: { place: string; words: () => Markdown },
): void {
  if (typeof made !== 'string') return void pieces.push({ kind: 'exercise', exercise: made, place });
  context.note('question-unfit', place, made);
  pieces.push({ kind: 'open', what: 'A question stood here that is no exercise yet.', nodes: words() });
}

function readFence(reading: Reading, fence: string): void {
  const { lines, buffer, context } = reading;
  const first = lines[reading.at];
  if (!first) return;
  if (/@|-Eval/u.test(first.text)) context.note('lia-macro', `line ${first.number}`, first.text.trim());
  buffer.push({ ...first, text: first.text.replace(/(`{3,}|~{3,}).*$/u, '$1') });
  const close = new RegExp(`^\\s*${fence[0]}{${fence.length},}\\s*$`, 'u');
  for (advance(reading); reading.at < lines.length; advance(reading)) {
    const line = lines[reading.at];
    if (!line) break;
    buffer.push(line);
    if (close.test(line.text)) break;
  }
  advance(reading);
}

function skipTo(reading: Reading, end: RegExp, what: 'comment' | 'lia-script' | 'active'): void {
  const { lines, context } = reading;
  context.note(what, `line ${lines[reading.at]?.number ?? 0}`);
  while (reading.at < lines.length && !end.test(lines[reading.at]?.text ?? '')) advance(reading);
  const rest = (lines[reading.at]?.text ?? '').split(end).slice(1).join('').trim();
  const number = lines[reading.at]?.number ?? 0;
  if (rest) reading.buffer.push({ text: cleanLine(rest, `line ${number}`, context), number });
  advance(reading);
}

/** What is spoken stands below its sign, up to the next empty line. */
function skipSpoken(reading: Reading): void {
  const { lines, context } = reading;
  context.note('lia-narrator', `line ${lines[reading.at]?.number ?? 0}`);
  while (reading.at < lines.length && lines[reading.at]?.text.trim()) advance(reading);
}

function readOther(reading: Reading): void {
  const { lines, context, pieces } = reading;
  const first = lines[reading.at]?.number ?? 0;
  const place = `line ${first}`;
  const prompt = takePrompt(reading);
  flush(reading);
  const own: string[] = [];
  for (; reading.at < lines.length && lines[reading.at]?.text.trim(); advance(reading))
    own.push((lines[reading.at]?.text ?? '').replace(/[[\]()]+/gu, ' ').trim());
  context.note('lia-survey', place);
  const items = own.filter(Boolean).map((text) => ({ type: 'listItem', children: context.markdown(text, place) }));
  const nodes = items.length ? [...prompt, { type: 'list', ordered: false, children: items }] : prompt;
  pieces.push({ kind: 'open', what: 'A question stood here of a type that lessons do not have.', nodes });
}

function flush(reading: Reading): void {
  const { buffer, pieces, context } = reading;
  const [first] = buffer;
  const text = buffer.map((line) => line.text).join('\n');
  if (first && text.trim()) {
    const nodes = context.markdown(text, `line ${first.number}`);
    if (nodes.length) pieces.push({ kind: 'text', nodes });
  }
  reading.buffer = [];
}

/** The paragraph right above a quiz is what it asks; a heading, a list or a table stays text. */
function takePrompt(reading: Reading): Markdown {
  const { buffer, context } = reading;
  let end = buffer.length;
  while (end > 0 && !buffer[end - 1]?.text.trim()) end--;
  let start = end;
  while (start > 0 && buffer[start - 1]?.text.trim()) start--;
  const lines = buffer.slice(start, end);
  const nodes = context.markdown(lines.map(({ text }) => text).join('\n'), `line ${lines[0]?.number ?? 0}`);
  if (!wordsOf(nodes) || !nodes.every(({ type }) => type === 'paragraph' || type === 'blockquote')) return [];
  reading.buffer = buffer.slice(0, start);
  return nodes;
}

/** The lines around the current one, up to empty ones. */
function takeParagraph(reading: Reading): Line[] {
  const { lines } = reading;
  let start = reading.buffer.length;
  while (start > 0 && reading.buffer[start - 1]?.text.trim() && !/^\s*#/u.test(reading.buffer[start - 1]?.text ?? ''))
    start--;
  const before = reading.buffer.slice(start);
  reading.buffer = reading.buffer.slice(0, start);
  const after: Line[] = [];
  for (; reading.at < lines.length; advance(reading)) {
    const line = lines[reading.at];
    if (!line?.text.trim()) break;
    after.push(line);
  }
  return [...before, ...after];
}
