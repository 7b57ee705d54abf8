/**
 * What a reader can set: each choice with its values, in the order in which they are offered. It is kept, and put on the
 * page, as the words of `formatReading`, which is what styles/reading.css asks for: `size-large letters-spaced`.
 */
export const readingChoices = {
  size: ['small', 'normal', 'large', 'larger', 'largest'],
  lines: ['normal', 'wide', 'widest'],
  letters: ['device', 'spaced', 'andika'],
  contrast: ['device', 'more'],
  motion: ['device', 'less'],
  keys: ['on', 'off'],
} as const;

export type ReadingChoice = keyof typeof readingChoices;

export type Reading = { readonly [Choice in ReadingChoice]: (typeof readingChoices)[Choice][number] };

/** How it is until somebody chooses. */
export const usualReading: Reading = {
  size: 'normal',
  lines: 'normal',
  letters: 'device',
  contrast: 'device',
  motion: 'device',
  keys: 'on',
};

const names = Object.keys(readingChoices) as ReadingChoice[];

/** The settings that a stored text holds. What is missing, unknown or said in two ways is as usual. */
export function parseReading(text: string | null): Reading {
  const words = (text ?? '').split(' ');
  return Object.fromEntries(
    names.map((name) => {
      const said = readingChoices[name].filter((value) => words.includes(`${name}-${value}`));
      return [name, said.length === 1 ? said[0] : usualReading[name]];
    }),
  ) as Reading;
}

/** The settings as a text to keep: what differs from the usual, in a fixed order; empty where nothing does. */
export function formatReading(reading: Reading): string {
  return names
    .filter((name) => reading[name] !== usualReading[name])
    .map((name) => `${name}-${reading[name]}`)
    .join(' ');
}
