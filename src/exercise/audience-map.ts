import type { Grade } from './attempt.ts';
import { readBlock, type ExerciseBlock } from './block.ts';
import { gradePlaced, linesOfGroups, readGrouped, reasonsOfCards } from './grouped.ts';
import { readIdsMark, reportMarkValue, reportMissingMark } from './item-marks.ts';
import { errorAt, type Item, type MarkdownNode, type ReadContext } from './markdown.ts';
import type { ExerciseBase, Option, Part, RichText } from './model.ts';
import { plainText } from './plain-text.ts';
import { asRecord, type Response } from './response.ts';
import { shuffle } from './shuffle.ts';
import type { ExerciseType } from './type.ts';

/** A field of the map. */
export interface Zone {
  readonly id: string;
  readonly content: RichText;
  /** From 1, left to right along the axis `across`. */
  readonly column: number;
  /** From 1, bottom to top along the axis `up`. */
  readonly row: number;
}

export interface AudienceCard extends Option {
  /** Id of the zone it belongs to. */
  readonly zone: string;
  /** Ids of zones that come near, for half a point. */
  readonly near: readonly string[];
}

export interface AudienceMapExercise extends ExerciseBase {
  readonly type: 'audience-map';
  /** What grows from left to right. */
  readonly across: string;
  /** What grows from bottom to top. */
  readonly up: string;
  readonly zones: readonly Zone[];
  readonly cards: readonly AudienceCard[];
}

const axes = ['across', 'up'] as const;

/** Columns and rows that a telephone can still show. */
const mostFields = 3;

function readAudienceMap(node: MarkdownNode, context: ReadContext): AudienceMapExercise | null {
  const block = readBlock(node, { attributes: axes, marks: ['at', 'near'] }, context);
  if (!block) return null;
  const [across, up] = axes.map((name) => readAxis(block, name, context));
  const form = {
    group: { what: 'zone', plural: 'zones', marks: ['at'] },
    card: { what: 'card', plural: 'cards', marks: ['near'] },
  };
  const groups = readGrouped(block, form, context);
  if (!groups) return null;
  const zones = groups.map(({ item, id, content }) => ({ id, content, ...readField(item, context) }));
  reportGrid(block, zones, context);
  const ids = groups.map(({ id }) => id);
  return {
    ...block.base,
    type: 'audience-map',
    across: across ?? '',
    up: up ?? '',
    zones,
    cards: groups.flatMap(({ id: zone, cards }) =>
      cards.map(({ item, option }) => ({
        ...option,
        zone,
        near: readIdsMark(
          item,
          'near',
          { known: ids.filter((id) => id !== zone), what: 'another zone', rule: 'zone-unknown' },
          context,
        ),
      })),
    ),
  };
}

function readAxis(block: ExerciseBlock, name: string, context: ReadContext): string {
  const value = block.attributes.get(name);
  if (value !== undefined) return value;
  context.report(
    errorAt(block.place, 'attribute-missing', {
      message: `This <AudienceMap> does not say what its axis "${name}" stands for, so nobody can read the map.`,
      hint: `Write for example \`${name}="Interest in the matter"\` after its id, in the language of the text.`,
    }),
  );
  return '';
}

const nowhere = { column: 0, row: 0 };

function readField(item: Item, context: ReadContext): { readonly column: number; readonly row: number } {
  const value = item.marks.get('at');
  if (value === undefined) {
    reportMissingMark(item, 'at', '1 2', context);
    return nowhere;
  }
  const [, column, row] = (typeof value === 'string' && /^([1-9]) +([1-9])$/u.exec(value)) || [];
  const field = { column: Number(column), row: Number(row) };
  if (field.column <= mostFields && field.row <= mostFields) return field;
  const wanted = `a column and a row, each a whole number from 1 to ${mostFields}, counted from the bottom left`;
  reportMarkValue(item, { name: 'at', wanted, example: '1 2' }, context);
  return nowhere;
}

/** Reports fields that two zones share, fields without a zone, and a map with one column or row. */
function reportGrid(block: ExerciseBlock, zones: readonly Zone[], context: ReadContext): void {
  if (zones.some(({ column }) => column === 0)) return;
  const find = (column: number, row: number) => zones.findIndex((zone) => zone.column === column && zone.row === row);
  zones.forEach((zone, index) => {
    const first = find(zone.column, zone.row);
    const item = block.items[index];
    if (first === index || !item) return;
    context.report(
      errorAt(item.place, 'zone-field-taken', {
        message: `The zones "${zones[first]?.id}" and "${zone.id}" lie in the same field of the map: column ${zone.column}, row ${zone.row}.`,
        hint: `Give this one a field of its own: \`[at: column row]\`, counted from the bottom left.`,
      }),
    );
  });
  const place = block.items[0]?.place ?? block.place;
  const [columns, rows] = sizeOf(zones);
  if (columns < 2 || rows < 2) {
    context.report(
      errorAt(place, 'map-too-small', {
        message: `The fields of this map are ${columns} × ${rows}, so one of its axes shows nothing.`,
        hint: 'Lay zones in at least two columns and two rows: `[at: 1 1]`, `[at: 2 1]`, `[at: 1 2]`, `[at: 2 2]`.',
      }),
    );
    return;
  }
  const fields = Array.from({ length: columns * rows }, (_, at) => [(at % columns) + 1, Math.floor(at / columns) + 1]);
  for (const [column = 0, row = 0] of fields) {
    if (find(column, row) >= 0) continue;
    context.report(
      errorAt(place, 'map-with-hole', {
        message: `Nothing lies in column ${column}, row ${row} of this map.`,
        hint: `Add a zone with \`[at: ${column} ${row}]\`; it may stay without cards.`,
      }),
    );
  }
}

function sizeOf(zones: readonly Zone[]): [columns: number, rows: number] {
  return [Math.max(0, ...zones.map(({ column }) => column)), Math.max(0, ...zones.map(({ row }) => row))];
}

/** The rows of the map from the top, each with its zones from the left; zones of a damaged map may be missing. */
export function rowsOfMap<Field extends Pick<Zone, 'column' | 'row'>>(zones: readonly Field[]): Field[][] {
  const rows = [...new Set(zones.map(({ row }) => row))].sort((a, b) => b - a);
  return rows.map((row) => zones.filter((zone) => zone.row === row).sort((a, b) => a.column - b.column));
}

/** What the grading of a map needs to know of it. */
export interface AudienceMapKey {
  readonly cards: readonly (Part & { readonly zone: string; readonly near: readonly string[] })[];
}

/** One point for each card in its own zone, half a point in one that comes near. */
export function gradeAudienceMap(exercise: AudienceMapKey, response: Response | null): Grade {
  const cards = exercise.cards.map(({ id, zone, near }) => ({ id, group: zone, half: near }));
  return gradePlaced(cards, asRecord(response));
}

const byId = (a: Part, b: Part) => (a.id < b.id ? -1 : 1);

export const audienceMap: ExerciseType<AudienceMapExercise> = {
  type: 'audience-map',
  component: 'AudienceMap',
  interaction: () => 'matching',
  read: readAudienceMap,
  grade: gradeAudienceMap,
  solve: (exercise) => Object.fromEntries(exercise.cards.map(({ id, zone }) => [id, zone])),
  keyOf: ({ zones, cards }) => ({
    zones: [...zones].sort(byId).map(({ id, column, row }) => [id, column, row]),
    cards: [...cards].sort(byId).map(({ id, zone, near }) => [id, zone, [...near].sort()]),
  }),
  partsOf: ({ zones, cards }) => [...zones, ...cards],
  linesOf: (exercise) => [
    plainText(`${exercise.up} ↑ · ${exercise.across} →`),
    ...rowsOfMap(exercise.zones).map((row) => ({
      html: row.map(({ content }) => content.html).join(' | '),
      text: row.map(({ content }) => content.text).join(' | '),
    })),
    ...shuffle(exercise.cards, exercise.id).map(({ content }) => content),
  ],
  solutionOf: ({ zones, cards }) =>
    linesOfGroups(
      rowsOfMap(zones)
        .flat()
        .map(({ id, content }) => ({
          content,
          cards: cards.filter(({ zone }) => zone === id).map((card) => card.content),
        })),
    ),
  reasonsOf: ({ cards }) => reasonsOfCards(cards),
};
