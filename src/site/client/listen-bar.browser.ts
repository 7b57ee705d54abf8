import type { ListenWords, RateName } from '../view/listen-words.ts';
import type { ReadingState } from './read-aloud.browser.ts';

export interface ListenBar {
  show(status: ReadingState['status']): void;
  /** @returns whether the focus was in it */
  close(): boolean;
}

interface Actions {
  readonly toggle: () => void;
  readonly move: (step: 1 | -1) => void;
  readonly setRate: (name: RateName) => void;
  readonly stop: () => void;
}

const icons = { previous: 'M18 6 10 12l8 6zM6 6v12', next: 'm6 6 8 6-8 6zM18 6v12' };

/** The bar at the foot of the screen while a voice reads; the button to pause takes the focus. */
export function openListenBar(words: ListenWords, rate: RateName, actions: Actions): ListenBar {
  const bar = document.createElement('div');
  bar.className = 'listen-bar';
  bar.lang = document.documentElement.lang;
  bar.setAttribute('role', 'region');
  bar.setAttribute('aria-label', words.title);

  const toggle = buttonOf(words.pause, actions.toggle);
  toggle.classList.add('listen-toggle');
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const row = document.createElement('div');
  row.className = 'listen-row';
  row.append(
    iconOf('previous', words.previous, () => actions.move(-1)),
    toggle,
    iconOf('next', words.next, () => actions.move(1)),
    speedOf(words, rate, actions.setRate),
    buttonOf(words.stop, actions.stop),
  );
  bar.append(status, row);
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) actions.stop();
  });
  document.body.append(bar);
  toggle.focus({ preventScroll: true });

  return {
    show(state) {
      toggle.textContent = state === 'reading' ? words.pause : words.resume;
      status.textContent = state === 'silent' ? words.failed : '';
    },
    close() {
      const hadFocus = bar.contains(document.activeElement);
      bar.remove();
      return hadFocus;
    },
  };
}

function buttonOf(text: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-quiet';
  button.textContent = text;
  button.addEventListener('click', act);
  return button;
}

function iconOf(icon: keyof typeof icons, name: string, act: () => void): HTMLButtonElement {
  const button = buttonOf('', act);
  button.setAttribute('aria-label', name);
  button.title = name;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', icons[icon]);
  svg.append(path);
  button.append(svg);
  return button;
}

function speedOf(words: ListenWords, rate: RateName, setRate: Actions['setRate']): HTMLLabelElement {
  const label = document.createElement('label');
  const select = document.createElement('select');
  for (const [name, text] of Object.entries(words.speeds)) {
    const option = document.createElement('option');
    option.value = name;
    option.textContent = text;
    option.selected = name === rate;
    select.append(option);
  }
  select.addEventListener('change', () => setRate(select.value as RateName));
  label.className = 'listen-speed';
  label.append(words.speed, select);
  return label;
}
