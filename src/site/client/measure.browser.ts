import {
  formatMeasure,
  lessonKey,
  measure,
  measureKey,
  parseLesson,
  parseMeasure,
  resultsKey,
  type FormState,
  type Measurement,
} from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';

// Lets each device begin with the form that was drawn for it, and offers the other one when its time has come.

const page = document.querySelector<HTMLElement>('[data-measure]');
const course = page?.dataset['measure'] ?? '';
const lessons = (page?.dataset['lessons'] ?? '').split(' ').filter(Boolean);
const sectionOf = (form: 'a' | 'b') => page?.querySelector<HTMLElement>(`[data-measure-form="${form}"]`);
const idsIn = (form: 'a' | 'b') =>
  [...(sectionOf(form)?.querySelectorAll<HTMLElement>('[data-exercise]') ?? [])].map(
    ({ dataset }) => dataset['exercise'] ?? '',
  );
const outline = { a: idsIn('a'), b: idsIn('b') };

/** The second set was asked for, or begun. */
let isAskedFor = false;
let hasArranged = false;

/** Draws which form comes first, unless this record knows it: one of two is no mark by which anybody could be known again. */
async function draw(): Promise<void> {
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
  const drawn = formatMeasure({ first: byte % 2 ? 'a' : 'b', at: Date.now(), since: 0 });
  await browserRecord.update(measureKey(course), (json) => (parseMeasure(json) ? json : drawn));
}

async function refresh(): Promise<void> {
  const [drawn, results, read] = await Promise.all([
    browserRecord.get(measureKey(course)),
    browserRecord.getAll(resultsKey(`${course}/check/`)),
    browserRecord.getAll(lessonKey(`${course}/`)),
  ]);
  const entry = parseMeasure(drawn);
  if (!entry) {
    // It was erased while the page was open.
    isAskedFor = false;
    await draw();
    return;
  }
  const state = measure(outline, entry, results);
  const areFinished =
    lessons.length > 0 && lessons.every((id) => parseLesson(read.get(lessonKey(id)) ?? null)?.finished.on);
  arrange(state, areFinished);
}

function arrange({ before, after }: Measurement, areFinished: boolean): void {
  const [first, second] = [sectionOf(before.form), sectionOf(after.form)];
  if (!page || !first || !second) return;
  // Islands outlive being moved, before they have come to life and after.
  if (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_PRECEDING) second.before(first);
  show(first, before, true);
  const isOpen = before.result !== null && (isAskedFor || after.answered > 0);
  if (!before.result) isAskedFor = false;
  show(second, after, isOpen);
  offer(first, null);
  offer(second, isOpen ? null : !before.result ? 'waits' : areFinished ? 'finished' : 'offer');
  hasArranged = true;
  page.dataset['ready'] = '';
}

function show(section: HTMLElement, { answered, result }: FormState, isOpen: boolean): void {
  const heading = section.querySelector<HTMLElement>('h2');
  if (heading) heading.textContent = heading.dataset[section.matches(':first-of-type') ? 'before' : 'after'] ?? '';
  const posts = section.querySelector<HTMLDetailsElement>('[data-measure-posts]');
  if (posts) {
    // What is answered is folded away when the page opens, and never under the reader's eyes.
    if (!hasArranged) posts.open = result === null;
    if (answered === 0) posts.open = true;
    posts.hidden = !isOpen;
  }
  const status = section.querySelector<HTMLElement>('[data-measure-done]');
  const template = status?.querySelector('template');
  const isSaid = status?.querySelector('a') !== null;
  if (!status || !template || isSaid === (result !== null)) return;
  status.replaceChildren(template, ...(result ? [template.content.cloneNode(true)] : []));
}

/** Says below the second heading what becomes of the second set; null where it is shown. */
function offer(section: HTMLElement, what: 'waits' | 'offer' | 'finished' | null): void {
  const box = section.querySelector<HTMLElement>('[data-measure-offer]');
  if (!box) return;
  box.hidden = what === null;
  for (const line of box.querySelectorAll<HTMLElement>('[data-offer]')) line.hidden = line.dataset['offer'] !== what;
  const button = box.querySelector<HTMLButtonElement>('[data-measure-begin]');
  if (!button) return;
  button.hidden = what === null || what === 'waits';
  button.classList.toggle('button-quiet', what === 'offer');
}

page?.addEventListener('click', ({ target }) => {
  const section = (target as Element).closest('[data-measure-begin]')?.closest<HTMLElement>('[data-measure-form]');
  if (!section) return;
  isAskedFor = true;
  void refresh().then(() => section.querySelector('h2')?.focus());
});

for (const prefix of [measureKey(course), resultsKey(`${course}/check/`), lessonKey(`${course}/`)])
  browserRecord.watch(prefix, () => void refresh());
// A page that comes back from the browser's memory.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void refresh();
});
void draw().then(refresh);
