import { percentOf, type CourseOutline, type Requirement } from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import { readCourse, type CourseState } from './completion-record.browser.ts';

/** Where the learner is in the courses of this page, by their ids. */
export type CourseStates = ReadonlyMap<string, CourseState>;

const listeners = new Set<(states: CourseStates) => void>();
let states: Map<string, CourseState> | null = null;

/** Calls the listener with what the record says, now and whenever it changes. */
export function watchCompletion(listener: (states: CourseStates) => void): void {
  listeners.add(listener);
  if (states) listener(states);
}

const places = [...document.querySelectorAll<HTMLElement>('[data-completion]')].map((place) => ({
  place,
  outline: JSON.parse(place.querySelector('[data-outline]')?.textContent ?? '') as CourseOutline,
}));

let isReading = false;
let isStale = false;

/** Reads again; changes that come meanwhile are read together afterwards. */
function refresh(): void {
  isStale = true;
  if (!isReading) void read();
}

async function read(): Promise<void> {
  isReading = true;
  while (isStale) {
    isStale = false;
    const now = new Map<string, CourseState>();
    for (const { outline } of places) if (!now.has(outline.id)) now.set(outline.id, await readCourse(outline));
    states = now;
    for (const { place, outline } of places) showState(place, now.get(outline.id));
    for (const tell of listeners) tell(now);
  }
  isReading = false;
}

function showState(place: HTMLElement, state: CourseState | undefined): void {
  if (!state) return;
  const { requirements, satisfied } = state.completion;
  for (const requirement of requirements) {
    const row = place.querySelector(`[data-requirement="${requirement.kind}"]`);
    const figure = row?.querySelector<HTMLElement>('[data-reached]');
    if (figure) figure.textContent = (figure.dataset['reached'] ?? '').replace('{{reached}}', figureOf(requirement));
    const met = row?.querySelector<HTMLElement>('[data-met]');
    if (met) met.hidden = requirement.since === null;
  }
  const status = place.querySelector<HTMLElement>('[data-completed]');
  if (status) {
    status.dataset['open'] ??= status.textContent;
    const text = status.dataset[satisfied === null ? 'open' : 'completed'] ?? '';
    // Writing the same text again would have it read out again.
    if (status.textContent !== text) status.textContent = text;
  }
  place.classList.toggle('completion-done', satisfied !== null);
  if ('whenCompleted' in place.dataset) place.hidden = !state.entry.earned;
}

function figureOf({ kind, reached }: Requirement): string {
  return String(kind === 'score' ? percentOf(reached) : reached);
}

browserRecord.watch('', refresh);
// A page that comes back from the browser's memory.
window.addEventListener('pageshow', refresh);
refresh();
