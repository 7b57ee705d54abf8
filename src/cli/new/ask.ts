import { autocomplete, CANCEL_SYMBOL, multiselect, text } from '@clack/prompts';
import type { Readable, Writable } from 'node:stream';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Asks a person at a terminal. Each answer is null where she ends the asking with Escape or Ctrl C. */
export interface Asker {
  text(
    question: string,
    options: { readonly initial: string; faultOf(answer: string): string | null },
  ): Promise<string | null>;
  choose(question: string, choices: readonly Choice[], initial: string): Promise<string | null>;
  chooseSeveral(question: string, choices: readonly Choice[]): Promise<readonly string[] | null>;
}

const shownAtOnce = 12;

export function createAsker(streams: { readonly input: Readable; readonly output: Writable }): Asker {
  const orNull = <Answer>(answer: Answer | typeof CANCEL_SYMBOL): Answer | null =>
    answer === CANCEL_SYMBOL ? null : answer;
  return {
    text: async (message, { initial, faultOf }) =>
      orNull(
        await text({
          ...streams,
          message,
          initialValue: initial,
          validate: (answer) => faultOf((answer ?? '').trim()) ?? undefined,
        }),
      ),
    choose: async (message, choices, initialValue) =>
      orNull(
        await autocomplete<string>({ ...streams, message, options: [...choices], initialValue, maxItems: shownAtOnce }),
      ),
    chooseSeveral: async (message, choices) =>
      orNull(
        await multiselect<string>({
          ...streams,
          message,
          options: [...choices],
          required: true,
          maxItems: shownAtOnce,
        }),
      ),
  };
}
