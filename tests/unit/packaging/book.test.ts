import { describe, expect, test } from 'vitest';
import type { TextNode } from '#course';
import { lowerHeadings, prefixIds, relocate, writeNodes, type Place } from '#packaging';
import { plainText } from '../../../src/packaging/book/plain-text.ts';
import { pathFrom } from '../../../src/packaging/book/relocate.ts';
import { element } from '../../../src/packaging/xml.ts';
import { bookOf, bookWith, content, context, exampleOf, galleryCourse } from './banks.ts';

const lesson = 'https://bilig.example/kk/course/module/lesson/';
const node = (name: string, attributes: Record<string, string> = {}, children: TextNode[] = []): TextNode => ({
  name,
  attributes,
  children,
});

function layOut(nodes: readonly TextNode[]): string {
  const markup = plainText(nodes, {
    words: context.words('kk'),
    address: lesson,
    glossary: 'https://bilig.example/kk/glossary/',
    terms: new Set(['claim']),
    sources: ['a-2020', 'b-2021'],
    licence: (spdx) => ({ name: spdx, url: spdx === 'CC0-1.0' ? 'https://licence.example/' : null }),
    resolve: (href) => new URL(href, lesson).href,
    image: (src, alt) => element('img', { src, alt }),
    quizTitle: (id) => `Тест ${id}`,
    exercise: (id, level) => [element(`h${level}`, {}, [id])],
  });
  return writeNodes(markup, 'html');
}

describe('what the components of a lesson stand for', () => {
  test.each([
    [
      node('p', {}, [node('a', { href: '../other/#x' }, ['сілтеме'])]),
      '<p><a href="https://bilig.example/kk/course/module/other/#x">сілтеме</a></p>',
    ],
    [
      node('Term', { id: 'claim' }, ['мәлімдеме']),
      '<a class="term" href="https://bilig.example/kk/glossary/#claim">мәлімдеме</a>',
    ],
    [node('Term', { id: 'unknown' }, ['сөз']), 'сөз'],
    [
      node('Source', { id: 'b-2021', at: '12-бет' }),
      `<sup><a class="citation" href="${lesson}#source.b-2021">[2, 12-бет]</a></sup>`,
    ],
    [node('Source', { id: 'unknown' }), ''],
    [
      node('Figure', { src: 'media/a.svg', alt: 'Ағаш', credit: 'Айгүл', licence: 'CC0-1.0' }, [
        node('p', {}, ['Сөз']),
      ]),
      '<figure class="figure"><p><img src="media/a.svg" alt="Ағаш"/></p><figcaption><p>Сөз</p><p class="credit">Сурет: Айгүл, <a href="https://licence.example/">CC0-1.0</a></p></figcaption></figure>',
    ],
    [
      node('Example', { title: 'Тоған' }, [node('p', {}, ['Сөз'])]),
      '<section class="example"><p><strong>Ойдан шығарылған мысал</strong>: Тоған</p><p>Сөз</p></section>',
    ],
    [
      node('Tabs', {}, [node('Tab', { title: 'Арна' }, [node('p', {}, ['Сөз'])])]),
      '<section class="tab"><p><strong>Арна</strong></p><p>Сөз</p></section>',
    ],
    [node('Steps', {}, [node('ol', {}, [node('li', {}, ['Бір'])])]), '<ol><li>Бір</li></ol>'],
    [node('Choice', { id: 'who' }), '<h2>who</h2>'],
  ])('%#', (source, html) => {
    expect(layOut([source])).toBe(html);
  });

  test('a film is its words and the way to it; a lesson’s own plays on the site', () => {
    const own = layOut([
      node('Video', { title: 'Өзен', src: 'media/a.mp4', credit: 'Айгүл' }, [node('p', {}, ['Дауыс'])]),
    ]);
    expect(own).toContain(`<a href="${lesson}">`);
    expect(own).toContain('<p>Дауыс</p>');
    expect(layOut([node('Audio', { title: 'Өзен', href: 'https://radio.example/1' })])).toContain(
      'href="https://radio.example/1"',
    );
  });

  test('only the first mention of a term leads to the glossary', () => {
    const mention = node('Term', { id: 'claim' }, ['мәлімдеме']);
    expect(layOut([node('p', {}, [mention, ', ', mention])]).match(/class="term"/g)?.length).toBe(1);
  });

  test('exercises stand one level below the heading above them, and those of a test below its title', () => {
    const html = layOut([
      node('Choice', { id: 'a' }),
      node('h2', { id: 'x' }, ['Бөлім']),
      node('Choice', { id: 'b' }),
      node('Quiz', { id: 'q' }, [node('Choice', { id: 'c' })]),
      node('Choice', { id: 'd' }),
    ]);
    expect(html).toBe(
      '<h2>a</h2><h2 id="x">Бөлім</h2><h3>b</h3><section class="quiz"><h3>Тест q</h3><h4>c</h4></section><h3>d</h3>',
    );
  });
});

describe('an exercise on paper', () => {
  const textOf = (book: ReturnType<typeof bookWith>) => {
    const [one] = book.modules.flatMap(({ lessons }) => lessons);
    const [exercise] = one?.exercises ?? [];
    if (!exercise) throw new Error('no exercise');
    return { question: writeNodes(exercise.question, 'html'), answer: writeNodes(exercise.answer, 'html') };
  };

  test('with several questions says once what they have in common', () => {
    const lab = galleryCourse.modules[0]?.lessons.find(({ id }) => id === 'image-lab')?.versions.kk?.exercises[0];
    if (lab?.type !== 'image-lab') throw new Error('no picture');
    const { question, answer } = textOf(bookWith([lab], 'kk'));
    expect(question.match(/<img [^>]*src="[^"]*"/g)?.length).toBe(
      new Set(question.match(/<img [^>]*src="[^"]*"/g)).size,
    );
    expect(question.match(/<ol type="a" class="parts">/g)?.length).toBe(1);
    expect(answer.match(/<ol type="a" class="parts">/g)?.length).toBe(1);
  });

  test('shows its options in the same order as its key, which marks what is right', () => {
    const choice = galleryCourse.modules[0]?.lessons.find(({ id }) => id === 'choice')?.versions.uz?.exercises[0];
    if (choice?.type !== 'choice') throw new Error('no choice');
    const { question, answer } = textOf(bookWith([{ ...choice, ungraded: false }], 'uz'));
    const options = [...question.matchAll(/<li>(.*?)<\/li>/g)].map(([, text]) => text);
    const keys = [...answer.matchAll(/<li><p><strong>(.*?)<\/strong>(.*?)<\/p>/g)];
    expect(keys.map(([, text]) => text)).toEqual(options);
    const right = choice.options.filter(({ id }) => choice.key.includes(id)).map(({ content: { html } }) => html);
    expect(
      keys
        .filter(([, , mark]) => mark?.includes('✓'))
        .map(([, text]) => text)
        .toSorted(),
    ).toEqual(right.toSorted());
    expect(question).not.toContain('✓');
  });

  test('numbers the gaps of a text and offers its words beside it', () => {
    const gap = galleryCourse.modules[0]?.lessons.find(({ id }) => id === 'gap')?.versions.az?.exercises[0];
    if (gap?.type !== 'gap') throw new Error('no gaps');
    const { question } = textOf(bookWith([gap], 'az'));
    expect(question).toContain('(1) ________________');
    expect(question).toContain(`<strong>${context.words('az').book.choose}</strong>`);
  });

  test('of every type has a question and an answer, in every language', () => {
    for (const { lessons } of bookOf(galleryCourse, 'tr').modules)
      for (const { exercises } of lessons)
        for (const { id, question, answer } of exercises)
          expect([id, question.length > 1, answer.length > 0]).toEqual([id, true, true]);
    expect(exampleOf('highlight-soup-letter', 'tr').id).toBe('highlight-soup-letter');
  });
});

describe('links of a book', () => {
  const place: Place = { file: 'lessons/m/a.html', ids: new Set(['why', 'exercise.who', 'term.claim', 'бастау']) };
  const places = new Map([['https://bilig.example/kk/c/m/a/', place]]);
  const hrefFrom = (href: string, from = 'lessons/m/b.html', known: ReadonlyMap<string, Place> = places) =>
    writeNodes(relocate([element('a', { href }, ['x'])], known, from), 'html').match(/href="([^"]*)"/)?.[1];

  test.each([
    ['https://bilig.example/kk/c/m/a/', '../../lessons/m/a.html'],
    ['https://bilig.example/kk/c/m/a/#why', '../../lessons/m/a.html#why'],
    ['https://bilig.example/kk/c/m/a/#who', '../../lessons/m/a.html#exercise.who'],
    ['https://bilig.example/kk/c/m/a/#claim', '../../lessons/m/a.html#term.claim'],
    ['https://bilig.example/kk/c/m/a/#gone', '../../lessons/m/a.html'],
    [
      'https://bilig.example/kk/c/m/a/#%D0%B1%D0%B0%D1%81%D1%82%D0%B0%D1%83',
      '../../lessons/m/a.html#%D0%B1%D0%B0%D1%81%D1%82%D0%B0%D1%83',
    ],
    ['https://bilig.example/kk/c/m/a/#%E0%A4%A', '../../lessons/m/a.html'],
    ['https://bilig.example/kk/c/m/other/', 'https://bilig.example/kk/c/m/other/'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
  ])('%s leads to %s', (href, expected) => {
    expect(hrefFrom(href)).toBe(expected);
  });

  test('inside one file they name the place alone', () => {
    expect(hrefFrom('https://bilig.example/kk/c/m/a/#why', 'lessons/m/a.html')).toBe('#why');
    const joined = new Map([['https://bilig.example/kk/c/m/a/', { ...place, file: '', prefix: 'a.', start: 'a' }]]);
    expect(hrefFrom('https://bilig.example/kk/c/m/a/#why', '', joined)).toBe('#a.why');
    expect(hrefFrom('https://bilig.example/kk/c/m/a/', '', joined)).toBe('#a');
  });

  test('no address of a file is a part of what another becomes', () => {
    expect(pathFrom('lessons/m/a.html', 'lessons/m/b.html')).toBe('../../lessons/m/b.html');
    expect(pathFrom('credits.html', 'media/a.svg')).toBe('media/a.svg');
  });

  test('headings go down to the sixth level at most, and ids stay apart', () => {
    const markup = [element('h2', { id: 'a' }, ['A']), element('h6', {}, ['B'])];
    expect(writeNodes(prefixIds(lowerHeadings(markup, 2), 'x.'), 'html')).toBe('<h4 id="x.a">A</h4><h6>B</h6>');
  });
});

test('a book is as old as the last change of any of its lessons', () => {
  const course = content.courses.find(({ id }) => id === 'media-literacy');
  if (!course) throw new Error('no course');
  const modules = course.modules.map((module) => ({
    ...module,
    lessons: module.lessons.map((entry, at) => ({
      ...entry,
      published: '2026-01-05',
      updated: at === 1 ? '2026-09-30' : null,
    })),
  }));
  expect(bookOf({ ...course, modules }, 'en').updated).toBe('2026-09-30');
});
