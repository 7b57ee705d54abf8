import { describe, expect, it } from 'vitest';
import { analyseText, type Locale } from '#language';
import { buildSearchFiles, collectRecords, openSearch, type SearchHit } from '#search';
import { contentWith, choice, lesson, section } from './lesson-content.ts';
import { ask, openContent, openOwn, ownContent, pathsOf, serve } from './open-content.ts';

/** The five best places. */
async function firstPaths(locale: Locale, query: string): Promise<string[]> {
  const { hits } = await openOwn(locale).find(query, { limit: 5 });
  return hits.map(({ path }) => path);
}

/** All words of the lessons of a language, as the index compares them. */
function surfacesOf(locale: Locale): Set<string> {
  const { records } = collectRecords(ownContent(), locale);
  const texts = records.flatMap((record) => [
    record.heading,
    record.text,
    record.examples,
    record.questions,
    record.unquoted,
  ]);
  return new Set(texts.flatMap((text) => analyseText(locale, text).map(({ surface }) => surface)));
}

describe('the course’s own lessons', () => {
  const sideways = 'leave-the-page/#why-sideways-beats-down';
  const tea = 'leave-the-page/#a-filter-for-better-tea';
  const timur = 'leave-the-page/#finish-timurs-check';
  const stream = 'trace-it-back/#walk-against-the-stream';
  const river = 'trace-it-back/#your-turn-the-yellow-river';
  const elif = 'trace-it-back/#finish-elifs-check';
  const name = 'whom-to-trust/#the-borrowed-name';

  it.each<[Locale, string, string]>([
    ['en', 'SIDEWAYS beats', sideways],
    ['en', 'filtered teas', tea],
    ['en', 'timur’s check', timur],
    ['az', 'NIYE YANA OXUMAQ', sideways],
    ['az', 'çay üçün FİLTR', tea],
    ['az', 'cay ucun filtr', tea],
    ['az', 'sari cay', river],
    ['uz', "yonga O'QISH", sideways],
    ['uz', 'yonga oqish', sideways],
    ['uz', 'oqimga qarshi', stream],
    ['tr', 'AKINTIYA KARŞI', stream],
    ['tr', 'akintiya karsi', stream],
    ['tr', 'ODUNC ALINAN AD', name],
    ['tr', "Timur'un kontrolu", timur],
    ['ky', 'агымга каршы журунуз', stream],
    ['ky', 'ТИМУРДУН текшеруусун', timur],
    ['kk', 'катарластыра окыган', sideways],
    ['kk', 'АҒЫСҚА КАРСЫ', stream],
    ['kk', 'Тимурдын тексеруин', timur],
    ['ru', 'желтая РЕКА', river],
    ['ru', 'против течения', stream],
    ['ru', 'ЧУЖОЕ имя', name],
  ])('%s: %j leads to the section', async (locale, query, expected) => {
    expect(await firstPaths(locale, query)).toContain(`media-literacy/finding-the-source/${expected}`);
  });

  it.each<[Locale, string, string]>([
    ['az', 'mekteblerimizden', elif],
    ['az', 'sarıların çaylarımızda', river],
    ['az', 'filtrimizdən', tea],
    ['uz', 'maktablarimizda', elif],
    ['uz', 'daryolarimizdan', river],
    ['uz', 'мактабларимизда', elif],
    ['tr', 'nehirlerimizden', river],
    ['tr', 'filtrelerimizle', tea],
    ['kk', 'мектептерінде', elif],
    ['kk', 'озендеримизден', river],
    ['kk', 'сүзгілеріміз', tea],
    ['ky', 'дарыяларга', river],
    ['ky', 'чыпкалар', tea],
    ['ky', 'дарыяларыбыздан', river],
    ['ru', 'реками желтыми', river],
    ['ru', 'фильтрами', tea],
    ['en', 'filtering teas', tea],
  ])('%s: %j, a form that no lesson has, leads to the section that has another', async (locale, query, expected) => {
    const surfaces = surfacesOf(locale);
    const known = analyseText(locale, query).filter(({ surface }) => surfaces.has(surface));
    expect(known.map(({ surface }) => surface)).toEqual([]);
    expect(await firstPaths(locale, query)).toContain(`media-literacy/finding-the-source/${expected}`);
  });

  it.each<[Locale, string]>([
    ['az', 'mənbələrimizdən'],
    ['uz', 'manbalarimizdan'],
    ['tr', 'kaynaklardan'],
    ['kk', 'дереккөздерімізден'],
    ['ky', 'булактардан'],
    ['ru', 'источниками'],
    ['en', 'sourced'],
  ])('%s: %j finds sources, and marks them in their own forms', async (locale, query) => {
    const { groups } = await ask(openOwn(locale), query);
    const hits = groups.flatMap((group) => [...(group.opening ? [group.opening] : []), ...group.hits]);
    const marks = hits.flatMap(({ heading, excerpt }) => [...heading, ...excerpt].filter(({ marked }) => marked));
    expect(marks.length).toBeGreaterThan(1);
  });
});

describe('openSearch', () => {
  const first = lesson('en', {
    sections: [
      section('', 'You open it.'),
      section('A filter for tea', 'Tea with a page.'),
      section('Nothing of it', 'Other words.'),
    ],
  });
  const glossary = new Map([['source', { en: { term: 'tea', definition: 'A drink.', avoid: ['chai'] } }]]);
  const search = openContent('en', contentWith({ en: first }, glossary));

  it('puts the places that have all the words before any that have some', async () => {
    expect(pathsOf(await ask(search, 'tea page'))).toEqual(['course/module/lesson/#at-16']);
    expect(pathsOf(await ask(search, 'open tea'))).toContain('course/module/lesson/');
  });

  it.each<[Locale, string, exact: string, stem: string, prefix: string]>([
    ['az', 'kitablar', 'kitablar', 'kitabın', 'kitablarcası'],
    ['uz', 'kitoblar', 'kitoblar', 'kitobning', 'kitoblarxona'],
    ['tr', 'kaynaklar', 'kaynaklar', 'kaynağa', 'kaynaklarcasız'],
    ['kk', 'мектептер', 'мектептер', 'мектебіміз', 'мектептерхана'],
    ['ky', 'мектептер', 'мектептер', 'мектебибиз', 'мектептерчок'],
    ['ru', 'река', 'река', 'реки', 'рекаож'],
    ['en', 'filter', 'filter', 'filtering', 'filterless'],
  ])('%s: puts %j as it stands before another form, and that before a longer word', async (locale, query, ...words) => {
    const sections = [...words].reverse().map((word, place) => section('x'.repeat(place + 1), `${word} abc.`));
    const version = lesson(locale, { title: '', summary: '', objectives: [], sections });
    const found = await ask(openContent(locale, contentWith({ [locale]: version })), query);
    expect(pathsOf(found)).toEqual([3, 2, 1].map((length) => `course/module/lesson/#at-${length}`));
  });

  it('weighs a title before a heading, a heading before the text and the text before a question', async () => {
    const version = lesson('en', {
      title: 'About kettles',
      sections: [
        section('', 'Nothing.'),
        section('Kettles', 'Nothing.'),
        section('In the text', 'About kettles.'),
        section('In a question of it', 'Nothing.', ['asked']),
      ],
      exercises: [choice('asked', 'About kettles?')],
    });
    const found = await openContent('en', contentWith({ en: version })).find('kettles');
    const anchors = ['', '#at-7', '#at-11', '#at-19'];
    expect(found.hits.map(({ path }) => path)).toEqual(anchors.map((anchor) => `course/module/lesson/${anchor}`));
  });

  it('does not ask for words that stand everywhere', async () => {
    const many = Array.from({ length: 20 }, (_, place) => section('x'.repeat(place + 1), 'How to do it.'));
    const sections = [...many, section('filter for the tea of today', 'Tea.')];
    const version = lesson('en', { title: '', summary: '', objectives: [], sections });
    const found = await ask(openContent('en', contentWith({ en: version })), 'how to filter');
    expect(pathsOf(found)[0]).toBe('course/module/lesson/#at-27');
  });

  it('gives the opening, not every section, for a word of the lesson’s title', async () => {
    const answer = await ask(search, 'leave');
    expect(pathsOf(answer)).toEqual(['course/module/lesson/']);
    expect(answer.groups[0]?.title).toEqual([
      { text: 'Leave', marked: true },
      { text: ' the page', marked: false },
    ]);
  });

  it('counts what it found and gives as many as were asked for', async () => {
    const answer = await ask(search, 'tea');
    expect([answer.count, answer.shown]).toEqual([2, 2]);
    expect(answer.groups.map(({ kind }) => kind).sort()).toEqual(['glossary', 'lesson']);
    expect(answer.groups.find(({ kind }) => kind === 'glossary')?.title).toEqual([{ text: 'Glossary', marked: false }]);
    const short = await ask(search, 'tea', { limit: 1 });
    expect([short.count, short.shown, pathsOf(short).length]).toEqual([2, 1, 1]);
  });

  it('keeps to a course, or to the glossary', async () => {
    expect(pathsOf(await ask(search, 'tea', { course: 'course' }))).toEqual(['course/module/lesson/#at-16']);
    expect(pathsOf(await ask(search, 'tea', { course: '' }))).toEqual(['glossary/#source']);
    expect(await ask(search, 'tea', { course: 'none' })).toMatchObject({ count: 0, groups: [] });
  });

  it('finds a term by a form to avoid', async () => {
    expect(pathsOf(await ask(search, 'CHAI'))).toEqual(['glossary/#source']);
  });

  it('finds words while they are being typed', async () => {
    for (const typed of ['fi', 'fil', 'filt', 'filte'])
      expect(pathsOf(await ask(search, typed)), typed).toEqual(['course/module/lesson/#at-16']);
  });

  it('can be built of nothing and asked in vain', async () => {
    const empty = openSearch('ky', serve(buildSearchFiles('ky', { pages: [], records: [] })));
    expect(await ask(empty, 'булак')).toMatchObject({ count: 0, groups: [], instead: [], incomplete: false });
  });

  it.each([
    '',
    '   ',
    '*',
    '+tea -page',
    'title:tea',
    'tea~1 ^ :',
    '"',
    '<script>alert(1)</script>',
    '\uD800',
    'tea\uDC00',
    '__proto__',
    'constructor toString',
    'x'.repeat(10_000),
    'tea '.repeat(10_000),
    '\0\u202e',
  ])('survives %#', async (query) => {
    const answer = await ask(search, query);
    expect(answer.shown).toBe(pathsOf(answer).length);
  });
});

describe('what an excerpt says about itself', () => {
  const version = lesson('en', {
    sections: [
      section('', 'Opening words.'),
      section('Claims', 'The lesson says so.', ['asked', 'claimed'], 'Garlic heals everything.'),
    ],
    exercises: [choice('asked', 'Who published kettles?'), choice('claimed', 'Onions heal too', true)],
  });
  const search = openContent('en', contentWith({ en: version }));
  const hitOf = async (query: string): Promise<SearchHit | undefined> => (await ask(search, query)).groups[0]?.hits[0];
  const words = (hit: SearchHit | undefined) => hit?.excerpt.map(({ text }) => text).join('');

  it('quotes the lesson’s own words without a label', async () => {
    expect(await hitOf('lesson says')).toMatchObject({ quotes: 'text' });
  });

  it('labels an invented example and a question', async () => {
    const example = await hitOf('garlic');
    expect([example?.quotes, words(example)]).toEqual(['example', 'Garlic heals everything.']);
    const question = await hitOf('kettles');
    expect([question?.quotes, words(question)]).toEqual(['question', 'Who published kettles?']);
  });

  it('never quotes a claim that is to be judged', async () => {
    const claim = await hitOf('onions');
    expect(claim?.path).toBe('course/module/lesson/#at-6');
    expect([claim?.quotes, words(claim)]).toEqual(['text', 'The lesson says so.']);
  });
});

describe('typing errors', () => {
  it.each<[Locale, string, instead: string, place: string]>([
    ['az', 'filrt', 'filtr', 'leave-the-page/#a-filter-for-better-tea'],
    ['uz', 'daryoolar', 'daryo', 'trace-it-back/#your-turn-the-yellow-river'],
    ['tr', 'nehirr', 'nehir', 'trace-it-back/#your-turn-the-yellow-river'],
    ['kk', 'мектпетерінде', 'мектеп', 'trace-it-back/#finish-elifs-check'],
    ['ky', 'чыпкка', 'чыпка', 'leave-the-page/#a-filter-for-better-tea'],
    ['ru', 'жёлтая рекка', 'река', 'trace-it-back/#your-turn-the-yellow-river'],
    ['en', 'sidewys', 'sideways', 'leave-the-page/#why-sideways-beats-down'],
  ])('%s: %j finds what was meant and says what it looked for', async (locale, query, instead, place) => {
    const answer = await ask(openOwn(locale), query);
    expect(pathsOf(answer)).toContain(`media-literacy/finding-the-source/${place}`);
    expect(answer.mended).toBe(true);
    expect(answer.instead).toHaveLength(1);
    expect(answer.instead[0]?.slice(0, instead.length - 1)).toBe(instead.slice(0, -1));
  });

  it('are not looked for where somebody asks in another language', async () => {
    expect((await openOwn('az').find('sourze', { mend: false })).hits).toEqual([]);
    expect((await openOwn('en').find('sourze', { mend: false })).hits).toEqual([]);
    expect((await openOwn('en').find('sourze')).hits.length).toBeGreaterThan(0);
  });

  it('are not looked for where the word stands in a lesson', async () => {
    const answer = await ask(openOwn('en'), 'sideways');
    expect([answer.mended, answer.instead]).toEqual([false, []]);
  });

  it('come after what was found as typed', async () => {
    const sections = [section('a', 'filter'), section('bb', 'filterx'), section('ccc', 'fliter')];
    const version = lesson('en', { title: '', summary: '', objectives: [], sections });
    const found = await openContent('en', contentWith({ en: version })).find('filterr');
    expect(found.hits.map(({ path }) => path).sort()).toEqual(
      ['#at-1', '#at-2'].map((anchor) => `course/module/lesson/${anchor}`),
    );
  });
});
