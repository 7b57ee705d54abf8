import { freshAttempt, renewAttempt } from '#exercise';
import { practiceKey } from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import { readWork, recordWork } from '../islands/recorded-work.ts';

/** An exercise as it stands in the page of its lesson, ready to be put into another page. */
export interface FetchedExercise {
  readonly section: HTMLElement;
  /** The language it is in. */
  readonly locale: string;
  /** JSON of the words that its island speaks. */
  readonly words: string;
  readonly sheets: readonly string[];
  /** The section that explains it, as far as the page knows it. */
  readonly place: ReadingPlace | null;
  /** The lesson's sections, where the learner may have put bookmarks. */
  readonly sections: readonly LessonSection[];
}

export interface LessonSection {
  readonly anchor: string;
  readonly place: ReadingPlace;
}

/** A section worth reading again; without a heading where it is another page's. */
export interface ReadingPlace {
  readonly href: string;
  readonly heading: string | null;
  readonly locale: string;
}

/** Where an exercise stands. */
export interface ExerciseAddress {
  /** course/module/lesson/exercise */
  readonly fullId: string;
  /** Address of the lesson's page. */
  readonly lesson: string;
  /** Where it is explained, relative to that. */
  readonly see: string | undefined;
}

/**
 * Takes an exercise out of the page of its lesson.
 *
 * @returns null where the page does not have it in the language that is wanted
 * @throws where the page cannot be fetched
 */
export async function fetchExercise(
  { fullId, lesson, see }: ExerciseAddress,
  wanted: string,
): Promise<FetchedExercise | null> {
  const page = await fetchPage(lesson);
  const section = page.querySelector<HTMLElement>(`[data-exercise="${CSS.escape(fullId)}"]`);
  const locale = section?.closest<HTMLElement>('[lang]')?.lang ?? '';
  if (!section || locale !== wanted) return null;
  const place = see === undefined ? sectionAround(section, lesson, locale) : sectionAt(page, lesson, see, locale);
  const sheets = [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map((link) => link.href);
  const words = page.querySelector('[data-exercise-words]')?.textContent ?? '[]';
  const sections = [...page.querySelectorAll<HTMLElement>('[data-section]')].map((heading) => ({
    anchor: heading.id,
    place: placeAt(heading, lesson, locale),
  }));
  return { section: prepare(document.importNode(section, true), lesson), locale, words, sheets, place, sections };
}

async function fetchPage(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

function sectionAt(page: Document, lesson: string, see: string, locale: string): ReadingPlace {
  const address = new URL(see, new URL(lesson, location.href));
  const isHere = address.pathname === new URL(lesson, location.href).pathname;
  const heading = isHere && address.hash ? page.getElementById(decodeURIComponent(address.hash.slice(1))) : null;
  return { href: address.href, heading: heading?.textContent.trim() ?? null, locale };
}

function sectionAround(section: Element, lesson: string, locale: string): ReadingPlace | null {
  const headings = [...section.ownerDocument.querySelectorAll<HTMLElement>('[data-section]')];
  const before = headings.filter(
    (heading) => heading.compareDocumentPosition(section) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const heading = before.at(-1);
  return heading ? placeAt(heading, lesson, locale) : null;
}

function placeAt(heading: HTMLElement, lesson: string, locale: string): ReadingPlace {
  const href = new URL(`${lesson}#${heading.id}`, location.href).href;
  return { href, heading: heading.textContent.trim(), locale };
}

function prepare(section: HTMLElement, lesson: string): HTMLElement {
  // The review has a heading of its own above it.
  section.querySelector('.exercise-head :is(h3, h4)')?.remove();
  for (const link of section.querySelectorAll('link[rel="stylesheet"]')) link.remove();
  // Read by a parser without scripts its content is elements; in a page it is text.
  for (const answers of section.querySelectorAll('noscript')) answers.textContent = answers.innerHTML;
  keepLinks(section, lesson);
  return section;
}

/** Links lead on from the lesson, also those that the exercise shows later. */
function keepLinks(section: HTMLElement, lesson: string): void {
  const mend = () => {
    for (const link of section.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const there = new URL(link.getAttribute('href') ?? '', new URL(lesson, location.href)).href;
      if (link.href !== there) link.href = there;
    }
  };
  mend();
  new MutationObserver(mend).observe(section, { childList: true, subtree: true });
}

/** Loads the sheets that the page lacks, before the exercise is seen. */
export async function loadSheets(sheets: readonly string[]): Promise<void> {
  const known = new Set(
    [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(({ href }) => href),
  );
  const missing = sheets.map((sheet) => new URL(sheet, location.href).href).filter((sheet) => !known.has(sheet));
  await Promise.all(
    missing.map(
      (href) =>
        new Promise((done) => {
          const link = document.createElement('link');
          link.rel = 'stylesheet';
          link.onload = link.onerror = done;
          link.href = href;
          document.head.append(link);
        }),
    ),
  );
}

/** Gives the page the words in which an exercise speaks; it reads them when it comes to life. */
export function giveWords(words: string): void {
  let holder = document.querySelector('[data-exercise-words]');
  if (!holder) {
    holder = document.createElement('script');
    holder.setAttribute('type', 'application/json');
    holder.setAttribute('data-exercise-words', '');
    document.body.append(holder);
  }
  holder.textContent = words;
}

/** A review begins with a fresh round, in a new order; an answer that was only begun is gone on with. */
export async function beginRound(fullId: string, signature: string, now: number): Promise<void> {
  const key = practiceKey(fullId);
  const state = readWork(await browserRecord.get(key), signature) ?? freshAttempt;
  const isBegun = state.response !== null && state.used === 0;
  if (!isBegun) await recordWork(key, { signature, state: renewAttempt(state), at: now });
}

/** Stops the program of an exercise that leaves the page; Astro would let it go on. */
export function endIsland(section: HTMLElement): void {
  section.querySelector('astro-island')?.dispatchEvent(new CustomEvent('astro:unmount'));
  section.remove();
}
