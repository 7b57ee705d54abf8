import { suggestName, type Place } from '#problem';
import type { ExerciseBlock } from './block.ts';
import { reportMisplaced } from './item-marks.ts';
import { errorAt, type Item, type ReadContext } from './markdown.ts';
import type { RichText } from './model.ts';
import { reportDuplicateIds } from './options.ts';

/** A group whose id the type gives, with a label of the author's and the items inside it. */
export interface FixedGroup<Id extends string> {
  readonly id: Id;
  readonly content: RichText;
  readonly items: readonly Item[];
}

export interface FixedGroupsForm<Id extends string> {
  /** In the order in which they are returned. */
  readonly ids: readonly Id[];
  /** May be missing or empty. */
  readonly optional?: readonly Id[];
  /** Their order in the file is a rule, too. */
  readonly ordered?: true;
}

/**
 * Reads the groups of a type that names them itself. They get no slots: their ids are not for `check --fix` to make up.
 *
 * @returns the groups that are there, each once
 */
export function readFixedGroups<Id extends string>(
  block: Pick<ExerciseBlock, 'items' | 'place'>,
  form: FixedGroupsForm<Id>,
  context: ReadContext,
): FixedGroup<Id>[] {
  const { ids, optional = [] } = form;
  reportDuplicateIds(block.items, context);
  reportMisplaced(block.items, { what: 'group', marks: [], reason: false }, context);
  for (const item of block.items) {
    if (ids.some((id) => id === item.id)) reportGroupFaults(item, optional, context);
    else reportUnknownGroup(item, ids, context);
  }
  const missing = ids.filter((id) => !optional.includes(id) && !block.items.some((item) => item.id === id));
  // A group of an unknown name is probably the missing one, and has been told of.
  const isNamed = block.items.every((item) => ids.some((id) => id === item.id));
  if (missing.length && isNamed) reportMissingGroups(missing, block.place, context);
  if (form.ordered) reportGroupOrder(block.items, ids, context);
  return ids.flatMap((id) => {
    const item = block.items.find((group) => group.id === id);
    return item ? [{ id, content: item.content, items: item.items }] : [];
  });
}

function reportGroupFaults(group: Item, optional: readonly string[], context: ReadContext): void {
  const { id, place } = group;
  if (!group.content.text) {
    context.report(
      errorAt(place, 'group-without-label', {
        message: `The group [${id}] has no label, so learners could not be told where a card belongs.`,
        hint: `Write it after the id: \`- [${id}] A label\`.`,
      }),
    );
  }
  if (!group.items.length && !optional.some((name) => name === id)) {
    context.report(
      errorAt(place, 'group-empty', {
        message: `Nothing belongs to "${group.content.text || id}".`,
        hint: 'Write its cards as a list inside it, indented by two spaces: `  - [an-id] Text`.',
      }),
    );
  }
}

const inBrackets = (ids: readonly string[]) => ids.map((id) => `\`[${id}]\``).join(', ');

function reportUnknownGroup(item: Item, ids: readonly string[], context: ReadContext): void {
  const near = item.id === null ? null : suggestName(item.id, ids);
  context.report(
    errorAt(item.place, 'group-unknown', {
      message: `"${item.content.text || item.id}" is none of the groups of this type of exercise, so its cards have no meaning.`,
      hint: near ? `Did you mean \`[${near}]\`?` : `Write the id of a group before its label: ${inBrackets(ids)}.`,
    }),
  );
}

function reportMissingGroups(ids: readonly string[], place: Place, context: ReadContext): void {
  context.report(
    errorAt(place, 'group-missing', {
      message: `This exercise cannot be answered in full: ${inBrackets(ids)} is missing.`,
      hint: `Add \`- [${ids[0]}] A label\` and its cards as a list inside it, indented by two spaces.`,
    }),
  );
}

function reportGroupOrder(items: readonly Item[], ids: readonly string[], context: ReadContext): void {
  const known = items.flatMap((item) => {
    const rank = ids.findIndex((id) => id === item.id);
    return rank < 0 ? [] : [{ item, rank }];
  });
  const late = known.find(({ rank }, index) => rank < (known[index - 1]?.rank ?? 0));
  if (!late) return;
  context.report(
    errorAt(late.item.place, 'group-order', {
      message: `The group [${late.item.id}] stands too late: the order of the groups is the order of the answer.`,
      hint: `Put the groups in this order: ${inBrackets(ids)}.`,
    }),
  );
}
