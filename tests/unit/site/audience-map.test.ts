import { freshAttempt, type AttemptState } from '#exercise';
import { fireEvent, within } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import { exercises, wordsOf } from './exercises.ts';
import { renderExercise } from './render-exercise.ts';

const az = wordsOf('az');
const kk = wordsOf('kk');
const tried: AttemptState = { ...freshAttempt, phase: 'tried', used: 1, first: 0, best: 0, last: 0 };

type View = Awaited<ReturnType<typeof renderExercise>>['view'];

beforeEach(() => localStorage.clear());

/** The selection of a card; its name begins with the number that the card has on the map. */
const selectOf = (view: View, card: string) =>
  view.getByRole<HTMLSelectElement>('combobox', { name: new RegExp(`^\\d+ ${card}$`, 'u') });

/** Chooses a zone by its words, as a learner does with the arrow keys of the selection. */
async function place(view: View, card: string, zone: string) {
  const select = selectOf(view, card);
  const option = [...select.options].find(({ text }) => text === zone);
  await fireEvent.change(select, { target: { value: option?.value } });
}

const partOf = (view: View, card: string) => selectOf(view, card).closest('.exercise-part')?.textContent ?? '';

/** What stands in a field of the map. */
const fieldOf = (view: View, zone: string) =>
  within(view.getByRole('table', { name: /./u }))
    .getByText(zone)
    .closest('td')?.textContent ?? '';

test('shows the zones as a table whose heads name the axes and their ends', async () => {
  const { view, container } = await renderExercise(exercises.audienceMap, kk);
  const { map, low, high } = kk.own['audience-map'];
  const table = view.getByRole('table', { name: map });
  const heads = [...table.querySelectorAll('th')].map(({ scope, textContent }) => [scope, textContent.trim()]);
  expect(heads).toEqual([
    ['col', low],
    ['col', high],
    ['colgroup', 'Maraq'],
    ['rowgroup', 'Təsir'],
    ['row', high],
    ['row', low],
  ]);
  const zones = [...container.querySelectorAll('.audience-zone > p')].map(({ textContent }) => textContent);
  expect(zones).toEqual(['Vaxtında soruşun', 'Birlikdə planlayın', 'Bir dəfə deyin', 'Tez-tez məlumat verin']);
});

test('before it is checked, nothing tells where a card belongs', async () => {
  const { text, container } = await renderExercise(exercises.audienceMap, az);
  expect(text()).not.toContain('Səbəb');
  const cards = [...container.querySelectorAll('.audience-card span')].map(({ textContent }) => textContent);
  expect(cards).not.toEqual(exercises.audienceMap.cards.map(({ content }) => content.text));
  expect(container.innerHTML).not.toMatch(/office|drivers|walkers/u);
});

test('a card that is placed appears in its field, and leaves it when it is placed elsewhere', async () => {
  const { view, stored } = await renderExercise(exercises.audienceMap, az);
  await place(view, 'Sürücülər', 'Bir dəfə deyin');
  expect(fieldOf(view, 'Bir dəfə deyin')).toContain('Sürücülər');
  await place(view, 'Sürücülər', 'Birlikdə planlayın');
  expect(fieldOf(view, 'Bir dəfə deyin')).not.toContain('Sürücülər');
  expect(fieldOf(view, 'Birlikdə planlayın')).toContain('Sürücülər');
  expect(await stored()).toMatchObject({ phase: 'open', response: { drivers: 'involve' } });
  await place(view, 'Sürücülər', az.select);
  expect(await stored()).toMatchObject({ response: {} });
  expect(view.queryAllByRole('listitem')).toEqual([]);
});

test('right: says so, with each reason, and closes the selections', async () => {
  const { view, status, pressButton, text } = await renderExercise(exercises.audienceMap, az);
  await place(view, 'Yol idarəsi', 'Vaxtında soruşun');
  await place(view, 'Sürücülər', 'Birlikdə planlayın');
  await pressButton(az.check);
  expect(status()).toBe(az.incomplete);
  await place(view, 'Sərnişinlər', 'Tez-tez məlumat verin');
  await pressButton(az.check);
  expect(status()).toContain(az.right);
  expect(text()).toContain('Səbəb: Sərnişinlər');
  expect(view.getAllByRole<HTMLSelectElement>('combobox').every(({ disabled }) => disabled)).toBe(true);
});

test('wrong: tells what comes near from what does not, on the map as well; the zone only at the end', async () => {
  const { view, status, pressButton, text } = await renderExercise(exercises.audienceMap, kk);
  await place(view, 'Yol idarəsi', 'Birlikdə planlayın');
  await place(view, 'Sürücülər', 'Birlikdə planlayın');
  await place(view, 'Sərnişinlər', 'Bir dəfə deyin');
  await pressButton(kk.check);
  expect(status()).toContain(kk.partly.replace('{{score}}', '1').replace('{{max}}', '3'));
  const { half } = kk.own['audience-map'];
  expect(partOf(view, 'Yol idarəsi')).toContain(half);
  expect(partOf(view, 'Sərnişinlər')).toContain(kk['marks.wrong']);
  expect(fieldOf(view, 'Birlikdə planlayın')).toContain(half);
  expect(text()).not.toContain('Səbəb: Yol idarəsi');
  await pressButton(kk.solution);
  expect(partOf(view, 'Yol idarəsi')).toContain(kk['marks.belongs'].replace('{{group}}', 'Vaxtında soruşun'));
  await pressButton(kk.restart);
  expect(view.queryAllByRole('listitem')).toEqual([]);
});

test('what is stored comes back to its fields, and is not announced as news', async () => {
  const response = { office: 'ask', drivers: 'brief', walkers: 'inform' };
  const { view, status } = await renderExercise(exercises.audienceMap, az, { ...tried, response });
  expect(view.getByRole('status').getAttribute('aria-live')).toBe('off');
  expect(status()).toContain(az.partly.replace('{{score}}', '2').replace('{{max}}', '3'));
  expect(fieldOf(view, 'Bir dəfə deyin')).toContain('Sürücülər');
  expect(selectOf(view, 'Sürücülər').getAttribute('aria-describedby')).not.toBeNull();
});

test.each([
  ['of another form', ['ask']],
  ['a text', 'ask'],
  ['with unknown cards and zones', { office: 'gone', gone: 'ask' }],
])('a stored response %s harms nothing', async (_, response) => {
  const { view, status } = await renderExercise(exercises.audienceMap, az, { ...tried, response });
  expect(status()).toContain(az.wrong);
  expect(view.queryAllByRole('listitem')).toEqual([]);
  for (const select of view.getAllByRole<HTMLSelectElement>('combobox')) expect(select.value).toBe('');
});
