import { errorAt } from '#exercise';
import type { Place, Problem } from '#problem';
import { isMap, isScalar, parseDocument, type Node, type Pair } from 'yaml';

/** A phrase of the interface and where its key stands. */
export interface CatalogueEntry {
  readonly text: string;
  readonly place: Place;
}

/** A catalogue as read: its phrases by dotted key, or null where the file is no JSON. */
export interface CatalogueReading {
  readonly file: string;
  readonly entries: ReadonlyMap<string, CatalogueEntry> | null;
  readonly problems: readonly Problem[];
}

/** Reads a catalogue of nested or dotted keys, with the place of each. */
export function readCatalogue(file: string, text: string, placeAt: (offset: number) => Place): CatalogueReading {
  try {
    JSON.parse(text);
  } catch (error) {
    return { file, entries: null, problems: [syntaxProblem(error, text, placeAt)] };
  }
  const entries = new Map<string, CatalogueEntry>();
  const problems: Problem[] = [];
  // JSON is YAML, whose parser tells where each key stands. It is also strict about keys that stand twice.
  const { contents } = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  collect(contents, [], { entries, problems, placeAt });
  return { file, entries, problems };
}

interface Collection {
  readonly entries: Map<string, CatalogueEntry>;
  readonly problems: Problem[];
  placeAt(offset: number): Place;
}

function collect(node: Node | null, path: readonly string[], collection: Collection): void {
  const { entries, problems, placeAt } = collection;
  for (const { key, value } of (isMap(node) ? node.items : []) as Pair<Node, Node | null>[]) {
    const name = [...path, isScalar(key) ? String(key.value) : ''];
    const place = placeAt(key.range?.[0] ?? 0);
    const dotted = name.join('.');
    if (entries.has(dotted)) problems.push(duplicateProblem(dotted, place));
    if (isMap(value)) collect(value, name, collection);
    else if (isScalar(value) && typeof value.value === 'string' && value.value.trim()) {
      entries.set(dotted, { text: value.value, place });
    } else problems.push(valueProblem(dotted, place));
  }
}

/** Divides the key of a counted phrase: `results_few` → `results`, `few`. */
export function splitPlural(key: string): { base: string; category: string | null } {
  const found = /^(.+?)_(zero|one|two|few|many|other)$/u.exec(key);
  return { base: found?.[1] ?? key, category: found?.[2] ?? null };
}

function syntaxProblem(error: unknown, text: string, placeAt: (offset: number) => Place): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const at = /position (\d+)/u.exec(message)?.[1];
  // Node names no position where the text ends too early.
  return errorAt(placeAt(at === undefined ? text.length : Number(at)), 'json-syntax', {
    message: `This is not JSON: ${message.replace(/ in JSON at position[\s\S]*| \(line[\s\S]*/u, '').replace(/,? "[\s\S]*is not valid JSON/u, '')}.`,
    hint: 'Every key and text stands in "…", entries are divided by commas, and after the last one there is none.',
  });
}

function duplicateProblem(key: string, place: Place): Problem {
  return errorAt(place, 'interface-key-duplicate', {
    message: `The key "${key}" stands twice; only the last one would count.`,
    hint: 'Remove one of them.',
  });
}

function valueProblem(key: string, place: Place): Problem {
  return errorAt(place, 'interface-value', {
    message: `The value of "${key}" is not a text with words in it.`,
    hint: `Write \`"${key.split('.').at(-1)}": "words"\`.`,
  });
}
