import {
  beginRound,
  endIsland,
  fetchExercise,
  giveWords,
  loadSheets,
  type FetchedExercise,
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

const places = new Map<string, ReadingPlace>();

/** Puts an exercise into the page and brings it to life; null where it cannot be had. */
export async function openExercise(wanted: WantedExercise, host: HTMLElement): Promise<OpenExercise | null> {
  const found = await find(wanted);
  if (!found || !host.isConnected) return null;
  const { section, words, sheets, place, locale } = found;
  const { fullId } = wanted;
  if (place) places.set(fullId, place);
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
  const lesson = fullId.slice(0, fullId.lastIndexOf('/'));
  for (const tag of new Set([locale, wanted])) {
    const address = { fullId, lesson: `${root}${tag}/${lesson}/`, see };
    const found = await fetchExercise(address, wanted).catch(() => null);
    if (found) return found;
  }
  return null;
}

/** The sections that explain exercises which were opened on this page, each once. */
export function placesOf(ids: readonly string[]): ReadingPlace[] {
  const found = ids.flatMap((id) => places.get(id) ?? []);
  return [...new Map(found.map((place) => [place.href, place])).values()];
}
