import { errorAt, type Item, type ReadContext } from './markdown.ts';
import type { RichText } from './model.ts';
import { readOption } from './options.ts';
import { readLines, reportBoxes, reportMisplacedMarks } from './simulation.ts';

/** Tools for examining a picture, in the order in which they are offered. */
export const imageTools = ['crop', 'details', 'reverse', 'compare', 'credentials'] as const;

export type ImageToolId = (typeof imageTools)[number];

/** A part of a picture in hundredths of its width and height. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ImageTool {
  readonly id: ImageToolId;
  /** What the enlarged part or the other picture shows; an introduction for the tools that give lines. */
  readonly content: RichText;
  /** What file details, a reverse search or content credentials say, entry by entry. */
  readonly lines: readonly RichText[];
  /** The part that is enlarged. */
  readonly area: Area | null;
  /** The picture to compare with: a path from the lesson's folder. */
  readonly src: string | null;
}

export function isImageToolId(id: string | null): id is ImageToolId {
  return imageTools.some((tool) => tool === id);
}

/** Reads the list of tools, in the order in which they are offered. Unknown ones are reported and left out. */
export function readTools(items: readonly Item[], context: ReadContext): ImageTool[] {
  reportBoxes(items, 'a tool', context);
  const tools = items.flatMap((item) => readTool(item, context) ?? []);
  return imageTools.flatMap((id) => tools.find((tool) => tool.id === id) ?? []);
}

function readTool(item: Item, context: ReadContext): ImageTool | null {
  const { id } = item;
  const { content } = readOption(item, context, { textOptional: true, reasonOptional: true, fixedIds: imageTools });
  if (item.reason) reportReason(item, context);
  if (!isImageToolId(id)) {
    if (id !== null) reportUnknownTool(item, context);
    return null;
  }
  reportMisplacedMarks([item], id === 'crop' ? ['area'] : id === 'compare' ? ['src'] : [], context);
  const isPicture = id === 'crop' || id === 'compare';
  const lines = isPicture ? [] : readLines(item, context);
  if (isPicture) reportPicture(item, context);
  else if (!lines.length) reportNoLines(item, context);
  return {
    id,
    content,
    lines,
    area: id === 'crop' ? readArea(item, context) : null,
    src: id === 'compare' ? readSrc(item, context) : null,
  };
}

function reportUnknownTool(item: Item, context: ReadContext): void {
  context.report(
    errorAt(item.place, 'tool-unknown', {
      message: `There is no tool "${item.id}" for examining a picture.`,
      hint: `The tools are ${imageTools.map((tool) => `\`[${tool}]\``).join(', ')}; findings stand in the second list.`,
    }),
  );
}

function reportReason(item: Item, context: ReadContext): void {
  context.report(
    errorAt(item.place, 'exercise-stray-content', {
      message: `The tool "${item.id}" has a reason, which nobody would see: reasons belong to findings and verdicts.`,
      hint: 'Move it below the finding that the tool leads to.',
    }),
  );
}

function reportPicture(item: Item, context: ReadContext): void {
  const [line] = item.items;
  if (line) {
    context.report(
      errorAt(line.place, 'exercise-stray-content', {
        message: `The tool "${item.id}" shows a picture and has no list.`,
        hint: 'Write what the picture shows as the text after its marks.',
      }),
    );
  }
  if (item.content.text) return;
  context.report(
    errorAt(item.place, 'alt-missing', {
      message: `What the tool "${item.id}" shows says nothing to a learner who cannot see it.`,
      hint: `Describe it after the marks, without the conclusion: \`[${item.id}] … A bare tree.\``,
    }),
  );
}

function reportNoLines(item: Item, context: ReadContext): void {
  context.report(
    errorAt(item.place, 'tool-empty', {
      message: `The tool "${item.id}" shows nothing.`,
      hint: 'Write its entries as list items inside it: `  - No entry`. That nothing is found is an entry too.',
    }),
  );
}

function readArea(item: Item, context: ReadContext): Area | null {
  const value = item.marks.get('area');
  const numbers = typeof value === 'string' ? value.split(/[ ,]+/u) : [];
  const [x = 0, y = 0, width = 0, height = 0] = numbers.map(Number);
  const isSound = numbers.length === 4 && numbers.every((number) => /^\d+(?:\.\d+)?$/u.test(number));
  if (isSound && width > 0 && height > 0 && x + width <= 100 && y + height <= 100) return { x, y, width, height };
  context.report(
    errorAt(item.place, 'crop-area', {
      message: 'The tool "crop" enlarges a part of the picture, and this does not say which.',
      hint: 'Write left edge, top edge, width and height in percent of the picture: `[crop] [area: 60 20 30 40]`.',
    }),
  );
  return null;
}

function readSrc(item: Item, context: ReadContext): string | null {
  const src = item.marks.get('src');
  if (typeof src === 'string') {
    context.media({ src, place: item.place });
    return src;
  }
  context.report(
    errorAt(item.place, 'compare-without-picture', {
      message: 'The tool "compare" has no second picture.',
      hint: 'Name a file of this lesson: `[compare] [src: media/other.svg] What it shows`.',
    }),
  );
  return null;
}
