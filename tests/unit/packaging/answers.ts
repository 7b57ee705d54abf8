import { asList, asRecord, asText, type Exercise, type Response } from '#exercise';
import type { Question } from '#packaging';
import fc from 'fast-check';

/** What a learner has given to a question of a bank. */
export interface Given {
  /** Ids of answers, or the text or number that was typed. */
  readonly values: readonly string[];
  /** Target by stem. */
  readonly pairs: Readonly<Record<string, string>>;
}

/** A response of ours as it would be given to a question. */
export function give({ form }: Question, response: Response): Given {
  if (form.kind === 'match') {
    const known = Object.entries(asRecord(response)).filter(
      ([stem, target]) => form.stems.some(({ id }) => id === stem) && form.targets.some(({ id }) => id === target),
    );
    return { values: [], pairs: Object.fromEntries(known) };
  }
  const text = asText(response);
  const marked = form.kind === 'hottext' ? Object.keys(asRecord(response)) : asList(response);
  return { values: text === '' ? marked : [text], pairs: {} };
}

/** Kinds whose questions mark any answer as we do, whatever the share of the points. */
export const alike: readonly Exercise['type'][] = [
  'choice',
  'verdict',
  'headline-sort',
  'checklist',
  'triage',
  'audience-map',
  'match',
  'categorise',
  'gap',
];

/** Answers that could be given to a question, rightly and wrongly. */
export function responsesTo({ form }: Question): fc.Arbitrary<Response> {
  if (form.kind === 'match') {
    const target = fc.constantFrom(...form.targets.map(({ id }) => id));
    return fc
      .array(fc.option(target, { nil: '' }), { minLength: form.stems.length, maxLength: form.stems.length })
      .map((targets) =>
        Object.fromEntries(form.stems.flatMap(({ id }, at) => (targets[at] ? [[id, targets[at]]] : []))),
      );
  }
  if (form.kind === 'choice') {
    const ids = form.options.map(({ id }) => id);
    return form.many ? fc.subarray(ids) : fc.constantFrom(...ids).map((id) => [id]);
  }
  if (form.kind === 'hottext') {
    return fc.subarray(form.options.map(({ id }) => id)).map((ids) => Object.fromEntries(ids.map((id) => [id, ''])));
  }
  if (form.kind === 'scale') {
    const places = (form.max - form.min) / form.step;
    return fc.integer({ min: 0, max: places }).map((place) => String(form.min + place * form.step));
  }
  if (form.kind === 'short-text') {
    const wrong = form.foreseen.flatMap(({ answers }) => answers);
    return fc.constantFrom(...form.accepted, ...wrong, 'бөлек сөз');
  }
  return fc.constant('');
}

/** The response as the exercise itself takes it: a verdict is a word, not a list. */
export function asOurs(exercise: Exercise, response: Response): Response {
  return exercise.type === 'verdict' && Array.isArray(response) ? String(response[0] ?? '') : response;
}
