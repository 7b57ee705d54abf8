import type { ImageLabExercise, LateralReadExercise } from '#exercise';
import { asBlocks, isBlock, labelled, list, markupOf, paragraph, strong, type Markup } from '../markup.ts';
import type { ChoiceOption } from '../question.ts';
import { element } from '../xml.ts';
import type { Draft, DraftContext } from './draft.ts';

type Verdicts = Pick<LateralReadExercise, 'verdicts' | 'key'>;

function verdictOptions({ verdicts, key }: Verdicts, points: number): ChoiceOption[] {
  return verdicts.map(({ id, content, reason }) => ({
    id,
    content: markupOf(content),
    reason: markupOf(reason),
    credit: id === key ? points : 0,
  }));
}

/** The verdict, with the page, all search results and what stands behind each of them to read. */
export function draftLateralRead(exercise: LateralReadExercise, { words }: DraftContext): Draft[] {
  const { address, page, results, question } = exercise;
  const kindOf = (result: (typeof results)[number]): Markup =>
    result.independent ? [paragraph(words.independent)] : result.trap ? [paragraph(words.trap)] : [];
  return [
    {
      points: 1,
      material: [
        paragraph([strong(words.pageToCheck)]),
        paragraph(labelled(words.address, address)),
        element('blockquote', {}, asBlocks(markupOf(page))),
        paragraph([strong(words.searchResults)]),
        ...list(
          'ul',
          results.map((result) => [
            paragraph([strong(markupOf(result.content)), ` (${result.address})`]),
            ...result.page.map((line) => paragraph(markupOf(line))),
          ]),
        ),
        ...markupOf(question),
      ],
      reasons: results.map((result) => ({
        part: markupOf(result.content),
        reason: [...kindOf(result), ...asBlocks(markupOf(result.reason))],
      })),
      form: { kind: 'choice', many: false, shuffle: true, options: verdictOptions(exercise, 1) },
    },
  ];
}

// Our own marking gives 60 of 100 for the findings and 40 for the verdict.
const points = { findings: 3, verdict: 2 };

/** The findings and the verdict, each with the picture and what its tools show. */
export function draftImageLab(exercise: ImageLabExercise, context: DraftContext): Draft[] {
  const { findings, lead, question } = exercise;
  const { material, pictures } = examine(exercise, context);
  const right = findings.filter((finding) => finding.right).length || 1;
  return [
    {
      part: 'findings',
      points: points.findings,
      material: [...material, ...markupOf(lead)],
      pictures,
      form: {
        kind: 'choice',
        many: true,
        shuffle: true,
        options: findings.map((finding) => ({
          id: finding.id,
          content: markupOf(finding.content),
          reason: markupOf(finding.reason),
          credit: ((finding.right ? 1 : -1) * points.findings) / right,
        })),
      },
    },
    {
      part: 'verdict',
      points: points.verdict,
      material: [...material, ...markupOf(question)],
      pictures,
      form: { kind: 'choice', many: false, shuffle: true, options: verdictOptions(exercise, points.verdict) },
    },
  ];
}

function examine({ picture, tools }: ImageLabExercise, context: DraftContext) {
  const { words } = context;
  const shown = context.picture(picture.src, picture.alt);
  // What another picture shows is said in words beside it.
  const others = new Map(
    tools.flatMap(({ src, content }) => (src === null ? [] : [[src, context.picture(src, content.text)] as const])),
  );
  const credit = paragraph([words.credit(picture.credit), ' · ', picture.licence]);
  const entries = tools.map(({ id, content, lines, src }): Markup => {
    const other = src === null ? undefined : others.get(src);
    const text = markupOf(content);
    return [
      ...(isBlock(text)
        ? [paragraph([strong(words.tools[id])]), ...text]
        : [paragraph(text.length ? labelled(words.tools[id], text) : [strong(words.tools[id])])]),
      ...(other ? [paragraph([strong(words.otherPicture)]), paragraph([other.image])] : []),
      ...list(
        'ul',
        lines.map((line) => markupOf(line)),
      ),
    ];
  });
  return {
    material: [paragraph([shown.image]), credit, ...list('ul', entries)],
    pictures: [shown.picture, ...[...others.values()].map((other) => other.picture)],
  };
}
