import { suggestName } from '#problem';
import { errorAt, type Item, type ReadContext } from './markdown.ts';

/** Reports marks, check boxes and reasons that say nothing at the place where they stand. */
export function reportMisplaced(
  items: readonly Item[],
  { what, marks, reason }: { readonly what: string; readonly marks: readonly string[]; readonly reason: boolean },
  context: ReadContext,
): void {
  const takes = marks.length ? `takes ${marks.map((mark) => `\`[${mark}]\``).join(', ')}` : 'takes no marks';
  for (const item of items) {
    for (const name of item.marks.keys()) {
      if (marks.includes(name)) continue;
      context.report(
        errorAt(item.place, 'mark-misplaced', {
          message: `The mark \`[${name}]\` means nothing here: a ${what} ${takes}.`,
          hint: `Take \`[${name}]\` away, or move it (indented by two spaces or more) to the item that it is meant for.`,
        }),
      );
    }
    if (item.checked !== null) reportStray(item, 'check box', what, context);
    if (item.reason?.text && !reason) reportStray(item, 'reason', what, context);
  }
}

function reportStray(item: Item, stray: string, what: string, context: ReadContext): void {
  context.report(
    errorAt(item.place, 'exercise-stray-content', {
      message: `Here stands a ${stray}, which a ${what} does not have, so nobody would ever see it.`,
      hint: `Take the ${stray} away from ${nameOf(item)}, or move it to the item that it is meant for.`,
    }),
  );
}

/** What a mark may hold: a whole number within bounds. */
export interface NumberForm {
  readonly least: number;
  readonly most: number;
  /** Something that could stand there, for the mend. */
  readonly example: string;
  readonly required?: true;
}

/** The whole number that a mark holds; null where there is none, or none that it may hold, which is reported. */
export function readNumberMark(item: Item, name: string, form: NumberForm, context: ReadContext): number | null {
  const value = item.marks.get(name);
  if (value === undefined) {
    if (form.required) reportMissingMark(item, name, form.example, context);
    return null;
  }
  const number = typeof value === 'string' && /^[+-]?\d{1,6}$/u.test(value) ? Number(value) : NaN;
  if (number >= form.least && number <= form.most) return number;
  const { least, most } = form;
  const wanted = `a whole number from ${least} to ${most}`;
  reportMarkValue(item, { name, wanted, example: form.example }, context);
  return null;
}

/** The ids that a mark holds, parted by spaces or commas; one that is not among the known is reported and left out. */
export function readIdsMark(
  item: Item,
  name: string,
  { known, what, rule }: { readonly known: readonly string[]; readonly what: string; readonly rule: string },
  context: ReadContext,
): readonly string[] {
  const value = item.marks.get(name);
  if (value === undefined) return [];
  const ids = typeof value === 'string' ? value.split(/[\s,]+/u).filter(Boolean) : [];
  if (!ids.length) reportMarkValue(item, { name, wanted: `the id of ${what}`, example: known[0] ?? 'an-id' }, context);
  return [...new Set(ids)].filter((id) => {
    if (known.includes(id)) return true;
    context.report(
      errorAt(item.place, rule, {
        message: `\`[${name}: ${value}]\` names "${id}", which is not ${what} of this exercise.`,
        hint: nearOrKnown(id, known, (one) => `\`[${name}: ${one}]\``),
      }),
    );
    return false;
  });
}

/** A mend that names what was probably meant, or all that could have been. */
export function nearOrKnown(given: string, known: readonly string[], show: (id: string) => string): string {
  const near = suggestName(given, known);
  if (near !== null) return `Did you mean ${show(near)}?`;
  return known.length ? `Known are: ${known.join(', ')}.` : 'None is known so far: write it first, with its id.';
}

/** An item as its author knows it again. */
function nameOf({ id, content }: Item): string {
  return id === null ? `"${content.text}"` : `\`[${id}]\``;
}

/** Reports an item without a mark that it must have. */
export function reportMissingMark(item: Item, name: string, example: string, context: ReadContext): void {
  context.report(
    errorAt(item.place, 'mark-missing', {
      message: `${nameOf(item)} lacks the mark \`[${name}]\`, without which it cannot be used.`,
      hint: `Write it after the id: \`[${item.id ?? 'an-id'}] [${name}: ${example}]\`.`,
    }),
  );
}

/** Reports a mark whose value has another form than the one wanted. */
export function reportMarkValue(
  item: Item,
  { name, wanted, example }: { readonly name: string; readonly wanted: string; readonly example: string },
  context: ReadContext,
): void {
  const value = item.marks.get(name);
  const given = typeof value === 'string' ? `\`[${name}: ${value}]\`` : `\`[${name}]\``;
  context.report(
    errorAt(item.place, 'mark-value', {
      message: `The mark \`[${name}]\` needs ${wanted}, and here stands ${given}.`,
      hint: example ? `Write for example \`[${name}: ${example}]\`.` : `Write \`[${name}]\`.`,
    }),
  );
}

/** Whether a mark that takes no value stands there. */
export function readFlagMark(item: Item, name: string, context: ReadContext): boolean {
  const value = item.marks.get(name);
  if (typeof value === 'string') reportMarkValue(item, { name, wanted: 'no value', example: '' }, context);
  return value !== undefined;
}
