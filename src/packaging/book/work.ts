import type { SourceFile } from '#course';
import type { Markup } from '../markup.ts';
import { element } from '../xml.ts';

/** A cited work as it stands in a list of sources, marked with its own language. */
export function citedWork(work: SourceFile): Markup {
  const title = element('cite', {}, [work.title]);
  return [
    element('span', { lang: work.language }, [
      `${work.author} (${work.year}). `,
      work.url ? element('a', { href: work.url }, [title]) : title,
      '. ',
      ...(work.publisher ? [`${work.publisher}. `] : []),
      ...(work.isbn ? [`ISBN ${work.isbn}`] : []),
    ]),
  ];
}
