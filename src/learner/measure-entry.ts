import type { CheckFormId } from '#course';
import { isCount, parsePlain } from './stored-json.ts';

/** Which form of a course's check this learner meets before the course; the other one comes after it. */
export interface MeasureEntry {
  /** Drawn once, when the page of the check is first opened. */
  readonly first: CheckFormId;
  /** When it was drawn. */
  readonly at: number;
  /** Answers before this moment do not count: the learner has begun anew. 0 while she never has. */
  readonly since: number;
}

// Not in `keys.ts`, of which every exercise loads all.
/** The check of a course. */
export const measureKey = (course: string): string => `measure/${course}`;

// Not from `#course`, whose readers no page loads.
const forms: readonly CheckFormId[] = ['a', 'b'];
const maxLength = 200;

export function formatMeasure({ first, at, since }: MeasureEntry): string {
  return JSON.stringify({ first, at, since });
}

export function parseMeasure(json: string | null): MeasureEntry | null {
  const stored = parsePlain(json, maxLength);
  if (!stored) return null;
  const { at, since } = stored;
  const first = forms.find((form) => form === stored['first']);
  return first && isCount(at) && isCount(since) ? { first, at, since } : null;
}

/** The form that was drawn first, and the latest beginning. */
export function mergeMeasures(a: MeasureEntry, b: MeasureEntry): MeasureEntry {
  const isEarlier = a.at === b.at ? a.first < b.first : a.at < b.at;
  const { first, at } = isEarlier ? a : b;
  return { first, at, since: Math.max(a.since, b.since) };
}
