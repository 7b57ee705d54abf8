/** The interface's words that stand in packages, in one language. Functions fill a placeholder; no words are joined. */
export interface PackageWords {
  exercise(number: number): string;
  readonly invented: string;
  readonly ungraded: string;
  readonly verdict: Readonly<Record<'true' | 'false' | 'unsure', string>>;
  readonly headline: Readonly<Record<'sound' | 'misleading', string>>;
  /** From "not at all" to "fully". */
  readonly ratings: readonly string[];
  /** First to fourth. */
  readonly places: readonly string[];
  readonly modelAnswer: string;
  readonly rateYourText: string;
  readonly source: string;
  readonly goodTranslation: string;
  readonly pageToCheck: string;
  readonly address: string;
  readonly searchResults: string;
  readonly independent: string;
  readonly trap: string;
  readonly tools: Readonly<Record<'crop' | 'details' | 'reverse' | 'compare' | 'credentials', string>>;
  readonly otherPicture: string;
  credit(name: string): string;
  goalAtLeast(value: number): string;
  goalAtMost(value: number): string;
  readonly chosen: string;
  readonly state: string;
  readonly end: string;
  likelihood(level: 1 | 2 | 3): string;
  impact(level: 1 | 2 | 3): string;
  readonly opinion: string;
  readonly half: string;
  readonly explains: string;
  readonly licence: string;
  readonly machineDraft: string;
  readonly authors: string;
  readonly lookFor: string;
  /** What to do, by kind of exercise. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly answers: string;
  readonly answer: string;
  readonly right: string;
  goodEstimate(range: string): string;
  readonly notes: Readonly<Record<string, string>>;
  readonly transcript: string;
  openRecording(title: string): string;
  goal(goal: string): string;
  readonly objectives: string;
  readonly sources: string;
  sourceLabel(number: number): string;
  readonly glossary: string;
  module(number: number): string;
  lesson(number: number): string;
  readonly untranslated: string;
  shownIn(language: string): string;
  /** The day of an edition (`2026-11-23`). */
  updated(day: string): string;
  readonly machineDraftText: string;
  readonly book: BookWords;
}

/** What only books, cartridges and printed modules say. */
export interface BookWords {
  readonly contents: string;
  readonly toQuestion: string;
  readonly credits: string;
  readonly live: string;
  readonly inQuiz: string;
  readonly accessibility: string;
  readonly choose: string;
  quiz(lesson: string): string;
}
