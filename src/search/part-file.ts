import { hashContent } from './content-hash.ts';

// A part of an index in a file: its hash and itself, `["0k3f9a2x",{…}]`, so that each can be seen to be whole.

const before = '["';
const between = '",';
const after = ']';
const hashLength = 8;

/** The text of a file. */
export function writePart(json: string): string {
  return before + hashContent(json) + between + json + after;
}

/** The part in the text of a file. @throws where it is damaged */
export function readPart(text: string): unknown {
  const start = before.length + hashLength + between.length;
  const json = text.slice(start, -after.length);
  if (text !== before + hashContent(json) + between + json + after)
    throw new Error('A file of the search index is damaged.');
  return JSON.parse(json);
}
