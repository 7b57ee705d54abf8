import type { SearchAnswer, SearchGroup, SearchHit, Segment } from '#search';

/** How results stand in their surroundings. */
export interface ResultsFrame {
  /** Address of the language's folder. */
  readonly root: string;
  /** The glossary's name. */
  readonly glossary: string;
  /** Level of the headings of groups. */
  readonly heading: 'h2' | 'h3';
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
  const title = group.kind === 'glossary' ? [{ text: frame.glossary, marked: false }] : group.title;
  const heading = element(frame.heading, 'search-page-title');
  const box = element('div', 'search-group');
  if (group.opening) {
    const head = element('div', 'search-hit search-opening');
    heading.append(linkTo(group.opening, title, frame.root));
    head.append(heading);
    addExcerpt(head, group.opening, nextId);
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
    addExcerpt(item, hit, nextId);
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
function addExcerpt(box: HTMLElement, hit: SearchHit, nextId: () => string): void {
  if (hit.excerpt.length === 0) return;
  const excerpt = element('p', 'search-excerpt');
  excerpt.id = nextId();
  excerpt.append(...nodesOf(hit.excerpt));
  box.querySelector('a')?.setAttribute('aria-describedby', excerpt.id);
  box.append(excerpt);
}

function nodesOf(segments: readonly Segment[]): Node[] {
  return segments.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
