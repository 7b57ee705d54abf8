/** A text of GIFT with the format in which it is written. */
export interface GiftText {
  readonly format: 'moodle' | 'html' | 'markdown' | 'plain';
  readonly text: string;
}

/** An answer to choose or to write, with the percentage that it earns; null where none is named. */
export interface GiftAnswer {
  /** Written with `=`, which marks what is right. */
  readonly right: boolean;
  readonly percent: number | null;
  readonly text: GiftText;
  readonly feedback: GiftText | null;
}

/** A number or a stretch of numbers; null stands for every other number. */
export interface GiftNumber {
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly right: boolean;
  readonly percent: number | null;
  readonly feedback: GiftText | null;
}

interface GiftBase {
  readonly stem: GiftText;
  readonly general: GiftText | null;
}

/** A question as a parser of GIFT reads it. */
export type GiftQuestion =
  | { readonly type: 'category'; readonly path: string }
  | (GiftBase & { readonly type: 'description' })
  | (GiftBase & { readonly type: 'essay' })
  | (GiftBase & { readonly type: 'choice'; readonly answers: readonly GiftAnswer[] })
  | (GiftBase & { readonly type: 'short'; readonly answers: readonly GiftAnswer[] })
  | (GiftBase & { readonly type: 'number'; readonly answers: readonly GiftNumber[] })
  /** Steps as they are to stand: Moodle's own addition to the format. */
  | (GiftBase & { readonly type: 'order'; readonly steps: readonly GiftText[] })
  | (GiftBase & {
      readonly type: 'match';
      readonly pairs: readonly { readonly stem: GiftText; readonly target: string }[];
    })
  | (GiftBase & {
      readonly type: 'verdict';
      readonly isTrue: boolean;
      readonly whenWrong: GiftText | null;
      readonly whenRight: GiftText | null;
    });

/** The questions of a block between empty lines, or why and in which of its lines it cannot be read. */
export type GiftParser = (
  block: string,
) => { readonly questions: readonly GiftQuestion[] } | { readonly fault: string; readonly line: number };
