import { upperCase, type Locale } from '#language';
import { between, createRandom } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A page of a site that does not exist. */
export interface BenchPage {
  readonly course: string;
  /** Address from the language's folder. */
  readonly path: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const shape = { courses: 8, paragraphs: 6, sentences: 10, words: [7, 14], title: [2, 5], commonest: 100 } as const;

/** Pages of some 600 words each. The same seed gives the same pages, and a larger site has those of a smaller one. */
export function makePages(locale: Locale, { words }: Vocabulary, count: number, seed: number): BenchPage[] {
  const random = createRandom(seed);
  const draw = zipf(words.length, random);
  const sentence = (length: number) => {
    const [first = '', ...rest] = Array.from({ length }, () => words[draw()] ?? '');
    return [upperCase(locale, first.charAt(0)) + first.slice(1), ...rest].join(' ');
  };
  const paragraph = () =>
    Array.from({ length: shape.sentences }, () => `${sentence(between(random, ...shape.words))}.`).join(' ');
  const pages = Array.from({ length: count }, (_, number) => {
    const course = `course-${(number % shape.courses) + 1}`;
    const title = sentence(between(random, ...shape.title));
    const paragraphs = Array.from({ length: shape.paragraphs }, paragraph);
    return { course, path: `${course}/module/page-${number + 1}/`, title, paragraphs };
  });
  // Pages of a course stand together in the search's records.
  return pages.sort((a, b) => (a.course < b.course ? -1 : Number(a.course > b.course)));
}

/** Draws ranks of which the nth is 1/n as likely as the first (Zipf's law). */
function zipf(count: number, random: () => number): () => number {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= count; rank += 1) sums.push((sum += 1 / rank));
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/**
 * Words to ask for that some page has, spread evenly over the orders of rank from the hundredth word on: readers ask for
 * rare words as often as for common ones, and never for those that every page has.
 */
export function drawQueries(
  vocabulary: Vocabulary,
  pages: readonly BenchPage[],
  count: number,
  seed: number,
): string[] {
  const random = createRandom(seed);
  const used = new Set(pages.flatMap(({ paragraphs }) => paragraphs.flatMap((text) => text.split(/[ .]+/u))));
  const words = vocabulary.words.slice(shape.commonest).filter((word) => used.has(word));
  const found = new Set<string>();
  const [low, high] = [Math.log(shape.commonest), Math.log(shape.commonest + words.length)];
  while (found.size < Math.min(count, words.length)) {
    found.add(words[Math.floor(Math.exp(low + random() * (high - low))) - shape.commonest] ?? '');
  }
  return [...found];
}
