/**
 * Keeps the answer to one question about each thing that it was asked about, as long as all else that the answer
 * depends on is the same. What is no longer there is forgotten.
 */
export type Keep<About extends object, Answer> = (about: About, context: unknown, work: () => Answer) => Answer;

export function createKeep<About extends object, Answer>(): Keep<About, Answer> {
  const kept = new WeakMap<About, { readonly context: unknown; readonly answer: Answer }>();
  return (about, context, work) => {
    const known = kept.get(about);
    if (known && known.context === context) return known.answer;
    const answer = work();
    kept.set(about, { context, answer });
    return answer;
  };
}

/** Keeps the last answer as long as each thing that it was worked out from is the same. */
export function createKeepLast<Answer>(): (from: readonly unknown[], work: () => Answer) => Answer {
  let last: { readonly from: readonly unknown[]; readonly answer: Answer } | null = null;
  return (from, work) => {
    const isSame = last?.from.length === from.length && last.from.every((thing, index) => thing === from[index]);
    if (!last || !isSame) last = { from, answer: work() };
    return last.answer;
  };
}
