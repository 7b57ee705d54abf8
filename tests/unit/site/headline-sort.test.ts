import { freshAttempt, type AttemptState } from '#exercise';
import { beforeEach, describe, expect, test } from 'vitest';
import { exercises, wordsOf } from './exercises.ts';
import { renderExercise } from './render-exercise.ts';

const az = wordsOf('az');
const kk = wordsOf('kk');
const exercise = exercises.headlineSort;
type Answer = 'sound' | 'misleading' | 'unsure';

beforeEach(() => localStorage.clear());

const tried: AttemptState = { ...freshAttempt, phase: 'tried', used: 1, first: 0, best: 0, last: 0 };

async function renderSet(words = az, stored?: AttemptState) {
  const set = await renderExercise(exercise, words, stored);
  const post = (id: string) => {
    const text = exercise.headlines.find((headline) => headline.id === id)?.content.text ?? '';
    return set.view.getByRole('radiogroup', { name: text });
  };
  const pick = async (id: string, answer: Answer) => {
    const radio = post(id).querySelector<HTMLInputElement>(`input[value="${answer}"]`);
    if (radio) await set.press(radio);
  };
  return {
    ...set,
    post,
    async judge(answers: Readonly<Record<string, Answer>>) {
      for (const [id, answer] of Object.entries(answers)) await pick(id, answer);
    },
  };
}

const right = Object.fromEntries(
  exercise.headlines.map(({ id, sound }) => [id, sound ? ('sound' as const) : ('misleading' as const)]),
);
const count = (template: string, number: number) =>
  template.replace('{{count}}', String(number)).replace('{{total}}', '3');

describe('HeadlineSort', () => {
  test('tells nothing before the check: no reason, no key in text or attributes, the author’s order turned', async () => {
    const { container, text, view } = await renderSet();
    expect(text()).not.toContain('Səbəb');
    for (const { id } of exercise.headlines) expect(container.innerHTML).not.toContain(`"${id}"`);
    const shown = view.getAllByRole('radiogroup').map((group) => group.querySelector('p')?.textContent);
    expect(shown).not.toEqual(exercise.headlines.map(({ content }) => content.text));
    expect(view.getAllByRole('radio', { name: az['verdict.unsure'] })).toHaveLength(6);
  });

  test('right: both bars are full, and all reasons show', async () => {
    const { judge, pressButton, status, text, stored } = await renderSet();
    await judge(right);
    await pressButton(az.check);
    expect(status()).toContain(az.right);
    expect(status()).toContain(count(az.discernment.caught, 3));
    expect(status()).toContain(count(az.discernment.trusted, 3));
    expect(status()).toContain(az.discernment.balanced);
    for (const { reason } of exercise.headlines) expect(text()).toContain(reason.text);
    expect(await stored()).toMatchObject({
      phase: 'right',
      best: 1,
      discernment: { last: { hits: 3, falseAlarms: 0, misleading: 3, sound: 3 } },
    });
  });

  test('flagging everything catches all and passes nothing: the two rates and the tendency say why', async () => {
    const { judge, pressButton, status, text, post } = await renderSet(kk);
    await judge(Object.fromEntries(exercise.headlines.map(({ id }) => [id, 'misleading' as const])));
    await pressButton(kk.check);
    expect(status()).toContain(kk.partly.replace('{{score}}', '3').replace('{{max}}', '6'));
    expect(status()).toContain(count(kk.discernment.caught, 3));
    expect(status()).toContain(count(kk.discernment.trusted, 0));
    expect(status()).toContain(kk.discernment.suspicious);
    expect(status()).toContain(kk.discernment.rule);
    expect(post('gauge').textContent).toContain(kk['marks.wrong']);
    expect(text()).toContain('Səbəb: Bənd yıxılır');
    expect(text()).not.toContain('Səbəb: Çayın ölçəni');
  });

  test('trusting everything is told as trust', async () => {
    const { judge, pressButton, status } = await renderSet(kk);
    await judge(Object.fromEntries(exercise.headlines.map(({ id }) => [id, 'sound' as const])));
    await pressButton(kk.check);
    expect(status()).toContain(kk.discernment.trusting);
    expect(status()).not.toContain(kk.discernment.suspicious);
  });

  test('passed with slips: not called right, and what was missed has its answer and its reason', async () => {
    const { judge, pressButton, status, post, stored } = await renderSet();
    await judge({ ...right, dam: 'sound' });
    await pressButton(az.check);
    expect(status()).toContain(az.discernment.passed);
    expect(status()).not.toContain(az.right);
    expect(status()).not.toContain(az.discernment.rule);
    expect(post('dam').textContent).toContain(`${az.answer}: ${az.own['headline-sort'].misleading}`);
    expect(post('dam').textContent).toContain('Səbəb: Bənd yıxılır');
    expect(await stored()).toMatchObject({ phase: 'right' });
  });

  test('undecided throughout leans neither way', async () => {
    const { judge, pressButton, status } = await renderSet();
    await judge(Object.fromEntries(exercise.headlines.map(({ id }) => [id, 'unsure' as const])));
    await pressButton(az.check);
    expect(status()).toContain(az.discernment.balanced);
    expect(status()).toContain(count(az.discernment.trusted, 0));
  });

  test('a post left open takes no attempt', async () => {
    const { judge, pressButton, status, stored } = await renderSet();
    await pressButton(az.check);
    expect(status()).toBe(az.empty);
    await judge({ gauge: 'sound' });
    await pressButton(az.check);
    expect(status()).toBe(az.incomplete);
    expect(await stored()).toMatchObject({ used: 0 });
  });

  test('the answer asked for closes the posts; started again, they stand in another order', async () => {
    const { judge, pressButton, view, post } = await renderSet();
    const order = () => view.getAllByRole('radiogroup').map((group) => group.querySelector('p')?.textContent);
    await judge({ ...right, dam: 'sound', well: 'sound' });
    await pressButton(az.check);
    await pressButton(az.solution);
    expect(view.getAllByRole('radio').every((radio) => (radio as HTMLInputElement).disabled)).toBe(true);
    expect(post('well').textContent).toContain(az.own['headline-sort'].misleading);
    const before = order();
    await pressButton(az.restart);
    expect(view.queryByRole('radio', { checked: true })).toBeNull();
    expect(order()).not.toEqual(before);
  });

  test('what is stored comes back and is not announced', async () => {
    const { post, status, view } = await renderSet(az, {
      ...tried,
      response: { ...right, dam: 'unsure', well: 'sound' },
    });
    expect(post('dam').querySelector<HTMLInputElement>('input[value="unsure"]')?.checked).toBe(true);
    expect(status()).toContain(count(az.discernment.caught, 1));
    expect(view.getByRole('status').getAttribute('aria-live')).toBe('off');
  });

  test.each([
    ['a text', 'sound'],
    ['a list', ['gauge']],
    ['strangers', { nobody: 'sound', gauge: 'perhaps' }],
  ])('a stored response of %s harms nothing', async (_, response) => {
    const { status, view, button } = await renderSet(az, { ...tried, response });
    expect(status()).toContain(az.wrong);
    expect(view.queryByRole('radio', { checked: true })).toBeNull();
    expect(button(az.retry)).toBeDefined();
  });

  test('a set without the third answer offers two', async () => {
    const { view } = await renderExercise({ ...exercise, unsure: false }, az);
    expect(view.getAllByRole('radio')).toHaveLength(12);
    expect(view.queryByRole('radio', { name: az['verdict.unsure'] })).toBeNull();
  });
});
