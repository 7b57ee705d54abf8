/**
 * What an embedded page and the page around it say to each other, by `postMessage`. Both ends read messages here, and
 * trust nothing in them.
 *
 * 1. The embedded page says `ready`, which holds nothing, and again after each step to another page in the frame.
 * 2. The page around it says `hello`. Only then does the other go on: its height, and what the learner has done.
 *
 * A page of another version is not listened to.
 */
export const embedVersion = 1;

/** What has happened, by ids; nothing that was typed or chosen is among it. */
export interface EmbedEvent {
  /**
   * - `started`: what is embedded has come into the learner's view;
   * - `answered`: an answer was checked;
   * - `completed`: an exercise is done, a lesson was marked as finished, or all lessons of a module were.
   */
  readonly type: 'started' | 'answered' | 'completed';
  /** course/module[/lesson[/exercise]] */
  readonly id: string;
  readonly language: string;
  /** The share of the points from 0 to 1: of the answer, or the best one of what is completed; null where none are given. */
  readonly score: number | null;
  /** Whether the answer was right; null for other events. */
  readonly correct: boolean | null;
}

export type FromEmbed = { readonly type: 'ready' } | { readonly type: 'height'; readonly height: number } | EmbedEvent;

export type Theme = 'light' | 'dark' | 'auto';

export type ToEmbed =
  | { readonly type: 'hello' }
  | { readonly type: 'theme'; readonly theme: Theme }
  | { readonly type: 'language'; readonly language: string };

/** The message as it is sent. */
export const write = (message: FromEmbed | ToEmbed): object => ({ bilig: embedVersion, ...message });

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(data: unknown): Fields {
  const fields = typeof data === 'object' && data !== null ? (data as Fields) : {};
  return fields['bilig'] === embedVersion ? fields : {};
}

export const isTheme = (value: unknown): value is Theme => value === 'light' || value === 'dark' || value === 'auto';

/** A message from the page around, or null for one that is none. */
export function readToEmbed(data: unknown): ToEmbed | null {
  const { type, theme, language } = fieldsOf(data);
  if (type === 'hello') return { type };
  if (type === 'theme' && isTheme(theme)) return { type, theme };
  if (type === 'language' && typeof language === 'string') return { type, language };
  return null;
}

/** A message from an embedded page, or null for one that is none. */
export function readFromEmbed(data: unknown): FromEmbed | null {
  const { type, height, id, language, score, correct } = fieldsOf(data);
  if (type === 'ready') return { type };
  if (type === 'height') return isWithin(height, 100_000) ? { type, height } : null;
  if (type !== 'started' && type !== 'answered' && type !== 'completed') return null;
  if (typeof id !== 'string' || typeof language !== 'string') return null;
  return {
    type,
    id,
    language,
    score: isWithin(score, 1) ? score : null,
    correct: typeof correct === 'boolean' ? correct : null,
  };
}

const isWithin = (value: unknown, most: number): value is number =>
  typeof value === 'number' && value >= 0 && value <= most;
