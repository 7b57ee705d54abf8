import { isCollection, isNode, isScalar, isSeq, parseDocument, stringify, type Document, type Scalar } from 'yaml';
import { addToList, lineEndOf } from '../create/edit-yaml.ts';

type Path = readonly (string | number)[];
type Plain = Readonly<Record<string, unknown>>;

/**
 * What a form editor wants to write, in the way in which the file is written: what has not changed keeps its quotation
 * marks, comments, order and form, and what the form leaves empty is not written.
 *
 * @param before the file as it is
 * @param after the file as the editor would write it
 * @returns null where it cannot be done without loss
 */
export function keepAsWritten(before: string, after: string): string | null {
  // Editors count its bytes wrongly.
  if (before.startsWith('\uFEFF')) return null;
  const lineEnd = lineEndOf(before);
  const [old, wanted] = [splitFile(toLf(before)), splitFile(toLf(after))];
  if ((old.body === null) !== (wanted.body === null)) return null;
  const data = mergeYaml(old.data, wanted.data);
  if (data === null) return null;
  return joinFile(data, mergeBody(old.body, wanted.body)).replaceAll('\n', lineEnd);
}

/** A new file as an editor would write it, without what its form leaves empty. */
export function writeNew(after: string): string {
  const { data, body } = splitFile(toLf(after));
  const plain: unknown = parseDocument(data).toJS();
  return joinFile(stringify(withoutEmpty(plain), { lineWidth: 0 }), body === null ? null : `\n${body.trim()}\n`);
}

function toLf(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** Front matter and body of a page; a file of YAML has no body. */
function splitFile(text: string): { readonly data: string; readonly body: string | null } {
  const [whole, data = ''] = /^---\n([\s\S]*?\n|)---(?:\n|$)/u.exec(text) ?? [];
  return whole === undefined ? { data: text, body: null } : { data, body: text.slice(whole.length) };
}

function joinFile(data: string, body: string | null): string {
  return body === null ? data : `---\n${data}---\n${body}`;
}

/** White space around a text is the file's own. */
function mergeBody(old: string | null, wanted: string | null): string | null {
  if (old === null || wanted === null) return null;
  if (!old.trim()) return wanted.trim() ? `\n${wanted.trim()}\n` : old;
  const [start = ''] = /^\s*/u.exec(old) ?? [];
  const [end = ''] = /\s*$/u.exec(old) ?? [];
  return start + wanted.trim() + end;
}

function mergeYaml(text: string, wantedText: string): string | null {
  const wantedDocument = parseDocument(wantedText, { prettyErrors: false });
  if (wantedDocument.errors.length || parseDocument(text, { prettyErrors: false }).errors.length) return null;
  const wanted = withoutEmpty(wantedDocument.toJS(), parseDocument(text).toJS());
  const listed = changeLists(changeValues(text, wanted), wanted);
  if (isSame(listed, wanted)) return listed;
  const document = parseDocument(listed);
  changeParts(document, [], document.toJS(), wanted);
  const merged = document.toString({ lineWidth: 0, flowCollectionPadding: /\{ /u.test(listed) });
  return isSame(merged, wanted) ? merged : null;
}

/** Entries that have gone from a list or come at its end, line by line, so that every other line stays. */
function changeLists(text: string, wanted: unknown): string {
  let changed = text;
  for (const [path, list] of listsOf(wanted)) {
    const read = () => parseDocument(changed).toJS() as unknown;
    const old = valueAt(read(), path);
    if (!Array.isArray(old)) continue;
    const kept = new Set(list.map((entry) => sorted(entry)));
    for (let at = old.length - 1; at >= 0 && old.length > list.length; at--) {
      if (!kept.has(sorted(old[at]))) changed = removeEntry(changed, [...path, at]);
    }
    const now = valueAt(read(), path);
    const isStart = Array.isArray(now) && now.every((entry, at) => sorted(entry) === sorted(list[at]));
    if (isStart)
      for (const entry of list.slice(now.length)) changed = addToList(changed, path, inOneLine(entry)) ?? changed;
  }
  return changed;
}

function listsOf(value: unknown, path: Path = []): [Path, readonly unknown[]][] {
  const own: [Path, readonly unknown[]][] = Array.isArray(value) ? [[path, value]] : [];
  const parts: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : isPlain(value)
      ? Object.entries(value)
      : [];
  return [...parts.flatMap(([key, part]) => listsOf(part, [...path, key])), ...own];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, key) => (part as Plain | undefined)?.[key], value);
}

function inOneLine(entry: unknown): string {
  const flow = (value: unknown) =>
    stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim();
  if (!isPlain(entry)) return flow(entry);
  return `{ ${flow(entry).replace(/^\{|\}$/gu, '')} }`;
}

/** Takes the lines of an entry away, where it has lines of its own. */
function removeEntry(text: string, path: Path): string {
  const node = parseDocument(text).getIn(path, true);
  if (!isNode(node) || !node.range) return text;
  const start = text.lastIndexOf('\n', node.range[0]) + 1;
  const next = text.indexOf('\n', text.slice(0, node.range[1]).trimEnd().length);
  return /^ *- *$/u.test(text.slice(start, node.range[0]))
    ? text.slice(0, start) + (next < 0 ? '' : text.slice(next + 1))
    : text;
}

/** Changed values alone are written over the old ones, so that every other byte stays. */
function changeValues(text: string, wanted: unknown): string {
  let changed = text;
  for (const [path, value] of changedValues(parseDocument(text).toJS(), wanted)) {
    const node = parseDocument(changed).getIn(path, true);
    if (!isScalar(node) || !node.range || String(node.type).startsWith('BLOCK')) continue;
    const [start, end] = node.range;
    const write = (words: string) => changed.slice(0, start) + words + changed.slice(end);
    const candidates = [writtenLike(node, value), JSON.stringify(value)].map(write);
    changed = candidates.find((candidate) => reads(candidate, path, value)) ?? changed;
  }
  return changed;
}

function writtenLike(node: Scalar, value: unknown): string {
  if (node.type === 'QUOTE_DOUBLE') return JSON.stringify(value);
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

function reads(text: string, path: Path, value: unknown): boolean {
  const document = parseDocument(text, { prettyErrors: false });
  return !document.errors.length && document.getIn(path) === value;
}

function changedValues(before: unknown, after: unknown, path: Path = []): [Path, unknown][] {
  if (isPlain(before) && isPlain(after)) {
    const keys = Object.keys(before).filter((key) => key in after);
    return keys.flatMap((key) => changedValues(before[key], after[key], [...path, key]));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    // An entry that has gone or come moves those behind it.
    if (before.length !== after.length) return [];
    return before.flatMap((entry, at) => changedValues(entry, after[at], [...path, at]));
  }
  return isValue(before) && isValue(after) && before !== after ? [[path, after]] : [];
}

/** Entries that have come or gone, in the way in which those beside them are written. */
function changeParts(document: Document, path: Path, before: unknown, after: unknown): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  if (isPlain(before) && isPlain(after)) {
    for (const key of Object.keys(before)) if (!(key in after)) document.deleteIn([...path, key]);
    for (const [key, value] of Object.entries(after)) {
      if (key in before) changeParts(document, [...path, key], before[key], value);
      else setLikeOthers(document, path, key, value);
    }
    return;
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    changeList(document, path, before, after);
    return;
  }
  document.setIn(path, document.createNode(after));
}

function changeList(document: Document, path: Path, before: readonly unknown[], after: readonly unknown[]): void {
  const left = [...before];
  if (left.length > after.length) {
    const kept = new Set(after.map((entry) => JSON.stringify(entry)));
    for (let at = left.length - 1; at >= 0 && left.length > after.length; at--) {
      if (kept.has(JSON.stringify(left[at]))) continue;
      document.deleteIn([...path, at]);
      left.splice(at, 1);
    }
  }
  for (let at = left.length - 1; at >= after.length; at--) document.deleteIn([...path, at]);
  for (const [at, entry] of after.entries()) {
    if (at < left.length) changeParts(document, [...path, at], left[at], entry);
    else setLikeOthers(document, path, at, entry);
  }
}

function setLikeOthers(document: Document, path: Path, key: string | number, value: unknown): void {
  const parent = path.length ? document.getIn(path, true) : document.contents;
  const node = document.createNode(value);
  const beside = isSeq(parent) ? parent.items[0] : null;
  if (isCollection(node) && isCollection(beside)) node.flow = beside.flow ?? false;
  document.setIn([...path, key], node);
}

/** Without what a form writes for a field that is empty, unless the file says so itself. */
function withoutEmpty(value: unknown, before?: unknown): unknown {
  if (Array.isArray(value)) {
    const old = Array.isArray(before) ? (before as readonly unknown[]) : [];
    return value.map((entry, at) => withoutEmpty(entry, old[at]));
  }
  if (!isPlain(value)) return value;
  const old = isPlain(before) ? before : {};
  const kept = Object.entries(value)
    .map(([key, part]): [string, unknown] => [key, withoutEmpty(part, old[key])])
    .filter(([key, part]) => !isEmpty(part) || (key in old && JSON.stringify(old[key]) === JSON.stringify(part)));
  return Object.fromEntries(kept);
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return !value.length;
  if (isPlain(value)) return !Object.keys(value).length;
  return value === undefined || value === null || value === '' || value === false;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isValue(value: unknown): boolean {
  return typeof value !== 'object' && value !== undefined;
}

function isSame(text: string, wanted: unknown): boolean {
  const document = parseDocument(text, { prettyErrors: false });
  return !document.errors.length && sorted(document.toJS()) === sorted(wanted);
}

/** As JSON with keys in the order of the alphabet: the order of keys means nothing. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isPlain(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
