import { heading } from '../book/plain-text.ts';
import { element, type XmlElement } from '../xml.ts';

/** An entry of the table of contents. */
export interface ContentsEntry {
  readonly title: string;
  readonly file: string;
  readonly locale: string;
  readonly entries: readonly ContentsEntry[];
}

/** A place that readers offer by themselves. */
export interface Landmark {
  readonly type: 'toc' | 'bodymatter' | 'glossary';
  readonly title: string;
  readonly file: string;
}

/** The table of contents, for readers and as a page of the book, and the places that a reader's menu names. */
export function navigationBody(
  title: string,
  entries: readonly ContentsEntry[],
  landmarks: readonly Landmark[],
  locale: string,
): XmlElement[] {
  return [
    element('nav', { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', 'aria-label': title }, [
      heading(1, [title]),
      listOf(entries, locale),
    ]),
    element('nav', { 'epub:type': 'landmarks', 'aria-label': title, hidden: 'hidden' }, [
      element(
        'ol',
        {},
        landmarks.map((landmark) =>
          element('li', {}, [element('a', { 'epub:type': landmark.type, href: landmark.file }, [landmark.title])]),
        ),
      ),
    ]),
  ];
}

function listOf(entries: readonly ContentsEntry[], around: string): XmlElement {
  return element(
    'ol',
    {},
    entries.map((entry) =>
      element('li', {}, [
        element('a', { href: entry.file, lang: entry.locale === around ? undefined : entry.locale }, [entry.title]),
        ...(entry.entries.length ? [listOf(entry.entries, around)] : []),
      ]),
    ),
  );
}
