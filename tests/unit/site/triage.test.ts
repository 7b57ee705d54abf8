import { freshAttempt, type AttemptState } from '#exercise';
import { fireEvent } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import { exercises, wordsOf } from './exercises.ts';
import { renderExercise } from './render-exercise.ts';

const az = wordsOf('az');
const kk = wordsOf('kk');
const tried: AttemptState = { ...freshAttempt, phase: 'tried', used: 1, first: 0, best: 0, last: 0 };

beforeEach(() => localStorage.clear());

/** Chooses a reaction by its words, as a learner does with the arrow keys of the selection. */
async function react(view: Awaited<ReturnType<typeof renderExercise>>['view'], claim: string, band: string) {
  const select = view.getByRole<HTMLSelectElement>('combobox', { name: claim });
  const option = [...select.options].find(({ text }) => text === band);
  await fireEvent.change(select, { target: { value: option?.value } });
}

const partOf = (view: Awaited<ReturnType<typeof renderExercise>>['view'], claim: string) =>
  view.getByRole('combobox', { name: claim }).closest('.exercise-part')?.textContent ?? '';

test('shows the ladder of reactions from the strongest, and the claims in another order than the author’s', async () => {
  const { container, view } = await renderExercise(exercises.triage, az);
  const ladder = [...container.querySelectorAll('.triage-ladder li')].map(({ textContent }) => textContent.trim());
  expect(ladder).toEqual(['Dərhal cavab verin', 'Cavab hazırlayın', 'Toxunmayın']);
  const claims = [...container.querySelectorAll('.exercise-part-text')].map(({ textContent }) => textContent);
  expect(claims).not.toEqual(exercises.triage.claims.map(({ content }) => content.text));
  for (const select of view.getAllByRole<HTMLSelectElement>('combobox')) {
    expect([...select.options].map(({ text }) => text)).toEqual([az.select, ...ladder]);
  }
});

test('before it is checked, nothing tells the expert’s ratings, reasons or bands', async () => {
  const { text, container } = await renderExercise(exercises.triage, az);
  for (const words of ['Səbəb', az.own.triage.expert, az.own.triage.half, az.own.triage.opinion]) {
    expect(text()).not.toContain(words);
  }
  expect(container.innerHTML).not.toMatch(/likelihood|kitchen|roof/u);
});

test('right: says so, with each reason and the expert’s ratings in words', async () => {
  const { view, status, pressButton, stored } = await renderExercise(exercises.triage, az);
  await react(view, 'Körpü bağlıdır', 'Dərhal cavab verin');
  await react(view, 'Mətbəx bağlanır', 'Cavab hazırlayın');
  await react(view, 'Dam çirkindir', 'Toxunmayın');
  await pressButton(az.check);
  expect(status()).toContain(az.right);
  expect(await stored()).toMatchObject({
    phase: 'right',
    response: { bridge: 'now', kitchen: 'prepare', roof: 'leave' },
    best: 1,
  });
  const { likelihood, impact, levels } = az.own.triage;
  const part = partOf(view, 'Dam çirkindir');
  expect(part).toContain('Səbəb: Dam çirkindir');
  expect(part).toContain(likelihood.replace('{{level}}', levels[3]));
  expect(part).toContain(impact.replace('{{level}}', levels[1]));
  expect(view.getAllByRole<HTMLSelectElement>('combobox').every(({ disabled }) => disabled)).toBe(true);
});

test('wrong: says whether a reaction is too strong or too weak, and that an opinion needs no answer', async () => {
  const { view, status, pressButton, text } = await renderExercise(exercises.triage, kk);
  const { strong, weak, half, opinion } = kk.own.triage;
  await pressButton(kk.check);
  expect(status()).toBe(kk.empty);
  await react(view, 'Körpü bağlıdır', 'Toxunmayın');
  await pressButton(kk.check);
  expect(status()).toBe(kk.incomplete);
  await react(view, 'Mətbəx bağlanır', 'Dərhal cavab verin');
  await react(view, 'Dam çirkindir', 'Cavab hazırlayın');
  await pressButton(kk.check);
  expect(status()).toContain(kk.attemptsLeft.replace('{{count}}', '1'));
  expect(partOf(view, 'Körpü bağlıdır')).toContain(weak);
  expect(partOf(view, 'Mətbəx bağlanır')).toContain(half);
  expect(partOf(view, 'Mətbəx bağlanır')).not.toContain(opinion);
  expect(partOf(view, 'Dam çirkindir')).toContain(strong);
  expect(partOf(view, 'Dam çirkindir')).toContain(opinion);
  expect(text()).not.toContain('Səbəb');
  await pressButton(kk.solution);
  expect(text()).toContain(kk['marks.belongs'].replace('{{group}}', 'Cavab hazırlayın'));
  expect(text()).toContain('Səbəb: Körpü bağlıdır');
});

test('a choice can be taken back', async () => {
  const { view, stored } = await renderExercise(exercises.triage, az);
  await react(view, 'Körpü bağlıdır', 'Toxunmayın');
  await react(view, 'Körpü bağlıdır', az.select);
  expect(await stored()).toMatchObject({ response: {} });
});

test('what is stored comes back with its marks, and is not announced as news', async () => {
  const response = { bridge: 'now', kitchen: 'leave', roof: 'leave' };
  const { view, status } = await renderExercise(exercises.triage, az, { ...tried, response });
  expect(view.getByRole('status').getAttribute('aria-live')).toBe('off');
  expect(status()).toContain(az.partly.replace('{{score}}', '2').replace('{{max}}', '3'));
  const select = view.getByRole<HTMLSelectElement>('combobox', { name: 'Mətbəx bağlanır' });
  expect(select.selectedOptions[0]?.text).toBe('Toxunmayın');
  expect(select.getAttribute('aria-describedby')).not.toBeNull();
});

test.each([
  ['of another form', ['now']],
  ['a text', 'now'],
  ['with unknown claims and bands', { bridge: 'gone', gone: 'now' }],
])('a stored response %s harms nothing', async (_, response) => {
  const { view, status, text } = await renderExercise(exercises.triage, az, { ...tried, response });
  expect(status()).toContain(az.wrong);
  for (const select of view.getAllByRole<HTMLSelectElement>('combobox')) expect(select.value).toBe('');
  expect(text()).not.toContain(az.own.triage.weak);
});
