import { markKey, parseMark } from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import {
  beginRound,
  endIsland,
  fetchExercise,
  giveWords,
  loadSheets,
  type FetchedExercise,
  type LessonSection,
  type ReadingPlace,
} from './review-lesson.browser.ts';

/** Which exercise to open, and in which language. */
export interface WantedExercise {
  /** course/module/lesson/exercise */
  readonly fullId: string;
  /** Where the site stands: `/base/`. */
  readonly root: string;
  /** Where it is explained, relative to its lesson. */
  readonly see: string | undefined;
  /** The page's language. */
  readonly locale: string;
  /** The language of the exercise. */
  readonly wanted: string;
}

export interface OpenExercise {
  close(): void;
}

/** Where what was opened on this page is explained, by the exercise; and the sections of its lessons, by the lesson. */
const places = new Map<string, ReadingPlace>();
const lessons = new Map<string, readonly LessonSection[]>();

/** Puts an exercise into the page and brings it to life; null where it cannot be had. */
export async function openExercise(wanted: WantedExercise, host: HTMLElement): Promise<OpenExercise | null> {
  const found = await find(wanted);
  if (!found || !host.isConnected) return null;
  const { section, words, sheets, place, sections, locale } = found;
  const { fullId } = wanted;
  if (place) places.set(fullId, place);
  lessons.set(lessonOf(fullId), sections);
  // Another language of the same exercise goes on where the first was left.
  if (!host.dataset['begun']) await beginRound(fullId, section.dataset['signature'] ?? '', Date.now());
  host.dataset['begun'] = fullId;
  await loadSheets(sheets);
  giveWords(words);
  host.lang = locale;
  host.replaceChildren(section);
  return { close: () => endIsland(section) };
}

/** In the page of the reader's own language, which is the one she keeps on her device, and else in the wanted one's. */
async function find({ fullId, root, see, locale, wanted }: WantedExercise): Promise<FetchedExercise | null> {
  const lesson = lessonOf(fullId);
  for (const tag of new Set([locale, wanted])) {
    const address = { fullId, lesson: `${root}${tag}/${lesson}/`, see };
    const found = await fetchExercise(address, wanted).catch(() => null);
    if (found) return found;
  }
  return null;
}

/** What is worth reading again after some exercises: the sections that explain them, and bookmarks in their lessons. */
export async function readingPlaces(ids: readonly string[]): Promise<ReadingPlace[]> {
  const explained = ids.flatMap((id) => places.get(id) ?? []);
  const marked = await Promise.all([...new Set(ids.map(lessonOf))].map(bookmarksIn));
  return [...new Map([...explained, ...marked.flat()].map((place) => [place.href, place])).values()];
}

async function bookmarksIn(lesson: string): Promise<ReadingPlace[]> {
  const entries = await browserRecord.getAll(markKey(lesson, ''));
  const isMarked = ({ anchor }: LessonSection) =>
    parseMark(entries.get(markKey(lesson, anchor)) ?? null)?.bookmark.on ?? false;
  return (lessons.get(lesson) ?? []).filter(isMarked).map(({ place }) => place);
}

const lessonOf = (fullId: string) => fullId.slice(0, fullId.lastIndexOf('/'));
