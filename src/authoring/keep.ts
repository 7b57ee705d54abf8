/**
 * Keeps the answer to one question about each thing that it was asked about, as long as all else that the answer
 * depends on is the same. What is no longer there is forgotten.
 */
export type Keep<About extends object, Answer> = (about: About, context: string, work: () => Answer) => Answer;

export function createKeep<About extends object, Answer>(): Keep<About, Answer> {
  const kept = new WeakMap<About, { readonly context: string; readonly answer: Answer }>();
  return (about, context, work) => {
    const known = kept.get(about);
    if (known?.context === context) return known.answer;
    const answer = work();
    kept.set(about, { context, answer });
    return answer;
  };
}
