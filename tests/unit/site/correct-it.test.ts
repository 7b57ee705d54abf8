import { freshAttempt, type AttemptState, type Exercise } from '#exercise';
import { fireEvent } from '@testing-library/svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import { exercises, wordsOf } from './exercises.ts';
import { renderExercise } from './render-exercise.ts';

const az = wordsOf('az');
const kk = wordsOf('kk');
const own = kk.own['correct-it'];

beforeEach(() => localStorage.clear());

const rich = (text: string) => ({ html: text, text });
const card = (id: string, text: string, group: 'fact' | 'warning' | 'fallacy' | 'fact-again', right: boolean) => ({
  id,
  content: rich(text),
  reason: rich(`Себеп: ${text}`),
  group,
  right,
});
const correction = {
  ...exercises.one,
  type: 'correct-it',
  locale: 'kk',
  id: 'correction',
  attempts: 3,
  hints: [],
  groups: [
    { id: 'fact', content: rich('Факт') },
    { id: 'warning', content: rich('Ескерту') },
    { id: 'fallacy', content: rich('Қате ой') },
    { id: 'fact-again', content: rich('Тағы да факт') },
  ],
  cards: [
    card('clean', 'Су таза.', 'fact', true),
    card('tested', 'Су тексерілген.', 'fact', true),
    card('ask', 'Су улы ма?', 'fact', false),
    card('once', 'Хабар қате.', 'warning', true),
    card('smell', 'Иіс бояудан шыққан.', 'fallacy', true),
    card('fools', 'Оған ақымақтар сенеді.', 'fallacy', false),
    card('drink', 'Суды ішуге болады.', 'fact-again', true),
  ],
} as const satisfies Exercise;
const tried: AttemptState = { ...freshAttempt, phase: 'tried', used: 1, first: 0, best: 0, last: 0 };

async function put(rendered: Awaited<ReturnType<typeof renderExercise>>, cards: readonly string[], from = 1) {
  for (const [index, text] of cards.entries()) {
    const name = own.places[String(from + index) as '1'];
    const select = rendered.view.getByRole('combobox', { name }) as HTMLSelectElement;
    const option = [...select.options].find((entry) => entry.text.startsWith(text));
    await fireEvent.change(select, { target: { value: option?.value } });
  }
}

describe('CorrectIt', () => {
  test('names neither parts nor good cards before the attempt', async () => {
    const { container, text } = await renderExercise(correction, kk);
    const cards = [...container.querySelectorAll('.card-bank li')].map(({ textContent }) => textContent.trim());
    expect(cards).not.toEqual(correction.cards.map(({ content }) => content.text));
    expect(cards).toHaveLength(7);
    expect(text()).not.toMatch(/Себеп|Факт|Ескерту|Қате ой/u);
    expect(container.innerHTML).not.toMatch(/\b(?:fact|fact-again|fallacy|clean|ask|fools)\b/u);
    expect(text()).toContain(own.blank);
  });

  test('the text grows below in the order of the places', async () => {
    const rendered = await renderExercise(correction, kk);
    await put(rendered, ['Хабар қате.', 'Су таза.']);
    const grown = [...rendered.container.querySelectorAll('.correction-text p')].map(({ textContent }) => textContent);
    expect(grown).toEqual([own.preview, 'Хабар қате.', 'Су таза.']);
    expect((await rendered.stored())?.response).toEqual(['once', 'clean', '', '']);
    await put(rendered, ['Су таза.'], 4);
    expect((await rendered.stored())?.response).toEqual(['once', '', '', 'clean']);
    expect(rendered.text()).toContain(own.vacated.replace('{{place}}', own.places['2']));
  });

  test('says which parts are there and which are missing, and why each chosen card is good or bad', async () => {
    const rendered = await renderExercise(correction, kk);
    const { status, pressButton, text } = rendered;
    await pressButton(kk.check);
    expect(status()).toBe(kk.empty);
    await put(rendered, ['Су улы ма?', 'Хабар қате.', 'Оған ақымақтар']);
    await pressButton(kk.check);
    expect(status()).toBe(kk.incomplete);
    await put(rendered, ['Суды ішуге'], 4);
    await pressButton(kk.check);
    expect(status()).toContain(own.present.replace('{{count}}', '2').replace('{{total}}', '4'));
    expect(status()).toContain(`Қате ой ${own.missing}`);
    expect(status()).toContain(`Тағы да факт ${own.there}`);
    const parts = [...rendered.container.querySelectorAll('.correction-parts strong')].map(
      ({ textContent }) => textContent,
    );
    expect(parts).not.toEqual(correction.groups.map(({ content }) => content.text));
    expect(text()).toContain('Себеп: Су улы ма?');
    expect(text()).not.toContain('Себеп: Су таза.');
    expect(status()).not.toContain('Су таза.');
  });

  test('all parts in another order: says that only the order is off; in order it is right', async () => {
    const rendered = await renderExercise(correction, kk);
    const { status, pressButton, stored } = rendered;
    await put(rendered, ['Су таза.', 'Иіс бояудан', 'Хабар қате.', 'Суды ішуге']);
    await pressButton(kk.check);
    expect(status()).toContain(own.order);
    expect(status()).toContain(kk.attemptsLeft.replace('{{count}}', '2'));
    expect((await stored())?.last).toBe(14 / 15);
    await pressButton(kk.retry);
    await put(rendered, ['Хабар қате.', 'Иіс бояудан'], 2);
    await pressButton(kk.check);
    expect(status()).toContain(kk.right);
    expect(await stored()).toMatchObject({ phase: 'right', response: ['clean', 'once', 'smell', 'drink'], best: 1 });
  });

  test('a second good card for the same part is told apart', async () => {
    const response = ['clean', 'tested', 'smell', 'drink'];
    const { text, status, pressButton } = await renderExercise(correction, kk, { ...tried, response });
    expect(text()).toContain(own.twice);
    await pressButton(kk.solution);
    expect(status()).toContain('Хабар қате.');
    expect(text()).toContain(kk['marks.missed']);
    expect(text()).toContain('Себеп: Оған ақымақтар сенеді.');
  });

  test.each([
    ['parts', { 1: 'clean' }],
    ['a text', 'clean'],
    ['strangers', ['nobody', '', 'constructor', 'x', 'clean']],
  ])('a stored response of %s harms nothing', async (_, response) => {
    const { view, status } = await renderExercise(correction, az, { ...tried, response });
    expect(status()).toContain(az.own['correct-it'].present.replace('{{count}}', '0').replace('{{total}}', '4'));
    expect((view.getAllByRole('combobox') as HTMLSelectElement[]).every(({ value }) => value === '')).toBe(true);
  });
});
