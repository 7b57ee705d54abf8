/** A number from a text, the same on every machine (FNV-1a, 32 bits). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** A source of numbers in [0, 1) that repeats for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The items in an order that depends on the seed alone, so that the server's page and the browser agree. Two or more
 * different items never come back in the order given, which may be the answer.
 */
export function shuffle<Item>(items: readonly Item[], seed: string): Item[] {
  const random = createRandom(hashText(seed));
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const pick = Math.floor(random() * (last + 1));
    [result[last], result[pick]] = [result[pick] as Item, result[last] as Item];
  }
  const unchanged = result.every((item, index) => item === items[index]);
  return unchanged && result.length > 1 ? [...result.slice(1), result[0] as Item] : result;
}

/** Drawing an order of three items anew so often and never finding another one happens once in 10^19 times. */
const mostDraws = 50;

/**
 * The items in the order of a round of an exercise: shuffled, and where there are three or more, never as in the round
 * before. An odd round is drawn until it differs from both its neighbours, so none has to know all that came before it.
 */
export function shuffleForRound<Item>(items: readonly Item[], id: string, round: number): Item[] {
  const order = shuffle(items, id + round);
  if (round % 2 === 0 || items.length < 3) return order;
  const neighbours = [shuffle(items, id + (round - 1)), shuffle(items, id + (round + 1))];
  const isTaken = (drawn: readonly Item[]) =>
    neighbours.some((other) => other.every((item, index) => item === drawn[index]));
  let drawn = order;
  for (let draw = 1; isTaken(drawn) && draw < mostDraws; draw++) drawn = shuffle(items, `${id}${round}.${draw}`);
  return drawn;
}
