/** What an imported file may hold at most. More than any lesson needs, and little enough for every machine. */
export const importLimits = {
  /** Bytes of the file itself. */
  file: 50_000_000,
  /** Characters of a text file. XML may hold pictures. */
  text: { 'moodle-xml': 50_000_000, gift: 2_000_000, liascript: 2_000_000 },
  /** Parts of an archive. */
  entries: 2_000,
  /** Bytes of all unpacked parts together, and of one that holds text. */
  unpacked: 200_000_000,
  unpackedText: 12_000_000,
  /** How many times larger than packed a part may become, once it is larger than a megabyte. */
  ratio: 200,
  /** Elements within elements. */
  depth: 200,
  /** Lists and quotations within one another that are kept as they are; deeper ones are opened. */
  nesting: 8,
  /** Characters of one piece of HTML or Markdown, such as a question or an answer. */
  piece: 200_000,
  /** Characters of a line of LiaScript, of a paragraph and of all words together. */
  line: 20_000,
  paragraph: 50_000,
  words: 1_000_000,
  /** Characters of the HTML that a whole document becomes. */
  documentHtml: 10_000_000,
  /** Bytes of one picture. */
  picture: 5_000_000,
  pictures: 500,
  questions: 1_000,
} as const;

/** Why a file cannot be imported, in words for its owner. Thrown by readers, and turned into a refusal at the edge. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';
}

/** @throws an `ImportFault` for a bank with more questions than a lesson could hold */
export function checkQuestionCount(count: number): void {
  if (count > importLimits.questions)
    throw new ImportFault(
      `The file has ${count} questions. A lesson holds a dozen or two; more than ${importLimits.questions} are not read at once. Export one category at a time.`,
    );
}
