import { suggestName, type Place } from '#problem';
import type { Grade } from './attempt.ts';
import { readBlock } from './block.ts';
import { readFixedGroups } from './fixed-groups.ts';
import { reportMisplaced } from './item-marks.ts';
import { errorAt, type Item, type MarkdownNode, type ReadContext } from './markdown.ts';
import type { ExerciseBase, Option, Part, RichText } from './model.ts';
import { readOption, reportDuplicateIds, reportInnerLists } from './options.ts';
import { asRecord, type Response } from './response.ts';
import { shuffle } from './shuffle.ts';
import type { ExerciseType } from './type.ts';

export type HouseGroup = 'core' | 'pillars' | 'proofs' | 'spare';

/** What grading knows of a card. */
export interface HousePart extends Part {
  readonly group: HouseGroup;
  /** Id of the pillar card that a proof holds up; null for other cards. */
  readonly proves: string | null;
}

export interface MessageHouseExercise extends ExerciseBase {
  readonly type: 'message-house';
  /** The author's labels; `spare` may be missing. */
  readonly groups: readonly { readonly id: HouseGroup; readonly content: RichText }[];
  readonly cards: readonly (Option & HousePart)[];
  /** How many pillars are built, each on one proof. */
  readonly slots: number;
}

const groupIds: readonly HouseGroup[] = ['core', 'pillars', 'proofs', 'spare'];
const usualSlots = 3;
const mostSlots = 5;

function readMessageHouse(node: MarkdownNode, context: ReadContext): MessageHouseExercise | null {
  const block = readBlock(node, { attributes: ['slots'], marks: ['proves'] }, context);
  if (!block) return null;
  const groups = readFixedGroups(block, { ids: groupIds, optional: ['spare'] }, context);
  const items = groups.flatMap((group) => group.items.map((item) => ({ item, group: group.id })));
  const given = items.map(({ item }) => item);
  reportDuplicateIds(given, context);
  reportInnerLists(given, context);
  const inGroup = (id: HouseGroup) => items.filter(({ group }) => group === id).map(({ item }) => item);
  reportProofs(inGroup('pillars'), inGroup('proofs'), context);
  for (const { id } of groups) {
    const form = { what: `card of [${id}]`, marks: id === 'proofs' ? ['proves'] : [], reason: true };
    reportMisplaced(inGroup(id), form, context);
  }
  return {
    ...block.base,
    type: 'message-house',
    groups: groups.map(({ id, content }) => ({ id, content })),
    cards: items.map(({ item, group }) => ({
      ...readOption(item, context),
      group,
      proves: group === 'proofs' ? provesOf(item) : null,
    })),
    slots: readSlots(block.attributes.get('slots'), inGroup('pillars').length, block.place, context),
  };
}

function provesOf(item: Item): string | null {
  const pillar = item.marks.get('proves');
  return typeof pillar === 'string' ? pillar : null;
}

function readSlots(value: string | undefined, pillars: number, place: Place, context: ReadContext): number {
  const usual = Math.min(pillars, usualSlots);
  if (value === undefined) return usual;
  const most = Math.min(Math.max(pillars, 1), mostSlots);
  if (/^[1-9]$/u.test(value) && Number(value) <= most) return Number(value);
  context.report(
    errorAt(place, 'attribute-value', {
      message: `"slots" is the number of pillars to build: a whole number from 1 to ${most} here, not "${value}".`,
      hint: `Write \`slots="${usual || 1}"\`, or leave it out for ${usual || 1}. A house never has more pillars than pillar cards, nor more than ${mostSlots}.`,
    }),
  );
  return usual;
}

function reportProofs(pillars: readonly Item[], proofs: readonly Item[], context: ReadContext): void {
  // Without pillar cards there is another fault to mend first.
  if (!pillars.length) return;
  const ids = pillars.flatMap(({ id }) => id ?? []);
  const lost = proofs.filter((proof) => !ids.some((id) => id === provesOf(proof)));
  for (const proof of lost) {
    const pillar = provesOf(proof);
    const near = pillar === null ? null : suggestName(pillar, ids);
    context.report(
      errorAt(proof.place, 'proof-without-pillar', {
        message:
          pillar === null
            ? `"${proof.content.text}" does not say which pillar it proves, so it could be right nowhere.`
            : `"${proof.content.text}" proves "${pillar}", but no pillar card has this id.`,
        hint: near
          ? `Did you mean \`[proves: ${near}]\`?`
          : `Write \`[proves: ${ids[0] ?? 'a-pillar'}]\` after its id, with the id of a pillar card.`,
      }),
    );
  }
  // A proof that names no pillar would only be told of twice.
  if (lost.length) return;
  for (const pillar of pillars) {
    if (pillar.id === null || proofs.some((proof) => provesOf(proof) === pillar.id)) continue;
    context.report(
      errorAt(pillar.place, 'pillar-without-proof', {
        message: `No proof holds up the pillar "${pillar.content.text}", so a house with it could not be finished.`,
        hint: `Add a card to [proofs]: \`  - [an-id] [proves: ${pillar.id}] Text\`, and its reason below it.`,
      }),
    );
  }
}

/** Ids of the places of a house: the roof, then each pillar and the proof below it. */
export function housePlaces(slots: number): string[] {
  const numbers = Array.from({ length: slots }, (_, index) => index + 1);
  return ['core', ...numbers.flatMap((number) => [`pillar-${number}`, `proof-${number}`])];
}

/**
 * One point for the core message, for each place with a pillar and for each proof of the pillar that stands above it; the
 * pillars may stand in any order. A card counts at the first of its places. A spare card in the house costs half a point.
 */
export function gradeMessageHouse(
  exercise: { readonly cards: readonly HousePart[]; readonly slots: number },
  response: Response | null,
): Grade {
  const given = asRecord(response);
  const cards = new Map(exercise.cards.map((card) => [card.id, card]));
  const used = new Set<string>();
  const parts = housePlaces(exercise.slots).map((id) => {
    const card = cards.get(given[id] ?? '');
    if (!card || used.has(card.id)) return { id, correct: false };
    used.add(card.id);
    return { id, correct: fits(card, id, given) };
  });
  const right = parts.filter(({ correct }) => correct).length;
  const spare = [...used].filter((id) => cards.get(id)?.group === 'spare').length;
  const score = Math.max(right - spare / 2, 0);
  return { score, max: parts.length, correct: score === parts.length, parts };
}

function fits(card: HousePart, place: string, given: Readonly<Record<string, string>>): boolean {
  const [kind, number] = place.split('-');
  if (kind === 'proof') return card.group === 'proofs' && card.proves === given[`pillar-${number}`];
  return card.group === (kind === 'pillar' ? 'pillars' : 'core');
}

/** Each pillar card with its first proof. */
function pillarsOf({ cards }: Pick<MessageHouseExercise, 'cards'>) {
  return cards
    .filter(({ group }) => group === 'pillars')
    .map((pillar) => ({ pillar, proof: cards.find(({ proves }) => proves === pillar.id) }));
}

function solve(exercise: MessageHouseExercise): Response {
  const core = exercise.cards.find(({ group }) => group === 'core');
  const pillars = pillarsOf(exercise).slice(0, exercise.slots);
  return Object.fromEntries([
    ['core', core?.id ?? ''],
    ...pillars.flatMap(({ pillar, proof }, index) => [
      [`pillar-${index + 1}`, pillar.id],
      [`proof-${index + 1}`, proof?.id ?? ''],
    ]),
  ]) as Response;
}

function solutionOf(exercise: MessageHouseExercise): RichText[] {
  const line = (id: HouseGroup): RichText[] => {
    const label = exercise.groups.find((group) => group.id === id)?.content;
    const cards = exercise.cards.filter((card) => card.group === id).map(({ content }) => content);
    if (!label || !cards.length) return [];
    return [
      {
        html: `<strong>${label.html}</strong>: ${cards.map(({ html }) => html).join('; ')}`,
        text: `${label.text}: ${cards.map(({ text }) => text).join('; ')}`,
      },
    ];
  };
  const pillars = pillarsOf(exercise).map(({ pillar, proof }) => ({
    html: `${pillar.content.html} ← ${proof?.content.html ?? ''}`,
    text: `${pillar.content.text} ← ${proof?.content.text ?? ''}`,
  }));
  return [...line('core'), ...pillars, ...line('spare')];
}

export const messageHouse: ExerciseType<MessageHouseExercise> = {
  type: 'message-house',
  component: 'MessageHouse',
  interaction: () => 'matching',
  read: readMessageHouse,
  grade: gradeMessageHouse,
  solve,
  keyOf: ({ slots, cards }) => ({ slots, cards: cards.map((card) => [card.id, card.group, card.proves]).sort() }),
  partsOf: ({ cards }) => cards,
  linesOf: (exercise) => [
    ...exercise.groups.map(({ content }) => content),
    ...shuffle(exercise.cards, exercise.id).map(({ content }) => content),
  ],
  solutionOf,
  reasonsOf: (exercise) => exercise.cards.map(({ content, reason }) => ({ part: content, reason })),
};
