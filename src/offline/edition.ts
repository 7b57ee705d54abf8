import { isHash, isName, isPlain, parseObject } from './checks.ts';
import { formatPartList, parsePartList, type PartFile, type PartList } from './part-list.ts';
import { coursePart, fontsPart, isSameChoice, partsOf, type Choice, type PartId } from './parts.ts';
import type { Release } from './release.ts';

/** A part as it is kept: its list, and the hash by which a release names it. */
export interface EditionPart extends PartList {
  readonly hash: string;
}

/**
 * What is kept, or being fetched to be kept, of one release: for every address the one file that belongs to it. Pages
 * are answered from a single edition, which is how two releases are never mixed.
 */
export interface Edition {
  readonly id: string;
  /** The release that it was taken from. */
  readonly release: string;
  readonly choices: readonly Choice[];
  readonly parts: ReadonlyMap<PartId, EditionPart>;
}

/** A course in a language that is kept, as readers are told of it. */
export interface KeptCourse extends Choice {
  readonly title: string;
}

/** The choices that a release still publishes, and those that it does not. */
export function splitByRelease(choices: readonly Choice[], release: Release): { there: Choice[]; gone: Choice[] } {
  const isThere = (choice: Choice) => partsOf([choice]).every((part) => release.parts.has(part));
  return { there: choices.filter(isThere), gone: choices.filter((choice) => !isThere(choice)) };
}

/**
 * An edition of a release.
 *
 * @param lists the lists of all parts that it is to have
 * @throws where one that a choice needs is missing, or one is not of the release
 */
export function composeEdition(
  id: string,
  release: Release,
  choices: readonly Choice[],
  lists: ReadonlyMap<PartId, PartList>,
): Edition {
  const parts = new Map<PartId, EditionPart>();
  for (const part of new Set([...partsOf(choices), ...lists.keys()])) {
    const list = lists.get(part);
    const summary = release.parts.get(part);
    if (!list || !summary) throw new Error(`The release has no list of ${part}.`);
    parts.set(part, { ...list, hash: summary.hash });
  }
  return { id, release: release.id, choices, parts };
}

/** The edition without a course in a language and without what only that needed; null where nothing is left. */
export function withoutChoice(id: string, edition: Edition, removed: Choice): Edition | null {
  const choices = edition.choices.filter((choice) => !isSameChoice(choice, removed));
  if (choices.length === 0) return null;
  const needed = new Set(partsOf(choices, [fontsPart]));
  return { ...edition, id, choices, parts: new Map([...edition.parts].filter(([part]) => needed.has(part))) };
}

/** All files of an edition. */
export function filesOf(edition: Edition): PartFile[] {
  return [...edition.parts.values()].flatMap(({ files }) => files);
}

/** What is kept, for readers: each course in each language with its title. */
export function keptCourses(edition: Edition): KeptCourse[] {
  return edition.choices.map((choice) => ({
    ...choice,
    title: edition.parts.get(coursePart(choice))?.title || choice.course,
  }));
}

const version = 1;
const maxLength = 40_000_000;

export function formatEdition({ id, release, choices, parts }: Edition): string {
  const entries = [...parts].map(([part, { hash, ...list }]) => [part, [hash, formatPartList(list)]]);
  return JSON.stringify({ version, id, release, choices, parts: Object.fromEntries(entries) });
}

/** An edition from what the device holds; null where it is damaged, so that the pages come from the network. */
export function parseEdition(json: string | null): Edition | null {
  const stored = parseObject(json, maxLength);
  const { id, release, choices, parts } = stored ?? {};
  if (stored?.['version'] !== version || !isName(id) || !isHash(release) || !isPlain(parts)) return null;
  if (!Array.isArray(choices) || !choices.every(isChoice)) return null;
  const read = new Map<PartId, EditionPart>();
  for (const [part, pair] of Object.entries(parts)) {
    const [hash, text] = Array.isArray(pair) ? (pair as unknown[]) : [];
    const list = typeof text === 'string' ? parsePartList(text) : null;
    if (!isName(part) || !isHash(hash) || !list) return null;
    read.set(part, { ...list, hash });
  }
  return { id, release, choices, parts: read };
}

function isChoice(value: unknown): value is Choice {
  return isPlain(value) && isName(value['course']) && isName(value['locale']);
}
