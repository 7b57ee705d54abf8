import type { ScaleForm } from '../question.ts';
import { element, type XmlElement } from '../xml.ts';
import { feedbackId, responseId, solution, solutionId } from './declarations.ts';

const variable = (identifier: string) => element('variable', { identifier });
const base = (baseType: string, value: string | number) => element('baseValue', { baseType }, [String(value)]);
const set = (identifier: string, value: XmlElement) => element('setOutcomeValue', { identifier }, [value]);

/** The rules of the standard template `match_correct`, which give one point for the right answer. */
export function matchCorrect(): XmlElement {
  return element('responseCondition', {}, [
    element('responseIf', {}, [
      element('match', {}, [variable(responseId), element('correct', { identifier: responseId })]),
      set('SCORE', base('float', 1)),
    ]),
    element('responseElse', {}, [set('SCORE', base('float', 0))]),
  ]);
}

/** The rules of the standard template `map_response`, which add up what the answers are worth. */
export function mapResponse(): XmlElement {
  return element('responseCondition', {}, [
    element('responseIf', {}, [element('isNull', {}, [variable(responseId)]), set('SCORE', base('float', 0))]),
    element('responseElse', {}, [set('SCORE', element('mapResponse', { identifier: responseId }))]),
  ]);
}

/** The rules of a standard template. */
export function rulesOf(template: 'match_correct' | 'map_response'): XmlElement {
  return template === 'match_correct' ? matchCorrect() : mapResponse();
}

/** Shows the feedback of each answer that was given: feedbacks go by the identifiers of answers. */
export function showAnswers(): XmlElement {
  const isGiven = element('not', {}, [element('isNull', {}, [variable(responseId)])]);
  return element('responseCondition', {}, [
    element('responseIf', {}, [isGiven, set(feedbackId, variable(responseId))]),
  ]);
}

/** Shows the solution, whatever was answered. */
export function showSolution(): XmlElement {
  return set(solutionId, base('identifier', solution));
}

/** Shows one feedback where a condition holds, another where none does. */
export function showOne(cases: readonly { readonly when: XmlElement; readonly feedback: string }[], otherwise: string) {
  const [first, ...others] = cases.map(({ when, feedback }) => [when, set(feedbackId, base('identifier', feedback))]);
  const last = set(feedbackId, base('identifier', otherwise));
  if (!first) return last;
  return element('responseCondition', {}, [
    element('responseIf', {}, first),
    ...others.map((rules) => element('responseElseIf', {}, rules)),
    element('responseElse', {}, [last]),
  ]);
}

/** True where the response is one of these words, whatever its capitals. */
export function isAnyOf(words: readonly string[]): XmlElement {
  const tests = words.map((word) =>
    element('stringMatch', { caseSensitive: 'false', substring: 'false' }, [
      variable(responseId),
      base('string', word),
    ]),
  );
  const [only] = tests;
  return tests.length === 1 && only ? only : element('or', {}, tests);
}

/** Points that fall evenly from the target to the ends of the scale, and the feedback of the stretch. */
export function scoreScale({ min, max }: ScaleForm, { from, to }: { from: number; to: number }): XmlElement {
  const number = (value: number) => base('float', value);
  const share = (over: XmlElement[], of: number) => element('divide', {}, [element('subtract', {}, over), number(of)]);
  const response = variable(responseId);
  const give = (score: XmlElement, band: string) => [set('SCORE', score), set(feedbackId, base('identifier', band))];
  return element('responseCondition', {}, [
    element('responseIf', {}, [element('isNull', {}, [response]), set('SCORE', number(0))]),
    element('responseElseIf', {}, [
      element('lt', {}, [response, base('integer', from)]),
      ...give(share([response, number(min)], from - min), 'below'),
    ]),
    element('responseElseIf', {}, [
      element('gt', {}, [response, base('integer', to)]),
      ...give(share([number(max), response], max - to), 'above'),
    ]),
    element('responseElse', {}, give(number(1), 'within')),
  ]);
}
