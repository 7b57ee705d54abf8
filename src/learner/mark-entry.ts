import { isCount, isPlain, parsePlain } from './stored-json.ts';

/** What a learner keeps at a section of a lesson. */
export interface MarkEntry {
  /** Whether it is bookmarked, and when that was said. */
  readonly bookmark: { readonly on: boolean; readonly at: number };
  /** The learner's own words; empty where there are none. */
  readonly note: { readonly text: string; readonly at: number };
}

/** Characters that can be typed. */
export const longestNote = 4_000;
/** Characters that are kept: notes of several devices, joined. */
const longestJoined = 12_000;
const maxLength = 80_000;

export const noMark: MarkEntry = { bookmark: { on: false, at: 0 }, note: { text: '', at: 0 } };

export function formatMark({ bookmark, note }: MarkEntry): string {
  return JSON.stringify({ bookmark, note });
}

/** What is kept at a section; null where there is nothing, or it is damaged. */
export function parseMark(json: string | null): MarkEntry | null {
  const stored = parsePlain(json, maxLength);
  if (!stored) return null;
  const { bookmark, note } = stored;
  if (!isPlain(bookmark) || typeof bookmark['on'] !== 'boolean' || !isCount(bookmark['at'])) return null;
  if (!isPlain(note) || typeof note['text'] !== 'string' || !isCount(note['at'])) return null;
  return {
    bookmark: { on: bookmark['on'], at: bookmark['at'] },
    note: { text: cut(note['text']), at: note['at'] },
  };
}

/** The later word on the bookmark; of two notes neither is lost. */
export function mergeMarks(a: MarkEntry, b: MarkEntry): MarkEntry {
  const [before, after] = inOrder(a.note, b.note);
  const { bookmark } = inOrder(a.bookmark, b.bookmark)[1] === a.bookmark ? a : b;
  return { bookmark, note: { text: joinNotes(after.text, before.text), at: after.at } };
}

/**
 * The entry with the note as it was typed now. Where it is no longer the one that the typing began from, somebody else
 * has written meanwhile, and both are kept.
 *
 * @param from the note that the learner has seen in the field
 */
export function editNote(
  entry: MarkEntry | null,
  { from, text, now }: { readonly from: string; readonly text: string; readonly now: number },
): MarkEntry {
  const { bookmark, note } = entry ?? noMark;
  return { bookmark, note: { text: note.text === from ? cut(text) : joinTyped(text, note.text), at: now } };
}

/** False for an entry that only says that something was taken away. */
export function isMarked({ bookmark, note }: MarkEntry): boolean {
  return bookmark.on || note.text !== '';
}

/** The later note, with the earlier one below it; without where it was emptied, or one holds the other: it was edited. */
function joinNotes(later: string, earlier: string): string {
  const isEdited = later === '' || later.includes(earlier) || earlier.includes(later);
  return cut(isEdited ? later : `${later}\n\n${earlier}`);
}

/** Two notes that were written at the same time: here neither is an edited form of the other. */
function joinTyped(own: string, other: string): string {
  if (own.includes(other)) return cut(own);
  return cut(other.includes(own) ? other : `${own}\n\n${other}`);
}

/** The earlier and the later; of two at the same moment both sides choose the same. */
function inOrder<T extends { readonly at: number }>(a: T, b: T): readonly [T, T] {
  const isLater = a.at === b.at ? JSON.stringify(a) > JSON.stringify(b) : a.at > b.at;
  return isLater ? [b, a] : [a, b];
}

function cut(text: string): string {
  // Half of a character that takes two units would be left at the end.
  return text.length > longestJoined ? text.slice(0, longestJoined).replace(/\p{Cs}$/u, '') : text;
}
