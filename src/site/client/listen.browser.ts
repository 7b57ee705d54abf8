import styles from '../styles/listen.css?url';
import type { ListenWords, RateName } from '../view/listen-words.ts';
import { addSheet } from './late-sheet.browser.ts';
import { openListenBar, type ListenBar } from './listen-bar.browser.ts';
import { readAloud, type AloudReader } from './read-aloud.browser.ts';
import { readableText } from './readable-text.browser.ts';
import { readSetting, writeSetting } from './settings.browser.ts';

const rates: Readonly<Record<RateName, number>> = { slow: 0.75, normal: 1, fast: 1.25, faster: 1.5 };

let stop: (() => void) | null = null;

/** Reads the lesson's text aloud from an element of it on, with a bar to steer it by at the foot of the screen. */
export async function listenFrom(from: HTMLElement | null, words: ListenWords): Promise<void> {
  const text = document.querySelector<HTMLElement>('[data-lesson-text]');
  if (!text) return;
  await addSheet(styles);
  stop?.();

  const opener = document.activeElement as HTMLElement | null;
  const kept = readSetting('listen') ?? '';
  const rateName = kept in rates ? (kept as RateName) : 'normal';
  let reading: HTMLElement | null = null;
  let isPaused = false;

  const mark = (block: HTMLElement | null) => {
    if (block === reading) return;
    reading?.classList.remove('listen-now');
    reading = block;
    reading?.classList.add('listen-now');
    reading?.scrollIntoView({ block: 'nearest' });
  };
  const end = () => {
    stop = null;
    mark(null);
    window.removeEventListener('pagehide', leave);
    const hadFocus = bar.close();
    if (hadFocus) opener?.focus({ preventScroll: true });
  };
  const leave = () => reader.stop();

  const bar: ListenBar = openListenBar(words, rateName, {
    toggle: () => (isPaused ? reader.resume() : reader.pause()),
    move: (step) => reader.move(step),
    setRate(name) {
      writeSetting('listen', name);
      reader.setRate(rates[name]);
    },
    stop: leave,
  });
  const reader: AloudReader = readAloud(readableText(text, from), {
    rate: rates[rateName],
    onChange({ status, block }) {
      if (status === 'ended') return end();
      isPaused = status !== 'reading';
      bar.show(status);
      mark(block);
    },
  });
  stop = leave;
  window.addEventListener('pagehide', leave);
  reader.resume();
}
