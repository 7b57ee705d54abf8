import { filesOf, splitByRelease, type Edition } from './edition.ts';
import type { PartFile } from './part-list.ts';
import { partsOf, type Choice, type PartId } from './parts.ts';
import type { Release } from './release.ts';

/** What files weigh: over the line and on the device if text is compressed there, and as they are. */
export interface Size {
  readonly compressed: number;
  readonly bytes: number;
}

export function sizeOf(files: Iterable<Size>): Size {
  let [compressed, bytes] = [0, 0];
  for (const file of files) {
    compressed += file.compressed;
    bytes += file.bytes;
  }
  return { compressed, bytes };
}

/** The files of an edition, each content once: two addresses may hold the same. */
export function contentsOf(edition: Edition): PartFile[] {
  return [...new Map(filesOf(edition).map((file) => [file.hash, file])).values()];
}

/**
 * The files that an edition still needs, in the order to fetch them in: what every page needs comes first, for then the
 * pages that follow can be opened if the learner stops half-way and another edition takes them over.
 *
 * @param held the hashes of files that are on the device, whichever edition they came with
 */
export function missingFiles(edition: Edition, held: ReadonlySet<string>): PartFile[] {
  return contentsOf(edition).filter(({ hash }) => !held.has(hash));
}

/** What a choice would add to what is kept; nothing for what is kept already. */
export function sizeOfChoices(
  choices: readonly Choice[],
  release: Release,
  kept: Edition | null,
  extras: readonly PartId[] = [],
): Size {
  const isKept = (part: PartId) => kept?.parts.has(part) ?? false;
  return sizeOf(partsOf(choices, extras).flatMap((part) => (isKept(part) ? [] : (release.parts.get(part) ?? []))));
}

/** The parts of a release that choices are made of, with the extras that it has. */
export function partsToKeep(choices: readonly Choice[], release: Release, extras: readonly PartId[]): PartId[] {
  return partsOf(
    choices,
    extras.filter((part) => release.parts.has(part)),
  );
}

/** What a release has that is newer than what is kept. */
export interface News {
  /** Parts whose lists are to be fetched. */
  readonly changed: readonly PartId[];
  /** What is kept and is published no more. */
  readonly gone: readonly Choice[];
}

/**
 * Compares what is kept with what a site publishes; null where all of it is the same, whatever else has changed.
 *
 * @param extras what the learner wants beside the courses by now
 */
export function compareEdition(kept: Edition, release: Release, extras: readonly PartId[] = []): News | null {
  const { there, gone } = splitByRelease(kept.choices, release);
  const changed = partsToKeep(there, release, extras).filter(
    (part) => release.parts.get(part)?.hash !== kept.parts.get(part)?.hash,
  );
  return changed.length > 0 || gone.length > 0 ? { changed, gone } : null;
}

const day = 24 * 60 * 60 * 1000;

/**
 * True where a day has passed since a site was last asked for news.
 *
 * @param last when that was, in milliseconds since 1970, as it was kept
 */
export function isCheckDue(last: string | null, now: number): boolean {
  const then = Number(last);
  // A clock that was set back must not put off the question for years.
  return !Number.isFinite(then) || now - then >= day || then > now;
}
