import type { Locale } from '#language';
import { wordsOf, type Markdown } from './found.ts';
import { isFilled, item, nameParts, withBase, type Made, type Question } from './questions.ts';

export interface FoundPair {
  /** Blocks; empty for a partner that fits nothing. */
  readonly stem: Markdown;
  readonly target: Markdown;
}

/** Partners to find; where several have the same one, groups to sort into. */
export function makeMatch(question: Question, rows: readonly FoundPair[], locale: Locale): Made {
  const full = rows.filter(({ target }) => wordsOf(target));
  const pairs = full.filter(({ stem }) => isFilled(stem));
  if (pairs.length < 2) return 'it has fewer than two pairs';
  const keyOf = ({ target }: FoundPair) => wordsOf(target);
  const targets = new Set(pairs.map(keyOf));
  // A spare that reads like a partner would be a trap for whoever knows the answer.
  const spares = full.filter((row) => !isFilled(row.stem) && !targets.has(keyOf(row)));
  if (targets.size === pairs.length) {
    const ids = nameParts(locale, [...pairs.map(({ stem }) => stem), ...spares.map(({ target }) => target)], 'item');
    return withBase(question, {
      component: 'Match',
      items: [
        ...pairs.map(({ stem, target }, index) => ({
          ...item(ids[index] ?? '', null, stem, []),
          wanted: 'Say why these two belong together.',
          items: [item(null, null, target, null)],
        })),
        ...spares.map(({ target }, index) => ({
          ...item(ids[pairs.length + index] ?? '', null, [], null),
          items: [item(null, null, target, null)],
        })),
      ],
    });
  }
  if (targets.size < 2) return 'everything in it has the same partner';
  if (spares.length) return 'several items share a partner, and there are spare ones: no exercise has both';
  const ids = nameParts(
    locale,
    pairs.map(({ stem }) => stem),
    'item',
  );
  const groups = [...targets].map((key) => pairs.find((pair) => keyOf(pair) === key)?.target ?? []);
  const groupIds = nameParts(locale, groups, 'group');
  return withBase(question, {
    component: 'Categorise',
    items: [...targets].map((key, at) => ({
      ...item(groupIds[at] ?? '', null, groups[at] ?? [], null),
      items: pairs.flatMap((pair, index) =>
        keyOf(pair) === key
          ? [{ ...item(ids[index] ?? '', null, pair.stem, []), wanted: 'Say why it belongs to this group.' }]
          : [],
      ),
    })),
  });
}

/** Steps in their right order. */
export function makeOrder(question: Question, steps: readonly Markdown[], locale: Locale): Made {
  const full = steps.filter(isFilled);
  if (full.length < 3) return 'it has fewer than three steps';
  const ids = nameParts(locale, full, 'step');
  return withBase(question, {
    component: 'Order',
    ordered: true,
    items: full.map((step, index) => ({
      ...item(ids[index] ?? '', null, step, []),
      wanted: 'Say why this step stands here.',
    })),
  });
}
