import type { Grade } from './attempt.ts';
import type { BranchExercise, BranchScene } from './branch-model.ts';
import { goalsOf, isMet, sceneOf, walk, type Story } from './branch-play.ts';
import { readBranch } from './branch-read.ts';
import type { RichText } from './model.ts';
import { asList, type Response } from './response.ts';
import type { ExerciseType } from './type.ts';

/** One point for each goal (a meter with a bound) that is met at an end. A path that is broken or comes to no end earns nothing. */
export function gradeBranch(exercise: Story, response: Response | null): Grade {
  const path = asList(response);
  const { moment, whole } = walk(exercise, path);
  const isEnded = whole && path.length > 0 && sceneOf(exercise, moment.scene)?.end === true;
  const parts = goalsOf(exercise).map((goal) => ({ id: goal.id, correct: isEnded && isMet(goal, moment) }));
  const score = parts.filter(({ correct }) => correct).length;
  return { score, max: parts.length, correct: parts.length > 0 && score === parts.length, parts };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);

/** A list whose order does not count, in one order. */
function sorted<Item>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

export const branch: ExerciseType<BranchExercise> = {
  type: 'branch',
  component: 'Branch',
  interaction: () => 'performance',
  read: readBranch,
  grade: gradeBranch,
  solve: (exercise) => exercise.best,
  keyOf: ({ meters, scenes }) => ({
    start: scenes[0]?.id,
    meters: [...meters].sort(byId).map(({ id, start, pass, low }) => [id, start, pass, low]),
    scenes: [...scenes]
      .sort(byId)
      .map(({ id, end, demands, choices }) => [
        id,
        end,
        sorted(demands),
        [...choices]
          .sort(byId)
          .map((choice) => [
            choice.id,
            choice.to,
            sorted(choice.changes),
            sorted(choice.set),
            sorted(choice.clear),
            sorted(choice.demands),
          ]),
      ]),
  }),
  partsOf: ({ meters, scenes }) => [...meters, ...scenes, ...scenes.flatMap(({ choices }) => choices)],
  linesOf: ({ scenes }) => scenes.flatMap((scene, index) => pageOf(scene, index + 1, scenes)),
  solutionOf: (exercise) =>
    walk(exercise, exercise.best).steps.map(({ moment, choice }) => {
      const scene = exercise.scenes.find(({ id }) => id === moment.scene);
      return arrow(scene?.content ?? choice.content, choice.content);
    }),
  reasonsOf: ({ scenes }) =>
    scenes.flatMap(({ content, debrief, choices }) => [
      ...choices.map((choice) => ({ part: choice.content, reason: choice.reason })),
      { part: content, reason: debrief },
    ]),
};

/** A scene as in a printed book of adventures: its number, and the number that each choice leads to. */
function pageOf(scene: BranchScene, number: number, scenes: readonly BranchScene[]): RichText[] {
  return [
    { html: `<strong>${number}.</strong> ${scene.content.html}`, text: `${number}. ${scene.content.text}` },
    ...scene.choices.map(({ content, to }) => {
      const target = String(scenes.findIndex(({ id }) => id === to) + 1);
      return arrow({ html: `– ${content.html}`, text: `– ${content.text}` }, { html: target, text: target });
    }),
  ];
}

function arrow(from: RichText, to: RichText): RichText {
  return { html: `${from.html} → ${to.html}`, text: `${from.text} → ${to.text}` };
}
