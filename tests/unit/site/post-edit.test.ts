import { freshAttempt, solveExercise, type AttemptState, type PostEditExercise } from '#exercise';
import { fireEvent } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import { wordsOf } from './exercises.ts';
import { renderExercise } from './render-exercise.ts';
import { base, cut, group, rich } from './spans.ts';

const kk = wordsOf('kk');
const own = kk.own['post-edit'];

const texts = [
  cut('Тасқыннан кейін [12 400 үй](#house-number) [босатылды](#evacuated).'),
  cut('Жеті шам көпірі [ашық қалды](#open).'),
] as const;
const drafts = ['Тасқыннан кейін 12 400 үй босатылды.', 'Жеті шам көпірі ашық қалды.'] as const;
const exercise: PostEditExercise = {
  ...base,
  type: 'post-edit',
  id: 'tasqyn',
  locale: 'kk',
  prompt: rich('Машинаның қатесін белгілеп, әр сөйлемді түзетіңіз.'),
  from: 'tr',
  lead: rich('Бұл қандай қате?'),
  segments: [
    {
      id: 's1',
      source: rich('Selden sonra 1.240 ev boşaltıldı.'),
      draft: texts[0],
      text: drafts[0],
      reference: rich('Тасқыннан кейін 1 240 үй босатылды.'),
      keep: ['1 240'],
    },
    {
      id: 's2',
      source: rich('Yedi Fener köprüsü açık kaldı.'),
      draft: texts[1],
      text: drafts[1],
      reference: rich('Жеті шам көпірі жабылған жоқ.'),
      keep: ['Жеті шам'],
    },
  ],
  ...group(texts, [
    {
      id: 'number',
      name: 'Сан өзгерген',
      sought: true,
      reasons: { 'house-number': 'Себебі: үйлер он есе көбейіп кеткен.' },
    },
    { id: 'meaning', name: 'Мағынасы өзгерген', sought: true, reasons: { open: 'Себебі: сөзі дәл емес.' } },
    { id: 'fine', name: 'Бәрі дұрыс', sought: false, reasons: { evacuated: 'Себебі: етістік бір нәрсені айтады.' } },
  ]),
};
const tried: AttemptState = { ...freshAttempt, phase: 'tried', used: 1, first: 0, best: 0, last: 0 };

async function open(stored?: AttemptState) {
  const rendered = await renderExercise(exercise, kk, stored);
  const fields = () => rendered.view.getAllByRole('textbox', { name: own.edit }) as HTMLTextAreaElement[];
  return {
    ...rendered,
    fields,
    write: async (index: number, text: string) => {
      const field = fields()[index];
      if (field) await fireEvent.input(field, { target: { value: text } });
      await tick();
    },
    mark: (name: string) => rendered.press(rendered.view.getByRole('checkbox', { name })),
    name: async (span: string, name: string) => {
      const select = rendered.view.getByRole('combobox', { name: span }) as HTMLSelectElement;
      const option = [...select.options].find(({ text }) => text === name);
      await fireEvent.change(select, { target: { value: option?.value } });
      await tick();
    },
  };
}

beforeEach(() => localStorage.clear());

describe('PostEdit', () => {
  test('shows source, draft and a field that holds the draft, each in its language', async () => {
    const { container, fields, text } = await open();
    expect(fields().map(({ value, lang }) => [value, lang])).toEqual(drafts.map((draft) => [draft, 'kk']));
    const sources = [...container.querySelectorAll('.edit-source')];
    expect(sources.map((source) => [source.textContent.trim(), source.getAttribute('lang')])).toEqual([
      ['Selden sonra 1.240 ev boşaltıldı.', 'tr'],
      ['Yedi Fener köprüsü açık kaldı.', 'tr'],
    ]);
    expect([...container.querySelectorAll('.span-text')].map(({ textContent }) => textContent.trim())).toEqual(drafts);
    expect(text()).toContain('Бұл қандай қате?');
    expect(container.innerHTML).not.toMatch(/Себебі|Бәрі дұрыс|жабылған жоқ|1 240 үй|house-number|evacuated/u);
  });

  test('wrong: counts marks and sentences apart, keeps the good translation to itself', async () => {
    const { mark, name, write, pressButton, status, text } = await open();
    await pressButton(kk.check);
    expect(status()).toBe(kk.empty);
    await mark('12 400 үй');
    await pressButton(kk.check);
    expect(status()).toBe(kk.incomplete);
    await name('12 400 үй', 'Сан өзгерген');
    await write(0, 'Тасқыннан кейін 1 420 үй босатылды.');
    await pressButton(kk.check);
    expect(status()).toContain(kk.own.highlight.found.replace('{{count}}', '1').replace('{{total}}', '2'));
    expect(status()).toContain(own.mended.replace('{{count}}', '0').replace('{{total}}', '2'));
    expect(text()).toContain(own.unmended);
    expect(text()).not.toContain('жабылған жоқ');
    expect(text()).toContain('он есе көбейіп');
  });

  test('an edit alone is an answer; typing keeps every character', async () => {
    const { write, fields, stored, pressButton, status } = await open();
    await write(0, `${drafts[0]} `);
    expect(fields()[0]?.value).toBe(`${drafts[0]} `);
    await pressButton(kk.check);
    expect(status()).toBe(kk.empty);
    await write(0, 'Тасқыннан кейін 1 240 үй босатылды.');
    await pressButton(kk.check);
    expect(await stored()).toMatchObject({
      used: 1,
      last: 0.25,
      response: { s1: 'Тасқыннан кейін 1 240 үй босатылды.' },
    });
  });

  test('right: the good translations stand below, and the fields are closed', async () => {
    const { mark, name, write, pressButton, status, text, fields } = await open();
    await mark('12 400 үй');
    await mark('ашық қалды');
    await name('12 400 үй', 'Сан өзгерген');
    await name('ашық қалды', 'Мағынасы өзгерген');
    await write(0, 'Тасқыннан кейін 1 240 үй босатылды.');
    await write(1, 'Жеті шам көпірі жабылмады.');
    await pressButton(kk.check);
    expect(status()).toContain(kk.right);
    expect(text()).toContain('Жеті шам көпірі жабылған жоқ.');
    expect(text()).not.toContain(own.unmended);
    expect(fields().every((field) => field.readOnly)).toBe(true);
  });

  test('restored and given up, then started again with the drafts', async () => {
    const response = { 'house-number': 'number', s1: 'Бос' };
    const { fields, pressButton, status, text } = await open({ ...tried, response });
    expect(fields()[0]?.value).toBe('Бос');
    await pressButton(kk.solution);
    expect(status()).toBe(kk.shown);
    expect(text()).toContain('Тасқыннан кейін 1 240 үй босатылды.');
    await pressButton(kk.restart);
    expect(fields().map(({ value }) => value)).toEqual(drafts);
  });

  test('what was right in another language stays right, without its words', async () => {
    const response = { ...(solveExercise(exercise) as object), ':lang': 'ru', s1: 'После паводка…' };
    const right: AttemptState = { ...tried, phase: 'right', response, best: 1, last: 1 };
    const { status, text, view, container } = await open(right);
    expect(status()).toContain(kk.right);
    expect(view.queryByRole('textbox')).toBeNull();
    expect(container.innerHTML).not.toContain('паводка');
    expect(text()).not.toContain(own.unmended);
    expect(text()).toContain('Тасқыннан кейін 1 240 үй босатылды.');
  });

  test('what is begun in another language goes on with its marks and this language’s drafts', async () => {
    const response = { 'house-number': 'number', ':lang': 'ru', s1: 'После паводка…' };
    const { fields, view, write, stored } = await open({ ...freshAttempt, response });
    expect(fields()[0]?.value).toBe(drafts[0]);
    expect((view.getByRole('checkbox', { name: '12 400 үй' }) as HTMLInputElement).checked).toBe(true);
    await write(1, 'Жеті шам көпірі жабылмады.');
    expect((await stored())?.response).toEqual({
      'house-number': 'number',
      ':lang': 'kk',
      s2: 'Жеті шам көпірі жабылмады.',
    });
  });

  test.each([
    ['of another form', 's1'],
    ['with a list', ['s1', 'open']],
    ['with unknown ids', { gone: 'number', open: 'gone', ':lang': 'xx' }],
  ])('a stored response %s harms nothing', async (_, response) => {
    const { fields, view, mark } = await open({ ...tried, response });
    expect(fields().map(({ value }) => value)).toEqual(drafts);
    expect(view.queryByRole('checkbox', { checked: true })).toBeNull();
    await mark('ашық қалды');
    expect((view.getByRole('checkbox', { name: 'ашық қалды' }) as HTMLInputElement).checked).toBe(true);
  });
});
