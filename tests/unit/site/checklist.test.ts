import { freshAttempt, type AttemptState } from '#exercise';
import { beforeEach, describe, expect, test } from 'vitest';
import { exercises, wordsOf } from './exercises.ts';
import { renderExercise } from './render-exercise.ts';

const az = wordsOf('az');
const kk = wordsOf('kk');
const exercise = exercises.checklist;

beforeEach(() => localStorage.clear());

const tried: AttemptState = { ...freshAttempt, phase: 'tried', used: 1, first: 0, best: 0, last: 0 };

async function renderList(words = az, stored?: AttemptState) {
  const list = await renderExercise(exercise, words, stored);
  const criterion = (id: string) => {
    const text = exercise.criteria.find((known) => known.id === id)?.content.text ?? '';
    return list.view.getByRole('radiogroup', { name: text });
  };
  return {
    ...list,
    criterion,
    said: (id: string) => criterion(id).textContent.replace(/\s+/gu, ' '),
    async rate(ratings: Readonly<Record<string, 0 | 1 | 2 | 3>>) {
      for (const [id, rating] of Object.entries(ratings)) {
        const radio = criterion(id).querySelector<HTMLInputElement>(`input[value="${rating}"]`);
        if (radio) await list.press(radio);
      }
    },
  };
}

describe('Checklist', () => {
  test('offers four ratings by name and tells nothing of the expert’s', async () => {
    const { view, text, container } = await renderList();
    for (const name of Object.values(az.own.checklist.ratings)) {
      expect(view.getAllByRole('radio', { name })).toHaveLength(3);
    }
    expect(text()).not.toContain('Səbəb');
    expect(text()).not.toContain(az.own.checklist.expert);
    expect(container.innerHTML).not.toMatch(/owner|payer|mistakes/u);
  });

  test('as the expert rates: right, with both ratings beside each other and every reason', async () => {
    const { rate, pressButton, status, said, stored } = await renderList();
    await rate({ owner: 3, payer: 1, mistakes: 0 });
    await pressButton(az.check);
    expect(status()).toContain(az.right);
    const { ratings, yours, expert } = az.own.checklist;
    expect(said('owner')).toContain(`${yours} ${ratings[3]}`);
    expect(said('owner')).toContain(`${expert} ${ratings[3]}`);
    expect(said('payer')).toContain('Səbəb: Pulu kim verir?');
    expect(await stored()).toMatchObject({ phase: 'right', best: 1 });
  });

  test('near enough counts, and says that it is near', async () => {
    const { rate, pressButton, status, said } = await renderList(kk);
    await rate({ owner: 3, payer: 2, mistakes: 0 });
    await pressButton(kk.check);
    expect(status()).toContain(kk.right);
    expect(said('payer')).toContain(kk.own.checklist.near);
    expect(said('payer')).toContain(`${kk.own.checklist.expert} ${kk.own.checklist.ratings[1]}`);
    expect(said('owner')).not.toContain(kk.own.checklist.near);
  });

  test('wrong: what agrees is explained, the rest only once the answer is asked for', async () => {
    const { rate, pressButton, status, said, stored } = await renderList();
    await rate({ owner: 2, payer: 1, mistakes: 3 });
    await pressButton(az.check);
    expect(status()).toContain(az.partly.replace('{{score}}', '1').replace('{{max}}', '3'));
    expect(said('payer')).toContain('Səbəb');
    expect(said('owner')).toContain(az['marks.wrong']);
    expect(said('owner')).not.toContain(az.own.checklist.expert);
    expect(said('owner')).not.toContain('Səbəb');
    expect((await stored())?.last).toBeCloseTo(1 / 3);
    await pressButton(az.solution);
    expect(said('owner')).toContain(`${az.own.checklist.yours} ${az.own.checklist.ratings[2]}`);
    expect(said('owner')).toContain(`${az.own.checklist.expert} ${az.own.checklist.ratings[3]}`);
    expect(said('owner')).toContain('Səbəb: Sahibi bəllidirmi?');
  });

  test('a criterion left open takes no attempt', async () => {
    const { rate, pressButton, status, stored } = await renderList();
    await rate({ owner: 0 });
    await pressButton(az.check);
    expect(status()).toBe(az.incomplete);
    expect(await stored()).toMatchObject({ used: 0, response: { owner: '0' } });
  });

  test('a mark describes its criterion to screen readers', async () => {
    const { rate, pressButton, criterion } = await renderList();
    await rate({ owner: 3, payer: 3, mistakes: 0 });
    await pressButton(az.check);
    const note = criterion('payer').getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(note)?.textContent).toContain(az['marks.wrong']);
  });

  test('what is stored comes back', async () => {
    const response = { owner: '1', payer: '2', mistakes: '0' };
    const { criterion, said } = await renderList(az, { ...tried, response });
    expect(criterion('owner').querySelector<HTMLInputElement>('input[value="1"]')?.checked).toBe(true);
    expect(said('payer')).toContain(az.own.checklist.near);
  });

  test.each([
    ['a text', '3'],
    ['a list', ['owner']],
    ['ratings that do not exist', { owner: '4', payer: 'fully', nobody: '1' }],
  ])('a stored response of %s harms nothing', async (_, response) => {
    const { view, status } = await renderList(az, { ...tried, phase: 'shown', response });
    expect(view.queryByRole('radio', { checked: true })).toBeNull();
    expect(status()).toContain(az.shown);
  });
});
