import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** Keys and positions that lead to a value. */
export type YamlPath = readonly (string | number)[];

/**
 * Adds an entry at the end of a list, in the way the list is written, and keeps every other character of the file.
 *
 * @param path where the list stands; it may be missing as long as the keys that should hold it are there
 * @param entry the entry as YAML in one line
 * @returns the new text, or null where the file is written in a way that leaves no safe place for it
 */
export function addToList(text: string, path: YamlPath, entry: string): string | null {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length) return null;
  const list = document.getIn(path, true);
  const edited = isSeq(list)
    ? addToSequence(text, list, entry)
    : addSequence(text, document, path, entry, isNode(list));
  const expected = expectAdded(document, path, entry);
  return edited !== null && isSame(edited, expected) ? edited : null;
}

/** Takes a key with its value out of a mapping, and keeps every other character. Null where that is not safe. */
export function removeKey(text: string, path: YamlPath): string | null {
  const document = parseDocument(text, { prettyErrors: false });
  const parent = document.getIn(path.slice(0, -1), true);
  const key = path.at(-1);
  if (document.errors.length || !isMap(parent)) return null;
  const at = parent.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key);
  const pair = parent.items[at];
  if (!pair) return null;
  const edited = parent.flow ? removeFromFlow(text, parent, at) : removeLines(text, pair);
  document.deleteIn(path);
  return edited !== null && isSame(edited, document.toJS()) ? edited : null;
}

/** Adds a key with a mapping at the end of a file whose keys stand one below the other. Null where they do not. */
export function addEntry(text: string, entry: string): string | null {
  const document = parseDocument(text, { prettyErrors: false });
  const added: unknown = parseDocument(entry).toJS();
  if (document.errors.length || (document.contents !== null && !isMap(document.contents))) return null;
  const end = text === '' || /\n$/u.test(text) ? '' : lineEndOf(text);
  const edited = text + end + entry.replaceAll('\n', lineEndOf(text));
  return isSame(edited, { ...(document.toJS() as object | null), ...(added as object) }) ? edited : null;
}

export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

type Plain = Record<string | number, unknown>;

/** What the file should say afterwards. Plain data has no anchors, so an entry that came to two places is noticed. */
function expectAdded(document: Document, path: YamlPath, entry: string): unknown {
  const whole = JSON.parse(JSON.stringify(document.toJS())) as unknown;
  const parent = path.slice(0, -1).reduce<unknown>((value, key) => (value as Plain | undefined)?.[key], whole);
  const key = path.at(-1) ?? '';
  if (typeof parent !== 'object' || parent === null) return undefined;
  const list = (parent as Plain)[key];
  const value: unknown = parseDocument(entry).toJS();
  (parent as Plain)[key] = Array.isArray(list) ? [...(list as unknown[]), value] : [value];
  return whole;
}

/** True where a text says the same as a value: an edit that says anything else is not made. */
function isSame(text: string, expected: unknown): boolean {
  const document = parseDocument(text, { prettyErrors: false });
  return !document.errors.length && JSON.stringify(document.toJS()) === JSON.stringify(expected);
}

function addToSequence(text: string, list: YAMLSeq, entry: string): string | null {
  if (list.flow) return addToFlow(text, list, entry);
  const last = list.items.at(-1);
  if (!isNode(last) || !last.range) return null;
  const dash = text.lastIndexOf('-', last.range[0] - 1);
  const start = text.lastIndexOf('\n', dash) + 1;
  const indent = text.slice(start, dash);
  if (!/^\s*$/u.test(indent)) return null;
  return insertLine(text, endOfContent(text, last.range[1]), `${indent}- ${entry}`);
}

function addToFlow(text: string, list: YAMLSeq | YAMLMap, entry: string): string | null {
  if (!list.range) return null;
  const close = list.range[1] - 1;
  const before = text.slice(list.range[0] + 1, close);
  const divide = list.items.length && !/,\s*$/u.test(before) ? ', ' : '';
  const at = list.range[0] + 1 + before.trimEnd().length;
  return text.slice(0, at) + divide + entry + text.slice(at);
}

/** Writes a list that is not there yet, below the last key of the mapping that should hold it. */
function addSequence(text: string, document: Document, path: YamlPath, entry: string, isNull: boolean): string | null {
  const parent = document.getIn(path.slice(0, -1), true);
  const key = String(path.at(-1));
  if (!isMap(parent) || !parent.range) return null;
  if (parent.flow) return isNull ? null : addToFlow(text, parent, `${key}: [${entry}]`);
  const [first] = parent.items;
  if (!first || !isNode(first.key) || !first.key.range) return null;
  const column = first.key.range[0] - (text.lastIndexOf('\n', first.key.range[0]) + 1);
  const indent = ' '.repeat(column);
  if (isNull) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
    const end = isNode(pair?.key) ? pair.key.range?.[1] : undefined;
    return end === undefined ? null : insertLine(text, end, `${indent}  - ${entry}`);
  }
  const lines = `${indent}${key}:${lineEndOf(text)}${indent}  - ${entry}`;
  return insertLine(text, endOfContent(text, endOf(parent.items.at(-1)) ?? parent.range[1]), lines);
}

function endOf(pair: Pair | undefined): number | undefined {
  if (isNode(pair?.value) && pair.value.range) return pair.value.range[1];
  return isNode(pair?.key) ? pair.key.range?.[1] : undefined;
}

function endOfContent(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

/** Inserts a line below the one in which something ends; a comment behind it stays where it is. */
function insertLine(text: string, end: number, line: string): string {
  const next = text.indexOf('\n', end);
  if (next < 0) return `${text}${lineEndOf(text)}${line}${lineEndOf(text)}`;
  return `${text.slice(0, next + 1)}${line}${lineEndOf(text)}${text.slice(next + 1)}`;
}

function removeLines(text: string, pair: Pair): string | null {
  const start = isNode(pair.key) ? pair.key.range?.[0] : undefined;
  const end = endOf(pair);
  if (start === undefined || end === undefined) return null;
  const from = text.lastIndexOf('\n', start) + 1;
  // The range of a mapping may reach into the next line.
  const last = endOfContent(text, end);
  const next = text.indexOf('\n', last);
  // A key beside the dash of its list, or a comment behind the value, is for a person to take away.
  if (!/^\s*$/u.test(text.slice(from, start)) || !/^\s*$/u.test(text.slice(last, next < 0 ? undefined : next)))
    return null;
  return text.slice(0, from) + (next < 0 ? '' : text.slice(next + 1));
}

function removeFromFlow(text: string, map: YAMLMap, at: number): string | null {
  const [pair, before, after] = [map.items[at], map.items[at - 1], map.items[at + 1]];
  const start = isNode(pair?.key) ? pair.key.range?.[0] : undefined;
  const end = endOf(pair);
  if (start === undefined || end === undefined) return null;
  if (after && isNode(after.key) && after.key.range) return text.slice(0, start) + text.slice(after.key.range[0]);
  const from = endOf(before);
  return from === undefined ? null : text.slice(0, from) + text.slice(end);
}
