import type { BlockList } from './block.ts';
import { errorAt, type Item, type ReadContext } from './markdown.ts';
import type { Option, Part, RichText } from './model.ts';
import { readOption, reportInnerLists, reportTooFew } from './options.ts';
import { asList, type Response } from './response.ts';

// A simulation is answered by what the learner does in it: a record of moves such as `open:register` or `tool:crop`, in
// the order in which they were made, and a verdict at the end.

/** A move as it is recorded. */
export function moveOf(kind: string, id: string): string {
  return `${kind}:${id}`;
}

/** Ids of the parts that moves of one kind were made on, each once, in the order of the first move. */
export function movesOf(response: Response | null, kind: string, parts: readonly Part[]): string[] {
  const known = new Map(parts.map(({ id }) => [moveOf(kind, id), id]));
  return [...new Set(asList(response).flatMap((move) => known.get(move) ?? []))];
}

/** The verdict that was given last; null before there is one. */
export function verdictOf(response: Response | null, verdicts: readonly Part[]): string | null {
  return movesOf([...asList(response)].reverse(), 'verdict', verdicts)[0] ?? null;
}

export interface Verdicts {
  readonly verdicts: readonly Option[];
  /** Id of the right one. */
  readonly key: string;
}

/** Reads the list of verdicts, of which one is right. */
export function readVerdicts({ items, place }: BlockList, context: ReadContext): Verdicts {
  reportInnerLists(items, context);
  reportMisplacedMarks(items, [], context);
  reportTooFew(items, 2, 'verdicts', context);
  const right = items.filter((item) => item.checked);
  if (right.length !== 1) {
    context.report(
      errorAt(right[1]?.place ?? place, right.length ? 'several-correct-options' : 'no-correct-option', {
        message: right.length
          ? `${right.length} verdicts are marked as right, but only one can be given.`
          : 'No verdict is marked as right, so nobody could reach one.',
        hint: 'Write `[x]` before the right verdict and `[ ]` before the others.',
      }),
    );
  }
  return { verdicts: items.map((item) => readOption(item, context)), key: right[0]?.id ?? '' };
}

/** Reads what is found in a part: the items of the list inside it, which are plain text. */
export function readLines(item: Item, context: ReadContext): RichText[] {
  reportInnerLists(item.items, context);
  for (const line of item.items) {
    if (line.id === null && !line.reason && line.checked === null) continue;
    context.report(
      errorAt(line.place, 'exercise-stray-content', {
        message: 'What is read inside an item is plain text: it carries no id, no box and no reason.',
        hint: 'Write it as `- Text`, and the reason as `> …` below the item that it stands in.',
      }),
    );
  }
  return item.items.map(({ content }) => content).filter(({ text }) => text);
}

/** Reports marks on items that cannot have them; `known` are those they can. */
export function reportMisplacedMarks(items: readonly Item[], known: readonly string[], context: ReadContext): void {
  for (const item of items) {
    for (const name of item.marks.keys()) {
      if (known.includes(name)) continue;
      context.report(
        errorAt(item.place, 'mark-misplaced', {
          message: `The mark \`[${name}]\` says nothing about "${item.content.text || (item.id ?? '')}".`,
          hint: known.length
            ? `Remove it; marks of this item are ${known.map((mark) => `\`[${mark}]\``).join(', ')}.`
            : 'Remove it; this item has no marks.',
        }),
      );
    }
  }
}

/** Reports boxes on items that are not answers. */
export function reportBoxes(items: readonly Item[], what: string, context: ReadContext): void {
  for (const item of items) {
    if (item.checked === null) continue;
    context.report(
      errorAt(item.place, 'box-misplaced', {
        message: `"${item.content.text || (item.id ?? '')}" is ${what} and no answer, so it is neither right nor wrong.`,
        hint: 'Remove the box: write `- [an-id] …` in place of `- [x] [an-id] …`.',
      }),
    );
  }
}
