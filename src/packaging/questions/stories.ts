import { goalsOf, visitScenes, walk, type BranchExercise, type SceneVisit } from '#exercise';
import { asBlocks, labelled, list, markupOf, paragraph, strong, type Markup } from '../markup.ts';
import type { Reason } from '../question.ts';
import { element } from '../xml.ts';
import type { Draft, DraftContext } from './draft.ts';

/** The goals that each choice leaves within reach, as a share of the most that any of them does. */
function sharesOf(offers: SceneVisit['offers']): ReadonlyMap<string, number> {
  const most = Math.max(...offers.map(({ goals }) => goals));
  return new Map(offers.map(({ choice, goals }) => [choice, most > 0 ? goals / most : 1]));
}

/** Where a story is too large to be gone through, the scenes of its best path, with the choice that the path takes. */
function visitsOf(exercise: BranchExercise): SceneVisit[] {
  const visits = visitScenes(exercise);
  if (visits) return visits;
  return walk(exercise, exercise.best).steps.map(({ moment, choice }, at) => ({
    moment,
    path: exercise.best.slice(0, at),
    offers: (exercise.scenes.find(({ id }) => id === moment.scene)?.choices ?? []).map(({ id }) => ({
      choice: id,
      goals: id === choice.id ? 1 : 0,
    })),
  }));
}

/**
 * A question for each scene where there is something to decide, with what has happened on the shortest way to it. A choice
 * earns the share of the goals that it leaves within reach; where that is the same for all, nothing is marked.
 */
export function draftBranch(exercise: BranchExercise, { words }: DraftContext): Draft[] {
  const visits = visitsOf(exercise).filter(({ offers }) => offers.length > 1);
  const reasons = [...othersOf(exercise, visits), ...endsOf(exercise, words.end)];
  return visits.map((visit, index) => {
    const scene = exercise.scenes.find(({ id }) => id === visit.moment.scene);
    const shares = sharesOf(visit.offers);
    const isMarked = new Set(shares.values()).size > 1;
    return {
      part: visit.moment.scene,
      points: isMarked ? 1 : 0,
      material: [
        ...pathOf(exercise, visit, words.chosen),
        ...asBlocks(markupOf(scene?.content ?? { html: '' })),
        ...stateOf(exercise, visit, words),
        ...markupOf(exercise.question),
      ],
      // What belongs to the whole story stands once, where it is decided last.
      reasons: index === visits.length - 1 ? reasons : [],
      form: {
        kind: 'choice',
        many: false,
        shuffle: true,
        options: (scene?.choices ?? [])
          .filter(({ id }) => shares.has(id))
          .map(({ id, content, reason }) => ({
            id,
            content: markupOf(content),
            reason: markupOf(reason),
            credit: isMarked ? (shares.get(id) ?? 0) : 0,
          })),
      },
    };
  });
}

/** What has happened so far: each scene, and below it what was chosen there. */
function pathOf(exercise: BranchExercise, { path }: SceneVisit, chosen: string): Markup {
  const steps = walk(exercise, path).steps.map(({ moment, choice }) => [
    ...asBlocks(markupOf(exercise.scenes.find(({ id }) => id === moment.scene)?.content ?? { html: '' })),
    paragraph(labelled(chosen, markupOf(choice.content))),
  ]);
  return steps.length ? [element('blockquote', {}, list('ol', steps))] : [];
}

/** How things stand, and what a good end needs. */
function stateOf(exercise: BranchExercise, { moment }: SceneVisit, words: DraftContext['words']): Markup {
  const goals = goalsOf(exercise).map(({ id }) => id);
  const meters = exercise.meters.map(({ id, content, pass, low }) => [
    ...labelled(markupOf(content), String(moment.meters[id] ?? 0)),
    ...(pass !== null && goals.includes(id) ? [' · ', low ? words.goalAtMost(pass) : words.goalAtLeast(pass)] : []),
  ]);
  return meters.length ? [paragraph([strong(words.state)]), ...list('ul', meters)] : [];
}

/** Choices that no question offers: they stand alone in their scene, or are open to those only who came another way. */
function othersOf({ scenes }: BranchExercise, visits: readonly SceneVisit[]): Reason[] {
  const offered = new Set(visits.flatMap(({ offers }) => offers.map(({ choice }) => choice)));
  return scenes.flatMap(({ content, choices }) =>
    choices
      .filter(({ id }) => !offered.has(id))
      .map((choice) => ({
        part: markupOf(choice.content),
        reason: [...asBlocks(markupOf(content)), ...asBlocks(markupOf(choice.reason))],
      })),
  );
}

/** What each end teaches. */
function endsOf({ scenes }: BranchExercise, end: string): Reason[] {
  return scenes
    .filter((scene) => scene.end && scene.debrief.text)
    .map(({ content, debrief }) => ({ part: labelled(end, markupOf(content)), reason: markupOf(debrief) }));
}
