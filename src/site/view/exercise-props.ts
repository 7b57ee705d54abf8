import type { Exercise, ExerciseBase, RichText } from '#exercise';
import type { IslandWords } from '../islands/words.ts';
import { labelVerdict } from './answers-view.ts';
import type { ExerciseWords, OwnWords } from './exercise-words.ts';

/** What every island needs. It is written into the page's HTML, so whatever can be left out is. */
export interface FrameProps {
  /** Permanent and unique in its lesson. */
  readonly id: string;
  readonly attempts: number;
  readonly hints: readonly string[];
  /** Asks how sure the learner is. */
  readonly confidence?: true;
  /** HTML of the fuller reason. */
  readonly more?: string;
  /** Given where the page is made. A function is not written into it: in the browser the words are read from the page. */
  readonly words?: (() => IslandWords) | null;
}

/** A model as an island gets it: plain JSON in which each text is its HTML. */
export type Lean<Model> = Model extends RichText
  ? string
  : Model extends readonly (infer Item)[]
    ? readonly Lean<Item>[]
    : Model extends object
      ? { readonly [Key in keyof Model]: Lean<Model[Key]> }
      : Model;

/** The properties of the island of one type: what that type adds to every exercise, and the frame. */
export type IslandProps<Kind extends Exercise> = FrameProps & Lean<Omit<Kind, keyof ExerciseBase | 'type'>>;

/** A rarer type's own words, by the kind of exercise. */
export type Labels<Kind extends keyof OwnWords> = { readonly labels: OwnWords[Kind] };

/** A part with its reason, as islands get it; both are HTML. */
export interface OptionProps {
  readonly id: string;
  readonly content: string;
  readonly reason: string;
}

/** What stands in the page around the island, or in its frame. */
type Surrounding = keyof ExerciseBase | 'type';
const surrounding: { readonly [Key in Surrounding]: true } = {
  id: true,
  type: true,
  locale: true,
  prompt: true,
  hints: true,
  attempts: true,
  invented: true,
  ungraded: true,
  confidence: true,
  skills: true,
  see: true,
  more: true,
  place: true,
  source: true,
};

/**
 * The properties of an exercise's island.
 *
 * @param islandWords given where the page is made
 */
export function islandProps<Kind extends Exercise>(
  exercise: Kind,
  words: Pick<ExerciseWords, 'verdict'>,
  islandWords?: () => IslandWords,
): IslandProps<Kind> {
  const labelled = exercise.type === 'verdict' ? { ...exercise, options: labelVerdict(exercise, words) } : exercise;
  const own = Object.entries(labelled).filter(([key]) => !Object.hasOwn(surrounding, key));
  const { id, attempts, hints, confidence, more } = exercise;
  const frame: FrameProps = {
    id,
    attempts,
    hints,
    ...(confidence ? { confidence } : {}),
    ...(more ? { more: more.html } : {}),
    ...(islandWords ? { words: islandWords } : {}),
  };
  return { ...frame, ...(lean(Object.fromEntries(own)) as object) } as IslandProps<Kind>;
}

function lean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lean);
  if (typeof value !== 'object' || value === null) return value;
  if (isRichText(value)) return value.html;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, lean(part)]));
}

function isRichText(value: object): value is RichText {
  return 'html' in value && 'text' in value;
}
