import { freshAttempt, longestReflection, type AttemptState, type Exercise } from '#exercise';
import { isAnswered } from '#learner';
import { fireEvent } from '@testing-library/svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import { exercises, wordsOf } from './exercises.ts';
import { renderExercise } from './render-exercise.ts';

const az = wordsOf('az');
const kk = wordsOf('kk');
const own = az.own.reflect;

beforeEach(() => localStorage.clear());

const rich = (text: string) => ({ html: text, text });
const reflection = {
  ...exercises.one,
  type: 'reflect',
  id: 'reflection',
  hints: ['Bir mənbə seç.'],
  criteria: [
    {
      id: 'scope',
      content: rich('Nə üçün'),
      levels: [
        { id: 'not-yet', content: rich('Demirəm') },
        { id: 'fully', content: rich('Mövzunu deyirəm') },
      ],
    },
    {
      id: 'reasons',
      content: rich('Səbəblər'),
      levels: [
        { id: 'not-yet', content: rich('Vərdişdir') },
        { id: 'fully', content: rich('İki səbəb deyirəm') },
      ],
    },
  ],
  model: { html: '<p>Çayın səviyyəsinə idarənin səhifəsində baxıram.</p>', text: 'Çayın səviyyəsinə baxıram.' },
} as const satisfies Exercise;

type Rendered = Awaited<ReturnType<typeof renderExercise>>;
const model = 'idarənin səhifəsində';
const fieldOf = ({ view }: Rendered) => view.getByRole('textbox', { name: own.field }) as HTMLTextAreaElement;
const write = (rendered: Rendered, value: string) => fireEvent.input(fieldOf(rendered), { target: { value } });
const rate = async (rendered: Rendered) => {
  for (const name of ['Mövzunu deyirəm', 'Vərdişdir']) await rendered.press(rendered.view.getByRole('radio', { name }));
};

describe('Reflect', () => {
  test('keeps the model answer away until a text is written and rated in every point', async () => {
    const rendered = await renderExercise(reflection, az);
    const { container, pressButton, status, stored } = rendered;
    expect(fieldOf(rendered).lang).toBe('az');
    await pressButton(own.check);
    expect(status()).toBe(own.empty);
    await write(rendered, 'Hava səhifəsinə inanıram.');
    await rendered.press(rendered.view.getByRole('radio', { name: 'Demirəm' }));
    await pressButton(own.check);
    expect(status()).toBe(own.incomplete);
    expect(container.innerHTML).not.toContain(model);
    expect(await stored()).toMatchObject({ phase: 'open', used: 0, first: null });
    expect(isAnswered(await stored())).toBe(false);
  });

  test('then compares: no mark, no right, no wrong, and answered in the record', async () => {
    const rendered = await renderExercise(reflection, az);
    const { pressButton, status, stored, button } = rendered;
    await write(rendered, 'Hava səhifəsinə inanıram.');
    await rate(rendered);
    await pressButton(own.check);
    expect(status()).toContain(own.right);
    expect(status()).toContain(model);
    expect(status()).not.toContain(az.right);
    expect(await stored()).toMatchObject({
      phase: 'right',
      first: 1,
      last: 1,
      response: { text: 'Hava səhifəsinə inanıram.', scope: 'fully', reasons: 'not-yet' },
    });
    expect(isAnswered(await stored())).toBe(true);
    expect(fieldOf(rendered).readOnly).toBe(true);
    expect(document.activeElement).toBe(button(own.restart));
  });

  test('goes on with the same text, which no button ever clears', async () => {
    const rendered = await renderExercise(reflection, az);
    const { pressButton, container, stored, view } = rendered;
    await write(rendered, 'Birinci cümlə.');
    await rate(rendered);
    await pressButton(own.check);
    await pressButton(own.restart);
    expect(container.innerHTML).not.toContain(model);
    expect(fieldOf(rendered).value).toBe('Birinci cümlə.');
    expect((view.getByRole('radio', { name: 'Vərdişdir' }) as HTMLInputElement).checked).toBe(true);
    await write(rendered, 'Birinci cümlə. İkinci cümlə.');
    expect(await stored()).toMatchObject({ phase: 'open', response: { text: 'Birinci cümlə. İkinci cümlə.' } });
    expect(isAnswered(await stored())).toBe(true);
    rendered.leave();
    expect(fieldOf(await renderExercise(reflection, az)).value).toBe('Birinci cümlə. İkinci cümlə.');
  });

  test('counts what is left in words, aloud only when it gets short', async () => {
    const rendered = await renderExercise(reflection, az);
    const { container, text } = rendered;
    const left = (count: number) => own.left.replace('{{count}}', String(count));
    const aloud = () => container.querySelector('.visually-hidden[aria-live="polite"]')?.textContent;
    expect(fieldOf(rendered).maxLength).toBe(longestReflection);
    await write(rendered, 'ə'.repeat(1000));
    expect(text()).toContain(left(longestReflection - 1000));
    expect(aloud()).toBe('');
    await write(rendered, 'ə'.repeat(longestReflection - 180));
    expect(aloud()).toBe(left(180));
    await write(rendered, 'ə'.repeat(longestReflection - 170));
    expect(aloud()).toBe(left(180));
    expect(text()).toContain(left(170));
  });

  test.each<[string, AttemptState['response']]>([
    ['a text', 'Hava'],
    ['a list', ['Hava', 'fully']],
    ['levels that nobody knows', { scope: 'best', gone: 'fully' }],
  ])('a stored response that is %s harms nothing', async (_, response) => {
    const rendered = await renderExercise(reflection, az, { ...freshAttempt, response });
    expect(fieldOf(rendered).value).toBe('');
    expect(rendered.view.queryByRole('radio', { checked: true })).toBeNull();
    await rendered.pressButton(own.check);
    expect(rendered.status()).toBe(own.empty);
  });

  test('a text with markup stays a text', async () => {
    const text = '<img src=x onerror=alert(1)> & "мен"';
    const response = { text, scope: 'fully', reasons: 'fully' };
    const state: AttemptState = { ...freshAttempt, phase: 'right', used: 1, first: 1, best: 1, last: 1, response };
    const { container, view } = await renderExercise(reflection, kk, state);
    expect((view.getByRole('textbox', { name: kk.own.reflect.field }) as HTMLTextAreaElement).value).toBe(text);
    expect(container.querySelector('img')).toBeNull();
    expect(container.querySelector('.reflect-text')?.textContent).toBe(text);
  });
});
