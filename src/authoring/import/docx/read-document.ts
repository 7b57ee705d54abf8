import { nothingFound, wordsOf, type Found, type FoundPicture, type ImportContext } from '../found.ts';

/** What a converter made of a word processor's document. */
export interface ConvertedDocument {
  readonly html: string;
  /** By the address that images in the HTML have. */
  readonly pictures: ReadonlyMap<string, FoundPicture>;
  /** Styles that have no form in HTML. */
  readonly unknownStyles: readonly string[];
}

/** The class of paragraphs in the style of a title. */
export const titleClass = 'document-title';

const title = new RegExp(`<h1 class="${titleClass}">(.*?)</h1>`, 'gsu');

/** The text of a document that was converted to HTML. */
export function readDocument({ html, pictures, unknownStyles }: ConvertedDocument, context: ImportContext): Found {
  for (const style of unknownStyles) context.note('style-unknown', '', style);
  const titles = [...html.matchAll(title)].map(([, inside = '']) => wordsOf(context.html(inside, '')));
  const nodes = context.html(withoutBackLinks(html.replace(title, '')), '');
  return { ...nothingFound, title: titles.find(Boolean) ?? null, pieces: [{ kind: 'text', nodes }], pictures };
}

/** A footnote says by its number where it belongs; an arrow back says nothing without its link. */
function withoutBackLinks(html: string): string {
  return html.replace(/<a href="#(?:footnote|endnote)-ref-[^"]*">[^<]*<\/a>/gu, '');
}
