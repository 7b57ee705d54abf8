import { mapElements, type Markup } from '../markup.ts';
import { element, writeNodes } from '../xml.ts';

/** A page of a book. */
export interface BookPage {
  /** Path from the package's folder. */
  readonly file: string;
  readonly title: string;
  readonly locale: string;
  readonly body: Markup;
}

const roles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  term: { 'epub:type': 'glossref', role: 'doc-glossref' },
  citation: { 'epub:type': 'biblioref', role: 'doc-biblioref' },
};

/** A page as XHTML, marked with its language in both ways that readers look for. */
export function writeBookPage({ title, locale, body, file }: BookPage): string {
  const style = `${'../'.repeat(file.split('/').length - 1)}style.css`;
  const page = element(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: locale,
      'xml:lang': locale,
    },
    [
      element('head', {}, [
        element('meta', { charset: 'utf-8' }),
        element('title', {}, [title]),
        element('link', { rel: 'stylesheet', type: 'text/css', href: style }),
      ]),
      element('body', {}, fitBook(body)),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${writeNodes([page], 'html')}\n`;
}

/** Markup with what readers of books know beside HTML. */
function fitBook(markup: Markup): Markup {
  return mapElements(markup, (node) => {
    const { lang, class: kind = '' } = node.attributes;
    const role = node.name === 'a' ? (roles[kind] ?? {}) : {};
    return element(node.name, { ...node.attributes, 'xml:lang': lang, ...role }, node.children);
  });
}
