import { alignScroll, type ScrolledPage } from './align-scroll.ts';

// Columns of languages that are scrolled together: whichever the author scrolls leads the others.

const form = document.querySelector<HTMLFormElement>('[data-languages]');
const columns = document.querySelector<HTMLElement>('[data-columns]');

/** Columns by language; those that stay keep their place when another is added. */
const frames = new Map<string, HTMLIFrameElement>();
/** Where a column was scrolled to by this script, so that it is not taken for the author's own scrolling. */
const sent = new WeakMap<Window, number>();

if (form && columns) {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input')];
  const asked = new URLSearchParams(location.search).get('languages')?.split(',').filter(Boolean) ?? [];
  const wanted = asked.length ? asked : boxes.map(({ value }) => value);
  for (const box of boxes) box.checked = wanted.includes(box.value);
  // The order of the address counts: the source is usually put to the left.
  const order = [...new Set([...wanted, ...boxes.map(({ value }) => value)])];
  const show = () => {
    const chosen = order.filter((tag) => boxes.some(({ value, checked }) => value === tag && checked));
    for (const [tag, frame] of frames) {
      if (chosen.includes(tag)) continue;
      frame.remove();
      frames.delete(tag);
    }
    for (const tag of chosen) columns.append(frames.get(tag) ?? openFrame(tag, form, boxes));
    history.replaceState(null, '', `?languages=${chosen.join(',')}`);
  };
  form.addEventListener('change', show);
  show();
}

function openFrame(tag: string, { dataset }: HTMLFormElement, boxes: readonly HTMLInputElement[]): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  const name = boxes.find(({ value }) => value === tag)?.parentElement?.textContent?.trim() ?? tag;
  frame.title = name;
  frame.lang = tag;
  frame.src = `${dataset['embed']}${tag}/${dataset['address']}/`;
  frame.addEventListener('load', () => follow(frame));
  frames.set(tag, frame);
  return frame;
}

function follow(frame: HTMLIFrameElement): void {
  const view = frame.contentWindow;
  if (!view) return;
  view.addEventListener('scroll', () => lead(view), { passive: true });
  // A column that was loaded anew takes the place of the others.
  const other = [...frames.values()].find((one) => one !== frame)?.contentWindow;
  if (other && other.scrollY > 0) lead(other);
}

function lead(view: Window): void {
  const own = sent.get(view);
  sent.delete(view);
  if (own !== undefined && Math.abs(view.scrollY - own) <= 1) return;
  for (const { contentWindow: other } of frames.values()) {
    if (!other || other === view) continue;
    const before = other.scrollY;
    const top = alignScroll(measure(view), measure(other), view.scrollY);
    if (Math.abs(before - top) < 1) continue;
    other.scrollTo({ top, behavior: 'instant' });
    sent.set(other, other.scrollY);
  }
}

function measure({ document: page, scrollY, innerHeight }: Window): ScrolledPage {
  const sections = [...page.querySelectorAll<HTMLElement>('[data-section]')].map((element) => ({
    anchor: element.id,
    top: element.getBoundingClientRect().top + scrollY,
  }));
  return { sections, end: page.documentElement.scrollHeight - innerHeight };
}
