import { freshAttempt, solveExercise, type AttemptState, type Exercise } from '#exercise';
import { fireEvent } from '@testing-library/svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import { exercises, wordsOf } from './exercises.ts';
import { renderExercise } from './render-exercise.ts';

const az = wordsOf('az');
const kk = wordsOf('kk');
const own = az.own['message-house'];

beforeEach(() => localStorage.clear());

const rich = (text: string) => ({ html: text, text });
const card = (
  id: string,
  text: string,
  group: 'core' | 'pillars' | 'proofs' | 'spare',
  proves: string | null = null,
) => ({
  id,
  content: rich(text),
  reason: rich(`Səbəb: ${text}`),
  group,
  proves,
});
const { one } = exercises;
const house = {
  ...one,
  type: 'message-house',
  id: 'house',
  hints: [],
  groups: [
    { id: 'core', content: rich('Əsas fikir') },
    { id: 'pillars', content: rich('Sütunlar') },
    { id: 'proofs', content: rich('Sübutlar') },
    { id: 'spare', content: rich('Kənarda') },
  ],
  cards: [
    card('bus', 'Gecə avtobusu', 'core'),
    card('work', 'Gec növbə', 'pillars'),
    card('safe', 'Qaranlıq yol', 'pillars'),
    card('count', '400 nəfər', 'proofs', 'work'),
    card('map', 'Xəritə', 'proofs', 'safe'),
    card('best', 'Ən gözəl şəhər', 'spare'),
  ],
  slots: 2,
} as const satisfies Exercise;
const tried: AttemptState = { ...freshAttempt, phase: 'tried', used: 1, first: 0, best: 0, last: 0 };

type Rendered = Awaited<ReturnType<typeof renderExercise>>;

const pillar = (number: number, words = own) => words.pillar.replace('{{number}}', String(number));
const proof = (number: number, words = own) => words.proof.replace('{{number}}', String(number));

async function choose({ view }: Rendered, place: string, text: string) {
  const select = view.getByRole('combobox', { name: place }) as HTMLSelectElement;
  const option = [...select.options].find((entry) => entry.text.startsWith(text));
  await fireEvent.change(select, { target: { value: option?.value } });
  return select;
}

async function build(rendered: Rendered, cards: readonly string[]) {
  const places = ['Əsas fikir', pillar(1), proof(1), pillar(2), proof(2)];
  for (const [index, text] of cards.entries()) await choose(rendered, places[index] ?? '', text);
}

describe('MessageHouse', () => {
  test('shows its cards out of order, and in no attribute which of them belongs where', async () => {
    const { view, container } = await renderExercise(house, az);
    const cards = [...container.querySelectorAll('.card-bank li')].map(({ textContent }) => textContent.trim());
    expect(cards).not.toEqual(house.cards.map(({ content }) => content.text));
    expect([...cards].sort()).toEqual(house.cards.map(({ content }) => content.text).sort());
    for (const select of view.getAllByRole('combobox')) {
      expect([...(select as HTMLSelectElement).options].map(({ value }) => value)).toEqual([
        '',
        '0',
        '1',
        '2',
        '3',
        '4',
        '5',
      ]);
    }
    expect(container.innerHTML).not.toMatch(/Səbəb|spare|\b(?:work|safe|count|map|best)\b/u);
  });

  test('a card that is used says where, and moves when it is chosen again', async () => {
    const rendered = await renderExercise(house, az);
    const { view, stored, container } = rendered;
    await choose(rendered, pillar(1), 'Gec növbə');
    const used = own.used.replace('{{card}}', 'Gec növbə').replace('{{place}}', pillar(1));
    const other = view.getByRole('combobox', { name: pillar(2) }) as HTMLSelectElement;
    expect([...other.options].map(({ text }) => text)).toContain(used);
    expect(container.querySelector('.card-used')?.textContent).toContain(pillar(1));
    await choose(rendered, pillar(2), 'Gec növbə');
    expect((await stored())?.response).toEqual({ 'pillar-2': 'work' });
    expect(container.querySelector('[aria-live="polite"].visually-hidden')?.textContent).toBe(
      own.vacated.replace('{{place}}', pillar(1)),
    );
    await fireEvent.blur(other);
    await fireEvent.change(other, { target: { value: '' } });
    expect((await stored())?.response).toEqual({});
  });

  test('a card that is wanted elsewhere changes places, and arrow keys that pass it by take nothing away', async () => {
    const rendered = await renderExercise(house, az);
    const { stored, container } = rendered;
    await build(rendered, ['Gecə avtobusu', 'Gec növbə', 'Xəritə', 'Qaranlıq yol', '400 nəfər']);
    const select = await choose(rendered, proof(1), '400 nəfər');
    const swapped = { core: 'bus', 'pillar-1': 'work', 'proof-1': 'count', 'pillar-2': 'safe', 'proof-2': 'map' };
    expect((await stored())?.response).toEqual(swapped);
    expect(container.querySelector('[aria-live="polite"].visually-hidden')?.textContent).toBe(
      own.now.replace('{{place}}', proof(2)).replace('{{card}}', 'Xəritə'),
    );
    await fireEvent.blur(select);
    for (const text of ['Gec növbə', 'Gecə avtobusu', 'Qaranlıq yol', '400 nəfər']) {
      await choose(rendered, proof(1), text);
    }
    expect((await stored())?.response).toEqual(swapped);
  });

  test('with a place empty says so; partly right explains the right places only', async () => {
    const rendered = await renderExercise(house, az);
    const { status, pressButton, text } = rendered;
    await pressButton(az.check);
    expect(status()).toBe(az.empty);
    await build(rendered, ['Gecə avtobusu', 'Qaranlıq yol', '400 nəfər', 'Gec növbə']);
    await pressButton(az.check);
    expect(status()).toBe(az.incomplete);
    await choose(rendered, proof(2), 'Ən gözəl şəhər');
    await pressButton(az.check);
    expect(status()).toContain(az.partly.replace('{{score}}', '3').replace('{{max}}', '5'));
    expect(text()).toContain('Səbəb: Qaranlıq yol');
    expect(text()).not.toContain('Səbəb: 400 nəfər');
    expect(text()).not.toContain('Səbəb: Ən gözəl şəhər');
  });

  test('pillars in any order, each on its proof, are right', async () => {
    const rendered = await renderExercise(house, az);
    const { status, pressButton, stored, view, text } = rendered;
    await build(rendered, ['Gecə avtobusu', 'Qaranlıq yol', 'Xəritə', 'Gec növbə', '400 nəfər']);
    await pressButton(az.check);
    expect(status()).toContain(az.right);
    expect(await stored()).toMatchObject({ phase: 'right', best: 1 });
    expect(text()).toContain('Səbəb: Ən gözəl şəhər');
    expect(view.getAllByRole('combobox').every((select) => (select as HTMLSelectElement).disabled)).toBe(true);
  });

  test('restored and given up: says where each card belongs, and shows a right house', async () => {
    const response = { core: 'best', 'pillar-1': 'work', 'proof-1': 'map', 'pillar-2': 'gone', chimney: 'bus' };
    const rendered = await renderExercise(house, kk, { ...tried, response });
    const { view, pressButton, status, text } = rendered;
    const first = pillar(1, kk.own['message-house']);
    const select = view.getByRole('combobox', { name: first }) as HTMLSelectElement;
    expect(select.selectedOptions[0]?.text).toContain('Gec növbə');
    expect((view.getByRole('combobox', { name: pillar(2, kk.own['message-house']) }) as HTMLSelectElement).value).toBe(
      '',
    );
    await pressButton(kk.solution);
    expect(status()).toContain(kk.shown);
    expect(text()).toContain(kk.own['message-house'].proves.replace('{{pillar}}', 'Qaranlıq yol'));
    expect(text()).toContain(kk['marks.belongs'].replace('{{group}}', 'Kənarda'));
    expect(status()).toContain('400 nəfər');
    await pressButton(kk.restart);
    expect((view.getAllByRole('combobox') as HTMLSelectElement[]).every(({ value }) => value === '')).toBe(true);
  });

  test.each([
    ['a list', ['bus', 'work']],
    ['a text', 'bus'],
    ['strangers', { core: 'nobody', roof: '' }],
  ])('a stored response that is %s harms nothing', async (_, response) => {
    const { view, status } = await renderExercise(house, az, { ...tried, response });
    expect(status()).toContain(az.wrong);
    expect((view.getAllByRole('combobox') as HTMLSelectElement[]).every(({ value }) => value === '')).toBe(true);
  });

  test('its own answer is restored as right', async () => {
    const state: AttemptState = {
      ...tried,
      phase: 'right',
      response: solveExercise(house),
      first: 1,
      best: 1,
      last: 1,
    };
    const { status } = await renderExercise(house, az, state);
    expect(status()).toContain(az.right);
  });
});
