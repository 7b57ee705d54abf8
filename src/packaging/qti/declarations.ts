import { element, type XmlElement } from '../xml.ts';

/** Names in items are NMTOKENs; ids are `[a-z][a-z0-9-]*` and their prefix says what they name. */
export const responseId = 'RESPONSE';
export const feedbackId = 'FEEDBACK';
export const solutionId = 'SOLUTION';
/** The value of the outcome that shows the solution. */
export const solution = 'solution';

export interface Mapping {
  /** What each answer, or pair of answers, is worth. */
  readonly entries: readonly (readonly [key: string, points: number])[];
  readonly upper: number;
  /** For words: capitals count alike. */
  readonly foldCase?: true;
}

export interface ResponseDeclaration {
  readonly cardinality: 'single' | 'multiple' | 'ordered';
  readonly baseType: 'identifier' | 'directedPair' | 'integer' | 'string';
  readonly correct: readonly string[];
  readonly mapping?: Mapping;
}

/** Declares the response with its key. */
export function declareResponse({ cardinality, baseType, correct, mapping }: ResponseDeclaration): XmlElement {
  return element('responseDeclaration', { identifier: responseId, cardinality, baseType }, [
    ...(correct.length ? [element('correctResponse', {}, correct.map(valueOf))] : []),
    // The schema knows no mapping of nothing.
    ...(mapping?.entries.length ? [declareMapping(mapping)] : []),
  ]);
}

function declareMapping({ entries, upper, foldCase }: Mapping): XmlElement {
  const caseSensitive = foldCase ? 'false' : undefined;
  return element(
    'mapping',
    { lowerBound: '0', upperBound: String(upper), defaultValue: '0' },
    entries.map(([mapKey, points]) => element('mapEntry', { mapKey, mappedValue: String(points), caseSensitive })),
  );
}

export function valueOf(value: string | number): XmlElement {
  return element('value', {}, [String(value)]);
}

/** Declares an outcome with the value that it has before anything is processed. */
export function declareOutcome(
  identifier: string,
  baseType: 'float' | 'identifier',
  values: readonly (string | number)[],
  more: Readonly<Record<string, string>> = {},
): XmlElement {
  return element(
    'outcomeDeclaration',
    { identifier, cardinality: more['cardinality'] ?? 'single', baseType, ...more },
    [...(values.length ? [element('defaultValue', {}, values.map(valueOf))] : [])],
  );
}
