import { partIdsOf, solveExercise, type Exercise } from '#exercise';
import { localeTags } from '#language';

/** What stands in answers of a type beside ids of the exercise: parts that are answered, and answers. */
const more: Partial<
  Record<Exercise['type'], { readonly named: readonly string[]; readonly others: readonly string[] }>
> = {
  'headline-sort': { named: [], others: ['unsure'] },
  'post-edit': { named: [':lang'], others: localeTags },
};
const moveKinds = ['open', 'tool', 'finding', 'verdict'];
const wordForm = /^[a-z][a-z\d-]*$/u;
const longest = 60;

/**
 * What answers to an exercise are made of: an answer is then numbers in this list, and only what somebody has typed takes
 * its own length. Nothing depends on it but the length: an answer may hold anything else.
 *
 * @returns `named` words that name a part to be answered come first
 */
export function answerWords(exercise: Exercise): { readonly words: readonly string[]; readonly named: number } {
  const key = solveExercise(exercise);
  const ids = [...new Set([...partIdsOf(exercise), ...idsIn(exercise)])].filter(isWord).sort();
  if (typeof key === 'string') return { words: ids, named: 0 };
  if (Array.isArray(key)) {
    const isMoves = key.some((word) => typeof word === 'string' && word.includes(':'));
    return { words: isMoves ? moveKinds.flatMap((kind) => ids.map((id) => `${kind}:${id}`)) : ids, named: 0 };
  }
  const beside = more[exercise.type];
  const named = [...Object.keys(key).filter(isWord), ...(beside?.named ?? [])].sort();
  const values = [...Object.values(key as Readonly<Record<string, string>>).filter(isWord), ...(beside?.others ?? [])];
  const others = [...new Set([...ids, ...values])].filter((word) => !named.includes(word)).sort();
  return { words: [...named, ...others], named: named.length };
}

function isWord(text: string): boolean {
  return text.length <= longest && wordForm.test(text);
}

/** Every `id` in the exercise, however deep; its own stands for no part. */
function idsIn(value: unknown, isOwn = true): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => idsIn(item, false));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'id' && typeof inner === 'string' ? (isOwn ? [] : [inner]) : idsIn(inner, false),
  );
}
