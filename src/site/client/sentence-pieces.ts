/** Longest piece, in UTF-16 units: some engines fall silent about a quarter of a minute into an utterance. */
const longest = 180;

// A full stop after a single letter is an initial or an abbreviation (Ə. Əliyev, т. б.), and so is one before a small letter.
const sentenceEnd = /(?<!(?<!\p{L})\p{L})[.!?…]+["'»”’)\]]*\s+(?!\p{Ll})/gu;
const breath = /[,;:–—]\s+/gu;
const space = /\s+/gu;

/**
 * A paragraph in pieces that a voice speaks one after the other: whole sentences as far as they fit, parts of a sentence
 * where one is too long by itself. Together they are the paragraph with single spaces.
 */
export function sentencePieces(paragraph: string): string[] {
  const text = paragraph.replace(/\s+/gu, ' ').trim();
  return text ? joinShort(splitLong(text, [sentenceEnd, breath, space])) : [];
}

/** Cut at the first kind of place, and what is still too long at the next one. */
function splitLong(text: string, places: readonly RegExp[]): string[] {
  const [place, ...finer] = places;
  if (text.length <= longest || !place) return [text];
  return splitAfter(text, place).flatMap((part) => splitLong(part, finer));
}

function splitAfter(text: string, place: RegExp): string[] {
  const ends = [...text.matchAll(place)].map((match) => match.index + match[0].length);
  return [0, ...ends].map((start, index) => text.slice(start, ends[index]).trim()).filter(Boolean);
}

function joinShort(parts: readonly string[]): string[] {
  const pieces: string[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + part.length <= longest) pieces[pieces.length - 1] = `${last} ${part}`;
    else pieces.push(part);
  }
  return pieces;
}
