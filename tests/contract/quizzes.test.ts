import mdxRenderer from '@astrojs/mdx/server.js';
import svelteRenderer from '@astrojs/svelte/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { Window } from 'happy-dom';
import type { Quiz } from '#course';
import type { Exercise } from '#exercise';
import type { Locale } from '#language';
import { expect, test } from 'vitest';
import { readSiteContent } from '../../src/site/content.ts';
import { compiledText, textComponents } from '../../src/site/lesson-text.ts';
import { quizView } from '../../src/site/view/quiz-view.ts';
import { textView } from '../../src/site/view/text-view.ts';
import { exercises } from '../unit/site/exercises.ts';

const place = { file: 'az.mdx', line: 1, column: 1 };
const lesson = 'media-literacy/finding-the-source/leave-the-page';
const heading = 'why-sideways-beats-down';

function viewOf(given: readonly Exercise[], { owner = lesson, locale = 'az' as Locale, pass = 0.66 } = {}) {
  const quiz: Quiz = { id: 'check', title: 'Yoxlayın', pass, exercises: given.map(({ id }) => id), place };
  const nothing = { sections: [], terms: [], citations: [] };
  const text = textView({ file: 'az.mdx', locale, exercises: given, quizzes: [quiz], ...nothing }, owner);
  return { view: quizView(quiz, text), text };
}

const withSee = (see: string | null): Exercise => ({ ...exercises.one, see });

test('a quiz says what passing means: the share, the exercises that count, and both kinds where there are both', () => {
  const reflected: Exercise = { ...exercises.order, ungraded: true };
  const sound = exercises.verdict;
  const misleading: Exercise = { ...exercises.verdict, id: 'other', key: 'false' };
  const one = viewOf([exercises.one, reflected, sound], { pass: 0.75, locale: 'tr' });
  expect(one.view.about).toHaveLength(1);
  expect(one.view.about[0]).toContain('%75');
  expect(one.view.about[0]).toContain('2');
  const both = viewOf([sound, misleading], { locale: 'tr' });
  expect(both.view.about[1]).toBe(both.text.words.discernment.rule);
  expect(one.view.summary.parts.map(({ id, counts }) => [id, counts])).toEqual([
    ['one', true],
    ['order', false],
    ['verdict', true],
  ]);
});

test('an exercise is known by its full id and signature, and by nothing of its answer', () => {
  const { summary } = viewOf([exercises.one]).view;
  expect(summary.parts[0]).toMatchObject({ id: 'one', fullId: `${lesson}/one` });
  expect(JSON.stringify(summary)).not.toContain('office');
});

test('skills are the exercise’s own or the lesson’s, and are named only where they differ', () => {
  const own: Exercise = { ...exercises.order, skills: ['EVI'] };
  const { summary } = viewOf([exercises.one, own], { locale: 'kk' }).view;
  expect(summary.parts.map(({ skills }) => skills)).toEqual([['LAT', 'SRC'], ['EVI']]);
  expect(Object.keys(summary.skills)).toEqual(['LAT', 'SRC', 'EVI']);
  expect(summary.skills['LAT']).toBe('Қатарлас оқу');
  expect(viewOf([exercises.one, exercises.order]).view.summary.skills).toEqual({});
});

test.each([
  ['of the same page', `#${heading}`, lesson, { section: true, lesson: false }],
  [
    'of another lesson',
    `../leave-the-page/#${heading}`,
    'media-literacy/finding-the-source/whom-to-trust',
    { section: true, lesson: true },
  ],
  [
    'from the gallery',
    `../media-literacy/finding-the-source/leave-the-page/#${heading}`,
    'gallery/quiz',
    { section: true, lesson: true },
  ],
  [
    'of a whole lesson',
    '../leave-the-page/',
    'media-literacy/finding-the-source/whom-to-trust',
    { section: true, lesson: false },
  ],
  ['that does not exist', '#nowhere', 'gallery/quiz', { section: false, lesson: false }],
  ['out of the site', '../../../../../', lesson, { section: false, lesson: false }],
])('a section %s is named in the language of the text, where it can be known', (_, href, owner, known) => {
  const see = viewOf([withSee(href)], { owner, locale: 'kk' }).view.summary.parts[0]?.see;
  expect(see?.href).toBe(href);
  expect([see?.section !== null, see?.lesson !== null]).toEqual([known.section, known.lesson]);
  if (known.section) expect(see?.section).toMatch(/\p{Script=Cyrillic}/u);
});

test('an exercise that names no section leads nowhere', () => {
  expect(viewOf([withSee(null)]).view.summary.parts[0]?.see).toBeNull();
});

test('a quiz in a text holds its exercises below its title, and its summary after them', async () => {
  const file = 'gallery/quiz/en.mdx';
  const body = readSiteContent().readings.get(file)?.body;
  if (!body) throw new Error(`There is no ${file}.`);
  const container = await AstroContainer.create();
  // In this order: Svelte's takes every function for a component of its own.
  container.addServerRenderer({ name: 'astro:jsx', renderer: mdxRenderer });
  container.addServerRenderer({ name: '@astrojs/svelte', renderer: svelteRenderer });
  const { Content } = await compiledText(file);
  const text = textView({ ...body, file, locale: 'en' }, 'gallery/quiz');
  const html = await container.renderToString(Content, { props: { components: textComponents }, locals: { text } });
  const document = new new Window().DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  const quiz = document.querySelector('[data-quiz]');
  expect(quiz?.querySelector('h3')?.textContent.trim()).toBe('Check yourself');
  expect([...(quiz?.querySelectorAll('[data-exercise]') ?? [])].map(({ id }) => id)).toEqual(
    body.quizzes[0]?.exercises,
  );
  expect(quiz?.querySelectorAll('[data-exercise] h4')).toHaveLength(body.exercises.length);
  expect(quiz?.lastElementChild?.textContent).toContain(text.words.own.quiz.expect);
  expect(quiz?.querySelectorAll(':scope > link[rel="stylesheet"]')).toHaveLength(1);
});
