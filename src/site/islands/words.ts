/** The words that islands speak, by their keys below `exercise.` in the interface's files. None needs a plural form. */
export const wordNames = [
  'check',
  'retry',
  'restart',
  'hint',
  'hintLabel',
  'solution',
  'right',
  'wrong',
  'partly',
  'shown',
  'scores',
  'attemptsLeft',
  'empty',
  'incomplete',
  'why',
  'answer',
  'marks.right',
  'marks.wrong',
  'marks.missed',
  'marks.belongs',
  'select',
  'yourAnswer',
  'spelling',
  'up',
  'down',
  'moved',
  'sure.question',
  'sure.1',
  'sure.2',
  'sure.3',
  'sure.wrong',
] as const;

export type IslandWords = Readonly<Record<(typeof wordNames)[number], string>>;

/** How words stand in a page: once per text, and without their names, which come with the islands. */
export function writeWords(words: IslandWords): string {
  return JSON.stringify(wordNames.map((name) => words[name]));
}

export function readWords(): IslandWords {
  const json = document.querySelector('[data-exercise-words]')?.textContent;
  const words = JSON.parse(json ?? '[]') as string[];
  return Object.fromEntries(wordNames.map((name, index) => [name, words[index]])) as IslandWords;
}
