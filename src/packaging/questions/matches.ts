import {
  correctionParts,
  rowsOfMap,
  shuffle,
  type AudienceMapExercise,
  type CategoriseExercise,
  type CorrectItExercise,
  type GapExercise,
  type MatchExercise,
  type MessageHouseExercise,
  type OrderExercise,
} from '#exercise';
import { asBlocks, markupOf, paragraph, strong } from '../markup.ts';
import type { Stem, Target } from '../question.ts';
import type { Draft, DraftContext } from './draft.ts';

type Words = { readonly id: string; readonly content: { readonly html: string } };
type Reasoned = Words & { readonly reason: { readonly html: string } };

function targetOf({ id, content }: Words): Target {
  return { id, content: markupOf(content), reason: [] };
}

function stemOf({ id, content, reason }: Reasoned, credits: Stem['credits']): Stem {
  return { id, content: markupOf(content), reason: markupOf(reason), credits };
}

/** A point for each pair. A partner goes by the id of its item. */
export function draftMatch({ id: seed, pairs, spares }: MatchExercise): Draft[] {
  const partners = pairs.map(({ id, partner }) => ({ id, content: markupOf(partner), reason: [] }));
  const others = spares.map((spare) => ({ ...targetOf(spare), reason: markupOf(spare.reason) }));
  return [
    {
      points: pairs.length,
      form: {
        kind: 'match',
        once: true,
        apart: false,
        passage: null,
        stems: pairs.map((pair) => stemOf(pair, { [pair.id]: 1 })),
        targets: shuffle([...partners, ...others], seed),
      },
    },
  ];
}

/** A point for each card in its group. */
export function draftCategorise({ id: seed, groups, cards }: CategoriseExercise): Draft[] {
  return [
    {
      points: cards.length,
      form: {
        kind: 'match',
        once: false,
        apart: false,
        passage: null,
        stems: shuffle(cards, seed).map((card) => stemOf(card, { [card.group]: 1 })),
        targets: groups.map(targetOf),
      },
    },
  ];
}

/** A point for each card in its zone, half a point in one that comes near. */
export function draftAudienceMap({ id: seed, across, up, zones, cards }: AudienceMapExercise): Draft[] {
  const rows = rowsOfMap(zones).map((row) =>
    paragraph(row.flatMap(({ content }, index) => [...(index ? [' | '] : []), ...markupOf(content)])),
  );
  return [
    {
      points: cards.length,
      material: [paragraph(`${up} ↑ · ${across} →`), ...rows],
      form: {
        kind: 'match',
        once: false,
        apart: true,
        passage: null,
        stems: shuffle(cards, seed).map((card) =>
          stemOf(card, { ...Object.fromEntries(card.near.map((zone) => [zone, 0.5])), [card.zone]: 1 }),
        ),
        targets: rowsOfMap(zones).flat().map(targetOf),
      },
    },
  ];
}

/** A point for each gap with its own word, or another gap's that fits too. */
export function draftGap({ id: seed, passage, gaps, spares }: GapExercise): Draft[] {
  const numbers = new Map(gaps.map(({ id }, index) => [id, index + 1]));
  const words = [
    ...gaps.map(targetOf),
    ...spares.map((spare) => ({ ...targetOf(spare), reason: markupOf(spare.reason) })),
  ];
  return [
    {
      points: gaps.length,
      form: {
        kind: 'match',
        once: true,
        apart: false,
        stems: gaps.map(({ id, reason, also }) => ({
          id,
          content: [`(${numbers.get(id)})`],
          reason: markupOf(reason),
          credits: Object.fromEntries([id, ...also].map((word) => [word, 1])),
        })),
        targets: shuffle(words, seed),
        passage: passage.map((segments) =>
          segments.map(({ span, content }) =>
            span !== null && numbers.has(span) ? { gap: span } : { words: markupOf(content) },
          ),
        ),
      },
    },
  ];
}

// Our own marking gives 3 points for each part that is there and 3 for their order, 15 in all.
const pointsInPlace = 3.75;
const pointsElsewhere = 3;

/** Four places, and a card for each. A good card in a place that is not its own earns what its part is worth. */
export function draftCorrectIt({ id: seed, groups, cards }: CorrectItExercise, { words }: DraftContext): Draft[] {
  // Read before the answer, the names of the parts in their order would be half of it.
  const explain = ({ group, reason }: (typeof cards)[number]) => {
    const part = groups.find(({ id }) => id === group)?.content;
    return [...(part ? [paragraph([strong(markupOf(part))])] : []), ...asBlocks(markupOf(reason))];
  };
  return [
    {
      points: correctionParts.length * pointsInPlace,
      form: {
        kind: 'match',
        once: true,
        apart: false,
        passage: null,
        stems: correctionParts.map((part, index) => ({
          id: part,
          content: [words.places[index] ?? String(index + 1)],
          reason: [],
          credits: Object.fromEntries(
            cards
              .filter(({ right }) => right)
              .map(({ id, group }) => [id, group === part ? pointsInPlace : pointsElsewhere]),
          ),
        })),
        targets: shuffle(cards, seed).map((card) => ({ ...targetOf(card), reason: explain(card) })),
      },
    },
  ];
}

/** Which card is what, and which proof holds up which pillar. */
export function draftMessageHouse({ id: seed, groups, cards }: MessageHouseExercise): Draft[] {
  const labelOf = (id: string) => markupOf(groups.find((group) => group.id === id)?.content ?? { html: '' });
  const inGroup = (id: string) => shuffle(cards, seed).filter(({ group }) => group === id);
  const sorting: Draft = {
    part: 'cards',
    points: cards.length,
    form: {
      kind: 'match',
      once: false,
      apart: false,
      passage: null,
      stems: shuffle(cards, seed).map((card) => stemOf(card, { [card.group]: 1 })),
      targets: groups.map(targetOf),
    },
  };
  const proofs = inGroup('proofs');
  const proving: Draft = {
    part: 'proofs',
    points: proofs.length,
    material: [paragraph([strong(labelOf('proofs')), ' → ', strong(labelOf('pillars'))])],
    form: {
      kind: 'match',
      once: false,
      apart: false,
      passage: null,
      stems: proofs.map((proof) => stemOf(proof, { [proof.proves ?? '']: 1 })),
      targets: inGroup('pillars').map(targetOf),
    },
  };
  // With a single pillar there is nothing to decide.
  return inGroup('pillars').length > 1 && proofs.length ? [sorting, proving] : [sorting];
}

/** A point for each step but the first, which any order has. */
export function draftOrder({ steps }: OrderExercise): Draft[] {
  return [
    {
      points: Math.max(steps.length - 1, 1),
      form: {
        kind: 'order',
        steps: steps.map(({ id, content, reason }) => ({ id, content: markupOf(content), reason: markupOf(reason) })),
      },
    },
  ];
}
