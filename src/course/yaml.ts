import { sortProblems, suggestName, type Place, type Problem } from '#problem';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

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
  const keyPlace = (path: readonly PropertyKey[]) => placeAt(offsetOf(document, path, 'key'));
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
  let plain: unknown;
  try {
    plain = document.toJS() ?? {};
  } catch (error) {
    // An alias without its anchor, or aliases that would multiply beyond measure.
    return { value: null, problems: [syntax(0, error)], placeOf };
  }
  // Without its value a wrong kind of value could not be told from a missing one.
  const result = schema.safeParse(plain, { reportInput: true });
  if (result.success) return { value: result.data, problems: [], placeOf };
  const problems = result.error.issues.flatMap((issue) => describe(issue, placeOf, keyPlace));
  return { value: null, problems: sortProblems(problems), placeOf };
}

type Locate = (path: readonly PropertyKey[]) => Place;

function describe(issue: z.core.$ZodIssue, placeOf: Locate, keyPlace: Locate): Problem[] {
  const at = issue.path.map(String).join('.');
  const problem = (path: readonly PropertyKey[], message: string, hint: string): Problem => ({
    ...placeOf(path),
    rule: 'schema',
    severity: 'error',
    message,
    hint,
  });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...problem([], `There is no key "${key}"${at ? ` in ${at}` : ''}.`, 'Remove it, or correct its spelling.'),
      ...keyPlace([...issue.path, key]),
    }));
  }
  if (!issue.path.length && issue.code === 'invalid_type') {
    return [
      problem(
        [],
        'Here stand no keys with values.',
        'Write it as lines of `key: value`; content/README.md says which keys there are.',
      ),
    ];
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return [
      problem(
        issue.path,
        `The key "${at}" is missing.`,
        `Add \`${at}:\` with ${article(issue.expected)} as its value.`,
      ),
    ];
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    const near = typeof issue.input === 'string' ? suggestName(issue.input, known) : null;
    const hint = near ? `Did you mean \`${near}\`?` : `It is one of: ${known.join(', ')}.`;
    return [problem(issue.path, `"${at}" has a value it cannot have.`, hint)];
  }
  return [
    problem(
      issue.path,
      `"${at}" is not right: ${issue.message}.`,
      'Correct the value; content/README.md says what each key takes.',
    ),
  ];
}

function article(expected: string): string {
  return (
    { array: 'a list', string: 'a text', number: 'a number', int: 'a whole number', object: 'keys' }[expected] ??
    expected
  );
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
