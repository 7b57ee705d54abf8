/** An element of an XML file that was read, without namespaces. */
export interface XmlTree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlTree[];
  /** The text right inside it, that of sections CDATA included. */
  readonly text: string;
  /** What stands between its tags, for an element `text` with elements in it: HTML that was not escaped. */
  readonly inner?: string;
  /** Where it begins in the file, counted from 1. */
  readonly line: number;
}

/** Reads XML without document types: no entity of the file's own is ever expanded. @throws an `ImportFault` */
export type XmlParser = (source: string) => XmlTree;

/** The first element at the end of a path of names. */
export function childAt(node: XmlTree, ...path: readonly string[]): XmlTree | undefined {
  let found: XmlTree | undefined = node;
  for (const name of path) found = found?.children.find((child) => child.name === name);
  return found;
}

export function childrenOf(node: XmlTree, name: string): readonly XmlTree[] {
  return node.children.filter((child) => child.name === name);
}

/** The text at the end of a path of names; empty where there is nothing. */
export function textAt(node: XmlTree, ...path: readonly string[]): string {
  return childAt(node, ...path)?.text ?? '';
}
