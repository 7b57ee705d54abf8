export interface SkillLevel {
  readonly skill: string;
  /** The mean of the latest scores, from 0 to 1; null where it would rest on too few. */
  readonly score: number | null;
  /** Exercises of which a result is kept. */
  readonly answers: number;
}

/** The latest scores by skill. */
export type SkillScores = Map<string, number[]>;

/** One or two answers say more about these exercises than about a skill. */
const fewest = 3;

export function addScore(scores: SkillScores, skills: readonly string[], score: number): void {
  for (const skill of skills) {
    const own = scores.get(skill);
    if (own) own.push(score);
    else scores.set(skill, [score]);
  }
}

export function levelsOf(scores: SkillScores): SkillLevel[] {
  return [...scores].map(([skill, own]) => ({
    skill,
    score: own.length < fewest ? null : own.reduce((sum, score) => sum + score, 0) / own.length,
    answers: own.length,
  }));
}
