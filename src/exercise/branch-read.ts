import { checkStory } from './branch-check.ts';
import { conditionWords, readConditions } from './branch-conditions.ts';
import type { BranchChoice, BranchExercise, BranchMeter, BranchScene } from './branch-model.ts';
import { adviseOnFlags, checkReferences } from './branch-references.ts';
import { readBlock, type ExerciseBlock } from './block.ts';
import { readFlagMark, readNumberMark, reportMarkValue, reportMisplaced, reportMissingMark } from './item-marks.ts';
import { errorAt, isId, type Item, type MarkdownNode, type ReadContext } from './markdown.ts';
import { readOption, reportDuplicateIds, reportInnerLists } from './options.ts';

const meterMarks = ['start', 'pass', 'low'];
const sceneMarks = ['end', 'if'];
const choiceMarks = ['to', 'set', 'clear', 'if'];
const ownMarks = [...new Set([...meterMarks, ...sceneMarks, ...choiceMarks])];
const whole = { least: 0, most: 100 };

/** Reads a branching story from Markdown and proves it. */
export function readBranch(node: MarkdownNode, outer: ReadContext): BranchExercise | null {
  let sound = true;
  const context: ReadContext = {
    ...outer,
    report: (problem) => {
      if (problem.severity === 'error') sound = false;
      outer.report(problem);
    },
  };
  const meterIds = meterIdsOf(node);
  const block = readBlock(node, { marks: [...ownMarks, ...meterIds], lists: 2 }, context);
  const [meterList, sceneList] = block?.lists ?? [];
  if (!block || !meterList || !sceneList) return null;
  const choiceItems = sceneList.items.flatMap(({ items }) => items);
  reportDuplicateIds([...meterList.items, ...sceneList.items, ...choiceItems], context);
  const meters = meterList.items.map((item) => readMeter(item, context));
  reportForm(block, context);
  const scenes = sceneList.items.map((item, index) => readScene(item, { meterIds, isStart: index === 0 }, context));
  reportEnds(scenes, sceneList.items, context);
  const story = { meters, scenes };
  const places = new Map(
    [...meterList.items, ...sceneList.items, ...choiceItems].map(({ id, place }) => [id ?? '', place]),
  );
  const placeOf = (id: string) => places.get(id) ?? block.place;
  checkReferences(story, placeOf, context);
  if (sound) adviseOnFlags(story, placeOf, context);
  // A story with other faults is not proved: what follows from them would be reported once more.
  const proof = sound ? checkStory(story, placeOf, context) : null;
  return {
    ...block.base,
    type: 'branch',
    question: sceneList.lead,
    meters,
    scenes,
    best: proof?.best?.path ?? [],
  };
}

/** Ids of the items of the first list: choices change meters by marks of their names, so they are looked at first. */
function meterIdsOf(node: MarkdownNode): string[] {
  const items = node.children?.find(({ type }) => type === 'list')?.children ?? [];
  return items.flatMap(({ children = [] }) => {
    const lead = children.find(({ type }) => type === 'paragraph')?.children?.[0];
    const [, id = ''] = /^\[([^\]\n]*)\]/u.exec(lead?.value ?? '') ?? [];
    return isId(id) && !reserved.includes(id) ? [id] : [];
  });
}

const reserved = [...ownMarks, ...conditionWords];

function readMeter(item: Item, context: ReadContext): BranchMeter {
  const { id, content } = readOption(item, context, { reasonOptional: true });
  reportMisplaced([item], { what: 'meter', marks: meterMarks, reason: false }, context);
  reportInnerLists([item], context);
  if (reserved.includes(id)) {
    context.report(
      errorAt(item.place, 'meter-name', {
        message: `No meter can be called "${id}": the word has a meaning of its own in marks and conditions.`,
        hint: `Give it another id, for example \`[${id}-meter]\`.`,
      }),
    );
  }
  return {
    id,
    content,
    start: readNumberMark(item, 'start', { ...whole, example: '50', required: true }, context) ?? 0,
    pass: readNumberMark(item, 'pass', { ...whole, example: '60' }, context),
    low: readFlagMark(item, 'low', context),
  };
}

function reportForm({ lists, place }: ExerciseBlock, context: ReadContext): void {
  const [meters, scenes] = lists;
  if (meters && !meters.items.some(({ marks }) => marks.has('pass'))) {
    context.report(
      errorAt(meters.place, 'goal-missing', {
        message: 'No meter says what a good end needs, so no path could be told from another.',
        hint: 'Write it on at least one meter: `- [trust] [start: 50] [pass: 60] Trust`, with `[low]` where less is better.',
      }),
    );
  }
  if (scenes && !scenes.ordered) {
    context.report(
      errorAt(scenes.place, 'scenes-not-numbered', {
        message: 'The scenes stand in a list without numbers, so nobody sees where the story begins.',
        hint: 'Number them, the first one first: `1. [an-id] Text`.',
      }),
    );
  }
  if (meters?.ordered) {
    context.report(
      errorAt(meters.place ?? place, 'exercise-stray-content', {
        message: 'The first list holds the meters, which have no order; the numbered list of scenes comes second.',
        hint: 'Write the meters with hyphens (`- [trust] [start: 50] [pass: 60] Trust`), then a paragraph, then the scenes.',
      }),
    );
  }
}

function readScene(
  item: Item,
  { meterIds, isStart }: { readonly meterIds: readonly string[]; readonly isStart: boolean },
  context: ReadContext,
): BranchScene {
  const end = readFlagMark(item, 'end', context);
  const { id, content, reason } = readOption(item, context, { reasonOptional: !end });
  reportMisplaced([item], { what: 'scene', marks: sceneMarks, reason: end }, context);
  reportInnerLists(item.items, context);
  if (isStart) reportStart(item, end, context);
  if (end ? item.items.length : !item.items.length) reportChoices(item, end, context);
  return {
    id,
    content,
    debrief: reason,
    end,
    demands: readConditions(item, context),
    choices: item.items.map((choice) => readChoice(choice, meterIds, context)),
  };
}

function reportStart(item: Item, end: boolean, context: ReadContext): void {
  if (!end && !item.marks.has('if')) return;
  context.report(
    errorAt(item.place, 'start-scene', {
      message: end
        ? 'The first scene is where everybody begins, and this one is an end.'
        : 'The first scene is where everybody begins, so it cannot demand anything.',
      hint: end ? 'Put the scene with the first choices first.' : 'Take `[if: …]` away, or put another scene first.',
    }),
  );
}

function reportChoices(item: Item, end: boolean, context: ReadContext): void {
  context.report(
    errorAt(item.place, end ? 'end-with-choices' : 'scene-without-choices', {
      message: end
        ? `"${item.id}" is an end, so the choices inside it would never be offered.`
        : `The scene "${item.id}" offers no choice and is no end, so the story would stop in it.`,
      hint: end
        ? 'Take `[end]` away, or the choices.'
        : `Write choices inside it (\`   - [an-id] [to: scene] Text\`), or mark it as an end: \`[${item.id}] [end]\`.`,
    }),
  );
}

function reportEnds(scenes: readonly BranchScene[], items: readonly Item[], context: ReadContext): void {
  const last = items.at(-1);
  if (!last || scenes.some(({ end }) => end)) return;
  context.report(
    errorAt(last.place, 'end-missing', {
      message: 'No scene is marked as an end, so nobody could come to the debrief.',
      hint: `Mark the last scenes: \`[${last.id}] [end] Text\`, with what is to be learned from it as \`> …\` below.`,
    }),
  );
}

function readChoice(item: Item, meterIds: readonly string[], context: ReadContext): BranchChoice {
  const { id, content, reason } = readOption(item, context);
  reportMisplaced([item], { what: 'choice', marks: [...choiceMarks, ...meterIds], reason: true }, context);
  const set = readFlags(item, 'set', context);
  const clear = readFlags(item, 'clear', context);
  for (const flag of set.filter((name) => clear.includes(name))) {
    context.report(
      errorAt(item.place, 'flag-set-and-cleared', {
        message: `The choice "${id}" sets the flag "${flag}" and clears it at once.`,
        hint: `Take \`[set: ${flag}]\` or \`[clear: ${flag}]\` away.`,
      }),
    );
  }
  return {
    id,
    content,
    reason,
    to: readTarget(item, context),
    changes: meterIds.flatMap((meter) => {
      const by = readNumberMark(item, meter, { least: -100, most: 100, example: '-10' }, context);
      return by === null ? [] : [{ meter, by }];
    }),
    set,
    clear,
    demands: readConditions(item, context),
  };
}

function readTarget(item: Item, context: ReadContext): string {
  const to = item.marks.get('to');
  if (to === undefined) reportMissingMark(item, 'to', 'next-scene', context);
  else if (to === true || !isId(to)) {
    reportMarkValue(item, { name: 'to', wanted: 'the id of one scene', example: 'next-scene' }, context);
    return '';
  }
  return to === undefined ? '' : to;
}

/** Names of flags that a mark holds, parted by spaces or commas. */
function readFlags(item: Item, name: string, context: ReadContext): string[] {
  const value = item.marks.get(name);
  if (value === undefined) return [];
  const flags = typeof value === 'string' ? [...new Set(value.split(/[\s,]+/u).filter(Boolean))] : [];
  if (flags.length && flags.every((flag) => isId(flag) && !conditionWords.includes(flag))) return flags;
  reportMarkValue(item, { name, wanted: 'names of flags, written as ids', example: 'spoke' }, context);
  return [];
}
