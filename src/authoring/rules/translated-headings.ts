import type { BodyReading } from '#course';
import { errorAt } from '#exercise';
import type { Problem } from '#problem';
import { startOf } from '../survey.ts';
import { mentionsOf } from './translated-mentions.ts';

const why = 'Anchors and places in the text are kept by the order of headings.';

/** Reports a heading that a translation lacks, has in addition or has of another level: the first one. */
export function compareHeadings(
  sourceFile: string,
  original: BodyReading,
  translated: BodyReading,
  file: string,
): Problem[] {
  const [wanted, given] = [original.sections, translated.sections];
  const at =
    wanted.length === given.length ? differingLevel(original, translated) : differingSection(original, translated);
  if (at < 0) return [];
  const numbers = { wanted: wanted.length - 1, given: given.length - 1 };
  if (wanted.length < given.length) {
    const extra = given[Math.min(at + 1, given.length - 1)];
    const swallowed = wanted[Math.min(at, wanted.length - 1)];
    return [
      errorAt(extra?.place ?? startOf(file), 'heading-differs', {
        message: `The source (${sourceFile}:${swallowed?.place.line ?? 1}) has no heading for "${extra?.heading}": the translation has more headings (${numbers.given}) than the source (${numbers.wanted}). ${why}`,
        hint: 'Make it a line in **bold**, or add the heading to the source and to every language.',
      }),
    ];
  }
  const isMissing = wanted.length > given.length;
  const expected = wanted[isMissing ? Math.min(at + 1, wanted.length - 1) : at];
  const here = given[Math.min(at, given.length - 1)];
  const name = `The heading \`${'#'.repeat(expected?.depth ?? 2)} …\` for "${expected?.heading}" (${sourceFile}:${expected?.place.line})`;
  return [
    errorAt(here?.place ?? startOf(file), 'heading-differs', {
      message: isMissing
        ? `${name} is missing: the source has more headings (${numbers.wanted}) than the translation (${numbers.given}). ${why}`
        : `${name} is expected here, and "${here?.heading}" of level ${here?.depth} stands. ${why}`,
      hint: 'Give the translation the same headings as the source, in the same order and of the same level.',
    }),
  ];
}

function differingLevel({ sections }: BodyReading, translated: BodyReading): number {
  return sections.findIndex(({ depth }, index) => translated.sections[index]?.depth !== depth);
}

/**
 * The first section that differs in its level or in what stands in it: exercises, terms, citations, links and media are
 * the same in every language, so a section with those of two has lost the heading between them.
 */
function differingSection(original: BodyReading, translated: BodyReading): number {
  const [wanted, given] = [contentsOf(original), contentsOf(translated)];
  const last = Math.min(wanted.length, given.length) - 1;
  const at = wanted.findIndex((contents, index) => contents !== given[index]);
  // The heading after it may be of another level already.
  const level = differingLevel(original, translated);
  return Math.min(at < 0 ? last : at, level > 0 ? level - 1 : last, last);
}

/** What stands in each section, as a text that is the same in every language. */
function contentsOf(body: BodyReading): string[] {
  const mentions = mentionsOf(body);
  return body.sections.map(({ exercises, place }, index) => {
    const end = body.sections[index + 1]?.place.line ?? Infinity;
    const inside = mentions.filter((mention) => mention.place.line >= place.line && mention.place.line < end);
    // The order of words differs by language.
    return [exercises.join(' '), ...inside.map(({ id }) => id).sort()].join('\n');
  });
}
