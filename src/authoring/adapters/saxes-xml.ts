import { SaxesParser } from 'saxes';
import { importLimits, ImportFault } from '../import/limits.ts';
import type { XmlParser, XmlTree } from '../import/xml-tree.ts';

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlTree[];
  readonly texts: string[];
  readonly line: number;
  /** Where its content begins in the source. */
  readonly start: number;
}

/** Reads XML by saxes, which expands the five entities of XML alone; a document type is refused. */
export const parseXml: XmlParser = (source) => {
  const parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
  const root: Open = { name: '', attributes: {}, children: [], texts: [], line: 1, start: 0 };
  const stack: Open[] = [root];
  const top = () => stack.at(-1) ?? root;
  parser.on('error', ({ message }) => {
    throw new ImportFault(
      `The file is no XML that can be read: ${message}. Export it again; a file that was edited by hand may have lost a sign.`,
    );
  });
  parser.on('doctype', () => {
    throw new ImportFault(
      `Line ${parser.line} declares a document type (<!DOCTYPE …>). Such a declaration can name entities that fetch files or fill the memory, and no export needs one; so nothing was read. Take it out, or export the file again.`,
    );
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length > importLimits.depth)
      throw new ImportFault(
        `Line ${parser.line}: elements stand more than ${importLimits.depth} deep in one another, which no export needs; so nothing was read.`,
      );
    stack.push({ name, attributes, children: [], texts: [], line: parser.line, start: parser.position });
  });
  parser.on('text', (text) => void top().texts.push(text));
  parser.on('cdata', (text) => void top().texts.push(text));
  parser.on('closetag', () => {
    const closed = stack.pop();
    if (closed) top().children.push(finish(closed, source, parser.position));
  });
  parser.write(source).close();
  const [only] = root.children;
  if (!only) throw new ImportFault('The file has no element, so it is no XML.');
  return only;
};

function finish({ texts, start, ...open }: Open, source: string, end: number): XmlTree {
  const text = texts.join('');
  if (open.name !== 'text' || !open.children.length) return { ...open, text };
  return { ...open, text, inner: source.slice(start, source.lastIndexOf('</', end)) };
}
