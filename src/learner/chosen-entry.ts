import { isCount, parsePlain } from './stored-json.ts';

/** A learner's own word on whether an exercise shall come back, and when it was given. */
export interface Chosen {
  readonly on: boolean;
  readonly at: number;
}

const maxLength = 200;

export function formatChosen({ on, at }: Chosen): string {
  return JSON.stringify({ on, at });
}

export function parseChosen(json: string | null): Chosen | null {
  const stored = parsePlain(json, maxLength);
  if (!stored) return null;
  const { on, at } = stored;
  return typeof on === 'boolean' && isCount(at) ? { on, at } : null;
}

/** The later word; of two at the same moment, that it shall come back. */
export function mergeChosen(a: Chosen, b: Chosen): Chosen {
  if (a.at === b.at) return { on: a.on || b.on, at: a.at };
  return a.at > b.at ? a : b;
}
