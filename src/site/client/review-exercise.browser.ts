import {
  beginRound,
  endIsland,
  fetchExercise,
  giveWords,
  loadSheets,
  type FetchedExercise,
} from './review-lesson.browser.ts';

/** Which exercise to open, and in which language. */
export interface WantedExercise {
  /** course/module/lesson/exercise */
  readonly fullId: string;
  /** Where the site stands: `/base/`. */
  readonly root: string;
  /** The page's language. */
  readonly locale: string;
  /** The language of the exercise. */
  readonly wanted: string;
}

export interface OpenExercise {
  close(): void;
}

/** A section worth reading again. */
export interface ReadingPlace {
  readonly href: string;
  readonly heading: string;
  readonly locale: string;
}

const places = new Map<string, ReadingPlace>();

/** Puts an exercise into the page and brings it to life; null where it cannot be had. */
export async function openExercise(wanted: WantedExercise, host: HTMLElement): Promise<OpenExercise | null> {
  const found = await find(wanted);
  if (!found || !host.isConnected) return null;
  const { section, words, sheets, place, locale } = found;
  const { fullId } = wanted;
  if (place) places.set(fullId, { ...place, locale });
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
async function find({ fullId, root, locale, wanted }: WantedExercise): Promise<FetchedExercise | null> {
  const lesson = fullId.slice(0, fullId.lastIndexOf('/'));
  for (const tag of new Set([locale, wanted])) {
    const address = `${root}${tag}/${lesson}/`;
    const found = await fetchExercise({ fullId, lesson: address }, wanted).catch(() => null);
    if (found) return found;
  }
  return null;
}

/** The sections in which exercises stand that were opened on this page, each once. */
export function placesOf(ids: readonly string[]): ReadingPlace[] {
  const found = ids.flatMap((id) => places.get(id) ?? []);
  return [...new Map(found.map((place) => [place.href, place])).values()];
}
