/** A source of numbers in [0, 1) that repeats for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `low` up to, and without, `high`. */
export function between(random: () => number, low: number, high: number): number {
  return low + Math.floor(random() * (high - low));
}

/** The items in an order that depends on the random source alone (Fisher and Yates). */
export function shuffled<Item>(random: () => number, items: readonly Item[]): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const pick = between(random, 0, last + 1);
    [result[last], result[pick]] = [result[pick] as Item, result[last] as Item];
  }
  return result;
}
