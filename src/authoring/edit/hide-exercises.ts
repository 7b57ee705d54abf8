import { exerciseComponents } from '#exercise';

/** Components that hold an exercise, or a set of them. */
export const exerciseNames: readonly string[] = [...exerciseComponents, 'Quiz'];

/** As what a visual editor sees an exercise. No author can write it: the check knows no component of that name. */
export function hiddenName(component: string): string {
  return `Exercise${component}`;
}

const names = exerciseNames.join('|');
const exercise = new RegExp(`^<(${names})(?= |>)[^\\n]*>\\n(?:[\\s\\S]*?\\n)?</\\1>[ \\t]*$`, 'gmu');
const hidden = new RegExp(`^<${hiddenName(`(?:${names})`)} markdown="([^"]*)" ?/>$`, 'gmu');

/**
 * A lesson with each exercise, or set of them, as one component that carries its Markdown. Editors read Markdown as
 * prose and would write it anew: `- [x]` is no prose.
 */
export function hideExercises(text: string): string {
  return text.replace(
    exercise,
    (markdown, name: string) => `<${hiddenName(name)} markdown="${encodeURIComponent(markdown)}" />`,
  );
}

/** The lesson again, with every exercise as it was, byte for byte. */
export function showExercises(text: string): string {
  return text.replace(hidden, (_, markdown: string) => decodeURIComponent(markdown));
}

const opening = /^<[A-Z]\w*(?: (?!.*<\/).*)?(?<!\/)>$/u;

/** The ids of exercises, and of sets of them, that were in a text and are no longer. */
export function lostExercises(before: string, after: string): string[] {
  const kept = new Set(idsOf(after));
  return idsOf(before).filter((id) => !kept.has(id));
}

function idsOf(text: string): string[] {
  return [...text.matchAll(new RegExp(`^<(?:${names}) (?:.*? )?id="([^"]*)"`, 'gmu'))].map(([, id = '']) => id);
}

/** Writes what an editor has made of a lesson in the way in which lessons are written here. */
export function restoreStyle(text: string): string {
  const lines: string[] = [];
  let [isCode, depth] = [false, 0];
  for (const indented of text.split('\n')) {
    // Editors move the text inside a component to the right and leave no empty lines around it.
    const indent = /^ */u.exec(indented)?.[0].length ?? 0;
    const isEnd = !isCode && /^ *<\/[A-Z]\w*>$/u.test(indented);
    if (isEnd) depth--;
    const line = indented.slice(Math.min(indent, 2 * depth));
    if (/^ *(?:```|~~~)/u.test(line)) isCode = !isCode;
    if (isEnd && lines.at(-1) !== '') lines.push('');
    // A line that is a list in prose would be words in code.
    lines.push(isCode ? line : line.replace(/^((?:> ?| )*)\* (?=\S)/u, '$1- ').replaceAll('" />', '"/>'));
    if (isCode || !opening.test(line)) continue;
    depth++;
    lines.push('');
  }
  return lines.join('\n');
}

/**
 * The first paragraph of a text that an editor has not kept, or null where it has kept all of them. Within a paragraph
 * the amount of white space does not count; where paragraphs begin and end does.
 */
export function firstLoss(before: string, after: string): string | null {
  const kept = paragraphsOf(after);
  const lost = paragraphsOf(before).find((paragraph, at) => paragraph !== kept[at]);
  return lost ?? kept[paragraphsOf(before).length] ?? null;
}

function paragraphsOf(text: string): string[] {
  const paragraphs = text.split(/\n[ \t]*(?:\n[ \t]*)+/u).map((part) => part.replace(/[ \t\n]+/gu, ' ').trim());
  return paragraphs.filter(Boolean);
}
