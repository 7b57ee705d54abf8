import { errorAt, type Item, type ReadContext } from './markdown.ts';

/** What a mark that holds a whole number may hold. */
export interface NumberMark {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Where the mark may be left out. */
  readonly unlessSaid?: number;
}

/** The whole number that an item's mark holds; one that is missing, or no such number, is reported and null. */
export function readNumberMark(item: Item, { name, min, max, unlessSaid }: NumberMark, context: ReadContext) {
  const value = item.marks.get(name);
  if (value === undefined && unlessSaid !== undefined) return unlessSaid;
  if (value === undefined) {
    context.report(
      errorAt(item.place, 'mark-missing', {
        message: `"${item.content.text || item.id}" has no \`[${name}: …]\`, without which it cannot be graded.`,
        hint: `Write after its id \`[${name}: n]\`, where n is a whole number from ${min} to ${max}.`,
      }),
    );
    return null;
  }
  const number = typeof value === 'string' ? readWhole(value) : null;
  if (number !== null && number >= min && number <= max) return number;
  context.report(
    errorAt(item.place, 'mark-value', {
      message: `\`[${name}: …]\` holds a whole number from ${min} to ${max}, not "${value === true ? '' : value}".`,
      hint: `Write for example \`[${name}: ${max}]\`.`,
    }),
  );
  return null;
}

/** A whole number as authors write it and learners' answers hold it: digits, at most six, with a minus where there is one. */
export function readWhole(text: string): number | null {
  return /^-?\d{1,6}$/u.test(text) ? Number(text) : null;
}
