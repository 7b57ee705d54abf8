import { adviceAt, type VerdictExercise } from '#exercise';
import { splitWords } from '#language';
import type { Problem } from '#problem';
import type { PageReading, Survey } from '../survey.ts';

/** Advises on what makes a lesson teach suspicion, give its answers away, or read harder than it should. */
export function checkTeaching({ pages }: Survey): Problem[] {
  return pages
    .filter((page) => page.kind === 'lesson')
    .flatMap(({ source, versions }) => [
      // Keys are the same in all languages: one report is enough.
      ...(versions[source] ? checkBalance(versions[source]) : []),
      ...Object.values(versions).flatMap((version) => [...checkGiveaways(version), ...checkSentences(version)]),
    ]);
}

interface Verdicts {
  readonly sound: readonly VerdictExercise[];
  readonly misleading: readonly VerdictExercise[];
}

function verdictsOf({ body }: PageReading): Verdicts {
  const verdicts = (body?.exercises ?? []).filter((exercise) => exercise.type === 'verdict');
  return {
    sound: verdicts.filter((verdict) => verdict.key === 'true'),
    misleading: verdicts.filter((verdict) => verdict.key === 'false'),
  };
}

function checkBalance(version: PageReading): Problem[] {
  const { sound, misleading } = verdictsOf(version);
  const [first] = [...sound, ...misleading];
  // With an odd number one more of either kind cannot be helped.
  if (!first || Math.abs(sound.length - misleading.length) <= (sound.length + misleading.length) % 2) return [];
  return [
    adviceAt(first.place, 'verdict-balance', {
      message: `Of the verdicts in this lesson ${sound.length} are sound and ${misleading.length} misleading. Learners who mostly meet one kind learn to guess it.`,
      hint: 'Have as many sound items as misleading ones: suspicion is not literacy.',
    }),
  ];
}

const measures: readonly { readonly what: string; readonly of: (text: string) => number }[] = [
  { what: 'length', of: (text) => [...text].length },
  { what: 'digits', of: (text) => text.match(/\p{N}/gu)?.length ?? 0 },
  { what: 'exclamation marks', of: (text) => text.match(/!/gu)?.length ?? 0 },
];
const largestDifference = 0.2;

function checkGiveaways(version: PageReading): Problem[] {
  const { sound, misleading } = verdictsOf(version);
  const [first] = sound;
  // One item of a kind has no mean to speak of.
  if (!first || sound.length < 2 || misleading.length < 2) return [];
  return measures.flatMap(({ what, of }) => {
    const [a, b] = [sound, misleading].map((verdicts) => mean(verdicts.map((verdict) => of(verdict.prompt.text))));
    if (a === undefined || b === undefined) return [];
    // Less than one digit or mark on average is chance, however large a share of nearly nothing.
    if (Math.abs(a - b) < 1 || Math.abs(a - b) <= largestDifference * Math.max(a, b)) return [];
    return adviceAt(first.place, 'verdict-guessable', {
      message: `The verdicts of this lesson can be guessed from their ${what}: ${a.toFixed(1)} on average where the item is sound, ${b.toFixed(1)} where it is misleading.`,
      hint: 'Rewrite some items until both kinds look alike; what tells them apart should be what the lesson teaches.',
    });
  });
}

/** Longest median of words in a sentence, by language. English only: words of agglutinating languages hold more. */
const longestMedian: Readonly<Record<string, number>> = { en: 18 };

function checkSentences({ body, locale }: PageReading): Problem[] {
  const longest = longestMedian[locale];
  const [opening] = body?.sections ?? [];
  if (longest === undefined || !body || !opening) return [];
  const lengths = body.sections
    // The look behind keeps a row of ten million dots from being tried from each of them.
    .flatMap((section) => section.text.split(/(?<![.!?…])[.!?…]+["”’)]*\s+/u))
    .map((sentence) => splitWords(locale, sentence).length)
    .filter((length) => length > 0);
  const median = lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
  if (median <= longest) return [];
  return [
    adviceAt(opening.place, 'sentences-long', {
      message: `Half of the sentences in this lesson have ${median} words or more. Many readers here read in a second language.`,
      hint: `Divide sentences until half of them have ${longest} words or fewer: one thought, one sentence.`,
    }),
  ];
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
