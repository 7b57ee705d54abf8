import type {
  ChoiceExercise,
  HeadlineSortExercise,
  ChecklistExercise,
  TriageExercise,
  VerdictExercise,
} from '#exercise';
import { labelled, markupOf, paragraph } from '../markup.ts';
import type { Draft, DraftContext } from './draft.ts';

/** A point for each right answer; a wrong one among several takes a point away, as in our own marking. */
export function draftChoice({ options, key, many }: ChoiceExercise): Draft[] {
  return [
    {
      points: key.length,
      form: {
        kind: 'choice',
        many,
        shuffle: true,
        options: options.map(({ id, content, reason }) => ({
          id,
          content: markupOf(content),
          reason: markupOf(reason),
          credit: key.includes(id) ? 1 : many ? -1 : 0,
        })),
      },
    },
  ];
}

export function draftVerdict({ options, key }: VerdictExercise, { words }: DraftContext): Draft[] {
  return [
    {
      points: 1,
      form: {
        kind: 'choice',
        many: false,
        shuffle: false,
        options: options.map(({ id, content, reason }) => ({
          id,
          content: content.text ? markupOf(content) : [words.verdict[id]],
          reason: markupOf(reason),
          credit: id === key ? 1 : 0,
        })),
      },
    },
  ];
}

/**
 * Post by post. Sound and misleading posts weigh alike as two kinds, so that with as many of one as of the other each is
 * worth a point; an undecided one earns nothing.
 */
export function draftHeadlineSort({ headlines, unsure }: HeadlineSortExercise, { words }: DraftContext): Draft[] {
  const kinds = new Set(headlines.map(({ sound }) => sound)).size;
  const weigh = (sound: boolean) =>
    headlines.length / (kinds * headlines.filter((headline) => headline.sound === sound).length);
  const labels = [
    ['sound', words.headline.sound],
    ['misleading', words.headline.misleading],
    ...(unsure ? [['unsure', words.verdict.unsure] as const] : []),
  ] as const;
  return [
    {
      points: headlines.length,
      form: {
        kind: 'match',
        once: false,
        apart: true,
        passage: null,
        stems: headlines.map(({ id, content, reason, sound }) => ({
          id,
          content: markupOf(content),
          reason: markupOf(reason),
          credits: { [sound ? 'sound' : 'misleading']: weigh(sound) },
        })),
        targets: labels.map(([id, label]) => ({ id, content: [label], reason: [] })),
      },
    },
  ];
}

/** A point for each rating within the tolerance of the expert's. */
export function draftChecklist({ criteria }: ChecklistExercise, { words }: DraftContext): Draft[] {
  const targets = words.ratings.map((label, rating) => ({ id: String(rating), content: [label], reason: [] }));
  return [
    {
      points: criteria.length,
      form: {
        kind: 'match',
        once: false,
        apart: true,
        passage: null,
        stems: criteria.map(({ id, content, reason, expert, tolerance }) => ({
          id,
          content: markupOf(content),
          reason: markupOf(reason),
          credits: Object.fromEntries(
            targets.flatMap((target, rating) => (Math.abs(rating - expert) <= tolerance ? [[target.id, 1]] : [])),
          ),
        })),
        targets,
      },
    },
  ];
}

/** A point for each claim in its band, half a point in one that can be defended. */
export function draftTriage({ bands, claims }: TriageExercise, { words }: DraftContext): Draft[] {
  return [
    {
      points: claims.length,
      form: {
        kind: 'match',
        once: false,
        apart: true,
        passage: null,
        stems: claims.map(({ id, content, reason, band, also, likelihood, impact, opinion }) => ({
          id,
          content: markupOf(content),
          reason: [
            ...markupOf(reason),
            paragraph([words.likelihood(likelihood), ' · ', words.impact(impact)]),
            ...(opinion ? [paragraph(words.opinion)] : []),
            ...bands
              .filter((other) => also.includes(other.id))
              .map((other) => paragraph(labelled(markupOf(other.content), words.half))),
          ],
          credits: { ...Object.fromEntries(also.map((other) => [other, 0.5])), [band]: 1 },
        })),
        targets: bands.map(({ id, content }) => ({ id, content: markupOf(content), reason: [] })),
      },
    },
  ];
}
