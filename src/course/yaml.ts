import { sortProblems, type Place, type Problem } from '#problem';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { describeIssue, type YamlPlaces } from './describe-issue.ts';

/** A piece of YAML and where it stands: a whole file, or the front matter of one. */
export interface YamlText {
  readonly file: string;
  readonly text: string;
  /** Lines of the file before the text. */
  readonly linesBefore?: number;
}

/** A string value with its place, for the checks of wording. */
export interface PlacedText {
  readonly text: string;
  readonly place: Place;
}

export interface YamlReading<Value> {
  /** Null where the text does not fit the schema. */
  readonly value: Value | null;
  readonly problems: readonly Problem[];
  /** Place of the value at a path of keys, or of the nearest that exists. */
  placeOf(path: readonly PropertyKey[]): Place;
}

/**
 * Reads YAML by a schema. Each problem stands at its own line: Astro's own reading of front matter reports faults
 * at 0:0, which sends an author searching.
 */
export function readYaml<Schema extends z.ZodType>(source: YamlText, schema: Schema): YamlReading<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: source.file, line: Math.max(line, 1) + (source.linesBefore ?? 0), column: Math.max(col, 1) };
  };
  const placeOf = (path: readonly PropertyKey[]) => placeAt(offsetOf(document, path));
  let plain: unknown;
  const places: YamlPlaces = {
    placeOf,
    keyPlace: (path) => placeAt(offsetOf(document, path, 'key')),
    valueOf: (path) =>
      path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null)?.[key], plain),
  };
  const syntax = (offset: number, error: unknown): Problem => ({
    ...placeAt(offset),
    rule: 'yaml-syntax',
    severity: 'error',
    message: `This is not YAML: ${error instanceof Error ? error.message.replace(/\.$/u, '') : String(error)}.`,
    hint: 'Check indentation and quotes; a text with a colon or a quotation mark in it stands in quotes: title: "Who says so: you?"',
  });
  if (document.errors.length) {
    const problems = document.errors.slice(0, 5).map((error) => syntax(error.pos[0], error));
    return { value: null, problems: sortProblems(problems), placeOf };
  }
  try {
    plain = document.toJS() ?? {};
  } catch (error) {
    // An alias without its anchor, or aliases that would multiply beyond measure.
    return { value: null, problems: [syntax(0, error)], placeOf };
  }
  // Without its value a wrong kind of value could not be told from a missing one.
  const result = schema.safeParse(plain, { reportInput: true });
  if (result.success) return { value: result.data, problems: [], placeOf };
  const problems = result.error.issues.flatMap((issue) => describeIssue(issue, schema, places));
  return { value: null, problems: sortProblems(problems), placeOf };
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], of: 'key' | 'value' = 'value'): number {
  if (of === 'key') {
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
    const pairs = isMap(parent) ? parent.items : [];
    const key = pairs.map((pair) => pair.key).find((node) => isScalar(node) && String(node.value) === path.at(-1));
    if (isNode(key) && key.range) return key.range[0];
  }
  for (let length = path.length; length >= 0; length--) {
    const node = length ? document.getIn(path.slice(0, length), true) : document.contents;
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
