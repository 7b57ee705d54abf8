import {
  formatLesson,
  isRead,
  lessonKey,
  lookAt,
  mergeLessons,
  parseLesson,
  unopenedLesson,
  type SectionOnScreen,
  type Sight,
} from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';

// Counts which sections of a lesson are read, and remembers where the reader is. Part of what every lesson loads at rest.

/** Milliseconds: where a reader stays so long she is reading, and it is written down. */
const rest = 2_000;
const key = lessonKey(document.querySelector<HTMLElement>('[data-lesson-progress]')?.dataset['lessonProgress'] ?? '');
const lengths = new Map<string, number>();
let sights = new Map<string, Sight>();
let since = performance.now();
let timer = 0;
let place = '';
let written: string | undefined;
let company: Promise<unknown> | undefined;

/** Asked for anew at each look: a borrowed text may have been swapped for another language's. */
function sectionsOnScreen(): SectionOnScreen[] {
  const text = document.querySelector('[data-lesson-text] .prose');
  if (!text) return [];
  const starts = [text, ...text.querySelectorAll(':scope > [data-section]')];
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const anchor = start.id;
    if (!lengths.has(anchor)) {
      const range = new Range();
      range.setStart(start, 0);
      if (next) range.setEndBefore(next);
      else range.setEnd(text, text.childNodes.length);
      lengths.set(anchor, String(range).length);
    }
    return {
      anchor,
      top: start.getBoundingClientRect().top,
      bottom: next ? next.getBoundingClientRect().top : text.getBoundingClientRect().bottom,
      characters: lengths.get(anchor) ?? 0,
    };
  });
}

function look(): void {
  const now = performance.now();
  const sections = sectionsOnScreen();
  // On paper nothing is read.
  if (!matchMedia('print').matches) sights = lookAt(sights, sections, innerHeight, now - since);
  since = now;
  place = sections.findLast(({ top }) => top <= innerHeight / 3)?.anchor ?? '';
  // What a reader may want, now that somebody reads.
  company ??= Promise.all([import('./progress.browser.ts'), import('./section-tools.browser.ts')]);
}

function write(): void {
  const read = [...sights].filter(([, sight]) => isRead(sight)).map(([anchor]) => anchor);
  const state = [place, ...read].join(' ');
  if (state === written) return;
  written = state;
  void browserRecord.update(key, (json) => {
    const now = Date.now();
    const lesson = parseLesson(json) ?? unopenedLesson(now);
    // The top of the page is no place: who opens a lesson again has not gone back to its beginning.
    return formatLesson(mergeLessons(lesson, { ...lesson, place: place ? { anchor: place, at: now } : null, read }));
  });
}

function wait(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    look();
    write();
    // Who reads a screen to its end need not move for it to count.
    if ([...sights.values()].some((sight) => sight.shown && sight.ended && !isRead(sight))) wait();
  }, rest);
}

document.addEventListener(
  'scroll',
  () => {
    // Told of with the next frame, which may come when nobody looks any more.
    if (document.hidden) return;
    if (performance.now() - since > 100) look();
    wait();
  },
  { passive: true },
);

// Nothing runs while the page is out of sight.
document.addEventListener('visibilitychange', () => {
  clearTimeout(timer);
  if (document.hidden) {
    look();
    write();
  } else {
    since = performance.now();
    wait();
  }
});

// What was forgotten, in another tab too, is not written again.
browserRecord.watch(key, (_key, json) => {
  if (json === null) sights = new Map();
});

if (!document.hidden) wait();

void browserRecord.get(key).then((json) => {
  const lesson = parseLesson(json);
  if (location.hash || !lesson?.place || lesson.finished.on) return;
  const heading = document.getElementById(lesson.place.anchor);
  if (heading && heading.getBoundingClientRect().top > innerHeight)
    void import('./continue.browser.ts').then(({ offerSection }) => offerSection(heading));
});
