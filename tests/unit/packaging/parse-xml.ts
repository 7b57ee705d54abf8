import { SaxesParser } from 'saxes';

/** An element of a file that was read back. */
export interface Parsed {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Parsed[];
  /** All words in it. */
  text: string;
}

/** Reads an XML file as strictly as the standard asks, namespaces included. @throws where it is not well-formed */
export function parseXml(source: string): Parsed {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const root: Parsed = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const node: Parsed = { name, attributes: Object.fromEntries(values), children: [], text: '' };
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  const read = (text: string) => {
    for (const node of stack) node.text += text;
  };
  parser.on('text', read);
  parser.on('cdata', read);
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.write(source).close();
  const [only] = root.children;
  if (!only) throw new Error('no element');
  return only;
}

/** Elements of one name, wherever they stand. */
export function all(node: Parsed, name: string): Parsed[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** The words of the first element at the end of a path of names; empty where there is none. */
export function textAt(node: Parsed, ...path: readonly string[]): string {
  let found: Parsed | undefined = node;
  for (const name of path) found = found?.children.find((child) => child.name === name);
  return found?.text ?? '';
}
