import { isDiscernment } from './attempt-entry.ts';
import { addToWeek, historyOf, type DiscernmentHistory, type WeekCounts } from './discernment-history.ts';
import { resultsKey } from './keys.ts';
import type { Entries } from './progress.ts';
import { viewResults } from './results-entry.ts';
import { addScore, levelsOf, type SkillLevel, type SkillScores } from './skill-levels.ts';

/** An exercise as far as its results are added up. */
export interface SkilledExercise {
  /** course/module/lesson/exercise */
  readonly fullId: string;
  readonly skills: readonly string[];
}

/** What all answers come to. */
export interface AnswerSums {
  /** By the latest result of each exercise; skills without any are left out. */
  readonly skills: readonly SkillLevel[];
  /**
   * By the first answer of each start: further ones are given with the reasons on the screen. What version 1 of the record
   * left has no moment and is left out.
   */
  readonly discernment: DiscernmentHistory;
}

/**
 * What a learner can do, and how misleading and sound items were told apart over time. Results are read one exercise
 * after the other and let go again: a record of years fits into the memory of a cheap phone.
 *
 * @param exercises those that are in the courses now, with the lesson's skills where they have none of their own
 */
export function sumAnswers(exercises: readonly SkilledExercise[], entries: Entries): AnswerSums {
  const scores: SkillScores = new Map();
  const weeks: WeekCounts = new Map();
  for (const { fullId, skills } of exercises) {
    const results = viewResults(entries.get(resultsKey(fullId)) ?? null);
    const latest = results.at(-1);
    if (latest) addScore(scores, skills, latest.score);
    for (const { at, discernment, try: count } of results)
      if (count === 1 && at > 0 && isDiscernment(discernment)) addToWeek(weeks, at, discernment);
  }
  return { skills: levelsOf(scores), discernment: historyOf(weeks) };
}
