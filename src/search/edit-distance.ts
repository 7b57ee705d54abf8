/**
 * How many edits make one word of another: a letter put in, left out, or replaced, or two neighbours swapped (optimal
 * string alignment). Counts no further than `limit`; more is `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  return Math.min(lastRow(a, b, limit)[b.length] ?? limit + 1, limit + 1);
}

/** How many edits make the first word of the beginning of the second that is most like it; counted as far. */
export function beginningDistance(a: string, b: string, limit: number): number {
  return Math.min(...lastRow(a, b.slice(0, a.length + limit), limit), limit + 1);
}

/** The distances of the first word from each beginning of the second; nothing where all are beyond the limit. */
function lastRow(a: string, b: string, limit: number): number[] {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      now.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return [];
    [beforeLast, last] = [last, now];
  }
  return last;
}
