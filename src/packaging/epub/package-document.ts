import type { Book } from '../book/create-book.ts';
import { element, type XmlElement } from '../xml.ts';

/** A file of a book as its package document lists it. */
export interface BookItem {
  readonly id: string;
  readonly file: string;
  readonly type: string;
  readonly properties?: string;
  /** Read in this order; not for what pages show. */
  readonly isPage: boolean;
}

/** The package document (EPUB 3.3, section 5): what the book is, all its files, and the order of its pages. */
export function packageDocument(book: Book, items: readonly BookItem[]): XmlElement {
  const { locale } = book.bank;
  return element(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'book-id',
      'xml:lang': locale,
      dir: 'ltr',
    },
    [
      describe(
        book,
        items.some(({ type, properties }) => type.startsWith('image/') && properties === undefined),
      ),
      element(
        'manifest',
        {},
        items.map(({ id, file, type, properties }) =>
          element('item', { id, href: file, 'media-type': type, properties }),
        ),
      ),
      element(
        'spine',
        {},
        items.filter(({ isPage }) => isPage).map(({ id }) => element('itemref', { idref: id })),
      ),
    ],
  );
}

function describe({ bank, words, updated, modules, courseTitle }: Book, hasPictures: boolean): XmlElement {
  const { locale, licence, authors } = bank;
  const languages = [...new Set([locale, ...modules.flatMap(({ lessons }) => lessons.map((lesson) => lesson.locale))])];
  const meta = (property: string, value: string) => element('meta', { property }, [value]);
  const rights = [licence.name, licence.url ?? '', authors.join(', ')].filter(Boolean).join(' · ');
  return element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
    element('dc:identifier', { id: 'book-id' }, [bank.address]),
    element('dc:title', { id: 'title' }, [bank.title]),
    ...languages.map((language) => element('dc:language', {}, [language])),
    ...authors.map((author) => element('dc:creator', {}, [author])),
    ...(bank.description ? [element('dc:description', {}, [bank.description])] : []),
    element('dc:source', {}, [bank.address]),
    element('dc:rights', {}, [rights]),
    element('dc:date', {}, [updated]),
    ...(bank.title === courseTitle ? [] : [meta('dcterms:isPartOf', courseTitle)]),
    // The day of the content and not of the packing, so that the same lessons make the same book.
    meta('dcterms:modified', `${updated}T00:00:00Z`),
    ...accessibility(hasPictures).map(([property, value]) => meta(property, value)),
    meta('schema:accessibilitySummary', words.book.accessibility),
  ]);
}

function accessibility(hasPictures: boolean): (readonly [string, string])[] {
  const features = [
    'displayTransformability',
    'readingOrder',
    'structuralNavigation',
    'tableOfContents',
    ...(hasPictures ? ['alternativeText'] : []),
  ];
  return [
    ['schema:accessMode', 'textual'],
    ...(hasPictures ? ([['schema:accessMode', 'visual']] as const) : []),
    // Every picture is said in words.
    ['schema:accessModeSufficient', 'textual'],
    ...features.map((feature) => ['schema:accessibilityFeature', feature] as const),
    ['schema:accessibilityHazard', 'none'],
  ];
}
