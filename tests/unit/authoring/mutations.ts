/** A text that was damaged as content gets damaged, and the line where. */
export interface Mutation {
  readonly name: string;
  readonly text: string;
  /** Counted from 1, in the damaged text. */
  readonly line: number;
}

/** Draws numbers from 0 up to a bound, the same ones for the same seed. */
export type Draw = (below: number) => number;

type Mutate = (text: string, draw: Draw) => { readonly text: string; readonly at: number } | null;

/** Damages a text in one of the ways below, in turn; null where the text has no place for it. */
export function mutate(text: string, number: number, draw: Draw): Mutation | null {
  const names = Object.keys(ways);
  const name = names[number % names.length] ?? '';
  const result = ways[name]?.(text, draw) ?? null;
  if (!result || result.text === text) return null;
  return { name, text: result.text, line: result.text.slice(0, result.at).split('\n').length };
}

function pick<Item>(items: readonly Item[], draw: Draw): Item | undefined {
  return items[draw(items.length)];
}

/** Puts another text in the place of one match of a pattern. */
function replaceOne(text: string, pattern: RegExp, draw: Draw, replacement: (found: string) => string) {
  const found = pick([...text.matchAll(pattern)], draw);
  if (!found) return null;
  const after = text.slice(found.index + found[0].length);
  return { text: text.slice(0, found.index) + replacement(found[0]) + after, at: found.index };
}

function insert(text: string, words: string, draw: Draw) {
  const at = draw(text.length);
  return { text: text.slice(0, at) + words + text.slice(at), at };
}

/** Exchanges two matches of a pattern. */
function swap(text: string, pattern: RegExp, draw: Draw) {
  const all = [...text.matchAll(pattern)];
  const [first, second] = [draw(all.length), draw(all.length)].sort((a, b) => a - b).map((index) => all[index]);
  if (!first || !second || first[0] === second[0]) return null;
  const between = text.slice(first.index + first[0].length, second.index);
  return {
    text: text.slice(0, first.index) + second[0] + between + first[0] + text.slice(second.index + second[0].length),
    at: first.index,
  };
}

const frontMatter = /^---\n[\s\S]*?\n---\n/u;

/** Changes the front matter alone. */
function inFrontMatter(text: string, draw: Draw, change: (yaml: string) => ReturnType<Mutate>): ReturnType<Mutate> {
  const [yaml = ''] = frontMatter.exec(text) ?? [];
  const changed = change(yaml);
  return changed && { text: changed.text + text.slice(yaml.length), at: changed.at };
}

const ways: Readonly<Record<string, Mutate>> = {
  'a bracket dropped': (text, draw) => replaceOne(text, /[<>[\](){}"]/gu, draw, () => ''),
  'a tag dropped': (text, draw) => replaceOne(text, /<\/?[A-Z][^<>]*>/gu, draw, () => ''),
  'an indent lost': (text, draw) => replaceOne(text, /(?<=\n) +/gu, draw, () => ''),
  'an indent too deep': (text, draw) => replaceOne(text, /\n(?=[->#<])/gu, draw, () => '\n      '),
  'ids swapped': (text, draw) => swap(text, /(?<=^\s*(?:[-*]|\d+\.) (?:\[[ x]\] )?\[)[a-z][a-z0-9-]*(?=\])/gmu, draw),
  'ids of exercises swapped': (text, draw) => swap(text, /(?<=^<[A-Z]\w+ [^>]*\bid=")[a-z][a-z0-9-]*/gmu, draw),
  'a box ticked or not': (text, draw) => replaceOne(text, /\[[ x]\]/gu, draw, (box) => (box === '[x]' ? '[ ]' : '[x]')),
  'a line lost': (text, draw) => replaceOne(text, /[^\n]+\n/gu, draw, () => ''),
  'a line twice': (text, draw) => replaceOne(text, /[^\n]+\n/gu, draw, (line) => line + line),
  'an empty line lost': (text, draw) => replaceOne(text, /\n\n/gu, draw, () => '\n'),
  'a colon lost in the front matter': (text, draw) =>
    inFrontMatter(text, draw, (yaml) => replaceOne(yaml, /:(?= |\n)/gu, draw, () => '')),
  'a quotation mark in the front matter': (text, draw) =>
    inFrontMatter(text, draw, (yaml) => replaceOne(yaml, /(?<=: )(?=\S)/gu, draw, () => '"')),
  'a tabulator in the front matter': (text, draw) =>
    inFrontMatter(text, draw, (yaml) => replaceOne(yaml, /\n(?=[a-z])/gu, draw, () => '\n\t')),
  'a byte order mark': (text) => ({ text: `\uFEFF${text}`, at: 0 }),
  'line ends of Windows': (text) => ({ text: text.replaceAll('\n', '\r\n'), at: 0 }),
  'line ends of old Macs': (text) => ({ text: text.replaceAll('\n', '\r'), at: 0 }),
  NUL: (text, draw) => insert(text, '\0', draw),
  'a character that turns the direction': (text, draw) => insert(text, '\u202E', draw),
  'bytes that are no UTF-8': (text, draw) => insert(text, '\uFFFD', draw),
  'a line of ten megabytes': (text, draw) =>
    replaceOne(text, /\n(?=\p{L})/gu, draw, () => `\n${'сөз '.repeat(2_500_000)}`),
  'the rest lost': (text, draw) => {
    const at = draw(text.length);
    return { text: text.slice(0, at), at: Math.max(0, at - 1) };
  },
};
