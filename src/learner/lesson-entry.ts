import { isCount, isPlain, parsePlain } from './stored-json.ts';

/** How far a learner has come in a lesson. */
export interface LessonEntry {
  /** When it was first opened. */
  readonly opened: number;
  /** Whether the learner says that it is finished, and when that was said. */
  readonly finished: { readonly on: boolean; readonly at: number };
  /** The section last read and when, by the source language's anchor; null before the first. */
  readonly place: { readonly anchor: string; readonly at: number } | null;
  /** Anchors of the sections that were read. */
  readonly read: readonly string[];
}

const maxLength = 20_000;
const maxSections = 200;

export const unopenedLesson = (now: number): LessonEntry => ({
  opened: now,
  finished: { on: false, at: 0 },
  place: null,
  read: [],
});

export function formatLesson({ opened, finished, place, read }: LessonEntry): string {
  return JSON.stringify({ opened, finished, place, read });
}

export function parseLesson(json: string | null): LessonEntry | null {
  const stored = parsePlain(json, maxLength);
  if (!stored) return null;
  const { opened, finished, place = null, read } = stored;
  if (!isCount(opened) || !isFinished(finished) || !(place === null || isPlace(place)) || !isAnchors(read)) return null;
  return {
    opened,
    finished: { on: finished.on, at: finished.at },
    place: place && { anchor: place.anchor, at: place.at },
    read: anchorsOf(read),
  };
}

/** What either knows: the earlier opening, the later word on being finished, the later place, all sections read. */
export function mergeLessons(a: LessonEntry, b: LessonEntry): LessonEntry {
  return {
    opened: Math.min(a.opened, b.opened),
    finished: later(a.finished, b.finished),
    place: a.place && b.place ? later(a.place, b.place) : (a.place ?? b.place),
    read: anchorsOf([...a.read, ...b.read]),
  };
}

/** The one said later; of two at the same moment both sides choose the same. */
function later<T extends { readonly at: number }>(a: T, b: T): T {
  return a.at === b.at ? (JSON.stringify(a) > JSON.stringify(b) ? a : b) : a.at > b.at ? a : b;
}

function anchorsOf(anchors: readonly string[]): string[] {
  return [...new Set(anchors)].sort().slice(0, maxSections);
}

function isFinished(value: unknown): value is LessonEntry['finished'] {
  return isPlain(value) && typeof value['on'] === 'boolean' && isCount(value['at']);
}

function isPlace(value: unknown): value is NonNullable<LessonEntry['place']> {
  return isPlain(value) && typeof value['anchor'] === 'string' && isCount(value['at']);
}

function isAnchors(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((anchor) => typeof anchor === 'string');
}
