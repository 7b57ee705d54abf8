import { createEmptyCard, fsrs, Rating, State, type Grade } from 'ts-fsrs';
import type { ReviewCard } from './card-entry.ts';
import { dayOf, startOf } from './epoch-day.ts';
import { basisOf, isRight, longestInterval, restsOn, reviewsOf, type ReviewBasis } from './review-basis.ts';
import type { Result } from './add-result.ts';

/**
 * FSRS 6 with its own weights. Without short-term steps: a course is visited by the day, and steps of minutes would have
 * everything come back at once. Without chance in the intervals: two devices with the same results have the same cards.
 */
const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: longestInterval,
  enable_short_term: false,
  enable_fuzz: false,
});

/** What the first answers of one day came to. */
interface ReviewDay {
  readonly day: number;
  readonly grade: Exclude<Grade, Rating.Easy>;
  readonly certain: boolean;
  /** Not right, and given as certain: what is then explained is remembered best when it is asked again at once. */
  readonly surprised: boolean;
}

/**
 * The card of an exercise by its results; null while it has none.
 *
 * The first answer of each round is a review; further tries of the round, made with the reasons on the screen, are none.
 * Of several reviews in one day the worst counts: starting again at once tells nothing about memory. Results from the
 * future, of a clock that was wrong, count for nothing until their day has come.
 *
 * @param results the oldest first
 * @param now in milliseconds since 1970
 * @param kept the card as it was stored; where it rests on the beginning of these results, only the rest is replayed
 */
export function scheduleCard(
  results: readonly Result[],
  now: number,
  kept: ReviewCard | null = null,
): ReviewCard | null {
  const reviews = reviewsOf(results, now);
  const basis = basisOf(reviews);
  if (!basis) return null;
  if (kept && restsOn(kept, basis)) return kept;
  const newer = kept ? reviews.filter(({ at }) => at > kept.basis.through) : reviews;
  const older = basisOf(reviews.slice(0, reviews.length - newer.length));
  const goesOn =
    kept && older && restsOn(kept, older) && newer.every(({ at }) => dayOf(at) > dayOf(kept.basis.through));
  const memory = daysOf(goesOn ? newer : reviews).reduce(review, goesOn ? memoryOf(kept) : null);
  return memory && cardOf(memory, basis);
}

type Memory = Omit<ReviewCard, 'basis'> & { readonly reviewed: number };

function memoryOf({ basis, ...card }: ReviewCard): Memory {
  return { ...card, reviewed: dayOf(basis.through) };
}

function cardOf({ due, stability, difficulty, lapses, certain }: Memory, basis: ReviewBasis): ReviewCard {
  return { due, stability, difficulty, lapses, certain, basis };
}

function daysOf(reviews: readonly Result[]): ReviewDay[] {
  const days = new Map<number, ReviewDay>();
  for (const result of reviews) {
    const own = gradeOf(result);
    const before = days.get(own.day);
    const worst = before && {
      day: own.day,
      grade: Math.min(before.grade, own.grade) as ReviewDay['grade'],
      certain: before.certain && own.certain,
      surprised: before.surprised || own.surprised,
    };
    days.set(own.day, worst ?? own);
  }
  return [...days.values()];
}

function gradeOf(result: Result): ReviewDay {
  const { at, confidence, hints } = result;
  const right = isRight(result);
  const unsure = confidence === 1 || hints > 0;
  return {
    day: dayOf(at),
    grade: !right ? Rating.Again : unsure ? Rating.Hard : Rating.Good,
    certain: right && confidence === 3 && hints === 0,
    surprised: !right && confidence === 3,
  };
}

function review(before: Memory | null, { day, grade, certain, surprised }: ReviewDay): Memory {
  const at = new Date(startOf(day));
  const known = before && {
    ...createEmptyCard(at),
    state: State.Review,
    stability: before.stability,
    difficulty: before.difficulty,
    last_review: startOf(before.reviewed),
  };
  const rating = certain && before?.certain ? Rating.Easy : grade;
  const { card } = scheduler.next(known ?? createEmptyCard(at), at, rating);
  return {
    // The scheduler keeps the intervals of its grades apart, by a day beyond the longest if need be.
    due: day + (surprised ? 1 : Math.min(card.scheduled_days, longestInterval)),
    stability: card.stability,
    difficulty: card.difficulty,
    lapses: (before?.lapses ?? 0) + Number(grade === Rating.Again),
    certain,
    reviewed: day,
  };
}
