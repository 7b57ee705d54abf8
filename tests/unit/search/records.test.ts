import { describe, expect, it } from 'vitest';
import { buildSearchIndex, collectRecords, createSearcher } from '#search';
import { choice, contentWith, lesson, section } from './lesson-content.ts';

const full = lesson('en', {
  sections: [section('', 'Opening words.'), section('A filter', 'Tea and water .', ['plain', 'claim'])],
  exercises: [choice('plain', 'Who published it?'), choice('claim', 'Leaves last for ever', true)],
});

describe('collectRecords', () => {
  it('makes a record of the opening and of every section with a heading', () => {
    const { pages, records } = collectRecords(contentWith({ en: full }), 'en');
    expect(pages).toEqual([{ kind: 'lesson', title: 'Leave the page', path: 'course/module/lesson/' }]);
    expect(records).toEqual([
      {
        page: 0,
        anchor: '',
        title: '',
        heading: 'Leave the page',
        text: 'Check an unknown site. Opening words.',
        more: 'apply lateral reading',
        unquoted: '',
      },
      {
        page: 0,
        anchor: 'at-8',
        title: 'Leave the page',
        heading: 'A filter',
        text: 'Tea and water.',
        more: 'Who published it?',
        unquoted: 'Leaves last for ever',
      },
    ]);
  });

  it('leaves a lesson out that is borrowed from another language', () => {
    expect(collectRecords(contentWith({ en: full }), 'kk')).toEqual({ pages: [], records: [] });
  });

  it('makes a record of each term that the language has, with the forms to avoid unquoted', () => {
    const term = (word: string) => ({ term: word, definition: 'What it is.', avoid: ['wrong form'] });
    const glossary = new Map([
      ['claim', { en: term('claim'), kk: term('мәлімдеме') }],
      ['source', { en: term('source') }],
    ]);
    const { pages, records } = collectRecords(contentWith({}, glossary), 'kk');
    expect(pages).toEqual([{ kind: 'glossary', title: '', path: 'glossary/' }]);
    expect(records).toEqual([
      {
        page: 0,
        anchor: 'claim',
        title: '',
        heading: 'мәлімдеме',
        text: 'What it is.',
        more: '',
        unquoted: 'wrong form',
      },
    ]);
  });

  it('composes letters, so that marks fall on the right ones', () => {
    const decomposed = lesson('tr', { title: 'İz sürün'.normalize('NFD') });
    expect(collectRecords(contentWith({ tr: decomposed }), 'tr').pages[0]?.title).toBe('İz sürün');
  });
});

describe('buildSearchIndex', () => {
  const index = buildSearchIndex('en', collectRecords(contentWith({ en: full }), 'en'));

  it('gives the same bytes for the same lessons', () => {
    const again = buildSearchIndex('en', collectRecords(contentWith({ en: full }), 'en'));
    expect(JSON.stringify(again)).toBe(JSON.stringify(index));
  });

  it.each(['optionword', 'reasonword', 'hintword'])('does not hold options, reasons and hints: %s', (word) => {
    expect(JSON.stringify(index)).not.toContain(word);
    expect(createSearcher(index)(word).count).toBe(0);
  });

  it('finds an invented claim by its words, and never quotes it', () => {
    const answer = createSearcher(index)('leaves last');
    expect(answer.groups[0]?.hits[0]?.path).toBe('course/module/lesson/#at-8');
    expect(JSON.stringify(answer)).not.toContain('for ever');
    expect(JSON.stringify(index.documents)).not.toContain('for ever');
  });

  it('can be built of nothing and asked in vain', () => {
    const empty = buildSearchIndex('ky', { pages: [], records: [] });
    expect(createSearcher(empty)('булак')).toEqual({ count: 0, groups: [] });
  });

  it('is refused in a form that this code does not read', () => {
    expect(() => createSearcher({ ...index, version: 99 })).toThrow('version 99');
  });
});
