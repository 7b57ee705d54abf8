import type { QuoteKind, SearchAnswer, SearchGroup, SearchHit, Segment } from '#search';

/** How results stand in their surroundings. */
export interface ResultsFrame {
  /** Address of the language's folder. */
  readonly root: string;
  /** What is said before a quotation that is not the lesson's own words. */
  readonly labels: Readonly<Record<Exclude<QuoteKind, 'text'>, string>>;
  /** The language of these labels where the results are in another. */
  readonly labelLang?: string;
  /** Level of the headings of groups. */
  readonly heading: 'h2' | 'h3' | 'h4';
  /** Begins the ids of elements, unique in the page. */
  readonly prefix: string;
}

/** The results as elements, grouped by page. Every text is set as text: nothing a lesson or a reader wrote becomes markup. */
export function renderResults(answer: SearchAnswer, frame: ResultsFrame): HTMLElement[] {
  let count = 0;
  const nextId = () => `${frame.prefix}-${(count += 1)}`;
  return answer.groups.map((group) => renderGroup(group, frame, nextId));
}

function renderGroup(group: SearchGroup, frame: ResultsFrame, nextId: () => string): HTMLElement {
  const { title } = group;
  const heading = element(frame.heading, 'search-page-title');
  const box = element('div', 'search-group');
  if (group.opening) {
    const head = element('div', 'search-hit search-opening');
    heading.append(linkTo(group.opening, title, frame.root));
    head.append(heading);
    addExcerpt(head, group.opening, frame, nextId);
    box.append(head);
  } else {
    heading.append(...nodesOf(title));
    box.append(heading);
  }
  if (group.hits.length === 0) return box;
  const list = element('ul', 'search-hits');
  for (const hit of group.hits) {
    const item = element('li', 'search-hit');
    item.append(linkTo(hit, hit.heading, frame.root));
    addExcerpt(item, hit, frame, nextId);
    list.append(item);
  }
  box.append(list);
  return box;
}

function linkTo(hit: SearchHit, words: readonly Segment[], root: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = root + hit.path;
  link.dataset['searchHit'] = '';
  link.append(...nodesOf(words));
  return link;
}

/** The excerpt describes its link, so that who goes from link to link hears it after the name. */
function addExcerpt(box: HTMLElement, hit: SearchHit, frame: ResultsFrame, nextId: () => string): void {
  if (hit.excerpt.length === 0) return;
  const excerpt = element('p', 'search-excerpt');
  excerpt.id = nextId();
  if (hit.quotes !== 'text') excerpt.append(labelOf(hit.quotes, frame), ' ');
  excerpt.append(...nodesOf(hit.excerpt));
  box.querySelector('a')?.setAttribute('aria-describedby', excerpt.id);
  box.append(excerpt);
}

/** What an invented example or a question is must be said beside it: out of its frame it would be read as a fact. */
function labelOf(quotes: Exclude<QuoteKind, 'text'>, { labels, labelLang }: ResultsFrame): HTMLElement {
  const label = element('span', 'search-quotes');
  label.textContent = labels[quotes];
  if (labelLang) label.lang = labelLang;
  return label;
}

function nodesOf(segments: readonly Segment[]): Node[] {
  return segments.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

/** A new element with a class. */
export function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
