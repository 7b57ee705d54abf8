import type { SearchAnswer } from '#search';
import type { SearchSetup } from '../view/search-setup.ts';
import type { OtherAnswer } from './search-messages.ts';
import { renderOthers } from './search-others.browser.ts';
import { element, renderResults, type ResultsFrame } from './search-results.browser.ts';

/** What somebody may do with the results. */
export interface ViewEvents {
  more(): void;
  others(): void;
  retry(): void;
}

/** The part of a search box below its form. */
export interface SearchView {
  /** Everything in it that leads somewhere, in order. */
  hits(): HTMLElement[];
  /** Says something in place of results. */
  say(message: string): void;
  show(query: string, answer: SearchAnswer): void;
  showOthers(answers: readonly OtherAnswer[]): void;
}

const longestEcho = 80;

/** Shows answers in a search box. */
export function createSearchView(
  box: { readonly status: HTMLElement; readonly results: HTMLElement; readonly input: HTMLInputElement },
  setup: SearchSetup,
  { onPage, events }: { readonly onPage: boolean; readonly events: ViewEvents },
): SearchView {
  const { status, results, input } = box;
  const { own, words } = setup;
  const labels = { example: words.example, question: words.question };
  const frame: ResultsFrame = { root: own.root, labels, heading: onPage ? 'h2' : 'h3', prefix: input.id };
  const hits = () => [...results.querySelectorAll<HTMLElement>('[data-search-hit]')].filter(isShown);
  let asked = '';
  let others: HTMLElement | null = null;

  const fill = (messages: readonly string[], content: readonly Node[]) => {
    status.replaceChildren(...messages.map((message) => textIn('span', 'search-message', message)));
    const active = document.activeElement as HTMLElement;
    const wasInside = results.contains(active);
    const place = hits().indexOf(active);
    results.replaceChildren(...content);
    // Who went on to the results before the last letter was answered stays where they were.
    if (!wasInside) return;
    if (results.contains(active)) active.focus();
    else (hits()[place] ?? input).focus();
  };

  return {
    hits,
    say: (message) => {
      others = null;
      fill(message ? [message] : [], []);
    },
    show(query, answer) {
      // The same answer comes again with excerpts; what was found elsewhere stays below it.
      if (query !== asked) others = null;
      asked = query;
      others ??= othersOf(setup, events);
      if (answer.count === 0) {
        const none = words.none.replace('{{query}}', () => query.slice(0, longestEcho));
        fill([none, ...cutNote(answer)], [adviceOf(setup), ...retryOf(answer), others]);
        return;
      }
      const count = words.count.replace('{{count}}', String(answer.count));
      const more = answer.shown < answer.count ? [buttonOf(words.more, 'search-more', () => events.more())] : [];
      fill(
        [count, ...insteadOf(answer), ...cutNote(answer)],
        [...retryOf(answer), ...renderResults(answer, frame), ...more, others],
      );
    },
    showOthers(answers) {
      if (!others) return;
      others.replaceChildren(...renderOthers(answers, setup, { ...frame, lang: own.locale }));
      (others.querySelector('summary') ?? others).focus();
    },
  };

  function insteadOf({ mended, instead }: SearchAnswer): string[] {
    if (!mended) return [];
    return [instead.length > 0 ? words.instead.replace('{{words}}', () => instead.join(', ')) : words.similar];
  }

  function cutNote({ incomplete }: SearchAnswer): string[] {
    return incomplete ? [words.incomplete] : [];
  }

  function retryOf({ incomplete }: SearchAnswer): HTMLElement[] {
    return incomplete ? [buttonOf(words.retry, 'search-again', () => events.retry())] : [];
  }
}

const isShown = (element: HTMLElement) => element.closest('details:not([open])') === null;

function othersOf({ words, others }: SearchSetup, events: ViewEvents): HTMLElement {
  const box = element('div', 'search-others');
  box.setAttribute('aria-live', 'polite');
  box.tabIndex = -1;
  if (others.length === 0) return box;
  const button = buttonOf(words.others, 'search-ask-others', () => {
    button.setAttribute('aria-disabled', 'true');
    events.others();
  });
  box.append(button);
  return box;
}

function adviceOf({ words, own }: SearchSetup): HTMLElement {
  const glossary = document.createElement('a');
  glossary.href = `${own.root}glossary/`;
  glossary.textContent = words.glossary;
  glossary.dataset['searchHit'] = '';
  const advice = element('p', 'search-advice');
  advice.append(words.advice, ' ', glossary);
  return advice;
}

function buttonOf(text: string, className: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `button button-quiet ${className}`;
  button.textContent = text;
  button.addEventListener('click', act);
  return button;
}

function textIn(tag: string, className: string, text: string): HTMLElement {
  const made = element(tag, className);
  made.textContent = text;
  return made;
}
