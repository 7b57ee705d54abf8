import {
  advanceSession,
  answerInSession,
  dailyLimit,
  dailySet,
  dueBoosters,
  dueItems,
  isSessionOver,
  startSession,
  stopSession,
  type ReviewSession,
} from '#learner';
import { showBadge } from '../client/review-badge.browser.ts';
import { countDue, readCatalogue, readReview, type ReviewReading } from '../client/review-record.browser.ts';
import { readSetting, writeSetting } from '../client/settings.browser.ts';
import type { ReviewLesson } from '../view/review-catalogue.ts';

/** What a learner does on the page of reviews: looks at what is due, goes through a set, sees how it went. */
export class Review {
  reading = $state.raw<ReviewReading | null>(null);
  session = $state.raw<ReviewSession | null>(null);
  lessons: readonly ReviewLesson[] = [];
  /** The learner has come back from a set. */
  hasReturned = false;

  get view(): 'loading' | 'overview' | 'session' | 'result' {
    if (!this.reading) return 'loading';
    if (!this.session) return 'overview';
    return isSessionOver(this.session) ? 'result' : 'session';
  }

  /** What is due, of the deck. */
  get due() {
    return this.reading ? dueItems(this.reading.deck, this.reading.today) : [];
  }

  get dueBoosters() {
    return this.reading ? dueBoosters(this.reading.boosters, this.reading.today) : [];
  }

  /** As many as the next set has. */
  get setSize(): number {
    return Math.min(this.due.length, dailyLimit);
  }

  async load(): Promise<void> {
    this.lessons = readCatalogue(document);
    await this.refresh();
  }

  async refresh(): Promise<void> {
    this.reading = await readReview(this.lessons, Date.now());
    showBadge(countDue(this.reading));
  }

  /** Starts the set of the day, read anew: the page may have stood open since yesterday. */
  async startDue(): Promise<void> {
    await this.refresh();
    const { due, reading } = this;
    if (!reading || due.length === 0) return this.close();
    this.start(dailySet(due, { today: reading.today, seed: deviceSeed() }).map(({ id }) => id));
  }

  start(ids: readonly string[]): void {
    this.hasReturned = true;
    this.session = startSession(ids);
  }

  answer(outcome: 'right' | 'missed'): void {
    if (this.session) this.session = answerInSession(this.session, outcome);
  }

  async next(): Promise<void> {
    if (this.session) await this.#goTo(advanceSession(this.session));
  }

  async stop(): Promise<void> {
    if (this.session) await this.#goTo(stopSession(this.session));
  }

  /** Back to what is due. */
  close(): void {
    this.session = null;
  }

  async #goTo(session: ReviewSession): Promise<void> {
    // The result says when each comes back, so it is read first.
    if (isSessionOver(session)) await this.refresh();
    this.session = session.ids.length > 0 ? session : null;
  }
}

/** Lets two devices of a learner have other orders, and one the same all day. */
function deviceSeed(): string {
  const kept = readSetting('review-seed');
  if (kept) return kept;
  const seed = String(Math.random()).slice(2);
  writeSetting('review-seed', seed);
  return seed;
}
