import type { Grade } from './attempt.ts';
import { readBlock, type BlockList, type ExerciseBlock } from './block.ts';
import { imageTools, isImageToolId, readTools, type ImageTool, type ImageToolId } from './image-tools.ts';
import { errorAt, type Item, type MarkdownNode, type ReadContext } from './markdown.ts';
import type { ExerciseBase, Option, Part, RichText } from './model.ts';
import { readOption, reportDuplicateIds, reportInnerLists, reportTooFew } from './options.ts';
import { plainText } from './plain-text.ts';
import type { Response } from './response.ts';
import { shuffle } from './shuffle.ts';
import { moveOf, movesOf, readVerdicts, reportMisplacedMarks, verdictOf } from './simulation.ts';
import type { ExerciseType } from './type.ts';

export interface Finding extends Option {
  readonly right: boolean;
  /** Tools that show it; who has left out one of them cannot know it. */
  readonly needs: readonly ImageToolId[];
}

/** A picture to examine with tools before a verdict. */
export interface ImageLabExercise extends ExerciseBase {
  readonly type: 'image-lab';
  /** `src` is a path from the lesson's folder, `licence` an SPDX identifier. */
  readonly picture: { readonly src: string; readonly alt: string; readonly credit: string; readonly licence: string };
  readonly tools: readonly ImageTool[];
  /** What leads to the findings. */
  readonly lead: RichText;
  readonly findings: readonly Finding[];
  /** The question of the verdict. */
  readonly question: RichText;
  readonly verdicts: readonly Option[];
  /** Id of the right verdict. */
  readonly key: string;
}

const pictureAttributes = ['src', 'alt', 'credit', 'licence'] as const;

function readImageLab(node: MarkdownNode, context: ReadContext): ImageLabExercise | null {
  const marks = ['area', 'src', 'needs'];
  const block = readBlock(node, { attributes: pictureAttributes, marks, lists: 3 }, context);
  const [found, seen, asked] = block?.lists ?? [];
  if (!block || !found || !seen || !asked) return null;
  const picture = readPicture(block, context);
  const tools = readTools(found.items, context);
  reportDuplicateIds([...found.items, ...seen.items, ...asked.items], context);
  const lab = {
    tools,
    lead: seen.lead,
    findings: readFindings(seen, tools, context),
    question: asked.lead,
    ...readVerdicts(asked, context),
  };
  return { ...block.base, type: 'image-lab', picture, ...lab };
}

function readPicture({ attributes, place }: ExerciseBlock, context: ReadContext): ImageLabExercise['picture'] {
  const [src = '', alt = '', credit = '', licence = ''] = pictureAttributes.map((name) => {
    const value = attributes.get(name) ?? '';
    if (!value) reportMissing(name, place, context);
    return value;
  });
  if (src) context.media({ src, place });
  return { src, alt, credit, licence };
}

function reportMissing(name: string, place: ExerciseBlock['place'], context: ReadContext): void {
  const isAlt = name === 'alt';
  context.report(
    errorAt(place, isAlt ? 'alt-missing' : 'attribute-missing', {
      message: isAlt
        ? 'This picture says nothing to a learner who cannot see it.'
        : `<ImageLab> needs "${name}", as every picture does.`,
      hint: isAlt ? 'Say in `alt="…"` what it shows, without the conclusion.' : `Add \`${name}="…"\`.`,
    }),
  );
}

function readFindings({ items, place }: BlockList, tools: readonly ImageTool[], context: ReadContext): Finding[] {
  reportInnerLists(items, context);
  reportMisplacedMarks(items, ['needs'], context);
  reportTooFew(items, 2, 'findings', context);
  const right = items.filter((item) => item.checked);
  if (!right.length || right.length === items.length) {
    context.report(
      errorAt(place, right.length ? 'no-wrong-option' : 'no-correct-option', {
        message: right.length
          ? 'Every finding is marked as right, so whoever ticks them all has examined nothing.'
          : 'No finding is marked as right, so the tools lead to nothing.',
        hint: right.length
          ? 'Add a finding with `[ ]`: what a hasty eye reads into the picture.'
          : 'Write `[x]` before each finding that the tools really show.',
      }),
    );
  }
  return items.map((item) => ({
    ...readOption(item, context),
    right: item.checked === true,
    needs: readNeeds(item, tools, context),
  }));
}

function readNeeds(item: Item, tools: readonly ImageTool[], context: ReadContext): ImageToolId[] {
  const value = item.marks.get('needs');
  const named = typeof value === 'string' ? value.split(/[ ,]+/u) : [];
  const unknown = named.find((name) => !tools.some(({ id }) => id === name));
  if (unknown !== undefined || value === true) {
    context.report(
      errorAt(item.place, 'needs-unknown', {
        message:
          unknown === undefined
            ? `"${item.content.text}" needs a tool, and does not say which.`
            : `"${item.content.text}" needs the tool "${unknown}", which this exercise does not have.`,
        hint: `Name tools of the first list (${tools.map(({ id }) => id).join(', ')}), as in \`[needs: crop details]\`.`,
      }),
    );
  }
  return imageTools.filter((tool) => named.includes(tool));
}

/** What the verdict and all findings together are worth. */
const imageLabPoints = { verdict: 40, findings: 60 } as const;

interface ImageLabKey {
  readonly tools: readonly { readonly id: ImageToolId }[];
  readonly findings: readonly (Part & Pick<Finding, 'right' | 'needs'>)[];
  readonly verdicts: readonly Part[];
  readonly key: string;
}

/** What a response says was done, by id. */
export interface ImageLabMoves {
  readonly tools: readonly ImageToolId[];
  readonly findings: readonly string[];
  readonly verdict: string | null;
}

/** The moves that a response records; whatever this exercise does not have is left out. */
export function imageLabMoves(
  { tools, findings, verdicts }: Pick<ImageLabKey, 'tools' | 'findings' | 'verdicts'>,
  response: Response | null,
): ImageLabMoves {
  return {
    tools: movesOf(response, 'tool', tools).filter(isImageToolId),
    findings: movesOf(response, 'finding', findings),
    verdict: verdictOf(response, verdicts),
  };
}

/** Moves as they are recorded: tools in the order in which they were used, findings, the verdict. */
export function recordImageLab({ tools, findings, verdict }: ImageLabMoves): string[] {
  return [
    ...tools.map((id) => moveOf('tool', id)),
    ...findings.map((id) => moveOf('finding', id)),
    ...(verdict === null ? [] : [moveOf('verdict', verdict)]),
  ];
}

/** Ids of the findings that were chosen although a tool that they need was not used. */
export function unseenFindings(exercise: ImageLabKey, response: Response | null): string[] {
  const { tools, findings } = imageLabMoves(exercise, response);
  return exercise.findings
    .filter(({ id, needs }) => findings.includes(id) && !needs.every((tool) => tools.includes(tool)))
    .map(({ id }) => id);
}

/** Points for the verdict and for findings: each right one whose tools were used, less each wrong one. */
export function gradeImageLab(exercise: ImageLabKey, response: Response | null): Grade {
  const { findings, key } = exercise;
  const { findings: chosen, verdict } = imageLabMoves(exercise, response);
  const unseen = unseenFindings(exercise, response);
  const parts = findings.map(({ id, right }) => ({
    id,
    correct: right ? chosen.includes(id) && !unseen.includes(id) : !chosen.includes(id),
  }));
  const asked = findings.filter(({ right }) => right);
  const found = asked.filter(({ id }) => parts.some((part) => part.id === id && part.correct)).length;
  const wrong = findings.filter(({ id, right }) => !right && chosen.includes(id)).length;
  const judged = key !== '' && verdict === key;
  const share = asked.length ? Math.max(0, found - wrong) / asked.length : 0;
  return {
    score: (judged ? imageLabPoints.verdict : 0) + Math.round(imageLabPoints.findings * share),
    max: imageLabPoints.verdict + imageLabPoints.findings,
    correct: judged && asked.length > 0 && share === 1,
    parts: [...parts, { id: 'verdict', correct: judged }],
  };
}

export const imageLab: ExerciseType<ImageLabExercise> = {
  type: 'image-lab',
  component: 'ImageLab',
  interaction: () => 'performance',
  read: readImageLab,
  grade: gradeImageLab,
  solve: ({ findings, key }) => {
    const right = findings.filter((finding) => finding.right);
    const tools = imageTools.filter((tool) => right.some(({ needs }) => needs.includes(tool)));
    return recordImageLab({ tools, findings: right.map(({ id }) => id), verdict: key });
  },
  keyOf: ({ findings, key }) => ({
    findings: findings
      .filter(({ right }) => right)
      .map(({ id }) => id)
      .sort(),
    needs: findings
      .filter(({ needs }) => needs.length)
      .map(({ id, needs }) => `${id}: ${needs.join(' ')}`)
      .sort(),
    verdict: key,
  }),
  partsOf: ({ tools, findings, verdicts }) => [...tools, ...findings, ...verdicts],
  linesOf: ({ id, picture, tools, lead, findings, question, verdicts }) => [
    plainText(picture.alt),
    ...tools.flatMap(({ content, lines }) => [content, ...lines]),
    lead,
    ...findings.map(({ content }) => content),
    question,
    ...shuffle(verdicts, id).map(({ content }) => content),
  ],
  solutionOf: ({ findings, verdicts, key }) =>
    [...findings.filter(({ right }) => right), ...verdicts.filter(({ id }) => id === key)].map(
      ({ content }) => content,
    ),
  reasonsOf: ({ findings, verdicts }) =>
    [...findings, ...verdicts].map(({ content, reason }) => ({ part: content, reason })),
};
