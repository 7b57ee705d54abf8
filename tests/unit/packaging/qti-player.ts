import { all, type Parsed } from './parse-xml.ts';

type Value = readonly string[] | null;

/** What an item says of an answer: its outcomes by name, and the feedback that is shown. */
export interface Outcome {
  readonly score: number;
  readonly max: number;
  readonly shown: readonly string[];
}

/** The tree of an item of version 3 in the names of version 2.1, so that one player plays both. */
export function inOneVersion(node: Parsed): Parsed {
  const rename = (name: string) =>
    name
      .replace(/^qti-/u, '')
      .replace(/-([a-z])/gu, (_, letter: string) => String.fromCharCode(letter.charCodeAt(0) - 32));
  const attributes = Object.entries(node.attributes).map(([key, value]) => [rename(key), value]);
  return {
    ...node,
    name: rename(node.name),
    attributes: Object.fromEntries(attributes) as Parsed['attributes'],
    children: node.children.map(inOneVersion),
  };
}

/** The answer that the item itself declares as right. */
export function correctOf(item: Parsed): string[] {
  return all(item, 'correctResponse').flatMap((correct) => all(correct, 'value').map(({ text }) => text));
}

/** Processes a response by the item's own rules, or those of the standard template that it names. */
export function play(item: Parsed, response: Value): Outcome {
  const outcomes = new Map<string, Value>();
  for (const declared of all(item, 'outcomeDeclaration')) {
    const values = all(declared, 'value').map(({ text }) => text);
    outcomes.set(declared.attributes['identifier'] ?? '', values.length ? values : null);
  }
  const [processing] = all(item, 'responseProcessing');
  if (processing) process(item, processing, response, outcomes);
  const [score] = outcomes.get('SCORE') ?? [];
  const [max] = outcomes.get('MAXSCORE') ?? [];
  const shown = all(item, 'modalFeedback').filter(({ attributes }) =>
    outcomes.get(attributes['outcomeIdentifier'] ?? '')?.includes(attributes['identifier'] ?? ''),
  );
  return {
    score: Number(score),
    max: Number(max),
    shown: shown.map(({ attributes }) => attributes['identifier'] ?? ''),
  };
}

function process(item: Parsed, processing: Parsed, response: Value, outcomes: Map<string, Value>): void {
  const template = processing.attributes['template'];
  const given = response?.length ? response : null;
  const evaluate = (node: Parsed): Value => {
    const [first, second] = node.children;
    const number = (child: Parsed | undefined) => Number(child && evaluate(child)?.[0]);
    switch (node.name) {
      case 'variable':
        return given;
      case 'baseValue':
        return [node.text];
      case 'correct':
        return correctOf(item);
      case 'mapResponse':
        return [String(map(item, given))];
      case 'divide':
        return [String(number(first) / number(second))];
      case 'subtract':
        return [String(number(first) - number(second))];
      default:
        throw new Error(`no value: ${node.name}`);
    }
  };
  const holds = (node: Parsed): boolean => {
    const [first, second] = node.children;
    const values = node.children.map((child) => (['isNull', 'or', 'not'].includes(node.name) ? null : evaluate(child)));
    switch (node.name) {
      case 'isNull':
        return given === null;
      case 'match':
        return JSON.stringify(first && evaluate(first)) === JSON.stringify(second && evaluate(second));
      case 'lt':
        return Number(values[0]?.[0]) < Number(values[1]?.[0]);
      case 'gt':
        return Number(values[0]?.[0]) > Number(values[1]?.[0]);
      case 'stringMatch':
        return fold(values[0]?.[0] ?? '') === fold(values[1]?.[0] ?? '');
      case 'not':
        return first !== undefined && !holds(first);
      case 'or':
        return node.children.some(holds);
      default:
        throw new Error(`no condition: ${node.name}`);
    }
  };
  const run = (node: Parsed): void => {
    const [first] = node.children;
    if (node.name === 'setOutcomeValue' && first) outcomes.set(node.attributes['identifier'] ?? '', evaluate(first));
    if (node.name !== 'responseCondition') return;
    const branch = node.children.find((child) => {
      const [condition] = child.children;
      return child.name === 'responseElse' || (condition !== undefined && holds(condition));
    });
    for (const rule of branch?.children ?? []) run(rule);
  };
  if (template === undefined) for (const rule of processing.children) run(rule);
  else if (template.includes('map_response')) outcomes.set('SCORE', [String(map(item, given))]);
  else outcomes.set('SCORE', [JSON.stringify(given) === JSON.stringify(correctOf(item)) ? '1' : '0']);
}

const fold = (text: string) => text.normalize('NFC').toLocaleLowerCase('en');

function map(item: Parsed, response: Value): number {
  const [mapping] = all(item, 'mapping');
  if (!mapping) throw new Error('no mapping');
  const { lowerBound = '', upperBound = '' } = mapping.attributes;
  const entries = all(mapping, 'mapEntry').map(({ attributes }) => attributes);
  const points = (response ?? []).map((value) => {
    const entry = entries.find(({ mapKey = '', caseSensitive }) =>
      caseSensitive === 'false' ? fold(mapKey) === fold(value) : mapKey === value,
    );
    return Number(entry?.['mappedValue'] ?? 0);
  });
  const sum = points.reduce((total, one) => total + one, 0);
  return Math.min(Number(upperBound), Math.max(Number(lowerBound), sum));
}
