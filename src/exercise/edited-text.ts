import type { Locale } from '#language';
import type { Part } from './model.ts';
import { asRecord, type Response } from './response.ts';

/** A sentence to mend, as far as its text is concerned. */
export interface EditedSegment extends Part {
  /** The draft's words. */
  readonly text: string;
}

/**
 * Says in a response in which language its sentences were edited. No id begins with a colon. Marks are the same in all
 * languages, sentences are not: those of another language are set aside.
 */
const languageKey = ':lang';

/** The form in which texts are compared: composed, each run of spaces as one, one apostrophe for those that keyboards give. Case counts. */
export function foldEdited(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/['‘’ʻʼ`´]/gu, "'")
    .trim();
}

/**
 * True where a text holds what must stay. A number is held as a whole only: 15 and 1.5 hold no 5. Its digits may stand
 * without what groups them; another sign between them is another number to many readers (12.400 for 12,400).
 */
export function holdsText(text: string, kept: string): boolean {
  const [within, wanted] = [closeDigits(foldEdited(text)), closeDigits(foldEdited(kept))];
  const bare = wanted.replace(/(\d)[.,](?=\d{3}(?!\d))/gu, '$1');
  return holdsWhole(within, wanted) || holdsWhole(within, bare);
}

/** A text without the spaces that group the digits of its numbers. */
function closeDigits(text: string): string {
  return text.replace(/(\d) (?=\d{3}(?!\d))/gu, '$1');
}

function holdsWhole(within: string, wanted: string): boolean {
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
    const [before, after] = [within.slice(0, at), within.slice(at + wanted.length)];
    const isCut = (/^\d/u.test(wanted) && /\d[.,]?$/u.test(before)) || (/\d$/u.test(wanted) && /^[.,]?\d/u.test(after));
    if (!isCut) return true;
  }
  return false;
}

/** True where the sentences of a response were edited in another language. */
export function isEditedElsewhere(locale: Locale, response: Response | null): boolean {
  const language = asRecord(response)[languageKey];
  return language !== undefined && language !== locale;
}

/** A sentence as the learner has left it: the draft until it is edited. */
export function textOfSegment(locale: Locale, { id, text }: EditedSegment, response: Response | null): string {
  const given = asRecord(response);
  const edited = isEditedElsewhere(locale, response) || !Object.hasOwn(given, id) ? undefined : given[id];
  return edited ?? text;
}

/** The edited sentences of a response by id; one that reads like its draft is none. */
export function editsOf(
  { locale, segments }: { readonly locale: Locale; readonly segments: readonly EditedSegment[] },
  response: Response | null,
): Map<string, string> {
  const texts = segments.map((segment) => [segment, textOfSegment(locale, segment, response)] as const);
  const edited = texts.filter(([{ text }, final]) => foldEdited(final) !== foldEdited(text));
  return new Map(edited.map(([{ id }, final]) => [id, final]));
}

/** The response with one sentence edited; those edited in another language make way. */
export function editSegment(
  { locale, segments }: { readonly locale: Locale; readonly segments: readonly Part[] },
  response: Response | null,
  edit: { readonly id: string; readonly text: string },
): Record<string, string> {
  const isElsewhere = isEditedElsewhere(locale, response);
  const kept = Object.entries(asRecord(response)).filter(
    ([key]) => !isElsewhere || !segments.some(({ id }) => id === key),
  );
  return { ...Object.fromEntries(kept), [languageKey]: locale, [edit.id]: edit.text };
}
