import type { CountedWords, SearchLanguage, SearchSetup } from '../view/search-setup.ts';
import type { OtherAnswer } from './search-messages.ts';
import { element, renderResults, type ResultsFrame } from './search-results.browser.ts';

/** What other languages have, one list that can be opened for each that has anything. */
export function renderOthers(
  answers: readonly OtherAnswer[],
  { others, words }: SearchSetup,
  frame: ResultsFrame & { readonly lang: string },
): HTMLElement[] {
  const heading = element(frame.heading, 'search-others-title');
  heading.textContent = words.inOthers;
  const found = answers.flatMap(({ locale, answer }) => {
    const language = others.find((other) => other.locale === locale);
    return language && answer && answer.count > 0 ? { language, answer } : [];
  });
  const lists = found.map(({ language, answer }, place) => {
    const box = document.createElement('details');
    box.className = 'search-language';
    const summary = document.createElement('summary');
    summary.append(...countIn(language, answer.count, words.inLanguage));
    const results = element('div', 'search-results');
    results.lang = language.locale;
    const inside = frame.heading === 'h2' ? 'h3' : 'h4';
    const own = { ...frame, root: language.root, heading: inside, labelLang: frame.lang } as const;
    results.append(...renderResults(answer, { ...own, prefix: `${frame.prefix}-other-${place}` }));
    box.append(summary, results);
    return box;
  });
  const isCut = answers.some(({ answer }) => !answer || answer.incomplete);
  const notes = [...(found.length === 0 && !isCut ? [words.noneInOthers] : []), ...(isCut ? [words.incomplete] : [])];
  return [heading, ...lists, ...notes.map(noteOf)];
}

function noteOf(text: string): HTMLElement {
  const note = element('p', 'search-note');
  note.textContent = text;
  return note;
}

/** The number in the page's language with the other one's own name, which is pronounced in its own way. */
function countIn({ locale, name }: SearchLanguage, count: number, words: CountedWords): (Node | string)[] {
  const language = element('span', 'search-language-name');
  language.lang = locale;
  language.textContent = name;
  const [before = '', after = ''] = pickForm(words, count).replace('{{count}}', String(count)).split('{{language}}');
  return [before, language, after];
}

/** The form of a counted phrase that a number takes. */
function pickForm({ forms, pick }: CountedWords, count: number): string {
  const number = count < pick.length ? count : 100 + (count % 100);
  return forms[Number(pick.charAt(number))] ?? '';
}
