import { byteLength } from './byte-length.ts';
import { frontCode, readFrontCoded } from './front-coding.ts';
import type { Postings } from './invert.ts';
import { createNumberReader, writeDigit, writeNumber } from './vlq.ts';

/** A stretch of the sorted terms with all that is known of each, as it stands in a file. */
export interface PostingShard {
  /** Front-coded, divided by spaces. */
  readonly terms: string;
  /** Where each of the terms stands, divided by spaces; `writePostings` has the form. */
  readonly postings: string;
}

/** A part of an index and the bound before which none of its terms lies. */
export interface Cut<Part> {
  readonly from: string;
  readonly part: Part;
}

/** Shards and blocks are at most this long, in bytes before compression: a query fetches whole ones, and the manifest names them all. */
export const largestFile = 12 * 1024;
/** The braces and names around the two lists. */
const frame = byteLength(JSON.stringify({ terms: '', postings: '' }));
/** So many places, at six letters each at most, always fit into one file. */
const mostPlaces = 1900;

/** Cuts the sorted terms into shards. A term that does not fit into one has several to itself. */
export function cutShards(terms: readonly (readonly [term: string, postings: Postings])[]): Cut<PostingShard>[] {
  const shards: Cut<PostingShard>[] = [];
  let open = openShard('', '');
  let last = '';
  const close = () => {
    if (open.postings.length > 0) shards.push({ from: open.from, part: closeShard(open) });
  };
  for (const [term, postings] of terms) {
    const pieces = writePostings(postings);
    const entry = frontCode(term, open.last);
    const fits = open.bytes + byteLength(entry) + (pieces[0]?.length ?? 0) + 2 <= largestFile;
    if (pieces.length > 1 || !fits) {
      close();
      // A bound that others share a beginning with need not be a whole word; a term of several shards is its own bound.
      open = openShard(pieces.length > 1 ? term : shortestBetween(last, term), '');
    }
    pieces.forEach((piece, number) => {
      if (number > 0) {
        close();
        open = openShard(term, '');
      }
      add(open, term, piece);
    });
    last = term;
  }
  close();
  return shards;
}

interface OpenShard {
  readonly from: string;
  readonly terms: string[];
  readonly postings: string[];
  last: string;
  bytes: number;
}

function openShard(from: string, last: string): OpenShard {
  return { from, terms: [], postings: [], last, bytes: frame };
}

function add(shard: OpenShard, term: string, piece: string): void {
  const entry = frontCode(term, shard.last);
  shard.terms.push(entry);
  shard.postings.push(piece);
  shard.last = term;
  shard.bytes += byteLength(entry) + piece.length + 2;
}

function closeShard({ terms, postings }: OpenShard): PostingShard {
  return { terms: terms.join(' '), postings: postings.join(' ') };
}

/** The shortest beginning of a word that comes after another: of `kitob` after `kitlar`, `kito`. */
export function shortestBetween(before: string, term: string): string {
  let length = 0;
  while (length < term.length && term.charAt(length) === before.charAt(length)) length += 1;
  return term.slice(0, length + 1);
}

/**
 * Where a term stands as text: for each field a digit with its number, how many places follow, and for each the step from
 * the record before, and then again for each a digit that holds the size of the field (four bits) and how often the term
 * stands there (1, 2, 3, or 4 and then how many more). Like beside like compresses best. Long lists come in pieces, each of which can be read by itself.
 */
function writePostings(postings: Postings): string[] {
  const pieces: string[] = [];
  let piece = '';
  let room = mostPlaces;
  postings.forEach((places = [], field) => {
    for (let at = 0; at < places.length;) {
      const count = Math.min(room, (places.length - at) / 3);
      piece += writeDigit(field) + writeNumber(count) + writePlaces(places, at, count);
      at += count * 3;
      room -= count;
      if (room > 0) continue;
      pieces.push(piece);
      [piece, room] = ['', mostPlaces];
    }
  });
  return piece || pieces.length === 0 ? [...pieces, piece] : pieces;
}

const mostInDigit = 4;

function writePlaces(places: readonly number[], from: number, count: number): string {
  let steps = '';
  let weights = '';
  let before = 0;
  for (let at = from; at < from + count * 3; at += 3) {
    const [record = 0, times = 1, size = 0] = [places[at], places[at + 1], places[at + 2]];
    steps += writeNumber(record - before);
    weights += writeDigit(size * mostInDigit + Math.min(times, mostInDigit) - 1);
    if (times >= mostInDigit) weights += writeNumber(times - mostInDigit);
    before = record;
  }
  return steps + weights;
}

/** Reads the places of a term from one or several pieces. @throws where they are damaged */
export function readPostings(pieces: readonly string[]): Postings {
  const postings: number[][] = [];
  for (const piece of pieces) {
    const reader = createNumberReader(piece);
    while (!reader.done) {
      const places = (postings[reader.digit()] ??= []);
      const count = reader.number();
      const from = places.length;
      let record = 0;
      for (let place = 0; place < count; place += 1) {
        record += reader.number();
        places.push(record, 1, 0);
      }
      for (let place = 0; place < count; place += 1) {
        const weight = reader.digit();
        const times = (weight % mostInDigit) + 1;
        places[from + place * 3 + 1] = times < mostInDigit ? times : times + reader.number();
        places[from + place * 3 + 2] = Math.floor(weight / mostInDigit);
      }
    }
  }
  return postings;
}

/** The terms of a shard with their written postings, which are read when they are asked for. */
export type ReadShard = ReadonlyMap<string, string>;

/** @throws where the shard is damaged */
export function readShard({ terms, postings }: PostingShard): ReadShard {
  const [read, pieces] = [readFrontCoded(terms), postings.split(' ')];
  if (read.length !== pieces.length) throw new Error('A shard has other postings than terms.');
  return new Map(read.map((term, place) => [term, pieces[place] ?? '']));
}
