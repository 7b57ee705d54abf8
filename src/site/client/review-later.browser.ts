import { chosenKey, formatChosen, isRight, parseChosen, parseResults, resultsKey, reviewsOf } from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import { createLinks } from '../links.ts';
import sheet from '../styles/review-later.css?url';
import type { ReviewWords } from '../view/review-view.ts';

// Below each answered exercise of a lesson: whether it comes back, and a button to say so or not. It is put where no
// text moves under the reader's eyes: below the screen, or into an exercise that she is at work on.

const locale = document.documentElement.lang;
const links = createLinks(import.meta.env.BASE_URL, location.origin);
const seen = '[data-lesson-text] [data-exercise]';

async function loadWords(): Promise<ReviewWords['later']> {
  const response = await fetch(links.file(`${locale}/words/review.json`));
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = sheet;
  document.head.append(link);
  return ((await response.json()) as ReviewWords).later;
}
let loading: Promise<ReviewWords['later']> | undefined;

/** Whether an exercise comes back; null while it has not been answered. */
async function readState({ dataset }: HTMLElement): Promise<boolean | null> {
  const id = dataset['exercise'] ?? '';
  const [results, chosen] = await Promise.all([browserRecord.get(resultsKey(id)), browserRecord.get(chosenKey(id))]);
  const reviews = reviewsOf(parseResults(results), Date.now());
  if (reviews.length === 0) return null;
  const isMissed = !('ungraded' in dataset) && !reviews.every(isRight);
  return parseChosen(chosen)?.on ?? isMissed;
}

async function show(exercise: HTMLElement): Promise<void> {
  const isIn = await readState(exercise);
  if (isIn === null) return;
  loading ??= loadWords();
  // Without a connection and words there is no button; the exercise works as before.
  loading.catch(() => (loading = undefined));
  const words = await loading;
  const tool = exercise.querySelector<HTMLElement>('[data-review-later]') ?? createTool(exercise);
  const [status, button] = tool.children as unknown as [HTMLElement, HTMLButtonElement];
  if (isIn) status.replaceChildren(createLink(words.kept));
  else status.replaceChildren();
  button.textContent = isIn ? words.remove : words.choose;
  button.onclick = () => {
    const chosen = formatChosen({ on: !isIn, at: Date.now() });
    void browserRecord.update(chosenKey(exercise.dataset['exercise'] ?? ''), () => chosen);
  };
}

function createTool(exercise: HTMLElement): HTMLElement {
  const tool = document.createElement('div');
  tool.className = 'review-later';
  tool.lang = locale;
  tool.dataset['reviewLater'] = '';
  const status = document.createElement('span');
  // Told when the button is pressed; what comes with the result of an answer would talk over it.
  status.setAttribute('aria-live', 'polite');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-quiet';
  tool.append(status, button);
  exercise.append(tool);
  return tool;
}

function createLink(text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = links.to(locale as Parameters<typeof links.to>[0], 'review');
  link.textContent = text;
  return link;
}

// Not what has the focus: Safari gives a button that is clicked none.
let atWork: HTMLElement | null = null;
const find = (id: string) => document.querySelector<HTMLElement>(`[data-exercise="${CSS.escape(id)}"]`);

for (const kind of [resultsKey(''), chosenKey('')]) {
  browserRecord.watch(kind, (key) => {
    const exercise = find(key.slice(kind.length));
    const isHere = exercise === atWork || exercise?.querySelector('[data-review-later]');
    if (exercise && isHere) void show(exercise);
  });
}

/** Says it below the exercise that the reader is at work on, as soon as it has been answered. */
export function showWith(target: Element): void {
  atWork = target.closest<HTMLElement>(seen);
  if (atWork) void show(atWork);
}

const below = new IntersectionObserver((entries) => {
  for (const { target, boundingClientRect, isIntersecting } of entries) {
    if (!isIntersecting && boundingClientRect.top > window.innerHeight) void show(target as HTMLElement);
  }
});
for (const exercise of document.querySelectorAll(seen)) below.observe(exercise);
