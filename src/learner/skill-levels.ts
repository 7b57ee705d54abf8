import type { Results } from './results-entry.ts';

/** An exercise as far as skills are concerned. */
export interface SkilledExercise {
  /** course/module/lesson/exercise */
  readonly fullId: string;
  readonly skills: readonly string[];
}

export interface SkillLevel {
  readonly skill: string;
  /** The mean of the latest scores, from 0 to 1; null where it would rest on too few. */
  readonly score: number | null;
  /** Exercises of which a result is kept. */
  readonly answers: number;
}

/** One or two answers say more about these exercises than about a skill. */
const fewest = 3;

/**
 * What a learner can do, by skill, from the latest result of each exercise; skills without any are left out.
 *
 * @param exercises those that are in the courses now, with the lesson's skills where they have none of their own
 */
export function skillLevels(exercises: readonly SkilledExercise[], results: Results): SkillLevel[] {
  const scores = new Map<string, number[]>();
  for (const { fullId, skills } of exercises) {
    const latest = results.get(fullId)?.at(-1);
    if (!latest) continue;
    for (const skill of new Set(skills)) {
      const own = scores.get(skill);
      if (own) own.push(latest.score);
      else scores.set(skill, [latest.score]);
    }
  }
  return [...scores].map(([skill, own]) => ({
    skill,
    score: own.length < fewest ? null : own.reduce((sum, score) => sum + score, 0) / own.length,
    answers: own.length,
  }));
}
