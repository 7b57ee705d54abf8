import { isAnswered, lessonKey, attemptKey, parseAttempt, parseLesson } from '#learner';
import { hostRecord, type HostRecord } from '#learner/adapters/host-store';
import { openTracker, type ModuleOutline, type Tracker } from '#lms';
import { createBrowserClock } from '#lms/adapters/browser-clock';
import { findPlatform, keepHere } from '#lms/adapters/browser-platform';
import { watchMenu } from './menus.browser.ts';
import { readLanguages, type ShownBar } from './package-languages.browser.ts';

// A module on a learning platform. This page stays: it talks to the platform, and shows one page after another of the
// module in its frame, which write their record here.

const root = document.documentElement;
const frame = document.querySelector<HTMLIFrameElement>('[data-frame]');
const outline = JSON.parse(document.querySelector('[data-outline]')?.textContent ?? 'null') as ModuleOutline;
const languages = readLanguages();
const clock = createBrowserClock();
let language = languages[0];
let bar: ShownBar | undefined;
let tracker: Tracker | undefined;
let isChanged = false;

const languageOf = (tag: string | null | undefined) => {
  const wanted = (tag ?? '').replace('_', '-');
  return languages.find(({ locale }) => wanted === locale || wanted.startsWith(`${locale}-`));
};

async function start(): Promise<void> {
  // A record store in the network takes its time.
  showLanguage();
  const describe = (id: string, locale: string) => languageOf(locale)?.descriptions[id] ?? '';
  const world = { clock, describe, watch: () => sayState(false) };
  const { format = '', iri = '' } = root.dataset;
  const platform = findPlatform(format, window, iri);
  tracker = await openTracker(outline, platform ?? keepHere(outline.id), world);
  // Found and silent is as good as none: what is done is kept here.
  if (!tracker.isConnected) tracker = await openTracker(outline, keepHere(outline.id), world);
  const { place, language: preferred } = tracker;
  const wanted = [place?.locale, ...(preferred ?? '').split(',')].map(languageOf);
  language = wanted.find((one) => one !== undefined) ?? language;
  giveRecord(tracker);
  showLanguage();
  const lesson = place?.lesson ?? '';
  const entry = parseLesson(tracker.entries(lessonKey(lesson)).get(lessonKey(lesson)) ?? null);
  open(lesson, entry?.place?.anchor);
}

function giveRecord({ entries, change }: Tracker): void {
  const record: HostRecord = {
    entries,
    change: (key, how) => {
      const value = change(key, how);
      sayState(true);
      showCounts();
      return value;
    },
  };
  Object.assign(window, { [hostRecord]: record });
}

/** Shows a lesson, or with an empty id the page that introduces the module. */
function open(lesson: string, anchor?: string): void {
  const address = language?.addresses.get(lesson) ?? language?.addresses.get('');
  if (!frame?.contentWindow || !address) return;
  // Nobody goes back to an empty frame.
  frame.contentWindow.location.replace(anchor ? `${address}#${anchor}` : address);
}

function showLanguage(): void {
  bar = language?.show();
  if (!bar) return;
  if (bar.leave) bar.leave.disabled = !tracker;
  if (bar.menu) watchMenu(bar.menu);
  bar.leave?.addEventListener('click', () => void leave());
  bar.select?.addEventListener('change', () => changeLanguage(bar?.select?.value ?? ''));
  showCounts();
  showPlace();
  sayState(isChanged);
}

/** The same page in another language, at the section that is in sight; what was answered is the same in all. */
function changeLanguage(locale: string): void {
  const lesson = lessonInFrame() ?? tracker?.place?.lesson ?? '';
  const passed = [...(frame?.contentDocument?.querySelectorAll('[data-section]') ?? [])].filter(
    (heading) => heading.getBoundingClientRect().top <= innerHeight / 3,
  );
  language = languageOf(locale);
  showLanguage();
  bar?.select?.focus();
  tracker?.move({ locale, lesson: lesson || null });
  open(lesson, passed.at(-1)?.id);
}

/** The lesson in the frame; empty for another page of the module, null for any other. */
function lessonInFrame(): string | null {
  const path = pathInFrame();
  const own = languages.find(({ pages }) => pages.has(path));
  return own ? (own.pages.get(path) ?? null) : null;
}

function pathInFrame(): string {
  try {
    return frame?.contentWindow?.location.pathname ?? '';
  } catch {
    return '';
  }
}

function arrive(): void {
  if (!frame?.contentWindow || !tracker) return;
  try {
    clock.watch(frame.contentWindow);
    frame.title = frame.contentDocument?.title ?? '';
  } catch {
    return;
  }
  const path = pathInFrame();
  const own = languages.find(({ pages }) => pages.has(path));
  // A link to the text in the language that it was written in.
  if (own && own !== language) {
    language = own;
    showLanguage();
  }
  const lesson = own?.pages.get(path);
  if (own && lesson !== undefined) tracker.move({ locale: own.locale, lesson: lesson || null });
  showPlace();
}

function showPlace(): void {
  const here = lessonInFrame();
  for (const link of bar?.lessons ?? []) {
    if (link.dataset['lesson'] === here) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

function showCounts(): void {
  const attempts = tracker?.entries('attempt/');
  for (const place of bar?.counts ?? []) {
    const lesson = outline.lessons.find(({ id }) => id === place.dataset['count']);
    const counted = lesson?.exercises.filter((exercise) => exercise.counted) ?? [];
    const done = counted.filter(({ id, signature }) =>
      isAnswered(parseAttempt(attempts?.get(attemptKey(`${lesson?.id}/${id}`)) ?? null, signature)),
    );
    const text = (place.dataset['answered'] ?? '')
      .replace('{{done}}', String(done.length))
      .replace('{{total}}', String(counted.length));
    place.textContent = counted.length ? text : '';
  }
}

function sayState(changed: boolean): void {
  isChanged = changed;
  if (!tracker || !bar?.state) return;
  const { kind, mode, isBehind } = tracker;
  const now =
    mode !== 'normal' ? 'review' : kind === 'none' ? 'alone' : isBehind ? 'unsaved' : changed ? 'saving' : 'saved';
  bar.state.dataset['now'] = now;
  // What goes as it should is read by who looks, and not read out at every answer.
  bar.state.ariaLive = now === 'saved' || now === 'saving' ? 'off' : 'polite';
  const text = bar.state.dataset[now] ?? '';
  if (bar.state.textContent !== text) bar.state.textContent = text;
}

async function leave(): Promise<void> {
  if (!tracker || !bar) return;
  if (bar.leave) bar.leave.disabled = true;
  await tracker.finish();
  const { exit, kind } = tracker;
  if (exit) {
    location.replace(exit);
    return;
  }
  document.querySelector('[data-main]')?.remove();
  document.querySelector('.package-bar')?.remove();
  const { left } = bar;
  left?.querySelector(kind === 'none' ? '[data-close]' : '[data-again]')?.remove();
  if (left) left.hidden = false;
  left?.focus();
  // Where the platform has opened a window for the module; any other stays as it is.
  if (window.opener) window.close();
}

frame?.addEventListener('load', arrive);
clock.watch(window);
// A press in the frame is none beside the menu.
window.addEventListener('blur', () => {
  if (bar?.menu) bar.menu.open = false;
});
document.addEventListener('visibilitychange', () => {
  if (document.hidden) tracker?.flush();
});
window.addEventListener('pagehide', () => void tracker?.finish());
// What comes back from the browser's memory has said its end to the platform: it begins anew.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});
void start();
