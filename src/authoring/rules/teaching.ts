import { adviceAt, type Exercise, type VerdictValue } from '#exercise';
import type { Place, Problem } from '#problem';
import { hasExercises, type PageReading, type Survey } from '../survey.ts';

/** Advises on what makes a lesson teach suspicion or give its answers away. */
export function checkTeaching({ pages }: Survey): Problem[] {
  return pages.filter(hasExercises).flatMap(({ source, versions }) => [
    // Keys are the same in all languages: one report is enough.
    ...(versions[source] ? judgedSetsOf(versions[source]) : []).flatMap(checkBalance),
    ...Object.values(versions).flatMap((version) => judgedSetsOf(version).flatMap(checkGiveaways)),
  ]);
}

/** Items that learners tell apart: all verdicts of a lesson, or one set of posts. */
interface JudgedSet {
  readonly rule: 'verdict' | 'headline';
  /** What the items are called in messages. */
  readonly name: string;
  readonly place: Place;
  readonly sound: readonly string[];
  readonly misleading: readonly string[];
}

function judgedSetsOf({ body }: PageReading): JudgedSet[] {
  const exercises = body?.exercises ?? [];
  return [...verdictsOf(exercises), ...exercises.flatMap(headlinesOf)];
}

function verdictsOf(exercises: readonly Exercise[]): JudgedSet[] {
  const verdicts = exercises.filter((exercise) => exercise.type === 'verdict');
  const withKey = (key: VerdictValue) => verdicts.filter((verdict) => verdict.key === key);
  const [sound, misleading] = [withKey('true'), withKey('false')];
  const [first] = [...sound, ...misleading];
  if (!first) return [];
  const textsOf = (items: typeof verdicts) => items.map(({ prompt }) => prompt.text);
  const place = first.place;
  return [
    { rule: 'verdict', name: 'verdicts in this lesson', place, sound: textsOf(sound), misleading: textsOf(misleading) },
  ];
}

function headlinesOf(exercise: Exercise): JudgedSet[] {
  if (exercise.type !== 'headline-sort') return [];
  const { headlines, id, place } = exercise;
  const textsOf = (isSound: boolean) =>
    headlines.filter(({ sound }) => sound === isSound).map(({ content }) => content.text);
  const [sound, misleading] = [textsOf(true), textsOf(false)];
  // A set of one kind is at fault, which its reader says.
  if (!sound.length || !misleading.length) return [];
  return [{ rule: 'headline', name: `posts in "${id}"`, place, sound, misleading }];
}

function checkBalance({ rule, name, place, sound, misleading }: JudgedSet): Problem[] {
  // With an odd number one more of either kind cannot be helped.
  if (Math.abs(sound.length - misleading.length) <= (sound.length + misleading.length) % 2) return [];
  return [
    adviceAt(place, `${rule}-balance`, {
      message: `Of the ${name} ${sound.length} are sound and ${misleading.length} misleading. Learners who mostly meet one kind learn to guess it.`,
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

function checkGiveaways({ rule, name, place, sound, misleading }: JudgedSet): Problem[] {
  // One item of a kind has no mean to speak of.
  if (sound.length < 2 || misleading.length < 2) return [];
  return measures.flatMap(({ what, of }) => {
    const [a, b] = [mean(sound.map(of)), mean(misleading.map(of))];
    // Less than one digit or mark on average is chance, however large a share of nearly nothing.
    if (Math.abs(a - b) < 1 || Math.abs(a - b) <= largestDifference * Math.max(a, b)) return [];
    return adviceAt(place, `${rule}-guessable`, {
      message: `The ${name} can be guessed from their ${what}: ${a.toFixed(1)} on average where the item is sound, ${b.toFixed(1)} where it is misleading.`,
      hint: 'Rewrite some items until both kinds look alike; what tells them apart should be what the lesson teaches.',
    });
  });
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
