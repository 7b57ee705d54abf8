import { parseResults, resultsKey } from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';

/** Tells the first answer that is given to an exercise in a review from now on. Gives back how to stop. */
export function watchAnswer(fullId: string, tell: (outcome: 'right' | 'missed') => void): () => void {
  const from = Date.now();
  return browserRecord.watch(resultsKey(fullId), (_, json) => {
    const first = parseResults(json).find(({ at, review, try: count }) => review && count === 1 && at >= from);
    if (first) tell(first.correct ? 'right' : 'missed');
  });
}
