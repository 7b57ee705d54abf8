import { byteLength } from './byte-length.ts';
import { frontCode, readFrontCoded } from './front-coding.ts';
import { largestFile, shortestBetween, type Cut } from './shard.ts';
import { readDigit, writeDigit } from './vlq.ts';

/** A stretch of the sorted terms alone, for beginnings of words and for typing errors. */
export interface LexiconBlock {
  /** Front-coded, divided by spaces. */
  readonly terms: string;
  /** A digit for each: how frequent it is, on a scale of logarithms. */
  readonly frequencies: string;
}

/** A term and how frequent it is, the greater the more. */
export interface LexiconEntry {
  readonly term: string;
  readonly frequency: number;
}

const frame = byteLength(JSON.stringify({ terms: '', frequencies: '' }));

/** Cuts the sorted terms into blocks. */
export function cutLexicon(terms: readonly (readonly [term: string, places: number])[]): Cut<LexiconBlock>[] {
  const blocks: Cut<LexiconBlock>[] = [];
  let open = { from: '', entries: [] as string[], frequencies: '', bytes: frame };
  let last = '';
  const close = () => {
    const { from, entries, frequencies } = open;
    if (entries.length > 0) blocks.push({ from, part: { terms: entries.join(' '), frequencies } });
  };
  for (const [term, places] of terms) {
    let entry = frontCode(term, open.entries.length > 0 ? last : '');
    // The digit and the space.
    if (open.bytes + byteLength(entry) + 2 > largestFile) {
      close();
      open = { from: shortestBetween(last, term), entries: [], frequencies: '', bytes: frame };
      entry = frontCode(term, '');
    }
    open.entries.push(entry);
    open.frequencies += writeDigit(Math.min(63, Math.floor(Math.log2(places) * 4)));
    open.bytes += byteLength(entry) + 2;
    last = term;
  }
  close();
  return blocks;
}

/** @throws where the block is damaged */
export function readLexicon({ terms, frequencies }: LexiconBlock): LexiconEntry[] {
  const read = readFrontCoded(terms);
  if (read.length !== frequencies.length) throw new Error('A block of the lexicon has other frequencies than terms.');
  return read.map((term, place) => ({ term, frequency: readDigit(frequencies, place) }));
}
