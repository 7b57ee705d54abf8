import { asRecord, type AttemptState, type Grade, type Response } from '#exercise';
import type { Gap } from './attempt.svelte.ts';
import type { IslandWords } from './words.ts';

export type Mark = 'right' | 'wrong' | 'missed';

/** How many parts of an answer are right, as the marks show it. */
export interface Tally {
  readonly score: number;
  readonly max: number;
}

export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name] ?? ''));
}

/** An element id of an exercise, unique in the page since exercise ids are unique in a lesson. */
export function elementId(id: string, part: string): string {
  return `x-${id}-${part}`;
}

const references: Readonly<Record<string, string>> = { '&#x26;': '&', '&#x3C;': '<' };

/** The words of a lesson's HTML, for names and selections where no markup can stand. */
export function textOf(html: string): string {
  return html.replace(/<[^>]*>/gu, '').replace(/&#x(?:26|3C);/gu, (reference) => references[reference] ?? '');
}

/** The sentences of a result, in the order in which they are read out. */
export function resultOf(
  { phase, used }: AttemptState,
  attempts: number,
  words: IslandWords,
  { tally, outcome }: { readonly tally: Tally | null; readonly outcome: readonly string[] | null },
): string[] {
  const isPartly = tally && tally.score > 0 && tally.score < tally.max;
  if (outcome && phase !== 'open') {
    const left = phase === 'tried' ? [fill(words.attemptsLeft, { count: attempts - used })] : [];
    return [...outcome, ...left, ...(phase === 'shown' ? [words.shown] : [])];
  }
  const missed = isPartly ? fill(words.partly, { ...tally }) : words.wrong;
  switch (phase) {
    case 'open':
      return [];
    case 'right':
      return [words.right];
    case 'tried':
      return [missed, fill(words.attemptsLeft, { count: attempts - used })];
    case 'shown':
      return used < attempts ? [words.shown] : [missed, words.shown];
  }
}

/** The best answer so far beside the last one, where another was better; null while answering. */
export function scoresOf({ phase, best, last }: AttemptState, words: IslandWords): string | null {
  const percent = (share: number | null) => Math.floor((share ?? 0) * 100 + 1e-6);
  if (phase === 'open' || percent(best) <= percent(last)) return null;
  return fill(words.scores, { best: percent(best), last: percent(last) });
}

/** The number of right parts, each counted alike. */
export function tallyOf(grade: Grade | null): Tally | null {
  return grade && { score: grade.parts.filter((part) => part.correct).length, max: grade.parts.length };
}

/** What is missing where each part asks for one of the choices. */
export function gapOfParts(
  response: Response | null,
  parts: readonly { readonly id: string }[],
  choices: readonly { readonly id: string }[],
): Gap | null {
  const given = asRecord(response);
  const answered = parts.filter((part) => choices.some((choice) => choice.id === given[part.id]));
  return answered.length === parts.length ? null : answered.length ? 'incomplete' : 'empty';
}
