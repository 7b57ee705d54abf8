import { errorAt, exerciseComponents, isId, placeOf, readAttributes, type MarkdownNode } from '#exercise';
import type { Place, Problem } from '#problem';
import type { Quiz } from './lesson.ts';

/** The share of the points with which a quiz is passed unless its author says another. */
const defaultPass = 66;

/** A quiz whose exercises are being read. */
export type OpenQuiz = Omit<Quiz, 'exercises'> & { readonly exercises: string[] };

/** Reads the tag of a `<Quiz>`. A missing id or title has been reported with the attributes of all components. */
export function openQuiz(node: MarkdownNode, file: string, report: (problem: Problem) => void): OpenQuiz {
  const place = placeOf(node, file);
  const attributes = readAttributes(node);
  const text = (name: string) => {
    const value = attributes.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const id = text('id');
  if (id && !isId(id)) {
    report(
      errorAt(place, 'id-form', {
        message: `The id "${id}" is not written as ids are: small Latin letters, digits and hyphens, a letter first.`,
        hint: 'Write for example `<Quiz id="check-yourself" …>`. Ids stay the same in every language.',
      }),
    );
  }
  if (!holdsExercise(node)) {
    report(
      errorAt(place, 'quiz-empty', {
        message: 'There is no exercise in this quiz, so there is nothing to pass.',
        hint: 'Put its exercises between `<Quiz …>` and `</Quiz>`, each with an empty line before and after it.',
      }),
    );
  }
  return { id, title: text('title'), pass: readPass(attributes.get('pass'), place, report), exercises: [], place };
}

function holdsExercise(node: MarkdownNode): boolean {
  return (node.children ?? []).some((child) => exerciseComponents.includes(child.name ?? '') || holdsExercise(child));
}

function readPass(value: string | true | undefined, place: Place, report: (problem: Problem) => void): number {
  if (typeof value === 'string' && /^(?:[1-9]\d?|100)$/u.test(value)) return Number(value) / 100;
  // A bare `pass` has been reported as an attribute without its value.
  if (typeof value === 'string') {
    report(
      errorAt(place, 'attribute-value', {
        message: `"pass" is the percentage of the points with which the quiz is passed, a whole number from 1 to 100, not "${value}".`,
        hint: `Write \`pass="${defaultPass}"\`, or leave it out for ${defaultPass}.`,
      }),
    );
  }
  return defaultPass / 100;
}

/** Reports a quiz that stands in another one. */
export function reportInnerQuiz(node: MarkdownNode, file: string, report: (problem: Problem) => void): void {
  report(
    errorAt(placeOf(node, file), 'quiz-in-quiz', {
      message: 'A quiz cannot stand inside another one: an exercise would count twice.',
      hint: 'Close the first quiz with `</Quiz>` before the second begins.',
    }),
  );
}
