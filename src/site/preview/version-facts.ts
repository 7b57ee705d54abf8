import type { ReadingReport, VersionReport } from '#authoring';
import { count } from '#problem';

const states = { 'machine-draft': 'machine draft', 'in-review': 'in review', reviewed: 'reviewed' } as const;

/**
 * What is said of a page in one language: its state, and what is known of whether it is stale. The project keeps no
 * days of translation: a translation is stale where it differs from its source in what has to be equal.
 *
 * @param versions its files, several for a page of examples; none where it is not translated
 */
export function versionFacts(versions: readonly VersionReport[]): { state: string; standing: string } {
  const [first] = versions;
  if (!first) return { state: 'not translated', standing: 'readers see the source language, with a notice' };
  if (versions.some(({ unreadable }) => unreadable)) return { state: stateOf(versions), standing: 'cannot be read' };
  if (first.isSource) return { state: 'source', standing: '' };
  const differences = versions.reduce((sum, version) => sum + version.differences, 0);
  return {
    state: stateOf(versions),
    standing: differences
      ? `stale: differs from its source in ${count(differences, 'place', 'places')}`
      : 'as its source',
  };
}

/** The state of a page's files; the least advanced where they differ. */
function stateOf(versions: readonly VersionReport[]): string {
  const { isSource } = versions[0] ?? {};
  if (isSource) return 'source';
  const order = Object.keys(states) as (keyof typeof states)[];
  const found = order.find((state) => versions.some((version) => version.state === state));
  return found ? states[found] : 'state unknown';
}

/**
 * How long a page takes to read and how its sentences are, in sentences.
 *
 * @param minutes what `course.yaml` promises for a lesson, exercises included
 */
export function readingFacts(
  parts: readonly ReadingReport[],
  { minutes, timeOf }: { readonly minutes: number | null; timeOf(characters: number): number },
): string[] {
  const sum = (of: (part: ReadingReport) => number) => parts.reduce((total, part) => total + of(part), 0);
  const read = Math.max(1, Math.round(timeOf(sum(({ characters }) => characters)) / 60_000));
  const promised = minutes === null ? '' : ` course.yaml says ${minutes} with exercises.`;
  const [first] = parts;
  const sentences =
    parts.length === 1 && first
      ? [
          `Half of the sentences have ${count(first.medianSentence, 'word', 'words')} or more; ${
            first.medianSentence > first.longestMedian
              ? `divide some until it is ${first.longestMedian} or fewer.`
              : `up to ${first.longestMedian} read well in this language.`
          }`,
        ]
      : [];
  return [
    `${count(
      sum(({ words }) => words),
      'word',
      'words',
    )} in ${count(
      sum((part) => part.sentences),
      'sentence',
      'sentences',
    )}.`,
    `The text takes ${count(read, 'minute', 'minutes')} to read.${promised}`,
    ...sentences,
  ];
}
