/** Where an attribute stands in a file: the whole of it, and what is between its quotation marks. */
export interface AttributePlace {
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

const attribute = /\s+([\p{L}_$][\p{L}\p{N}_$:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/uy;

/**
 * Finds an attribute in the opening tag that begins at an offset. The parser tells attributes without places.
 *
 * @returns null where the tag has no such attribute, or has an expression before it
 */
export function findAttribute(text: string, tag: number, name: string): AttributePlace | null {
  const component = /<[\p{L}\p{N}_$:.-]*/uy;
  component.lastIndex = tag;
  if (!component.test(text)) return null;
  attribute.lastIndex = component.lastIndex;
  for (let found = attribute.exec(text); found; found = attribute.exec(text)) {
    if (found[1] !== name) continue;
    const end = found.index + found[0].length;
    const value = found[2] ?? found[3];
    const valueEnd = value === undefined ? end : end - 1;
    return { start: found.index, end, valueStart: valueEnd - (value?.length ?? 0), valueEnd };
  }
  return null;
}
