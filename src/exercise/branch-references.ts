import type { Condition, Story } from './branch-play.ts';
import type { Places } from './branch-check.ts';
import { nearOrKnown } from './item-marks.ts';
import { adviceAt, errorAt, type ReadContext } from './markdown.ts';

/** Reports names in a story that nothing stands behind: scenes, flags and meters. */
export function checkReferences(story: Story, placeOf: Places, context: ReadContext): void {
  const scenes = story.scenes.map(({ id }) => id);
  const meters = story.meters.map(({ id }) => id);
  const choices = story.scenes.flatMap((scene) => scene.choices);
  const flags = [...new Set(choices.flatMap(({ set }) => set))];
  const parts = story.scenes.flatMap((scene) => [scene, ...scene.choices]);

  const report = (id: string, rule: string, words: { message: string; hint: string }) =>
    context.report(errorAt(placeOf(id), rule, words));

  const checkFlag = (id: string, flag: string, written: (name: string) => string) => {
    if (flags.includes(flag)) return;
    if (meters.includes(flag)) {
      report(id, 'condition-form', {
        message: `"${flag}" is a meter, which is not set or unset but has a value.`,
        hint: `Compare it: \`[if: ${flag} at least 50]\` or \`[if: ${flag} below 50]\`.`,
      });
      return;
    }
    report(id, 'flag-never-set', {
      message: `No choice ever sets the flag "${flag}", so ${written(flag)} says nothing.`,
      hint: flags.length
        ? nearOrKnown(flag, flags, written)
        : `Let a choice set it: \`[set: ${flag}]\`, or take it away here.`,
    });
  };

  const checkDemand = (id: string, demand: Condition) => {
    if ('flag' in demand) {
      checkFlag(id, demand.flag, (name) => (demand.set ? `\`[if: ${name}]\`` : `\`[if: not ${name}]\``));
    } else if (!meters.includes(demand.meter)) {
      report(id, 'meter-unknown', {
        message: `A condition asks for "${demand.meter}", and this story has no such meter.`,
        hint: nearOrKnown(demand.meter, meters, (name) => `\`${name}\``),
      });
    }
  };

  for (const { id, demands } of parts) demands.forEach((demand) => checkDemand(id, demand));
  for (const { id, to, set, clear } of choices) {
    clear.forEach((flag) => checkFlag(id, flag, (name) => `\`[clear: ${name}]\``));
    set.forEach((flag) => {
      if (meters.includes(flag)) {
        report(id, 'flag-is-meter', {
          message: `"${flag}" is a meter, and a flag of the same name could not be told from it.`,
          hint: `Change the meter with \`[${flag}: +10]\`, or give the flag another name.`,
        });
      }
    });
    if (to && !scenes.includes(to)) {
      report(id, 'scene-unknown', {
        message: `The choice "${id}" leads to "${to}", and there is no such scene.`,
        hint: nearOrKnown(to, scenes, (name) => `\`[to: ${name}]\``),
      });
    }
  }
}

/** Advises on flags that are set and never asked for. */
export function adviseOnFlags(story: Story, placeOf: Places, context: ReadContext): void {
  const choices = story.scenes.flatMap((scene) => scene.choices);
  const demands = [...story.scenes, ...choices].flatMap((part) => part.demands);
  const asked = new Set(demands.flatMap((demand) => ('flag' in demand ? [demand.flag] : [])));
  for (const { id, set } of choices) {
    for (const flag of set.filter((name) => !asked.has(name))) {
      context.report(
        adviceAt(placeOf(id), 'flag-never-asked', {
          message: `The flag "${flag}" is set here, and no condition ever asks for it.`,
          hint: `Ask for it where it matters: \`[if: ${flag}]\`, or take \`[set: ${flag}]\` away.`,
        }),
      );
    }
  }
}
