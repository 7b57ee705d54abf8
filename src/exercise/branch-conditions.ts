import type { Condition } from './branch-play.ts';
import { errorAt, isId, type Item, type ReadContext } from './markdown.ts';

const comparison = /^([a-z][a-z0-9-]*)\s+(at\s+least|below)\s+(\d{1,3})$/u;
const sign = /^([a-z][a-z0-9-]*)\s*(>=|≥|>|<=|≤|<)\s*(\d{1,3})$/u;

/** Words that conditions are written with, which no meter or flag may be called. */
export const conditionWords: readonly string[] = ['not', 'at', 'least', 'below'];

/** Reads what `[if: …]` demands, parted by commas; what cannot be understood is reported and left out. */
export function readConditions(item: Item, context: ReadContext): Condition[] {
  const value = item.marks.get('if');
  if (value === undefined) return [];
  const parts = typeof value === 'string' ? value.split(',').map((part) => part.trim()) : [''];
  return parts.flatMap((part) => {
    const condition = readCondition(part);
    if (condition) return [condition];
    context.report(
      errorAt(item.place, 'condition-form', {
        message: `"${part}" in \`[if: …]\` is no condition that can be tested.`,
        hint:
          meantBySign(part) ?? 'Write `flag`, `not flag`, `meter at least 60` or `meter below 30`, parted by commas.',
      }),
    );
    return [];
  });
}

function readCondition(text: string): Condition | null {
  const [, meter, kind, number] = comparison.exec(text) ?? [];
  if (meter !== undefined) {
    const bound = Number(number);
    if (bound > 100) return null;
    return kind === 'below' ? { meter, below: bound } : { meter, least: bound };
  }
  const [, negation, flag = ''] = /^(not\s+)?(\S+)$/u.exec(text) ?? [];
  return isId(flag) && !conditionWords.includes(flag) ? { flag, set: negation === undefined } : null;
}

function meantBySign(text: string): string | null {
  const [, meter, written, number] = sign.exec(text) ?? [];
  if (meter === undefined || written === undefined) return null;
  const isLeast = written.startsWith('>') || written === '≥';
  const isExact = written === '>=' || written === '≥' || written === '<';
  const meant: Condition = isLeast
    ? { meter, least: Number(number) + (isExact ? 0 : 1) }
    : { meter, below: Number(number) + (isExact ? 0 : 1) };
  return `Signs cannot be told from markup here. Write \`${showConditions([meant])}\`.`;
}

/** Conditions as an author writes them. */
export function showConditions(conditions: readonly Condition[]): string {
  return conditions
    .map((one) => {
      if ('flag' in one) return one.set ? one.flag : `not ${one.flag}`;
      return 'least' in one ? `${one.meter} at least ${one.least}` : `${one.meter} below ${one.below}`;
    })
    .join(', ');
}
