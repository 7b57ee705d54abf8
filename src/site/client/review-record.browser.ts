import {
  basisOf,
  boostersOf,
  cardKey,
  chosenKey,
  dayOf,
  dueBoosters,
  dueItems,
  formatCard,
  lessonKey,
  parseCard,
  parseChosen,
  parseLesson,
  parseResults,
  restsOn,
  resultsKey,
  reviewDeck,
  reviewsOf,
  type Booster,
  type DeckItem,
  type Result,
  type ReviewCard,
} from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import { exercisesOf, type ReviewLesson } from '../view/review-catalogue.ts';

/** What the record says of the review at a moment. */
export interface ReviewReading {
  /** The day of that moment. */
  readonly today: number;
  readonly deck: readonly DeckItem[];
  /** Those to come included. */
  readonly boosters: readonly Booster[];
}

/** The catalogue that stands in a page. */
export function readCatalogue(page: Document): ReviewLesson[] {
  return JSON.parse(page.querySelector('[data-review-catalogue]')?.textContent ?? '[]') as ReviewLesson[];
}

/** Reads the learner's part of the review; cards that new results have overtaken are made again and kept. */
export async function readReview(lessons: readonly ReviewLesson[], now: number): Promise<ReviewReading> {
  const [results, kept, chosen, read] = await Promise.all([
    readAll(resultsKey(''), parseResults),
    readAll(cardKey(''), parseCard),
    readAll(chosenKey(''), parseChosen),
    readAll(lessonKey(''), parseLesson),
  ]);
  const exercises = exercisesOf(lessons);
  const cards = await freshCards(
    new Map(exercises.flatMap(({ id }) => (results.has(id) ? [[id, results.get(id) ?? []]] : []))),
    kept,
    now,
  );
  const finished = lessons.flatMap(({ id }) => {
    const lesson = read.get(id)?.finished;
    const own = exercises.filter((exercise) => exercise.lesson === id);
    return lesson?.on ? [{ lesson: id, finished: lesson.at, exercises: own }] : [];
  });
  const today = dayOf(now);
  return {
    today,
    deck: reviewDeck(exercises, { cards, chosen }, today),
    boosters: boostersOf(finished, (id) => results.get(id) ?? []),
  };
}

/** How many exercises ask to be reviewed: what is due, and what is open in the sets on lessons finished weeks ago. */
export function countDue({ deck, boosters, today }: ReviewReading): number {
  const ids = [
    ...dueItems(deck, today).map(({ id }) => id),
    ...dueBoosters(boosters, today).flatMap(({ open }) => open),
  ];
  return new Set(ids).size;
}

async function readAll<T>(prefix: string, parse: (json: string) => T | null): Promise<Map<string, T>> {
  const entries = await browserRecord.getAll(prefix);
  const parsed = [...entries].map(([key, json]) => [key.slice(prefix.length), parse(json)] as const);
  return new Map(parsed.filter((entry): entry is [string, NonNullable<T>] => entry[1] !== null));
}

async function freshCards(
  results: ReadonlyMap<string, readonly Result[]>,
  kept: ReadonlyMap<string, ReviewCard>,
  now: number,
): Promise<Map<string, ReviewCard>> {
  const cards = new Map<string, ReviewCard>();
  const overtaken: [string, readonly Result[]][] = [];
  for (const [id, own] of results) {
    const basis = basisOf(reviewsOf(own, now));
    const card = kept.get(id);
    if (card && basis && restsOn(card, basis)) cards.set(id, card);
    else if (basis) overtaken.push([id, own]);
  }
  if (overtaken.length === 0) return cards;
  // The scheduler is by far the heaviest part, and is not wanted where nothing was answered since.
  const { scheduleCard } = await import('./review-scheduler.browser.ts');
  const made = overtaken.flatMap(([id, own]): [string, ReviewCard][] => {
    const card = scheduleCard(own, now, kept.get(id));
    return card ? [[id, card]] : [];
  });
  void keepCards(made);
  return new Map([...cards, ...made]);
}

/** One after the other: after an import there may be thousands, and nothing waits for them. */
async function keepCards(made: readonly (readonly [string, ReviewCard])[]): Promise<void> {
  for (const [id, card] of made) await browserRecord.update(cardKey(id), () => formatCard(card));
}
