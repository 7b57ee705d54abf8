import type { Place } from '#problem';
import { showConditions } from './branch-conditions.ts';
import { proveStory, type Reached, type StoryProof } from './branch-graph.ts';
import { goalsOf, isMet, sceneOf, type Moment, type Story } from './branch-play.ts';
import { errorAt, type ReadContext } from './markdown.ts';

/** Where the parts of a story stand, by id. */
export type Places = (id: string) => Place;

/** Proves that a story can be played, and reports what stands against it. */
export function checkStory(story: Story, placeOf: Places, context: ReadContext): StoryProof | null {
  const report = (id: string, rule: string, words: { message: string; hint: string }) =>
    context.report(errorAt(placeOf(id), rule, words));
  const proof = proveStory(story);
  if (!proof) {
    report(story.scenes[0]?.id ?? '', 'story-too-large', {
      message: 'This story has more than 200,000 different moments, too many to prove that each of them leads on.',
      hint: 'Use fewer meters and flags, larger steps, or fewer ways back to an earlier scene.',
    });
    return null;
  }
  for (const id of rootsOf(story, proof.unreached)) {
    const isEnd = sceneOf(story, id)?.end === true;
    report(id, isEnd ? 'end-unreachable' : 'scene-unreachable', {
      message: isEnd
        ? `No path comes to the end "${id}", so nobody will ever read it.`
        : `No path comes to the scene "${id}", so nobody will ever read it.`,
      hint: mendOfUnreached(story, id),
    });
  }
  const choices = story.scenes.flatMap((scene) => scene.choices);
  for (const id of proof.neverOffered) {
    // Where its scene is not reached at all, that has been said.
    if (choices.some((choice) => choice.id === id && proof.unreached.includes(choice.to))) continue;
    report(id, 'choice-never-offered', {
      message: `Nobody is ever offered the choice "${id}": what it demands, or the scene that it leads to, never holds here.`,
      hint: `Ease its conditions (${conditionsOf(story, id)}), or let earlier choices give more.`,
    });
  }
  for (const reached of proof.deadEnds) reportDeadEnd(story, reached, report);
  for (const { scenes, path } of proof.loops) {
    const [first = ''] = scenes;
    report(first, 'loop-without-exit', {
      message: `Whoever comes here ${after(path)} goes round ${show([...scenes, first], ' → ')} and reaches no end.`,
      hint: 'Give one of these scenes a choice that leads towards an end, or ease what the way out demands.',
    });
  }
  reportGoals(story, proof, report);
  return proof;
}

/** The unreached scenes without those that are so only because the scenes before them are. */
function rootsOf({ scenes }: Story, unreached: readonly string[]): readonly string[] {
  const roots = unreached.filter((id) => {
    const before = scenes.filter(({ choices }) => choices.some(({ to }) => to === id));
    return !before.length || before.some((scene) => !unreached.includes(scene.id));
  });
  return roots.length ? roots : unreached;
}

type Report = (id: string, rule: string, words: { message: string; hint: string }) => void;

function mendOfUnreached(story: Story, id: string): string {
  const doors = story.scenes.flatMap(({ choices }) => choices.filter(({ to }) => to === id));
  if (!doors.length) return `Let a choice lead to it: \`[to: ${id}]\`.`;
  return `Choices that lead to it: ${show(doors.map((door) => door.id))}. Nobody meets what is demanded (${conditionsOf(story, doors[0]?.id ?? '')}): ease it, or let earlier choices give more.`;
}

/** What a choice and its target demand together, as authors write it. */
function conditionsOf(story: Story, id: string): string {
  const choice = story.scenes.flatMap(({ choices }) => choices).find((one) => one.id === id);
  const target = choice && sceneOf(story, choice.to);
  return showConditions([...(choice?.demands ?? []), ...(target?.demands ?? [])]) || 'those of the scenes before it';
}

function reportDeadEnd(story: Story, { moment, path }: Reached, report: Report): void {
  const choices = sceneOf(story, moment.scene)?.choices ?? [];
  report(moment.scene, 'dead-end', {
    message: `Whoever comes here ${after(path)} is offered nothing: ${stateOf(moment)}.`,
    hint: `Add a choice without \`[if: …]\`, or ease what these demand: ${choices
      .map(({ id }) => `\`${id}\` (${conditionsOf(story, id)})`)
      .join('; ')}.`,
  });
}

function reportGoals(story: Story, { best }: StoryProof, report: Report): void {
  const goals = goalsOf(story);
  if (!best || best.met === goals.length) return;
  const missed = goals.filter((goal) => !isMet(goal, best.moment));
  const [first] = missed;
  if (!first) return;
  const shown = missed.map(
    ({ id, pass, low }) =>
      `"${id}" ends at ${best.moment.meters[id]}, with \`[pass: ${pass}]\`${low ? ' at most' : ''}`,
  );
  report(first.id, 'goals-unreachable', {
    message: `No path meets all goals. The best one (${show(best.path)}) meets ${best.met} of ${goals.length}: ${shown.join('; ')}.`,
    hint: `Ease \`[pass: ${first.pass}]\`, or let choices change "${first.id}" more.`,
  });
}

function after(path: readonly string[]): string {
  return path.length ? `(after ${show(path)})` : '(at the start)';
}

function stateOf({ meters, flags }: Moment): string {
  const values = Object.entries(meters).map(([id, value]) => `${id} ${value}`);
  return [...values, flags.length ? `flags ${flags.join(', ')}` : 'no flags'].join(', ');
}

function show(ids: readonly string[], between = ', '): string {
  return ids.map((id) => `\`${id}\``).join(between);
}
