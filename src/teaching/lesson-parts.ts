import { exerciseId, wordsOf, type Markup, type XmlElement } from '#packaging';

/** A part of a lesson under one heading of level 2, or what stands before the first of them. */
export interface LessonPart {
  /** The heading's anchor, the same in every language; empty for the opening. */
  readonly anchor: string;
  /** The heading's words, inline; none for the opening. */
  readonly title: Markup;
  /** What stands below the heading, exercises as questions included. Blocks. */
  readonly blocks: Markup;
  /** Ids of its exercises, in their order. */
  readonly exercises: readonly string[];
}

/** What a part is for in class. */
export interface LessonRoles {
  /** The invented story with which the lesson begins. */
  readonly case: LessonPart | null;
  /** What is explained after it. */
  readonly idea: readonly LessonPart[];
  /** What is to be kept. */
  readonly recap: LessonPart | null;
}

/** The class of a note for trainers in a text that was read with them. */
const noteClass = 'trainer-note';

/** Parts of the text of a lesson, the opening first, and the notes for trainers that stood in it. */
export function divideText(
  text: Markup,
  exercises: readonly string[],
): { readonly parts: readonly LessonPart[]; readonly notes: readonly Markup[] } {
  const notes: Markup[] = [];
  const open: { anchor: string; title: Markup; blocks: Markup[number][] }[] = [{ anchor: '', title: [], blocks: [] }];
  for (const node of text) {
    if (typeof node === 'string') {
      if (node.trim()) open.at(-1)?.blocks.push(node);
    } else if (node.name === 'h2') {
      open.push({ anchor: node.attributes['id'] ?? '', title: node.children, blocks: [] });
    } else if (node.attributes['class'] === noteClass) {
      notes.push(node.children);
    } else {
      open.at(-1)?.blocks.push(node);
    }
  }
  const known = new Map(exercises.map((id) => [exerciseId(id), id]));
  const parts = open
    .filter(({ anchor, title, blocks }) => blocks.length > 0 || title.length > 0 || anchor)
    .map((part) => ({
      ...part,
      exercises: elementsOf(part.blocks).flatMap(({ attributes }) => known.get(attributes['id'] ?? '') ?? []),
    }));
  return { parts, notes };
}

/**
 * What the parts are for, by what stands in them and never by their words, so that it holds in every language: the case is
 * the first part with an invented example outside of an exercise; the idea is what follows before anything is
 * exemplified or asked again; the recap is the last part, if nothing is asked in it.
 */
export function rolesOf(parts: readonly LessonPart[]): LessonRoles {
  const titled = parts.filter(({ anchor }) => anchor);
  const story = titled.find((part) => hasExample(part)) ?? null;
  const after = titled.slice(story ? titled.indexOf(story) + 1 : 0);
  const from = after.findIndex((part) => isTold(part));
  const told = from < 0 ? [] : after.slice(from);
  const end = told.findIndex((part) => !isTold(part));
  const last = titled.at(-1);
  const recap = last && last !== story && last.exercises.length === 0 && titled.length > 1 ? last : null;
  return { case: story, idea: told.slice(0, end < 0 ? undefined : end).filter((part) => part !== recap), recap };
}

/** The invented examples of a part that stand before one of its exercises and tell what it is about. Blocks. */
export function examplesBefore(part: LessonPart, exercise: string): Markup {
  const at = part.blocks.findIndex((block) =>
    elementsOf([block]).some(({ attributes }) => attributes['id'] === exerciseId(exercise)),
  );
  return part.blocks.slice(0, Math.max(0, at)).filter(isExample);
}

/** All elements of the markup, outer ones first. */
export function elementsOf(markup: Markup): XmlElement[] {
  return markup.flatMap((node) => (typeof node === 'string' ? [] : [node, ...elementsOf(node.children)]));
}

/** How much there is to read, in characters. */
export function lengthOf(markup: Markup): number {
  return wordsOf(markup).length;
}

function isTold(part: LessonPart): boolean {
  return part.exercises.length === 0 && !hasExample(part);
}

function hasExample({ blocks }: LessonPart): boolean {
  return blocks.some(isExample);
}

function isExample(node: Markup[number]): boolean {
  return typeof node !== 'string' && node.attributes['class'] === 'example';
}
