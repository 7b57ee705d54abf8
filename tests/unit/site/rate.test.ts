import { freshAttempt, type AttemptState } from '#exercise';
import { fireEvent } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { exercises, wordsOf } from './exercises.ts';
import { renderExercise } from './render-exercise.ts';

const az = wordsOf('az');
const kk = wordsOf('kk');

beforeEach(() => localStorage.clear());

const tried: AttemptState = { ...freshAttempt, phase: 'tried', used: 1, first: 0, best: 0, last: 0 };

async function renderRate(
  words = az,
  stored?: AttemptState,
  exercise: typeof exercises.rate | typeof exercises.rateOfOneself = exercises.rate,
) {
  const rate = await renderExercise(exercise, words, stored);
  const slider = rate.view.getByRole('slider') as HTMLInputElement;
  return {
    ...rate,
    slider,
    set: async (value: number) => {
      await fireEvent.input(slider, { target: { value: String(value) } });
    },
  };
}

describe('Rate', () => {
  test('begins in the middle with nothing set, and tells nothing of the target', async () => {
    const { slider, text, container, status, pressButton, stored } = await renderRate();
    expect(slider.value).toBe('50');
    expect(slider.getAttribute('aria-valuetext')).toBe(az.own.rate.unset);
    expect(text()).toContain(az.own.rate.unset);
    expect(text()).toContain('Heç kim');
    expect(text()).not.toContain('Səbəb');
    expect(container.innerHTML).not.toContain('40');
    await pressButton(az.check);
    expect(status()).toBe(az.empty);
    expect(await stored()).toBeNull();
  });

  test('right: says so, names the good estimate and explains', async () => {
    const { set, slider, pressButton, status, text, stored, container } = await renderRate();
    await set(35);
    expect(slider.getAttribute('aria-valuetext')).toBe('35 nəfər');
    expect(text()).toContain('35 nəfər');
    await pressButton(az.check);
    expect(status()).toContain(az.right);
    expect(status()).toContain(az.own.rate.target.replace('{{range}}', '20 – 40 nəfər'));
    expect(status()).toContain('Səbəb: arada');
    expect(status()).not.toContain('Səbəb: çox');
    expect(container.querySelector('.rate-band')?.getAttribute('width')).toBe('20');
    expect(slider.disabled).toBe(true);
    expect(await stored()).toMatchObject({ phase: 'right', response: '35', best: 1 });
  });

  test('wrong: explains where the estimate lies and keeps the target back until it is earned', async () => {
    const { set, pressButton, status, container, stored } = await renderRate(kk);
    await set(70);
    await pressButton(kk.check);
    expect(status()).toContain(kk.wrong);
    expect(status()).toContain('Səbəb: çox');
    expect(status()).not.toContain('20 – 40');
    expect(container.querySelector('.rate-band')).toBeNull();
    expect(await stored()).toMatchObject({ phase: 'tried', last: 0.5 });
    await pressButton(kk.solution);
    expect(status()).toContain(kk.own.rate.target.replace('{{range}}', '20 – 40 nəfər'));
    expect(status()).toContain('Səbəb: çox');
    expect(status()).toContain('Səbəb: arada');
  });

  test('can be set by its buttons, which say the new number and stop at the ends', async () => {
    const { pressButton, button, slider, container, stored, set } = await renderRate();
    await pressButton(az.own.rate.more);
    expect(slider.value).toBe('55');
    expect(container.querySelector('.visually-hidden')?.textContent).toBe('55 nəfər');
    expect(document.activeElement).toBe(button(az.own.rate.more));
    await pressButton(az.own.rate.less);
    expect(await stored()).toMatchObject({ response: '50' });
    await set(100);
    expect(button(az.own.rate.more).getAttribute('aria-disabled')).toBe('true');
    await pressButton(az.own.rate.more);
    expect(await stored()).toMatchObject({ response: '100' });
  });

  test('keeps the last of two changes in one millisecond', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(1_000);
    const { set, stored } = await renderRate();
    await set(70);
    await set(100);
    expect(await stored()).toMatchObject({ response: '100' });
    vi.restoreAllMocks();
  });

  test.each([
    ['Enter', (slider: HTMLElement) => fireEvent.keyDown(slider, { key: 'Enter' })],
    ['the space bar', (slider: HTMLElement) => fireEvent.keyDown(slider, { key: ' ' })],
    ['a tap', (slider: HTMLElement) => fireEvent.pointerUp(slider)],
  ])('the middle can be meant: %s takes it', async (_, act) => {
    const { slider, stored, text } = await renderRate();
    await act(slider);
    await tick();
    expect(await stored()).toMatchObject({ phase: 'open', response: '50' });
    expect(text()).toContain('50 nəfər');
  });

  test('passing over it sets nothing', async () => {
    const { slider, stored } = await renderRate();
    await fireEvent.keyDown(slider, { key: 'Tab' });
    expect(await stored()).toBeNull();
  });

  test('what is stored comes back', async () => {
    const { slider, status } = await renderRate(az, { ...tried, response: '10' });
    expect(slider.value).toBe('10');
    expect(status()).toContain('Səbəb: az');
  });

  test.each([['33'], ['999'], ['beş'], [['35']], [{ answer: '35' }]])(
    'a stored response of %j, which the scale does not have, is set aside',
    async (response) => {
      const { slider, text, pressButton, status } = await renderRate(az, { ...freshAttempt, response });
      expect(slider.value).toBe('50');
      expect(text()).toContain(az.own.rate.unset);
      await pressButton(az.check);
      expect(status()).toBe(az.empty);
    },
  );

  test('started again, nothing is set', async () => {
    const { set, pressButton, slider, text } = await renderRate();
    await set(35);
    await pressButton(az.check);
    await pressButton(az.restart);
    expect(slider.value).toBe('50');
    expect(slider.disabled).toBe(false);
    expect(text()).toContain(az.own.rate.unset);
  });
});

describe('Rate of oneself', () => {
  test('is neither right nor wrong, and says what to do with it', async () => {
    const { set, pressButton, status, stored } = await renderRate(kk, undefined, exercises.rateOfOneself);
    await set(7);
    await pressButton(kk.check);
    expect(status()).toContain(kk.own.rate.noted);
    expect(status()).not.toContain(kk.right);
    expect(status()).toContain('Səbəb: düşün');
    expect(await stored()).toMatchObject({ phase: 'right', response: '7', last: 1 });
  });
});
