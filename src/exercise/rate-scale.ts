import type { ExerciseBlock } from './block.ts';
import { errorAt, type ReadContext } from './markdown.ts';

/** The numbers that can be given: from the least to the greatest in equal steps. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** The scale that an exercise's attributes describe; null where they describe none, which has been reported. */
export function readScale(block: ExerciseBlock, context: ReadContext): Scale | null {
  const [min, max, step] = ['min', 'max', 'step'].map((name) => readNumber(name, block, context));
  if (typeof min !== 'number' || typeof max !== 'number' || typeof step !== 'number') return null;
  if (min < max && step > 0 && (max - min) % step === 0) return { min, max, step };
  context.report(
    errorAt(block.place, 'scale-impossible', {
      message:
        min < max
          ? `In steps of ${step} nobody comes from ${min} to ${max}.`
          : `The scale begins at ${min} and ends at ${max}, which is not above it.`,
      hint:
        min < max
          ? `Write \`step="1"\`, or another step that divides ${max - min}.`
          : 'Write the smaller number as `min` and the greater one as `max`.',
    }),
  );
  return null;
}

function readNumber(name: string, { attributes, place }: ExerciseBlock, context: ReadContext): number | null {
  const value = attributes.get(name);
  const number = value === undefined ? null : readWhole(value);
  if (number !== null) return number;
  const examples: Readonly<Record<string, string>> = { min: '0', max: '100', step: '5' };
  context.report(
    errorAt(place, value === undefined ? 'attribute-missing' : 'attribute-value', {
      message:
        value === undefined
          ? `This scale has no "${name}".`
          : `"${name}" is a whole number of at most six digits, not "${value}".`,
      hint: `Write for example \`${name}="${examples[name]}"\`.`,
    }),
  );
  return null;
}

/** A whole number as authors write it and learners' answers hold it: digits, at most six, with a minus where there is one. */
export function readWhole(text: string): number | null {
  return /^-?\d{1,6}$/u.test(text) ? Number(text) : null;
}
