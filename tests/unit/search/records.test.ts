import { describe, expect, it } from 'vitest';
import { buildSearchFiles, collectRecords } from '#search';
import { choice, contentWith, lesson, section } from './lesson-content.ts';

const full = lesson('en', {
  sections: [
    section('', 'Opening words.'),
    section('A filter', 'Tea and water .', ['plain', 'claim'], 'Garlic heals.'),
  ],
  exercises: [choice('plain', 'Who published it?'), choice('claim', 'Leaves last for ever', true)],
});

describe('collectRecords', () => {
  it('makes a record of the opening and of every section with a heading', () => {
    const { pages, records } = collectRecords(contentWith({ en: full }), 'en');
    expect(pages).toEqual([
      { kind: 'lesson', title: 'Leave the page', path: 'course/module/lesson/', course: 'course' },
    ]);
    expect(records).toEqual([
      {
        page: 0,
        kind: 'opening',
        anchor: '',
        title: '',
        heading: 'Leave the page',
        text: 'Check an unknown site. Opening words. · apply lateral reading',
        examples: '',
        questions: '',
        unquoted: '',
      },
      {
        page: 0,
        kind: 'section',
        anchor: 'at-8',
        title: 'Leave the page',
        heading: 'A filter',
        text: 'Tea and water.',
        examples: 'Garlic heals.',
        questions: 'Who published it?',
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
    const { pages, records } = collectRecords(contentWith({}, glossary), 'kk', { glossary: 'Сөздік' });
    expect(pages).toEqual([{ kind: 'glossary', title: 'Сөздік', path: 'glossary/', course: '' }]);
    expect(records).toEqual([
      {
        page: 0,
        kind: 'term',
        anchor: 'claim',
        title: '',
        heading: 'мәлімдеме',
        text: 'What it is.',
        examples: '',
        questions: '',
        unquoted: 'wrong form',
      },
    ]);
  });

  it('composes letters, so that marks fall on the right ones', () => {
    const decomposed = lesson('tr', { title: 'İz sürün'.normalize('NFD') });
    expect(collectRecords(contentWith({ tr: decomposed }), 'tr').pages[0]?.title).toBe('İz sürün');
  });
});

describe('buildSearchFiles', () => {
  const files = buildSearchFiles('en', collectRecords(contentWith({ en: full }), 'en'));
  const everything = [...files.values()].join();

  it.each(['optionword', 'reasonword', 'hintword'])('does not hold options, reasons and hints: %s', (word) => {
    expect(everything).not.toContain(word);
  });

  it('does not hold a claim to judge as it stands', () => {
    expect(everything).not.toContain('for ever');
  });

  it('names all files but the manifest after what the index holds', () => {
    const other = buildSearchFiles('en', collectRecords(contentWith({ en: { ...full, title: 'Another' } }), 'en'));
    const names = [...files.keys()];
    expect(names.filter((name) => other.has(name))).toEqual(['manifest.json']);
    expect(
      names.every((name) => /^(?:manifest|(?:shard|lexicon|documents|texts)-\d+\.[0-9a-z]{8})\.json$/u.test(name)),
    ).toBe(true);
  });
});
