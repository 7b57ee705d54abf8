import { freshAttempt, type AttemptState, type Exercise } from '#exercise';
import type { Locale } from '#language';
import { fireEvent } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, expect, test } from 'vitest';
import { wordsOf } from './exercises.ts';
import { renderExercise } from './render-exercise.ts';
import { festival } from './simulations.ts';

beforeEach(() => localStorage.clear());

async function open(locale: Locale, stored?: AttemptState, exercise: Exercise = festival) {
  const page = await renderExercise(exercise, wordsOf(locale), stored);
  const { view, press, words } = page;
  const labels = words.own['lateral-read'];
  const tabs = () => view.getAllByRole('tab');
  const shown = () => view.getByRole('tabpanel').textContent.replace(/\s+/gu, ' ').trim();
  const counter = (count: number, budget = 1) =>
    labels.opened.replace('{{count}}', String(count)).replace('{{budget}}', String(budget));
  return {
    ...page,
    labels,
    tabs,
    shown,
    counter,
    show: async (index: number) => press(tabs()[index] as HTMLElement),
    openResult: async (title: RegExp) => {
      await press(tabs()[1] as HTMLElement);
      await press(view.getByRole('button', { name: title }));
    },
    pick: (verdict: string) => press(view.getByRole('radio', { name: verdict })),
    points: (score: number) => labels.points.replace('{{score}}', String(score)).replace('{{max}}', '100'),
  };
}

test('begins on the page under test: its address, the label that it is invented, nothing opened', async () => {
  const { tabs, shown, labels, text, counter, container } = await open('az');
  expect(tabs().map(({ textContent }) => textContent.trim())).toEqual([labels.page, labels.search]);
  expect(shown()).toContain('kitab-bayrami.example/xeber');
  expect(shown()).toContain(labels.invented);
  expect(shown()).toContain('Kitab bayramı!');
  expect(text()).toContain(counter(0));
  // Neither the pages behind the results nor reasons, marks or kinds of results.
  for (const secret of ['paylanır', 'həmin səsdir', 'inam haqlıdır', labels.independent, labels.trap]) {
    expect(text()).not.toContain(secret);
  }
  expect(container.querySelector('.lateral-browser')?.innerHTML).not.toMatch(/independent|trap|library|about"/u);
});

test('opening a result adds a tab, shows it, takes the focus there, counts it and keeps it', async () => {
  const { tabs, shown, openResult, labels, stored, text, counter } = await open('kk');
  await openResult(/^Kitabxana/u);
  expect(tabs()).toHaveLength(3);
  expect(tabs()[2]?.textContent.trim()).toBe('Kitabxana: bayram günləri');
  expect(document.activeElement).toBe(tabs()[2]);
  expect(shown()).toContain('kitabxana.example/bayram');
  expect(shown()).toContain(labels.invented);
  expect(shown()).toContain('Biletlər kitabxanada paylanır.');
  expect(shown()).toContain('Giriş pulsuzdur.');
  expect(text()).toContain(counter(1));
  expect(await stored()).toMatchObject({ response: ['open:library'] });
});

test('a result that is open is shown again and not counted again', async () => {
  const { tabs, openResult, show, shown, stored, labels } = await open('az');
  await openResult(/^Kitabxana/u);
  await show(1);
  expect(shown()).toContain(labels.isOpen);
  await openResult(/^Kitabxana/u);
  expect(tabs()).toHaveLength(3);
  expect(shown()).toContain('paylanır');
  expect((await stored())?.response).toEqual(['open:library']);
});

test('going beyond the budget is allowed, and said', async () => {
  const { openResult, text, labels, counter } = await open('kk');
  await openResult(/^Kitabxana/u);
  expect(text()).not.toContain(labels.over);
  await openResult(/^Pulsuz/u);
  expect(text()).toContain(counter(2));
  expect(text()).toContain(labels.over);
});

test('tabs are walked with the arrow keys, Home and End; one of them is in the order of the Tab key', async () => {
  const { tabs, openResult } = await open('az');
  await openResult(/^Kitabxana/u);
  const key = async (name: string) => {
    await fireEvent.keyDown(document.activeElement as HTMLElement, { key: name });
    await tick();
    await tick();
    return tabs().findIndex((tab) => tab === document.activeElement);
  };
  expect(await key('ArrowRight')).toBe(0);
  expect(await key('ArrowLeft')).toBe(2);
  expect(await key('Home')).toBe(0);
  expect(await key('ArrowRight')).toBe(1);
  expect(await key('End')).toBe(2);
  expect(await key('a')).toBe(2);
  expect(tabs().map((tab) => [tab.getAttribute('aria-selected'), tab.tabIndex])).toEqual([
    ['false', -1],
    ['false', -1],
    ['true', 0],
  ]);
});

test('a page leads to the search results, as a new tab does', async () => {
  const { view, press, tabs, labels, shown } = await open('kk');
  await press(view.getByRole('button', { name: labels.toSearch }));
  expect(tabs()[1]?.getAttribute('aria-selected')).toBe('true');
  expect(shown()).toContain('qonsular.example/52');
});

test('right: says so, gives the points, names the four moves and shows every reason', async () => {
  const { openResult, pick, pressButton, status, words, labels, points, shown, text, stored } = await open('az');
  await openResult(/^Kitabxana/u);
  await pick('Xəbər doğrudur');
  await pressButton(words.check);
  expect(status()).toContain(words.right);
  expect(status()).toContain(points(100));
  for (const move of ['verdict', 'independent', 'first', 'budget'] as const) {
    expect(status()).toContain(labels.moves[move].yes);
  }
  expect(status()).toContain('Kitabxana səhifə ilə razıdır');
  expect(status()).toContain('inam haqlıdır');
  // The search results come to the front with what each of them was.
  expect(shown()).toContain(labels.independent);
  expect(shown()).toContain(labels.trap);
  expect(shown()).toContain('həmin səsdir');
  expect(text()).toContain('burada heç nə satılmır');
  expect(await stored()).toMatchObject({ phase: 'right', best: 1 });
});

test('wrong: the reasons of what was opened, and not of the rest', async () => {
  const { openResult, pick, pressButton, status, words, labels, points, shown, text } = await open('kk');
  await openResult(/^Biz/u);
  await pick('Bu, gizli reklamdır');
  await pressButton(words.check);
  expect(status()).toContain(words.wrong);
  expect(status()).toContain(points(10));
  expect(status()).toContain(labels.moves.verdict.no);
  expect(status()).toContain(labels.moves.first.no);
  expect(status()).toContain(labels.moves.budget.yes);
  expect(status()).toContain(words.attemptsLeft.replace('{{count}}', '1'));
  expect(shown()).toContain('həmin səsdir');
  expect(shown()).toContain(labels.trap);
  expect(shown()).not.toContain(labels.independent);
  expect(text()).not.toContain('girişi səhifəsiz də bilir');
  expect(text()).not.toContain('təfərrüat əlavə edir');
});

test('a right verdict out of the blue is no check, and says so', async () => {
  const { pick, pressButton, status, words, labels, points } = await open('az');
  await pick('Xəbər doğrudur');
  await pressButton(words.check);
  expect(status()).toContain(labels.guessed);
  expect(status()).toContain(labels.nothing);
  expect(status()).toContain(points(50));
  expect(status()).not.toContain(labels.moves.first.no);
  await pressButton(words.solution);
  expect(status()).toContain(words.shown);
});

test('without a verdict nothing is checked', async () => {
  const { openResult, pressButton, status, words, stored } = await open('az');
  await pressButton(words.check);
  expect(status()).toBe(words.empty);
  await openResult(/^Biz/u);
  await pressButton(words.check);
  expect(status()).toBe(words.incomplete);
  expect(await stored()).toMatchObject({ used: 0 });
});

const done: AttemptState = { ...freshAttempt, phase: 'shown', used: 2, first: 0, best: 0, last: 0 };

test('once all is shown, other results may be read and change nothing; a fresh start closes them', async () => {
  const { openResult, tabs, shown, stored, pressButton, words, text, counter } = await open('az', {
    ...done,
    response: ['open:about', 'verdict:advert'],
  });
  expect(tabs()).toHaveLength(3);
  await openResult(/^Kitabxana/u);
  expect(shown()).toContain('paylanır');
  expect(tabs()).toHaveLength(4);
  expect(text()).toContain(counter(1));
  expect((await stored())?.response).toEqual(['open:about', 'verdict:advert']);
  await pressButton(words.restart);
  expect(tabs()).toHaveLength(2);
  expect(shown()).toContain('Kitab bayramı!');
  expect(text()).toContain(counter(0));
});

test.each([
  ['of another form', 'open:library'],
  ['with unknown moves', ['open:nobody', 'verdict:nobody', 'library', '']],
  ['with parts', { open: 'library' }],
])('a stored response %s harms nothing', async (_, response) => {
  const { tabs, view, words, status } = await open('az', { ...done, phase: 'tried', used: 1, response });
  expect(tabs()).toHaveLength(2);
  expect(status()).toContain(words.wrong);
  expect(view.queryByRole('radio', { checked: true })).toBeNull();
});

test('what is stored comes back: tabs, counter, verdict', async () => {
  const { tabs, view, text, counter } = await open('kk', {
    ...freshAttempt,
    response: ['open:post', 'open:library', 'verdict:sound'],
  });
  expect(
    tabs()
      .slice(2)
      .map(({ textContent }) => textContent.trim()),
  ).toEqual(['Pulsuz bayram!', 'Kitabxana: bayram günləri']);
  expect(text()).toContain(counter(2));
  expect((view.getByRole('radio', { name: 'Xəbər doğrudur' }) as HTMLInputElement).checked).toBe(true);
});
