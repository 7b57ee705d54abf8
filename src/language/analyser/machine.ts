import type { Chain, Grammar } from './grammar.ts';
import { compileSlot, isVowelAt, type Trie } from './suffixes.ts';

/** The keys of a folded word: its best noun reading first, then its verb reading and itself where they are likely. */
export type Machine = (word: string) => string[];

interface Step {
  readonly trie: Trie;
  readonly needed: boolean;
}

/** A way to read a word: how many letters are its stem, and how likely that is. */
interface Reading {
  readonly end: number;
  readonly score: number;
}

/** Longer words are no words of a language; they are kept whole. */
const longestWord = 48;

/** Builds the machine of a table. Tries are shared between chains that share a slot. */
export function compileGrammar(grammar: Grammar): Machine {
  const tries = new Map<unknown, Trie>();
  const compileChain = (chain: Chain): Step[] =>
    chain.map((part) => {
      const slot = 'needed' in part ? part.needed : part;
      const trie = tries.get(slot) ?? compileSlot(slot, grammar);
      tries.set(slot, trie);
      return { trie, needed: 'needed' in part };
    });
  const nouns = grammar.nouns.map(compileChain);
  const verbs = grammar.verbs.map(compileChain);
  const rateStem = createRating(grammar);
  const finish = createFinish(grammar);

  return (word) => {
    if (word.length > longestWord || !/\p{L}/u.test(word)) return [word];
    const cuts = createCuts(word, grammar);
    const ratings = Float64Array.from({ length: word.length + 1 }, () => NaN);
    const rate = (end: number) => {
      if (Number.isNaN(ratings[end])) ratings[end] = rateStem(word.slice(0, end));
      return ratings[end] ?? 0;
    };
    const whole = { end: word.length, score: rate(word.length) };
    const noun = best(nouns, whole);
    const verb = best(verbs, { end: word.length, score: -Infinity });
    const top = Math.max(noun.score, verb.score);
    const keys = new Set<string>();
    const keep = ({ end, score }: Reading, margin: number) => {
      if (score >= top - margin) keys.add(finish(word.slice(0, end)));
    };
    keep(noun, grammar.verb);
    keep(verb, grammar.verb);
    keep(whole, grammar.bare);
    return [...keys];

    /** The best reading by any of the chains, or the one given if none is better. */
    function best(chains: readonly Step[][], other: Reading): Reading {
      let winner = other;
      for (const chain of chains) {
        const scores = readChain(chain, word.length, cuts);
        for (let end = 1; end < word.length; end++) {
          const found = scores[end] ?? -Infinity;
          if (found === -Infinity) continue;
          const score = found + rate(end);
          if (score > winner.score) winner = { end, score };
        }
      }
      return winner;
    }
  };
}

/**
 * Reads a word by a chain from right to left. The answer holds, for each length of stem, the greatest sum of weights
 * of the suffixes after it, -Infinity where the rest of the word is no suffix.
 */
function readChain(chain: readonly Step[], length: number, cuts: Cuts): Float64Array {
  let scores = new Float64Array(length + 1).fill(-Infinity);
  scores[length] = 0;
  for (let at = chain.length - 1; at >= 0; at--) {
    const step = chain[at];
    if (!step) continue;
    const next = step.needed ? new Float64Array(length + 1).fill(-Infinity) : scores.slice();
    for (let end = length; end > 1; end--) {
      const score = scores[end] ?? -Infinity;
      if (score === -Infinity) continue;
      for (const cut of cuts(step.trie, end)) {
        if (score + cut.weight > (next[cut.start] ?? -Infinity)) next[cut.start] = score + cut.weight;
      }
    }
    scores = next;
  }
  return scores;
}

/** A suffix found in a word: where it starts, and its weight there. */
interface Cut {
  readonly start: number;
  readonly weight: number;
}

/** The suffixes of a slot that end at a place of the word. */
type Cuts = (trie: Trie, end: number) => readonly Cut[];

/** Finds suffixes in a word. Chains share slots, so each answer is kept. */
function createCuts(word: string, grammar: Grammar): Cuts {
  const found = new Map<Trie, Cut[][]>();
  const vowels = lastVowels(word, grammar);
  return (trie, end) => {
    const ofTrie = found.get(trie) ?? [];
    found.set(trie, ofTrie);
    return (ofTrie[end] ??= cutAt(trie, word, end, vowels, grammar));
  };
}

function cutAt(trie: Trie, word: string, end: number, vowels: readonly string[], grammar: Grammar): Cut[] {
  const cuts: Cut[] = [];
  let node: Trie | undefined = trie;
  for (let start = end - 1; start > 0; start--) {
    node = node.next.get(word.charAt(start));
    if (!node) break;
    for (const { weight, after, vowel } of node.here) {
      if (after && !after.has(word.charAt(start - 1))) continue;
      const last = vowels[start];
      const clashes = vowel && last && !(grammar.harmony[last] ?? grammar.vowels).includes(vowel);
      cuts.push({ start, weight: clashes ? weight - grammar.clash : weight });
    }
  }
  return cuts;
}

/** For each place in the word, the last vowel before it; empty without one. */
function lastVowels(word: string, grammar: Grammar): string[] {
  const last = [''];
  for (let at = 0; at < word.length; at++) last.push(isVowelAt(word, at, grammar) ? word.charAt(at) : (last[at] ?? ''));
  return last;
}

function createRating({ lengths, vowels, unlikely = [] }: Grammar): (stem: string) => number {
  const costs = unlikely.map(([pattern, cost]) => [new RegExp(pattern, 'u'), cost] as const);
  const hasVowel = new RegExp(`[${vowels}]`, 'u');
  return (stem) => {
    let score = lengths[Math.min(stem.length, lengths.length - 1)] ?? 0;
    if (!hasVowel.test(stem)) score -= 6;
    for (const [pattern, cost] of costs) if (pattern.test(stem)) score -= cost;
    return score;
  };
}

function createFinish({ ends }: Grammar): (stem: string) => string {
  const patterns = ends.map(([pattern, replacement]) => [new RegExp(pattern, 'u'), replacement] as const);
  return (stem) => patterns.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), stem);
}
