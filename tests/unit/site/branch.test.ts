import { freshAttempt, type AttemptState } from '#exercise';
import { beforeEach, expect, test } from 'vitest';
import { exercises, wordsOf } from './exercises.ts';
import { renderExercise } from './render-exercise.ts';

const az = wordsOf('az');
const kk = wordsOf('kk');
const tried: AttemptState = { ...freshAttempt, phase: 'tried', used: 1, first: 0, best: 0, last: 0 };

type Rendered = Awaited<ReturnType<typeof renderExercise>>;

beforeEach(() => localStorage.clear());

const choices = ({ container }: Rendered) =>
  [...container.querySelectorAll('.branch-choice')].map(({ textContent }) => textContent.trim());

const news = ({ container }: Rendered) => container.querySelector('.visually-hidden[aria-live]')?.textContent;

test('begins in the first scene, with its choices as buttons and the meters with their goals in words', async () => {
  const shown = await renderExercise(exercises.branch, az);
  expect(shown.view.getByRole('group', { name: 'Səhər su dəmir dadır.' })).toBeDefined();
  expect(shown.text()).toContain('Nə edirsiniz?');
  expect(new Set(choices(shown))).toEqual(new Set(['Bildiyinizi yazın', 'Susun']));
  const values = [...shown.container.querySelectorAll('.branch-value')].map(({ textContent }) => textContent.trim());
  expect(values).toEqual(['50', '5', '20']);
  for (const name of ['Etimad', 'Zərər', 'Zənglər']) expect(shown.view.getByRole('meter', { name })).toBeDefined();
  const { least, most, low } = az.own.branch;
  const list = shown.view.getByRole('list', { name: az.own.branch.state }).textContent;
  expect(list).toContain(least.replace('{{value}}', '60'));
  expect(list).toContain(most.replace('{{value}}', '30'));
  expect(list).toContain(low);
});

test('nothing of what follows is in the page before it is reached', async () => {
  const { container } = await renderExercise(exercises.branch, az);
  for (const later of ['Axşam', 'Söz verdiyiniz', 'Səbəb', 'Dərs', az.own.branch.met]) {
    expect(container.innerHTML).not.toContain(later);
  }
  expect(container.innerHTML).not.toMatch(/tell|evening|spoke/u);
});

test('a choice leads on: the focus goes to the new scene, what changed is said in words, the past stays readable', async () => {
  const shown = await renderExercise(exercises.branch, az);
  await shown.pressButton('Bildiyinizi yazın');
  expect(document.activeElement).toBe(shown.view.getByRole('group', { name: 'Axşam laboratoriya cavab verir.' }));
  const fill = (template: string, meter: string, value: number, by: number) =>
    template.replace('{{meter}}', meter).replace('{{value}}', String(value)).replace('{{by}}', String(by));
  // What a bound cuts off is no change: harm had 5 to lose.
  const changes = [fill(az.own.branch.up, 'Etimad', 70, 20), fill(az.own.branch.down, 'Zərər', 0, 5)];
  expect(news(shown)).toBe(changes.join('. '));
  const past = shown.container.querySelector('.branch-step')?.textContent ?? '';
  for (const told of ['Səhər su dəmir dadır.', az.own.branch.chosen, 'Bildiyinizi yazın', ...changes]) {
    expect(past).toContain(told);
  }
  expect(past).not.toContain('Səbəb');
  expect(await shown.stored()).toMatchObject({ phase: 'open', response: ['tell'] });
});

test('only what is open under its conditions is offered', async () => {
  const shown = await renderExercise(exercises.branch, az);
  await shown.pressButton('Susun');
  expect(choices(shown)).toEqual(['Sabah yazın']);
});

test('cannot be checked before its end, and can be begun anew at no cost', async () => {
  const shown = await renderExercise(exercises.branch, kk);
  await shown.pressButton(kk.check);
  expect(shown.status()).toBe(kk.empty);
  await shown.pressButton('Susun');
  await shown.pressButton(kk.check);
  expect(shown.status()).toBe(kk.incomplete);
  await shown.pressButton(kk.restart);
  expect(await shown.stored()).toMatchObject({ phase: 'open', response: [], used: 0, round: 0 });
  expect(document.activeElement).toBe(shown.view.getByRole('group', { name: 'Səhər su dəmir dadır.' }));
  expect(choices(shown)).toHaveLength(2);
});

test('right: each choice with its reason, the end’s debrief, the goals and that there are other ends', async () => {
  const shown = await renderExercise(exercises.branch, az);
  await shown.pressButton('Bildiyinizi yazın');
  await shown.pressButton('Söz verdiyiniz kimi yazın');
  expect(shown.text()).toContain(az.own.branch.end);
  expect(shown.text()).not.toContain('Dərs');
  await shown.pressButton(az.check);
  expect(shown.status()).toContain(az.right);
  expect(shown.status()).toContain(az.own.branch.goals.replace('{{count}}', '2').replace('{{total}}', '2'));
  for (const told of ['Səbəb: Bildiyinizi yazın', 'Səbəb: Söz verdiyiniz kimi yazın', 'Dərs: vaxtında yazdınız.']) {
    expect(shown.text()).toContain(told);
  }
  expect(shown.text()).toContain(az.own.branch.ends.replace('{{count}}', '2'));
  expect(shown.view.getAllByText(az.own.branch.met)).toHaveLength(2);
  // The choices not taken can be looked at now.
  expect(shown.view.getAllByText(az.own.branch.others)).toHaveLength(2);
  expect(shown.text()).not.toContain(az.own.branch.best);
  expect(await shown.stored()).toMatchObject({ phase: 'right', best: 1 });
});

test('wrong: shows the goals that were missed and no better path; trying again begins at the start', async () => {
  const shown = await renderExercise(exercises.branch, kk);
  await shown.pressButton('Susun');
  await shown.pressButton('Sabah yazın');
  await shown.pressButton(kk.check);
  expect(shown.status()).toContain(kk.wrong);
  expect(shown.status()).toContain(kk.own.branch.goals.replace('{{count}}', '0').replace('{{total}}', '2'));
  expect(shown.view.getAllByText(kk.own.branch.missed)).toHaveLength(2);
  expect(shown.text()).toContain('Səbəb: Sabah yazın');
  expect(shown.text()).not.toContain('Səbəb: Bildiyinizi yazın');
  await shown.pressButton(kk.retry);
  expect(await shown.stored()).toMatchObject({ phase: 'open', response: [], used: 1 });
  expect(document.activeElement).toBe(shown.view.getByRole('group', { name: 'Səhər su dəmir dadır.' }));
  expect(shown.text()).not.toContain('Səbəb');
});

test('given up: shows a path that reaches every goal, with its reasons; then it starts afresh', async () => {
  const shown = await renderExercise(exercises.branch, az, { ...tried, response: ['wait', 'late'] });
  await shown.pressButton(az.solution);
  expect(shown.status()).toContain(az.shown);
  const best = [...shown.container.querySelectorAll('.branch-best li')].map(({ textContent }) => textContent);
  expect(best.map((line) => line.includes('Səbəb'))).toEqual([true, true]);
  expect(best[0]).toContain('Bildiyinizi yazın');
  expect(best[1]).toContain('Söz verdiyiniz kimi yazın');
  await shown.pressButton(az.restart);
  expect(await shown.stored()).toMatchObject({ phase: 'open', response: null, used: 0, round: 1 });
  expect(document.activeElement).toBe(shown.view.getByRole('group', { name: 'Səhər su dəmir dadır.' }));
});

test('a stored path comes back where it was left, without moving the focus or announcing anything', async () => {
  const shown = await renderExercise(exercises.branch, az, { ...freshAttempt, response: ['wait'] });
  expect(shown.view.getByRole('group', { name: 'Axşam laboratoriya cavab verir.' })).toBeDefined();
  expect(document.activeElement).toBe(document.body);
  expect(news(shown)).toBe('');
  await shown.pressButton('Sabah yazın');
  expect(await shown.stored()).toMatchObject({ response: ['wait', 'late'] });
});

test.each([
  ['of another form', { tell: 'keep' }, 'Səhər su dəmir dadır.'],
  ['a text', 'tell', 'Səhər su dəmir dadır.'],
  ['with a choice that was not offered', ['wait', 'keep'], 'Axşam laboratoriya cavab verir.'],
  ['with unknown choices', ['gone', 'tell'], 'Səhər su dəmir dadır.'],
])('a stored path %s is followed as far as it goes', async (_, response, scene) => {
  const shown = await renderExercise(exercises.branch, az, { ...freshAttempt, response });
  expect(shown.view.getByRole('group', { name: scene })).toBeDefined();
  await shown.pressButton(az.check);
  expect([az.empty, az.incomplete]).toContain(shown.status());
  await shown.pressButton(choices(shown)[0] ?? '');
  expect((await shown.stored())?.response).not.toContain('gone');
});

test('a link in a choice is words in its button', async () => {
  const [first, ...rest] = exercises.branch.scenes;
  const linked = first.choices.map((choice) => ({
    ...choice,
    content: { ...choice.content, html: `<em>Sabah</em> <a href="https://bazar.example/">elan</a> ${choice.id}` },
  }));
  const shown = await renderExercise({ ...exercises.branch, scenes: [{ ...first, choices: linked }, ...rest] }, az);
  expect(shown.container.querySelector('button a')).toBeNull();
  expect(shown.container.querySelector('button em')?.textContent).toBe('Sabah');
  await shown.pressButton('Sabah elan tell');
  expect(shown.container.querySelector('.branch-taken a')?.textContent).toBe('elan');
});
