import type { ContentReading } from '#course';
import { createUsageFault } from '../command.ts';
import type { Asker } from './ask.ts';
import type { Answers, Field } from './field.ts';

/** Thrown by nobody: what is given back where a person has ended the asking. */
export const ended = Symbol('ended');

/**
 * Everything that the fields ask for, from the options of a call and, where there is somebody to ask, from her.
 *
 * @param asker null where nobody can be asked
 * @throws a usage fault that names what is missing or wrong
 */
export async function gatherAnswers(
  fields: readonly Field[],
  given: Answers,
  { reading, asker }: { readonly reading: ContentReading; readonly asker: Asker | null },
): Promise<Answers | typeof ended> {
  let answers: Answers = {};
  const missing: Field[] = [];
  for (const field of fields) {
    const said = given[field.flag];
    const answer =
      said ??
      (asker && !field.unasked ? await ask(field, answers, { reading, asker }) : assume(field, answers, reading));
    if (answer === null) return ended;
    for (const one of typeof answer === 'object' ? answer : [answer]) checkAnswer(field, one);
    answers = { ...answers, [field.flag]: answer };
    if (field.required && !answer?.length) missing.push(field);
  }
  if (!missing.length) return answers;
  const lines = missing.map(({ flag, about }) => `  --${flag}  ${about}`);
  throw createUsageFault(`Something is missing, and there is no terminal to ask at. Add:\n\n${lines.join('\n')}`);
}

function checkAnswer({ flag, faultOf }: Field, answer: string | undefined): void {
  const fault = answer ? faultOf?.(answer) : null;
  if (fault) throw createUsageFault(`--${flag}: ${fault}`);
}

function assume(field: Field, answers: Answers, reading: ContentReading): string | readonly string[] | undefined {
  const initial = field.initial?.(answers, reading) ?? undefined;
  return field.list ? (initial === undefined ? [] : [initial]) : initial;
}

async function ask(
  field: Field,
  answers: Answers,
  { reading, asker }: { readonly reading: ContentReading; readonly asker: Asker },
): Promise<string | readonly string[] | null> {
  const choices = field.choices?.(answers, reading) ?? [];
  if (choices.length && field.list) return asker.chooseSeveral(field.question, choices);
  if (choices.length)
    return asker.choose(field.question, choices, field.initial?.(answers, reading) ?? choices[0]?.value ?? '');
  const answer = await asker.text(field.required ? field.question : `${field.question} (may stay empty)`, {
    initial: field.initial?.(answers, reading) ?? '',
    faultOf: (text) => {
      if (text) return field.faultOf?.(text) ?? null;
      return field.required ? 'Nothing can be made without it.' : null;
    },
  });
  if (answer === null) return null;
  const text = answer.trim();
  return field.list ? (text ? [text] : []) : text;
}
