import { freshAttempt, type AttemptState, type GapExercise } from '#exercise';
import { fireEvent } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import { wordsOf } from './exercises.ts';
import { renderExercise } from './render-exercise.ts';
import { base, cut, rich } from './spans.ts';

const kk = wordsOf('kk');

const exercise: GapExercise = {
  ...base,
  type: 'gap',
  id: 'tekseru',
  locale: 'kk',
  prompt: rich('Мәтінді толықтырыңыз.'),
  passage: [
    cut('Хабар алғашқы [дереккөзінен](#source) ізделеді. [Тақырып](#headline), [сурет](#picture) бәрін айтпайды.'),
  ],
  gaps: [
    { id: 'source', content: rich('дереккөзінен'), reason: rich('Себебі: кім айтқаны белгілі болады.'), also: [] },
    { id: 'headline', content: rich('Тақырып'), reason: rich('Себебі: тақырып қысқа.'), also: [] },
    { id: 'picture', content: rich('сурет'), reason: rich('Себебі: сурет бір бөлігі ғана.'), also: ['headline'] },
  ],
  spares: [{ id: 'spare-rumour', content: rich('қауесет'), reason: rich('Себебі: қауесеттің иесі жоқ.') }],
};

const tried: AttemptState = { ...freshAttempt, phase: 'tried', used: 1, first: 0, best: 0, last: 0 };

async function open(stored?: AttemptState) {
  const rendered = await renderExercise(exercise, kk, stored);
  const gap = (number: number) => {
    const name = kk.own.gap.gap.replace('{{number}}', String(number)).replace('{{total}}', '3');
    return rendered.view.getByRole('combobox', { name }) as HTMLSelectElement;
  };
  return {
    ...rendered,
    gap,
    fill: async (number: number, word: string) => {
      const option = [...gap(number).options].find(({ text }) => text === word);
      await fireEvent.change(gap(number), { target: { value: option?.value } });
      await tick();
    },
    chosen: (number: number) => gap(number).selectedOptions[0]?.text,
  };
}

beforeEach(() => localStorage.clear());

describe('Gap', () => {
  test('is a text with selections in it; nothing tells which word belongs where', async () => {
    const { container, view, gap } = await open();
    expect(view.getAllByRole('combobox')).toHaveLength(3);
    expect(container.innerHTML).not.toMatch(/source|headline|picture|spare|Себебі/u);
    const options = [...gap(1).options];
    expect(options.map(({ value }) => value)).toEqual(['', '0', '1', '2', '3']);
    const bank = options.slice(1).map(({ text }) => text);
    expect(new Set(bank)).toEqual(new Set(['дереккөзінен', 'Тақырып', 'сурет', 'қауесет']));
    expect(bank).not.toEqual(['дереккөзінен', 'Тақырып', 'сурет', 'қауесет']);
    // The words beside the gaps stay close to them.
    const text = container.querySelector('.gap-text p')?.cloneNode(true) as HTMLElement;
    for (const field of text.querySelectorAll('.gap')) field.replaceWith('_');
    expect(text.textContent.trim()).toBe('Хабар алғашқы _ ізделеді. _, _ бәрін айтпайды.');
  });

  test('incomplete, partly, then right by a word that fits too', async () => {
    const { fill, pressButton, status, stored, text, chosen } = await open();
    await pressButton(kk.check);
    expect(status()).toBe(kk.empty);
    await fill(1, 'қауесет');
    await pressButton(kk.check);
    expect(status()).toBe(kk.incomplete);
    await fill(2, 'Тақырып');
    await fill(3, 'Тақырып');
    await pressButton(kk.check);
    expect(status()).toContain(kk.partly.replace('{{score}}', '2').replace('{{max}}', '3'));
    expect(text()).toContain('тақырып қысқа');
    expect(text()).not.toContain('кім айтқаны');
    expect(text()).not.toContain('қауесеттің иесі');
    await fill(1, 'дереккөзінен');
    await pressButton(kk.check);
    expect(status()).toContain(kk.right);
    expect(status()).toContain('қауесеттің иесі');
    expect(chosen(3)).toBe('Тақырып');
    expect(await stored()).toMatchObject({
      phase: 'right',
      response: { source: 'source', headline: 'headline', picture: 'headline' },
    });
  });

  test('a choice can be taken back', async () => {
    const { fill, stored } = await open();
    await fill(1, 'сурет');
    expect((await stored())?.response).toEqual({ source: 'picture' });
    await fill(1, kk.select);
    expect((await stored())?.response).toEqual({});
  });

  test('restored and given up: names the words that belong there', async () => {
    const response = { source: 'picture', headline: 'headline', picture: 'spare-rumour' };
    const { chosen, pressButton, status, view, gap, container } = await open({ ...tried, response });
    expect([chosen(1), chosen(2), chosen(3)]).toEqual(['сурет', 'Тақырып', 'қауесет']);
    const note = gap(1).getAttribute('aria-describedby') ?? '';
    expect(container.querySelector(`[id="${note}"]`)?.textContent).toContain(kk['marks.wrong']);
    await pressButton(kk.solution);
    expect(status()).toContain(kk.shown);
    expect(view.getByText(`${kk.answer}: дереккөзінен`)).toBeDefined();
    expect(gap(1).disabled).toBe(true);
    await pressButton(kk.restart);
    expect(chosen(1)).toBe(kk.select);
  });

  test.each([
    ['of another form', 'source'],
    ['with a list', ['source', 'headline']],
    ['with unknown ids', { gone: 'source', source: 'gone', __proto__: 'x' }],
  ])('a stored response %s harms nothing', async (_, response) => {
    const { chosen, fill } = await open({ ...tried, response });
    expect(chosen(1)).toBe(kk.select);
    await fill(1, 'сурет');
    expect(chosen(1)).toBe('сурет');
  });
});
