import {
  asRecord,
  isMarked,
  judgeSpans,
  soughtGroups,
  type AttemptState,
  type GroupedSpan,
  type Response,
  type SpanGroups,
  type SpanVerdict,
} from '#exercise';
import type { Labels, Lean } from '../view/exercise-props.ts';
import type { Gap } from './attempt.svelte.ts';
import { fill, textOf, type Mark } from './feedback.ts';
import type { IslandWords } from './words.ts';

export interface SpanWords {
  readonly words: IslandWords;
  readonly labels: Labels<'highlight'>['labels'];
}

const marks: Readonly<Record<SpanVerdict, Mark | null>> = {
  named: 'right',
  misnamed: 'wrong',
  missed: 'missed',
  excess: 'wrong',
  // Harmless and left alone: there is nothing to mark.
  left: null,
};

/** What is said of a span: while it is answered nothing, after a try about marked spans only, and all at the end. */
export function viewSpan(
  span: Lean<GroupedSpan>,
  verdict: SpanVerdict,
  { groups, phase }: { readonly groups: Lean<SpanGroups>['groups']; readonly phase: AttemptState['phase'] },
  { words, labels }: SpanWords,
) {
  const isDone = phase === 'right' || phase === 'shown';
  const isTold = isDone || (phase === 'tried' && isMarked(verdict));
  const names = { misnamed: labels.misnamed, excess: labels.unneeded, missed: words['marks.missed'] };
  const group = groups.find(({ id }) => id === span.group)?.content ?? '';
  return {
    mark: isTold ? marks[verdict] : null,
    label: verdict === 'named' || verdict === 'left' ? words['marks.right'] : names[verdict],
    correction: isDone && verdict !== 'named' ? fill(words['marks.belongs'], { group: textOf(group) }) : null,
    reason: isDone || (isTold && verdict === 'named') ? span.reason : null,
  };
}

/** What keeps marks from being checked: there are none, or one has no name yet. */
export function gapOfSpans(exercise: Lean<SpanGroups>, response: Response | null): Gap | null {
  const given = asRecord(response);
  const marked = [...judgeSpans(exercise, response)].filter(([, verdict]) => isMarked(verdict));
  return marked.length ? (marked.every(([id]) => given[id]) ? null : 'incomplete') : 'empty';
}

/** The sentences of a wrong answer, which say apart what was found, named and marked without need; null for any other. */
export function outcomeOfSpans(
  exercise: Lean<SpanGroups> & { readonly attempts: number },
  { phase, used, response }: AttemptState,
  { words, labels }: SpanWords,
): string[] | null {
  if (phase !== 'tried' && (phase !== 'shown' || used < exercise.attempts)) return null;
  const verdicts = [...judgeSpans(exercise, response).values()];
  const count = (...wanted: SpanVerdict[]) => verdicts.filter((verdict) => wanted.includes(verdict)).length;
  const excess = count('excess');
  return [
    words.wrong,
    fill(labels.found, { count: count('named', 'misnamed'), total: count('named', 'misnamed', 'missed') }),
    ...(soughtGroups(exercise.groups).length > 1 ? [fill(labels.named, { count: count('named') })] : []),
    ...(excess ? [fill(labels.excess, { count: excess })] : []),
  ];
}
