// Slides are sections of a page, which scrolls, prints and is read without this. Here keys and buttons turn them, the
// notes come out, and a second window follows the first.

const slides = [...document.querySelectorAll<HTMLElement>('[data-slide]')];
const progress = document.querySelector<HTMLProgressElement>('[data-deck-progress]');
const root = document.documentElement;
/** Where slides fill the window each, and a page down is a slide. */
const wide = matchMedia('(min-width: 60rem) and (min-height: 30rem) and (orientation: landscape)');
/** The window with the notes and that with the slides tell each other which slide is shown; nobody else hears them. */
const channel = new BroadcastChannel(`slides:${location.pathname}`);
const isNotes = location.search === '?notes';
let current = Math.max(0, named());

/** The slide that the address names; -1 for none. */
function named(): number {
  return slides.findIndex(({ id }) => `#${id}` === location.hash);
}

/** Has a slide be the current one, wherever that came from. */
function mark(index: number): void {
  current = index;
  for (const [at, slide] of slides.entries()) slide.toggleAttribute('data-current', at === index);
  if (progress) progress.value = index + 1;
  tool('previous')?.toggleAttribute('disabled', index === 0);
  tool('next')?.toggleAttribute('disabled', index === slides.length - 1);
  const id = slides[index]?.id ?? '';
  if (location.hash !== `#${id}`) history.replaceState(null, '', `#${id}`);
}

function turn(index: number): void {
  const slide = slides[index];
  if (!slide) return;
  show(index);
  // What a screen reader says, and where the Tab key goes on from.
  slide.focus({ preventScroll: true });
  channel.postMessage(index);
}

function show(index: number): void {
  mark(index);
  slides[index]?.scrollIntoView({ behavior: 'instant', block: 'start' });
}

function tool(name: string): HTMLButtonElement | null {
  return document.querySelector(`[data-deck="${name}"]`);
}

const forward = new Set(['ArrowRight', 'PageDown', 'ArrowDown', ' ']);
const back = new Set(['ArrowLeft', 'PageUp', 'ArrowUp']);
/** Keys that move a page which is longer than its window. */
const scrolling = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', ' ']);

/** The slide to which a key leads; null for a key that is none of ours. */
function leadTo({ key, shiftKey }: KeyboardEvent): number | null {
  if (!wide.matches && !isNotes && scrolling.has(key)) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return slides.length - 1;
  if (key === ' ' && shiftKey) return current - 1;
  if (forward.has(key)) return current + 1;
  return back.has(key) ? current - 1 : null;
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  const onTool = event.target instanceof Element && event.target.closest('button, a, summary');
  if (event.key === ' ' && onTool) return;
  const index = leadTo(event);
  if (index === null) return;
  event.preventDefault();
  turn(index);
});

channel.addEventListener('message', ({ data }) => {
  if (typeof data === 'number' && slides[data] && data !== current) show(data);
});

window.addEventListener('hashchange', () => {
  if (named() >= 0) show(named());
});

const tools: Readonly<Record<string, (button: HTMLButtonElement) => void>> = {
  previous: () => turn(current - 1),
  next: () => turn(current + 1),
  notes: (button) => {
    const isOpen = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(isOpen));
    openNotes(isOpen);
  },
  window: () => {
    open(`${location.pathname}?notes#${slides[current]?.id ?? ''}`, '', 'popup,width=760,height=860');
  },
  full: () => {
    void (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()).catch(() => undefined);
  },
  print: () => window.print(),
};

function openNotes(isOpen: boolean): void {
  for (const notes of document.querySelectorAll<HTMLDetailsElement>('[data-slide-notes]')) notes.open = isOpen;
}

for (const [name, act] of Object.entries(tools)) {
  const button = tool(name);
  if (!button) continue;
  const isOfUse = isNotes ? ['previous', 'next'].includes(name) : name !== 'full' || document.fullscreenEnabled;
  button.hidden = !isOfUse;
  button.addEventListener('click', () => act(button));
}

if (isNotes) {
  root.dataset['notes'] = '';
  openNotes(true);
  const label = document.querySelector<HTMLElement>('[data-deck-next]');
  if (label) label.hidden = false;
} else {
  // A slide that somebody has scrolled to is the current one. What the observer has seen may be over when it is told:
  // a key has turned the slide meanwhile.
  const look = () => {
    const middle = innerHeight / 2;
    const index = slides.findIndex((slide) => {
      const { top, bottom } = slide.getBoundingClientRect();
      return top <= middle && bottom > middle;
    });
    if (index < 0 || index === current) return;
    mark(index);
    channel.postMessage(index);
  };
  const seen = new IntersectionObserver(look, { rootMargin: '-50% 0px -50% 0px' });
  for (const slide of slides) seen.observe(slide);
}
show(current);
