import { describe, expect, it } from 'vitest';
import type { SearchAnswer } from '#search';
import { renderResults } from '../../../src/site/client/search-results.browser.ts';

const plain = (text: string) => [{ text, marked: false }];
const labels = { example: 'Invented example', question: 'Exercise question' };
const frame = { root: '/base/en/', labels, heading: 'h3', prefix: 'search-dialog' } as const;
const rest = { instead: [], mended: false, incomplete: false } as const;

function render(answer: Pick<SearchAnswer, 'count' | 'groups'>): HTMLElement {
  const box = document.createElement('div');
  box.append(...renderResults({ ...rest, shown: answer.count, ...answer }, frame));
  return box;
}

describe('renderResults', () => {
  const opening = { path: 'c/m/l/', heading: plain('Leave'), excerpt: plain('First words'), quotes: 'text' } as const;
  const hit = {
    path: 'c/m/l/#tea',
    heading: [{ text: 'Tea', marked: true }],
    excerpt: [...plain('Hot '), { text: 'tea', marked: true }],
    quotes: 'text',
  } as const;

  it('groups by lesson, whose heading leads to it where its opening was found', () => {
    const box = render({ count: 2, groups: [{ kind: 'lesson', title: plain('Leave'), opening, hits: [hit] }] });
    const links = [...box.querySelectorAll<HTMLAnchorElement>('a[data-search-hit]')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/base/en/c/m/l/', '/base/en/c/m/l/#tea']);
    expect(box.querySelector('h3 a')?.textContent).toBe('Leave');
    expect([...box.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Tea', 'tea']);
  });

  it('leaves the heading of a page whose opening was not found without a link', () => {
    const box = render({
      count: 2,
      groups: [
        { kind: 'glossary', title: plain('Glossary'), opening: null, hits: [hit] },
        { kind: 'lesson', title: plain('Leave'), opening: null, hits: [hit] },
      ],
    });
    expect([...box.querySelectorAll('h3')].map((heading) => heading.innerHTML)).toEqual(['Glossary', 'Leave']);
  });

  it('describes each link by its own excerpt', () => {
    const bare = { ...hit, excerpt: [] };
    const box = render({ count: 3, groups: [{ kind: 'lesson', title: plain('L'), opening, hits: [hit, bare] }] });
    const ids = [...box.querySelectorAll('a')].map((link) => link.getAttribute('aria-describedby'));
    expect(ids).toEqual(['search-dialog-1', 'search-dialog-2', null]);
    expect(box.querySelector('#search-dialog-2')?.textContent).toBe('Hot tea');
  });

  it('shows markup in a lesson’s words as words', () => {
    const evil = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    const nasty = {
      path: 'c/#"><b>',
      heading: [{ text: evil, marked: true }],
      excerpt: plain(evil),
      quotes: 'text',
    } as const;
    const box = render({ count: 1, groups: [{ kind: 'lesson', title: plain(evil), opening: null, hits: [nasty] }] });
    expect(box.querySelector('img, script, b')).toBeNull();
    expect(box.querySelector('mark')?.textContent).toBe(evil);
  });

  it('says before a quotation that it is an invented example or a question', () => {
    const hits = [
      { ...hit, quotes: 'example' },
      { ...hit, quotes: 'question' },
    ] as const;
    const box = render({ count: 2, groups: [{ kind: 'lesson', title: plain('L'), opening: null, hits }] });
    const excerpts = [...box.querySelectorAll('.search-excerpt')].map((excerpt) => excerpt.textContent);
    expect(excerpts).toEqual(['Invented example Hot tea', 'Exercise question Hot tea']);
  });
});
