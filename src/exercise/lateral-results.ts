import type { BlockList } from './block.ts';
import { adviceAt, errorAt, type Item, type ReadContext } from './markdown.ts';
import type { Option, RichText } from './model.ts';
import { readOption, reportTooFew } from './options.ts';
import { plainText } from './plain-text.ts';
import { readLines, reportBoxes } from './simulation.ts';
import type { Place } from '#problem';

/** A line of a search engine's list, and the page behind it. */
export interface SearchResult extends Option {
  /** An invented address. */
  readonly address: string;
  /** A source of its own, with evidence. */
  readonly independent: boolean;
  /** The page's own words, or an advertisement: what a hasty reader opens first. */
  readonly trap: boolean;
  /** What is read there, one paragraph each. */
  readonly page: readonly RichText[];
}

/** Reads the list of search results, reporting what is wrong with it as a whole and with each. */
export function readResults(list: BlockList, context: ReadContext): SearchResult[] {
  const { items } = list;
  reportBoxes(items, 'a search result', context);
  reportTooFew(items, 3, 'search results', context);
  reportKinds(list, context);
  return items.map((item) => ({
    ...readOption(item, context),
    address: readAddress(item, context),
    independent: item.marks.has('independent'),
    trap: item.marks.has('trap'),
    page: readPage(item, context),
  }));
}

function reportKinds({ items, place }: BlockList, context: ReadContext): void {
  for (const item of items) {
    if (!item.marks.has('independent') || !item.marks.has('trap')) continue;
    context.report(
      errorAt(item.place, 'result-both-kinds', {
        message: `"${item.content.text}" is marked as independent and as a trap; it cannot be both.`,
        hint: 'Keep `[independent]` for a source with evidence of its own, `[trap]` for the page’s own words or an advertisement.',
      }),
    );
  }
  if (!items.some(({ marks }) => marks.has('independent'))) {
    context.report(
      errorAt(place, 'no-independent-result', {
        message: 'No result is an independent source, so leaving the page leads nowhere.',
        hint: 'Write `[independent]` after the id of each result that knows the matter by itself.',
      }),
    );
  }
  if (!items.some(({ marks }) => marks.has('trap'))) {
    context.report(
      adviceAt(place, 'no-trap-result', {
        message: 'No result is a trap, so it does not matter what is opened first.',
        hint: 'Add the page’s own “about us” or an advertisement, and write `[trap]` after its id.',
      }),
    );
  }
}

function readPage(item: Item, context: ReadContext): RichText[] {
  const page = readLines(item, context);
  if (!page.length) {
    context.report(
      errorAt(item.place, 'result-without-page', {
        message: `Who opens "${item.content.text}" finds nothing there.`,
        hint: 'Write what is read there as list items inside it, indented by two spaces: `  - A paragraph.`',
      }),
    );
  }
  return page;
}

function readAddress(item: Item, context: ReadContext): string {
  const address = item.marks.get('address');
  if (typeof address === 'string') {
    reportTakenAddress(address, item.place, context);
    return address;
  }
  context.report(
    errorAt(item.place, 'result-without-address', {
      message: `"${item.content.text}" has no address, and the address is what a careful reader looks at first.`,
      hint: 'Write one that belongs to nobody after its id, without `https://` or `www.`: `[address: some-name.example/page]`.',
    }),
  );
  return '';
}

// RFC 2606 and 6761: names that are kept for examples and never given away.
const reservedNames = /(?:^|\.)(?:example|test|invalid|example\.(?:com|net|org))$/u;

/** Reports an address that is, or may one day be, somebody's. */
export function reportTakenAddress(address: string, place: Place, context: ReadContext): void {
  const [host = ''] = address.replace(/^https?:\/\//u, '').split(/[/?#:]/u);
  if (reservedNames.test(host)) return;
  context.report(
    errorAt(place, 'address-not-reserved', {
      message: `The address "${address}" is or may become somebody’s, who would be accused by an invented page.`,
      hint: 'Use a name that is kept for examples and ends in `.example`: `river-club.example/about`.',
    }),
  );
}

/** A result with its page, as it is read on paper. */
export function describeResult({ content, address, page }: SearchResult): RichText {
  const where = plainText(address);
  const join = (form: 'html' | 'text') => page.map((paragraph) => paragraph[form]).join(' ');
  return {
    html: `<strong>${content.html}</strong> (${where.html}) ${join('html')}`,
    text: `${content.text} (${where.text}) ${join('text')}`,
  };
}
