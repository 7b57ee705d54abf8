import type { Part } from './model.ts';

/** A quantity that choices move, from 0 to 100. */
export interface MeterRule extends Part {
  readonly start: number;
  /** What a good end needs; null for a meter that is only shown. */
  readonly pass: number | null;
  /** Less is better: what a good end needs is the most it may be. */
  readonly low: boolean;
}

/** Something that must hold: a flag that is set or is not, or a bound of a meter. */
export type Condition =
  | { readonly flag: string; readonly set: boolean }
  | { readonly meter: string; readonly least: number }
  | { readonly meter: string; readonly below: number };

export interface ChoiceRule extends Part {
  /** Id of the scene it leads to. */
  readonly to: string;
  readonly changes: readonly { readonly meter: string; readonly by: number }[];
  readonly set: readonly string[];
  readonly clear: readonly string[];
  readonly demands: readonly Condition[];
}

export interface SceneRule<Choice extends ChoiceRule = ChoiceRule> extends Part {
  readonly end: boolean;
  readonly demands: readonly Condition[];
  readonly choices: readonly Choice[];
}

/** The rules of a branching story. It begins in its first scene. */
export interface Story<Choice extends ChoiceRule = ChoiceRule, Scene extends SceneRule<Choice> = SceneRule<Choice>> {
  readonly meters: readonly MeterRule[];
  readonly scenes: readonly Scene[];
}

/** Where somebody stands in a story. */
export interface Moment {
  /** Id of the scene. */
  readonly scene: string;
  /** By the meter's id. */
  readonly meters: Readonly<Record<string, number>>;
  /** Sorted. */
  readonly flags: readonly string[];
}

/** One step of a path: where somebody stood and what was chosen there. */
export interface Step<Choice extends ChoiceRule = ChoiceRule> {
  readonly moment: Moment;
  readonly choice: Choice;
}

export function startOf({ meters, scenes }: Story): Moment {
  const values = meters.map(({ id, start }) => [id, start] as const);
  return { scene: scenes[0]?.id ?? '', meters: Object.fromEntries(values), flags: [] };
}

/** True where all of the conditions hold. */
export function holds(demands: readonly Condition[], { meters, flags }: Moment): boolean {
  return demands.every((demand) => {
    if ('flag' in demand) return flags.includes(demand.flag) === demand.set;
    const value = meters[demand.meter] ?? 0;
    return 'least' in demand ? value >= demand.least : value < demand.below;
  });
}

/** The moment after a choice; null where it is not offered, by its own conditions before its effects or its scene's after them. */
export function choose(story: Story, moment: Moment, choice: ChoiceRule): Moment | null {
  if (!holds(choice.demands, moment)) return null;
  const meters = { ...moment.meters };
  for (const { meter, by } of choice.changes) {
    meters[meter] = Math.min(100, Math.max(0, (meters[meter] ?? 0) + by));
  }
  const flags = [...new Set([...moment.flags.filter((flag) => !choice.clear.includes(flag)), ...choice.set])].sort();
  const next = { scene: choice.to, meters, flags };
  const target = sceneOf(story, choice.to);
  return target && holds(target.demands, next) ? next : null;
}

/** The choices of the scene that somebody is offered there. */
export function offersOf<Choice extends ChoiceRule>(story: Story<Choice>, moment: Moment): Choice[] {
  return sceneOf(story, moment.scene)?.choices.filter((choice) => choose(story, moment, choice)) ?? [];
}

export function sceneOf<Scene extends SceneRule>(
  { scenes }: { readonly scenes: readonly Scene[] },
  id: string,
): Scene | undefined {
  return scenes.find((scene) => scene.id === id);
}

/** A path through a story as far as it can be walked. */
export interface Walk<Choice extends ChoiceRule> {
  readonly steps: readonly Step<Choice>[];
  /** Where it has come to. */
  readonly moment: Moment;
  /** False where the path names a choice that was not offered; what follows is left out. */
  readonly whole: boolean;
}

/** Follows a path (ids of choices) from the start; it may come from anywhere and hold anything. */
export function walk<Choice extends ChoiceRule>(story: Story<Choice>, path: readonly string[]): Walk<Choice> {
  const steps: Step<Choice>[] = [];
  let moment = startOf(story);
  for (const id of path) {
    const choice = sceneOf(story, moment.scene)?.choices.find((one) => one.id === id);
    const next = choice && choose(story, moment, choice);
    if (!choice || !next) return { steps, moment, whole: false };
    steps.push({ moment, choice });
    moment = next;
  }
  return { steps, moment, whole: true };
}

/** True where a meter has what a good end needs; so has one that is only shown. */
export function isMet({ id, pass, low }: MeterRule, { meters }: Moment): boolean {
  const value = meters[id] ?? 0;
  return pass === null || (low ? value <= pass : value >= pass);
}

/** The meters that a good end is measured by. */
export function goalsOf<Meter extends MeterRule>({ meters }: { readonly meters: readonly Meter[] }): Meter[] {
  return meters.filter(({ pass }) => pass !== null);
}
