import { sortProblems, suggestName, type Place, type Problem } from '#problem';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
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
  if (document.errors.length) {
    const problems = document.errors.map((error) => ({
      ...placeAt(error.pos[0]),
      rule: 'yaml-syntax',
      severity: 'error' as const,
      message: `This is not YAML: ${error.message.replace(/\.$/u, '')}.`,
      hint: 'Check indentation and quotes; a text with a colon or a quotation mark in it stands in quotes: title: "Who says so: you?"',
    }));
    return { value: null, problems: sortProblems(problems), placeOf };
  }
  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) return { value: result.data, problems: [], placeOf };
  return { value: null, problems: sortProblems(result.error.issues.flatMap((issue) => describe(issue, placeOf))), placeOf };
}

function describe(issue: z.core.$ZodIssue, placeOf: (path: readonly PropertyKey[]) => Place): Problem[] {
  const at = issue.path.map(String).join('.');
  const problem = (path: readonly PropertyKey[], message: string, hint: string): Problem => ({
    ...placeOf(path),
    rule: 'schema',
    severity: 'error',
    message,
    hint,
  });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problem([...issue.path, key], `There is no key "${key}"${at ? ` in ${at}` : ''}.`, 'Remove it, or correct its spelling.'),
    );
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return [problem(issue.path, `The key "${at}" is missing.`, `Add \`${at}:\` with ${article(issue.expected)} as its value.`)];
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    const near = typeof issue.input === 'string' ? suggestName(issue.input, known) : null;
    const hint = near ? `Did you mean \`${near}\`?` : `It is one of: ${known.join(', ')}.`;
    return [problem(issue.path, `"${at}" has a value it cannot have.`, hint)];
  }
  return [problem(issue.path, `"${at}" is not right: ${issue.message}.`, 'Correct the value; content/README.md says what each key takes.')];
}

function article(expected: string): string {
  return { array: 'a list', string: 'a text', number: 'a number', int: 'a whole number', object: 'keys' }[expected] ?? expected;
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length ? document.getIn(path.slice(0, length), true) : document.contents;
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
