import { byteLength } from './byte-length.ts';
import type { SearchPage, SearchRecord, SearchRecords } from './records.ts';

/** What is shown of a record in a list: where it leads and what it is called. */
export type DocumentHead = Pick<SearchRecord, 'kind' | 'anchor' | 'heading'> & { readonly page: SearchPage };

/** What is quoted of a record below its name. */
export type DocumentText = Pick<SearchRecord, 'text' | 'examples' | 'questions'>;

type PackedPage = readonly [kind: SearchPage['kind'], title: string, path: string, course: string];
type PackedHead = readonly [page: number, kind: SearchRecord['kind'], anchor: string, heading: string];

/** The heads of consecutive records, and where their texts stand. */
export interface DocumentBlock {
  /** Number of the first record. */
  readonly first: number;
  readonly pages: readonly PackedPage[];
  /** `page` counts from the first page of the block. */
  readonly records: readonly PackedHead[];
  /** The files of texts that hold the block's, each with the number of its first record. */
  readonly texts: readonly (readonly [first: number, file: number])[];
}

/** The texts of consecutive records. */
export interface TextBlock {
  readonly first: number;
  readonly texts: readonly (readonly [text: string, examples: string, questions: string])[];
}

/** An excerpt should not cost more than a picture: texts come in files of about a lesson each. */
const largestTexts = 8 * 1024;

export function cutTexts(records: readonly SearchRecord[]): TextBlock[] {
  const blocks: { first: number; texts: TextBlock['texts'][number][] }[] = [];
  let bytes = Infinity;
  let page = -1;
  records.forEach((record, number) => {
    const entry = [record.text, record.examples, record.questions] as const;
    const own = byteLength(JSON.stringify(entry)) + 1;
    let open = blocks.at(-1);
    // A new page begins a new file where the last is half full: its texts are wanted together.
    const limit = record.page === page ? largestTexts : largestTexts / 2;
    if (!open || bytes + own > limit) {
      open = { first: number, texts: [] };
      blocks.push(open);
      bytes = 0;
    }
    open.texts.push(entry);
    bytes += own;
    page = record.page;
  });
  return blocks;
}

/** The numbers of the first records of files of texts. */
export function firstsOf(blocks: readonly TextBlock[]): number[] {
  return blocks.map(({ first }) => first);
}

/** Cuts the heads of all records into blocks of so many each; `texts` are the first records of the files of texts. */
export function cutDocuments(
  { pages, records }: SearchRecords,
  texts: readonly number[],
  size: number,
): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  for (let first = 0; first < records.length; first += size) {
    const own = records.slice(first, first + size);
    const firstPage = own[0]?.page ?? 0;
    const lastPage = own.at(-1)?.page ?? firstPage;
    const files = texts.map((start, file) => [start, file] as const);
    const from = files.findLastIndex(([start]) => start <= first);
    blocks.push({
      first,
      pages: pages.slice(firstPage, lastPage + 1).map(({ kind, title, path, course }) => [kind, title, path, course]),
      records: own.map(({ page, kind, anchor, heading }) => [page - firstPage, kind, anchor, heading]),
      texts: files.slice(Math.max(0, from)).filter(([start]) => start < first + size),
    });
  }
  return blocks;
}

/** The head of a record in its block; null where the block does not hold it. */
export function headIn({ first, pages, records }: DocumentBlock, record: number): DocumentHead | null {
  const [page = 0, kind = 'section', anchor = '', heading = ''] = records[record - first] ?? [];
  const packed = records[record - first] && pages[page];
  if (!packed) return null;
  const [pageKind, title, path, course] = packed;
  return { page: { kind: pageKind, title, path, course }, kind, anchor, heading };
}

/** The number of the file that holds the text of a record of the block. */
export function textFileOf({ texts }: DocumentBlock, record: number): number | null {
  return texts.findLast(([start]) => start <= record)?.[1] ?? null;
}

/** The text of a record in its block; empty where the block does not hold it. */
export function textIn({ first, texts }: TextBlock, record: number): DocumentText {
  const [text = '', examples = '', questions = ''] = texts[record - first] ?? [];
  return { text, examples, questions };
}
