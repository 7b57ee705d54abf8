import { localeTags, suggestLocale } from '#language';
import { suggestName, type Place, type Problem } from '#problem';
import { z } from 'zod';

/** Where the parts of a YAML text stand, and what they hold. */
export interface YamlPlaces {
  /** Place of the value at a path of keys, or of the nearest that exists. */
  placeOf(path: readonly PropertyKey[]): Place;
  keyPlace(path: readonly PropertyKey[]): Place;
  valueOf(path: readonly PropertyKey[]): unknown;
}

interface Words {
  readonly message: string;
  readonly hint: string;
}

/** Says in an author's words what a schema has found wrong, each at its own line. */
export function describeIssue(issue: z.core.$ZodIssue, schema: z.ZodType, places: YamlPlaces): Problem[] {
  const { path } = issue;
  const at = (place: Place, words: Words): Problem => ({ ...place, rule: 'schema', severity: 'error', ...words });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => at(places.keyPlace([...path, key]), unknownKey(key, path, schema)));
  }
  if (issue.code === 'invalid_key') return [at(places.keyPlace(path), wrongKey(String(path.at(-1))))];
  return [at(places.placeOf(path), wordsOf(issue, places.valueOf(path)))];
}

function unknownKey(key: string, path: readonly PropertyKey[], schema: z.ZodType): Words {
  const known = keysOf(schemaAt(schema, path));
  const near = suggest(key, known);
  const where = path.length ? ` in ${path.map(String).join('.')}` : '';
  return {
    message: `There is no key "${key}"${where}.`,
    hint: near ? `Did you mean \`${near}\`?` : `Remove it, or correct its spelling. There can be: ${known.join(', ')}.`,
  };
}

function wrongKey(key: string): Words {
  return {
    message: `The key "${key}" is not written as ids are: small Latin letters, digits and hyphens, a letter first.`,
    hint: 'Write for example `wineburg-2022:`, here and wherever it is named.',
  };
}

function wordsOf(issue: z.core.$ZodIssue, value: unknown): Words {
  const name = issue.path.map(String).join('.');
  const key = String(issue.path.findLast((part) => typeof part === 'string') ?? '');
  if (!name && issue.code === 'invalid_type') return noKeys;
  const expected = expectationOf(issue);
  if (value === undefined || value === null) {
    return {
      message: value === null ? `The key "${name}" has no value.` : `The key "${name}" is missing.`,
      hint: `Add \`${key}:\` with ${expected ?? 'its value'} as its value.`,
    };
  }
  if (issue.code === 'invalid_value') return wrongValue(name, value, issue.values.map(String));
  if (expected) return { message: `"${name}" holds ${kindOf(value)}.`, hint: `Its value is ${expected}.` };
  return { message: `"${name}" is not right: ${faultOf(issue)}.`, hint: hintFor(issue, key) };
}

const noKeys: Words = {
  message: 'Here stand no keys with values.',
  hint: 'Write it as lines of `key: value`; content/README.md says which keys there are.',
};

function wrongValue(name: string, value: unknown, known: readonly string[]): Words {
  const near = typeof value === 'string' ? suggest(value, known) : null;
  return {
    message: `"${name}" cannot be ${typeof value === 'string' ? `"${value}"` : kindOf(value)}.`,
    hint: near ? `Did you mean \`${near}\`?` : `It is one of: ${known.join(', ')}.`,
  };
}

/** The nearest name; for languages also the one that somebody calls by the name of a country. */
function suggest(given: string, known: readonly string[]): string | null {
  const isLocales = known.length === localeTags.length && localeTags.every((tag) => known.includes(tag));
  return isLocales ? suggestLocale(given) : suggestName(given, known);
}

/** The form that a value should have; null where the fault is another one. */
function expectationOf(issue: z.core.$ZodIssue): string | null {
  if (issue.code === 'invalid_union') return 'a whole number or a text';
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code !== 'invalid_type') return null;
  return forms[issue.expected] ?? null;
}

const forms: Readonly<Record<string, string>> = {
  array: 'a list, as in [one, two]',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'keys with values',
  record: 'keys with values',
};

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'keys with values';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'boolean' ? 'true or false' : 'a number';
}

function faultOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small' && issue.origin === 'array') return 'it needs at least one entry';
  if (issue.code === 'too_big' && issue.origin === 'array') return `it has more than ${issue.maximum} entries`;
  if (issue.code === 'too_small' && issue.origin !== 'string') return `it is smaller than ${issue.minimum}`;
  if (issue.code === 'too_big') return `it is greater than ${issue.maximum}`;
  return issue.message;
}

function hintFor(issue: z.core.$ZodIssue, key: string): string {
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return `Write for example \`${key}: https://one.example/page\`.`;
  if (issue.code === 'invalid_format' && issue.format === 'email')
    return `Write for example \`${key}: somebody@one.example\`.`;
  return 'Correct the value; content/README.md says what each key takes.';
}

/** The schema of a part of the text. */
function schemaAt(schema: unknown, path: readonly PropertyKey[]): unknown {
  const bare = unwrap(schema);
  const [key, ...rest] = path;
  if (key === undefined) return bare;
  if (bare instanceof z.ZodObject) return schemaAt((bare.shape as Record<PropertyKey, unknown>)[key], rest);
  if (bare instanceof z.ZodArray) return schemaAt(bare.element, rest);
  if (bare instanceof z.ZodRecord) return schemaAt(bare.valueType, rest);
  return undefined;
}

function unwrap(schema: unknown): unknown {
  const isWrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
  return isWrapped ? unwrap(schema.unwrap()) : schema;
}

/** The keys that a part can have. */
function keysOf(schema: unknown): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape as object);
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) return schema.keyType.options.map(String);
  return [];
}
