import { foldAnswer, type Locale } from '#language';
import { nameId } from '../name-id.ts';
import { fillMark } from '../create/fill.ts';
import { asInline, imagesIn, textNode, wordsOf, type FoundExercise, type FoundItem, type Markdown } from './found.ts';

/** What every question has, whatever its format. */
export interface Question {
  /** Blocks. */
  readonly prompt: Markdown;
  readonly hints: readonly string[];
  /** What is read after the answer: blocks; empty where there is nothing. */
  readonly closing: Markdown;
}

export interface Answer {
  /** Blocks. */
  readonly content: Markdown;
  readonly reason: Markdown;
  readonly right: boolean;
}

/** An exercise, or why none can be made of the question. */
export type Made = FoundExercise | string;

/** Ids for parts from their words, each of its own. */
export function nameParts(locale: Locale, parts: readonly Markdown[], fallback: string): string[] {
  const taken = new Set<string>();
  return parts.map((part) => {
    const words = wordsOf(part) || (imagesIn(part)[0]?.alt ?? '');
    const id = nameId({ locale, text: words }, { taken, fallback });
    taken.add(id);
    return id;
  });
}

const blank = { flags: [], attributes: {}, passage: [], ordered: false } as const;

/** An exercise with what every question has. */
export function withBase(
  { prompt, hints, closing }: Question,
  parts: Partial<FoundExercise> & Pick<FoundExercise, 'component' | 'items'>,
): FoundExercise {
  return { ...blank, prompt, hints, closing: closing.length ? closing : null, ...parts };
}

/** One or several right answers to choose. */
export function makeChoice(
  question: Question,
  answers: readonly Answer[],
  { locale, many }: { locale: Locale; many: boolean },
): Made {
  const options = answers.filter(({ content }) => isFilled(content));
  if (options.length < 2) return 'it has fewer than two answers with words';
  const right = options.filter((answer) => answer.right).length;
  if (!right) return 'no answer is right';
  const words = options.map(({ content }) => wordsOf(content)).filter(Boolean);
  if (new Set(words).size < words.length) return 'two of its answers read the same';
  const ids = nameParts(
    locale,
    options.map(({ content }) => content),
    'option',
  );
  return withBase(question, {
    component: 'Choice',
    flags: many || right > 1 ? ['many'] : [],
    items: options.map(({ content, reason, right: checked }, index) =>
      item(ids[index] ?? '', checked, content, reason),
    ),
  });
}

/** An item; one of a picture alone has words in its place. */
export function item(
  id: string | null,
  checked: boolean | null,
  content: Markdown,
  reason: Markdown | null,
): FoundItem {
  const [image] = wordsOf(content) ? [] : imagesIn(content);
  // A picture cannot be an answer; what it shows can.
  const words = image ? [textNode(image.alt.trim() || `${fillMark} Say what the picture shows`)] : [];
  return { id, checked, content: [...words, ...asInline(content)], reason };
}

export function isFilled(content: Markdown): boolean {
  return wordsOf(content) !== '' || imagesIn(content).length > 0;
}

/** Is it so? */
export function makeVerdict(
  question: Question,
  {
    isTrue,
    reasons,
    labels,
  }: {
    isTrue: boolean;
    reasons: Readonly<Record<'true' | 'false', Markdown>>;
    labels?: Readonly<Record<'true' | 'false', Markdown>>;
  },
): Made {
  const words = labels ?? { true: [], false: [] };
  return withBase(question, {
    component: 'Verdict',
    items: [item('true', isTrue, words.true, reasons.true), item('false', !isTrue, words.false, reasons.false)],
  });
}

export interface TypedAnswer {
  readonly text: string;
  readonly right: boolean;
  readonly reason: Markdown;
}

/** Words to write. Spellings that are forgiven anyway are one answer. */
export function makeShortAnswer(
  question: Question,
  answers: readonly TypedAnswer[],
  { locale, otherwise }: { locale: Locale; otherwise: Markdown },
): Made {
  const seen = new Set<string>();
  const single = answers.filter(({ text }) => {
    // Banks list an answer with every sign that a keyboard has for an apostrophe.
    const folded = foldAnswer(locale, text.replace(/[‘’ʻʼ`´]/gu, "'"));
    if (!folded || seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
  const right = single.filter((answer) => answer.right);
  if (!right.length) return 'no answer is accepted';
  const wrong = single.filter((answer) => !answer.right);
  const reason = right.find((answer) => answer.reason.length)?.reason ?? [];
  const typed = (text: string): Markdown => [{ type: 'text', value: text }];
  return withBase(
    { ...question, closing: [] },
    {
      component: 'ShortAnswer',
      items: [
        ...right.map(({ text }, index) =>
          item(null, true, typed(text), index ? null : [...reason, ...question.closing]),
        ),
        ...wrong.map((answer) => item(null, false, typed(answer.text), answer.reason)),
      ],
      closing: otherwise,
    },
  );
}

export interface ScaleParts {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly from: number;
  readonly to: number;
  readonly reasons: Readonly<Record<'within' | 'below' | 'above', Markdown>>;
}

/** An estimate on a scale of whole numbers. */
export function makeRate(question: Question, { min, max, step, from, to, reasons }: ScaleParts): Made {
  const band = (id: string, reason: Markdown, wanted: string, marks?: string): FoundItem => ({
    ...item(id, null, [], reason),
    wanted,
    ...(marks ? { marks } : {}),
  });
  return withBase(question, {
    component: 'Rate',
    attributes: { min: String(min), max: String(max), step: String(step) },
    items: [
      band('within', reasons.within, 'Say what a good estimate goes by.', `[from: ${from}] [to: ${to}]`),
      ...(from > min ? [band('below', reasons.below, 'Say to whoever estimates less what to look at.')] : []),
      ...(to < max ? [band('above', reasons.above, 'Say to whoever estimates more what to look at.')] : []),
    ],
  });
}

/** A text of one's own; what a good one has is still to be said. */
export function makeReflect(question: Question, model: Markdown, fill: (wanted: string) => Markdown): FoundExercise {
  const part = (id: string, wanted: string) => item(id, null, fill(wanted), null);
  return withBase(question, {
    component: 'Reflect',
    items: [
      {
        ...part('first-point', 'Say by what the text is rated.'),
        items: [part('not-yet', 'What a weak text does.'), part('fully', 'What a good text does.')],
      },
    ],
    closing: [...model, ...question.closing].length ? [...model, ...question.closing] : fill('Write a model answer.'),
  });
}
