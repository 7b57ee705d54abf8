import { readDigit, writeDigit } from './vlq.ts';

/** How many letters two words begin with alike, up to what one digit can say. */
function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < 63 && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

/** A word as what it has in common with the one before and the rest. */
export function frontCode(term: string, before: string): string {
  const shared = sharedLength(before, term);
  return writeDigit(shared) + term.slice(shared);
}

/** The words of a front-coded list. @throws where it is none */
export function readFrontCoded(list: string): string[] {
  if (list === '') return [];
  let before = '';
  return list.split(' ').map((entry) => {
    before = before.slice(0, readDigit(entry, 0)) + entry.slice(1);
    return before;
  });
}
