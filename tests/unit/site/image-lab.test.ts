import { freshAttempt, type AttemptState } from '#exercise';
import type { Locale } from '#language';
import { beforeEach, expect, test } from 'vitest';
import { wordsOf } from './exercises.ts';
import { renderExercise } from './render-exercise.ts';
import { street } from './simulations.ts';

beforeEach(() => localStorage.clear());

async function open(locale: Locale, stored?: AttemptState) {
  const page = await renderExercise(street, wordsOf(locale), stored);
  const { view, press, words, container } = page;
  const labels = words.own['image-lab'];
  const tool = (id: keyof typeof labels.names) =>
    view.getByRole('button', { name: (name) => name.startsWith(labels.names[id]) });
  const fill = (template: string, values: Record<string, string | number>) =>
    Object.entries(values).reduce((text, [name, value]) => text.replace(`{{${name}}}`, String(value)), template);
  return {
    ...page,
    labels,
    fill,
    tool,
    use: (id: keyof typeof labels.names) => press(tool(id)),
    panel: () => container.querySelector('.lab-panel')?.textContent.replace(/\s+/gu, ' ').trim(),
    find: (finding: string) => press(view.getByRole('checkbox', { name: finding })),
    judge: (verdict: string) => press(view.getByRole('radio', { name: verdict })),
    noteOf: (role: 'checkbox' | 'radio', name: string) =>
      view.getByRole(role, { name }).closest('.exercise-option')?.textContent.replace(/\s+/gu, ' ').trim(),
    used: (count: number) => fill(labels.used, { count, total: 4 }),
    result: (count: number, score: number) =>
      `${fill(labels.found, { count, total: 2 })} ${fill(labels.points, { score, max: 100 })}`,
  };
}

test('begins with the picture, the label that it is invented, closed tools, and nothing of what they show', async () => {
  const { view, labels, text, used, panel, container } = await open('az');
  const picture = view.getByRole('img', { name: 'Төрт үйі бар көше.' });
  expect([picture.getAttribute('src'), picture.getAttribute('width')]).toEqual(['/media/koshe.svg', '800']);
  expect(text()).toContain(labels.invented);
  expect(text()).toContain('Bilig');
  expect(text()).toContain(used(0));
  expect(panel()).toBe('');
  for (const secret of ['жапырағы', '12 шілде', 'кітапхана', 'қар астында', 'Үлкейтіп қараңыз']) {
    expect(container.innerHTML).not.toContain(secret);
  }
  expect(view.getAllByRole('button', { expanded: false })).toHaveLength(4);
});

test('a tool opens its panel, is counted and kept; pressing it again closes the panel', async () => {
  const { use, tool, panel, text, used, stored, labels } = await open('kk');
  await use('details');
  expect(tool('details').getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement).toBe(tool('details'));
  expect(panel()).toContain('Сақталған күні: 12 шілде');
  expect(text()).toContain(used(1));
  expect(await stored()).toMatchObject({ response: ['tool:details'] });
  await use('reverse');
  expect(panel()).toContain('кітапхана бетіндегі сол сурет');
  expect(panel()).not.toContain('12 шілде');
  await use('reverse');
  expect(panel()).toBe('');
  expect(tool('details').textContent).toContain(labels.isUsed);
  expect((await stored())?.response).toEqual(['tool:details', 'tool:reverse']);
});

test('the enlarged part is cut out of the picture in its own units, framed in the picture, and said in words', async () => {
  const { use, view, container } = await open('az');
  await use('crop');
  const crop = view.getByRole('img', { name: 'Оң жақтағы ағаш: бір жапырағы да жоқ.' });
  expect(crop.getAttribute('viewBox')).toBe('600 100 200 200');
  expect(crop.querySelector('image')?.getAttribute('href')).toBe('/media/koshe.svg');
  const frame = container.querySelector('.lab-area rect');
  expect(['x', 'y', 'width', 'height'].map((name) => frame?.getAttribute(name))).toEqual(['75', '20', '25', '40']);
  expect(container.querySelector('details')?.innerHTML).toContain('<em>жапырағы</em>');
});

test('two pictures are compared side by side, each with its text', async () => {
  const { use, view, labels } = await open('kk');
  await use('compare');
  const other = view.getByRole('img', { name: 'Сол көше, қар астында.' });
  expect(other.getAttribute('src')).toBe('/media/eski.svg');
  expect(view.getByText(labels.picture)).toBeDefined();
  expect(view.getByText(labels.other)).toBeDefined();
});

test('every picture says inside itself that it is invented, also enlarged and compared', async () => {
  const { use, view, container, labels } = await open('az');
  const marked = () =>
    view.getAllByText(labels.invented).map((mark) => mark.parentElement?.querySelector('img, image')?.tagName);
  expect(marked()).toEqual(['IMG']);
  await use('crop');
  expect(marked()).toEqual(['IMG', 'image']);
  await use('compare');
  expect(marked()).toEqual(['IMG', 'IMG', 'IMG']);
  expect(container.querySelectorAll('img')).toHaveLength(3);
});

test('right: findings, points and every reason', async () => {
  const { use, find, judge, pressButton, status, words, result, text, noteOf, stored } = await open('az');
  for (const tool of ['crop', 'reverse', 'compare'] as const) await use(tool);
  await find('Ағаш жалаңаш.');
  await find('Сурет былтыр да болған.');
  await judge('Сурет ескі');
  await pressButton(words.check);
  expect(status()).toContain(words.right);
  expect(status()).toContain(result(2, 100));
  expect(status()).toContain('Ол былтыр жарияланған');
  expect(noteOf('checkbox', 'Ағаш жалаңаш.')).toContain('Үлкейтіп қараңыз');
  expect(text()).toContain('көшірме сақталған күн ғана');
  expect(await stored()).toMatchObject({ phase: 'right', best: 1 });
});

test('a finding whose tool was not used counts for nothing and names the tools, without saying whether it is right', async () => {
  const { use, find, judge, pressButton, status, words, labels, result, fill, text, noteOf } = await open('kk');
  await use('reverse');
  await find('Ағаш жалаңаш.');
  await find('Сурет бүгін түсірілген.');
  await find('Сурет былтыр да болған.');
  await judge('Сурет ескі');
  await pressButton(words.check);
  expect(status()).toContain(words.wrong);
  expect(status()).toContain(result(0, 40));
  const needs = (tools: string) => fill(labels.needs, { tools });
  expect(noteOf('checkbox', 'Ағаш жалаңаш.')).toBe(`Ағаш жалаңаш. ${needs(labels.names.crop)}`);
  expect(noteOf('checkbox', 'Сурет бүгін түсірілген.')).toBe(`Сурет бүгін түсірілген. ${needs(labels.names.details)}`);
  expect(noteOf('checkbox', 'Сурет былтыр да болған.')).toContain(
    needs(`${labels.names.reverse}, ${labels.names.compare}`),
  );
  expect(noteOf('radio', 'Сурет ескі')).toContain(words['marks.right']);
  expect(text()).not.toContain('Үлкейтіп қараңыз');
  await pressButton(words.solution);
  expect(noteOf('checkbox', 'Ағаш жалаңаш.')).toContain(words['marks.missed']);
  expect(noteOf('checkbox', 'Ағаш жалаңаш.')).toContain('Үлкейтіп қараңыз');
  expect(noteOf('checkbox', 'Сурет бүгін түсірілген.')).toContain(words['marks.wrong']);
});

test('wrong: explains what was chosen and seen, and nothing else', async () => {
  const { use, find, judge, pressButton, status, words, result, text, noteOf } = await open('az');
  for (const tool of ['crop', 'details'] as const) await use(tool);
  await find('Ағаш жалаңаш.');
  await find('Сурет бүгін түсірілген.');
  await judge('Сурет бүгінгі');
  await pressButton(words.check);
  expect(status()).toContain(result(1, 0));
  expect(noteOf('checkbox', 'Ағаш жалаңаш.')).toContain(words['marks.right']);
  expect(noteOf('checkbox', 'Сурет бүгін түсірілген.')).toContain(words['marks.wrong']);
  expect(text()).not.toContain('Алғаш қайда шыққанын');
  expect(text()).not.toContain('Ол былтыр жарияланған');
});

test('a tool that is used after a check opens the exercise again', async () => {
  const { use, stored, panel, button, words } = await open('az', {
    ...freshAttempt,
    phase: 'tried',
    used: 1,
    first: 0.4,
    best: 0.4,
    last: 0.4,
    response: ['finding:bare', 'verdict:old'],
  });
  expect(button(words.retry)).toBeDefined();
  await use('crop');
  expect(panel()).not.toBe('');
  expect(await stored()).toMatchObject({ phase: 'open', response: ['tool:crop', 'finding:bare', 'verdict:old'] });
});

test('without a finding or a verdict nothing is checked', async () => {
  const { use, find, judge, pressButton, status, words, stored } = await open('kk');
  await pressButton(words.check);
  expect(status()).toBe(words.empty);
  await use('crop');
  await pressButton(words.check);
  expect(status()).toBe(words.incomplete);
  await judge('Сурет ескі');
  await pressButton(words.check);
  expect(status()).toBe(words.incomplete);
  await find('Ағаш жалаңаш.');
  await pressButton(words.check);
  expect(await stored()).toMatchObject({ used: 1 });
});

const done: AttemptState = { ...freshAttempt, phase: 'shown', used: 2, first: 0, best: 0, last: 0 };

test('once all is shown, tools can be looked at and change nothing; a fresh start closes them', async () => {
  const { use, panel, stored, pressButton, words, text, used } = await open('az', {
    ...done,
    response: ['tool:crop', 'finding:bare', 'verdict:new'],
  });
  await use('reverse');
  expect(panel()).toContain('кітапхана');
  expect((await stored())?.response).toEqual(['tool:crop', 'finding:bare', 'verdict:new']);
  await pressButton(words.restart);
  expect(panel()).toBe('');
  expect(text()).toContain(used(0));
});

test.each([
  ['of another form', 'tool:crop'],
  ['with unknown moves', ['tool:zoom', 'finding:nobody', 'verdict:nobody', 'bare']],
  ['with parts', { finding: 'bare' }],
])('a stored response %s harms nothing', async (_, response) => {
  const { view, words, status, text, used } = await open('kk', { ...done, phase: 'tried', used: 1, response });
  expect(status()).toContain(words.wrong);
  expect(text()).toContain(used(0));
  expect(view.queryByRole('checkbox', { checked: true })).toBeNull();
  expect(view.queryByRole('radio', { checked: true })).toBeNull();
});
