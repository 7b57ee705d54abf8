import { freshAttempt, signatureOf, type AttemptState, type Exercise, type Option } from '#exercise';
import { attemptKey, formatAttempt } from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import { fireEvent } from '@testing-library/svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { islandProps } from '../../../src/site/view/exercise-props.ts';
import { exercises, wordsOf } from './exercises.ts';
import { renderExercise, rest } from './render-exercise.ts';

const az = wordsOf('az');
const kk = wordsOf('kk');

beforeEach(() => localStorage.clear());

const otherTab = new BroadcastChannel('bilig:record');
const heardByAll = () => new Promise((done) => setTimeout(done, 20));

const tried: AttemptState = { ...freshAttempt, phase: 'tried', used: 1, first: 0, best: 0, last: 0 };

describe('Choice', () => {
  test('right: says so, explains, and keeps it', async () => {
    const { view, status, pressButton, press, stored, text } = await renderExercise(exercises.one, az);
    expect(text()).not.toContain('Səbəb');
    await press(view.getByRole('radio', { name: 'İdarə' }));
    expect(await stored()).toMatchObject({ phase: 'open', response: ['office'] });
    await pressButton(az.check);
    expect(status()).toContain(az.right);
    expect(status()).toContain('Səbəb: İdarə');
    expect(text()).toContain('Səbəb: Mağaza');
    expect(await stored()).toMatchObject({ phase: 'right', used: 1, best: 1 });
  });

  test('wrong: gives the reason of the pick alone, the attempts left, and no key', async () => {
    const { view, status, pressButton, press, text } = await renderExercise(exercises.one, kk);
    await press(view.getByRole('radio', { name: 'Mağaza' }));
    await pressButton(kk.check);
    expect(status()).toContain(kk.wrong);
    expect(status()).toContain(kk.attemptsLeft.replace('{{count}}', '1'));
    expect(status()).toContain('Səbəb: Mağaza');
    expect(text()).not.toContain('Səbəb: İdarə');
    expect(view.getByRole('radio', { name: 'Mağaza' }).closest('.exercise-option')?.textContent).toContain(
      kk['marks.wrong'],
    );
  });

  test('the main button stays the same element through its three names, and keeps the focus', async () => {
    const { view, button, press } = await renderExercise(exercises.one, az);
    const main = button(az.check);
    await press(view.getByRole('radio', { name: 'Mağaza' }));
    await press(main);
    expect(button(az.retry)).toBe(main);
    await press(main);
    expect(button(az.check)).toBe(main);
    await press(main);
    expect(button(az.restart)).toBe(main);
    expect(document.activeElement).toBe(main);
  });

  test('nothing answered: says so and takes no attempt', async () => {
    const { status, pressButton, stored } = await renderExercise(exercises.one, az);
    await pressButton(az.check);
    expect(status()).toBe(az.empty);
    expect(await stored()).toBeNull();
  });

  test('hints come in steps, and the focus goes on when their button goes away', async () => {
    const { pressButton, button, text, view } = await renderExercise(exercises.one, az);
    await pressButton(az.hint);
    expect(text()).toContain('Başlığa bax.');
    expect(text()).not.toContain('Aşağıya bax.');
    expect(document.activeElement).toBe(button(az.hint));
    await pressButton(az.hint);
    expect(text()).toContain('Aşağıya bax.');
    expect(view.queryByRole('button', { name: az.hint })).toBeNull();
    expect(document.activeElement).toBe(button(az.check));
  });

  test('the answer can be asked for after an attempt, and the exercise started again in another order', async () => {
    const { view, pressButton, press, button, status, stored, text } = await renderExercise(exercises.one, az);
    const order = () => view.getAllByRole('radio').map((input) => (input as HTMLInputElement).value);
    const before = order();
    expect(view.queryByRole('button', { name: az.solution })).toBeNull();
    await press(view.getByRole('radio', { name: 'Mağaza' }));
    await pressButton(az.check);
    await pressButton(az.solution);
    expect(status()).toContain(az.shown);
    expect(text()).toContain('Səbəb: İdarə');
    expect(document.activeElement).toBe(button(az.restart));
    await pressButton(az.restart);
    expect(await stored()).toMatchObject({ phase: 'open', response: null, used: 0, first: 0, round: 1 });
    expect(order()).not.toEqual(before);
    expect(status()).toBe('');
    expect(view.queryByRole('radio', { checked: true })).toBeNull();
  });

  test('a press that comes before the stored answer checks it, once', async () => {
    const draft: AttemptState = { ...freshAttempt, response: ['office'] };
    let arrive = () => {};
    vi.spyOn(browserRecord, 'get').mockImplementationOnce((key) =>
      new Promise<void>((done) => (arrive = done)).then(() => browserRecord.get(key)),
    );
    const { pressButton, status, stored } = await renderExercise(exercises.one, kk, draft);
    await pressButton(kk.check);
    await pressButton(kk.check);
    expect(status()).toBe('');
    arrive();
    await rest();
    expect(status()).toContain(kk.right);
    expect(await stored()).toMatchObject({ phase: 'right', used: 1, response: ['office'] });
  });

  test('what is stored comes back, and is not announced as news', async () => {
    const { view, status, button } = await renderExercise(exercises.one, az, { ...tried, response: ['shop'] });
    expect(status()).toContain(az.wrong);
    expect(view.getByRole('status').getAttribute('aria-live')).toBe('off');
    expect((view.getByRole('radio', { name: 'Mağaza' }) as HTMLInputElement).checked).toBe(true);
    expect(button(az.retry)).toBeDefined();
  });

  test.each([
    ['of another form', 'office'],
    ['with unknown ids', ['nobody']],
    ['with parts', { a: 'b' }],
  ])('a stored response %s harms nothing', async (_, response) => {
    const { view, status } = await renderExercise(exercises.one, az, { ...tried, response });
    expect(status()).toContain(az.wrong);
    expect(view.queryByRole('radio', { checked: true })).toBeNull();
  });

  test('another tab’s answer is taken over while this one is at rest', async () => {
    const { view } = await renderExercise(exercises.one, az, { ...tried, response: ['shop'] });
    const state: AttemptState = { ...tried, phase: 'right', response: ['office'], best: 1, last: 1 };
    const value = formatAttempt({ signature: signatureOf(exercises.one), state, at: 2 });
    otherTab.postMessage({ key: attemptKey('c/m/l/one'), value });
    await heardByAll();
    expect(view.getByRole('status').textContent).toContain(az.right);
  });

  test('every change is told to the page', async () => {
    const heard = vi.fn();
    document.addEventListener('bilig:attempt', heard);
    const { view, press } = await renderExercise(exercises.one, az);
    expect(heard).not.toHaveBeenCalled();
    await press(view.getByRole('radio', { name: 'Mağaza' }));
    expect(heard.mock.calls.map(([event]) => (event as CustomEvent).detail as unknown)).toEqual([
      expect.objectContaining({ fullId: 'c/m/l/one' }),
    ]);
    document.removeEventListener('bilig:attempt', heard);
  });
});

describe('an exercise after several rounds', () => {
  const earlier: AttemptState = { ...tried, phase: 'shown', used: 2, first: 0.5, best: 1, last: 0.5, round: 2 };

  test('tells the best answer so far apart from the last one', async () => {
    const { status } = await renderExercise(exercises.several, kk, { ...earlier, response: ['office'] });
    expect(status()).toContain(kk.scores.replace('{{best}}', '100').replace('{{last}}', '50'));
  });

  test('says nothing of it where none was better, and while it is being answered', async () => {
    const best = await renderExercise(exercises.several, az, { ...earlier, best: 0.5, response: ['office'] });
    const [before = ''] = az.scores.split('{{');
    expect(best.status()).not.toContain(before);
    best.leave();
    const open = await renderExercise(exercises.several, az, { ...earlier, phase: 'open', used: 0, response: null });
    expect(open.text()).not.toContain(before);
  });

  test('an order is never offered in its own answer, nor as it stood in the round before', async () => {
    const shown = async (round: number) => {
      const state: AttemptState = { ...earlier, phase: 'open', used: 0, response: null, round };
      const { container, leave } = await renderExercise(exercises.order, az, state);
      const steps = [...container.querySelectorAll('.exercise-step > :first-child')].map((step) => step.textContent);
      leave();
      return steps.join();
    };
    const rounds: string[] = [];
    for (let round = 0; round < 8; round++) rounds.push(await shown(round));
    expect(rounds).not.toContain('Dayan,Axtar,Qərar ver');
    expect(rounds.filter((order, round) => order === rounds[round - 1])).toEqual([]);
  });
});

describe('an exercise that its author has edited between two visits', () => {
  const state: AttemptState = { ...tried, response: ['shop'] };
  const reasons: Option = { id: 'rumour', content: { html: 'Şayiə', text: 'Şayiə' }, reason: { html: 'R', text: 'R' } };

  /** What is on the screen on the second visit: the words picked, and how far the learner had come. */
  async function visit(edited: Exercise) {
    const { leave } = await renderExercise(exercises.one, az, state);
    leave();
    const { view, status } = await renderExercise(edited, az);
    const picked = view.queryByRole('radio', { checked: true })?.closest('label')?.textContent.trim() ?? null;
    return { picked, status: status() };
  }

  test('keeps the answer at its option where options are turned round or reworded', async () => {
    const turned = [...exercises.one.options].reverse();
    expect(await visit({ ...exercises.one, options: turned })).toEqual({
      picked: 'Mağaza',
      status: expect.stringContaining(az.wrong) as string,
    });
    const reworded = exercises.one.options.map((option) =>
      option.id === 'shop' ? { ...option, content: { html: 'Dükan', text: 'Dükan' } } : option,
    );
    expect(await visit({ ...exercises.one, options: reworded })).toMatchObject({ picked: 'Dükan' });
  });

  test.each<[string, Exercise]>([
    ['an option is added', { ...exercises.one, options: [reasons, ...exercises.one.options] }],
    ['an option is deleted', { ...exercises.one, options: exercises.one.options.slice(1) }],
    ['another option is right', { ...exercises.one, key: ['shop'] }],
    ['several can be picked', { ...exercises.one, many: true }],
  ])('asks again where %s', async (_, edited) => {
    expect(await visit(edited)).toEqual({ picked: null, status: '' });
  });
});

describe('Choice with the question how sure the learner is', () => {
  const more = { html: '<p>Uzun izah.</p>', text: 'Uzun izah.' };
  const sure: Exercise = { ...exercises.one, confidence: true, more };

  test('certain and wrong: the fuller reason at once; the score is the same as without', async () => {
    const { view, status, press, pressButton, stored } = await renderExercise(sure, az);
    await press(view.getByRole('radio', { name: 'Mağaza' }));
    await press(view.getByRole('radio', { name: az['sure.3'] }));
    await pressButton(az.check);
    expect(status()).toContain(az['sure.wrong']);
    expect(status()).toContain('Uzun izah.');
    expect(await stored()).toMatchObject({ confidence: 3, last: 0 });
  });

  test('guessing and wrong: the fuller reason waits for the answer', async () => {
    const { view, status, press, pressButton } = await renderExercise(sure, kk);
    await press(view.getByRole('radio', { name: 'Mağaza' }));
    await press(view.getByRole('radio', { name: kk['sure.1'] }));
    await pressButton(kk.check);
    expect(status()).not.toContain(kk['sure.wrong']);
    expect(status()).not.toContain('Uzun izah.');
    await pressButton(kk.solution);
    expect(status()).toContain('Uzun izah.');
  });

  test('may stay unsaid', async () => {
    const { view, status, press, pressButton, stored } = await renderExercise(sure, az);
    await press(view.getByRole('radio', { name: 'İdarə' }));
    await pressButton(az.check);
    expect(status()).toContain(az.right);
    expect(await stored()).toMatchObject({ confidence: null, best: 1 });
  });
});

describe('Choice of several', () => {
  test('partly right: counts, marks the picks and explains those only', async () => {
    const { view, status, pressButton, press, text } = await renderExercise(exercises.several, az);
    await press(view.getByRole('checkbox', { name: 'Mağaza' }));
    await press(view.getByRole('checkbox', { name: 'Bəyənmələr' }));
    await pressButton(az.check);
    expect(status()).toContain(az.partly.replace('{{score}}', '1').replace('{{max}}', '2'));
    expect(text()).toContain('Səbəb: Mağaza');
    expect(text()).not.toContain('Səbəb: İdarə');
    await pressButton(az.solution);
    const missed = view.getByRole('checkbox', { name: 'İdarə' }).closest('.exercise-option');
    expect(missed?.textContent).toContain(az['marks.missed']);
  });

  test('right, and the options are closed', async () => {
    const { view, status, pressButton, press, stored } = await renderExercise(exercises.several, az);
    await press(view.getByRole('checkbox', { name: 'İdarə' }));
    await press(view.getByRole('checkbox', { name: 'Mağaza' }));
    await pressButton(az.check);
    expect(status()).toContain(az.right);
    expect(new Set((await stored())?.response as string[])).toEqual(new Set(['office', 'shop']));
    expect(view.getAllByRole('checkbox').every((box) => (box as HTMLInputElement).disabled)).toBe(true);
  });
});

describe('Verdict', () => {
  test('takes a missing label from the interface; certain and wrong has words of its own', async () => {
    const { view, status, pressButton, press, stored } = await renderExercise(exercises.verdict, kk);
    expect(view.getByRole('radio', { name: kk['verdict.true'] })).toBeDefined();
    await press(view.getByRole('radio', { name: 'Xeyr, aldadır' }));
    await press(view.getByRole('radio', { name: kk['sure.3'] }));
    await pressButton(kk.check);
    expect(status()).toContain(kk['sure.wrong']);
    expect(await stored()).toMatchObject({ response: 'false', confidence: 3 });
    await pressButton(kk.retry);
    await press(view.getByRole('radio', { name: kk['verdict.true'] }));
    await pressButton(kk.check);
    expect(status()).toContain(kk.right);
    expect(status()).not.toContain(kk['sure.wrong']);
  });

  test('needs no confidence, but an answer', async () => {
    const { view, status, pressButton, press } = await renderExercise(exercises.verdict, az);
    await press(view.getByRole('radio', { name: az['sure.1'] }));
    await pressButton(az.check);
    expect(status()).toBe(az.empty);
  });
});

describe('Match', () => {
  const choose = async (select: HTMLElement, partner: string) => {
    const option = [...(select as HTMLSelectElement).options].find(({ text }) => text === partner);
    await fireEvent.change(select, { target: { value: option?.value } });
  };

  test('no attribute of the selections tells which partner belongs to which item', async () => {
    const { view } = await renderExercise(exercises.match, az);
    for (const select of view.getAllByRole('combobox')) {
      const values = [...(select as HTMLSelectElement).options].map(({ value }) => value);
      expect(values).toEqual(['', '0', '1', '2']);
    }
  });

  test('incomplete: says so; partly: marks without the key; then right', async () => {
    const { view, status, pressButton, stored, text } = await renderExercise(exercises.match, az);
    await pressButton(az.check);
    expect(status()).toBe(az.empty);
    await choose(view.getByRole('combobox', { name: 'Kim?' }), 'Künye');
    await pressButton(az.check);
    expect(status()).toBe(az.incomplete);
    await choose(view.getByRole('combobox', { name: 'Nə vaxt?' }), 'İzləyicilər');
    await pressButton(az.check);
    expect(await stored()).toMatchObject({ used: 1, response: { who: 'who', when: 'spare' } });
    expect(status()).toContain(az.partly.replace('{{score}}', '1').replace('{{max}}', '2'));
    expect(text()).toContain('Səbəb: Kim?');
    expect(text()).not.toContain('Səbəb: Nə vaxt?');
    await choose(view.getByRole('combobox', { name: 'Nə vaxt?' }), 'Tarix');
    await pressButton(az.check);
    expect(status()).toContain(az.right);
  });

  test('restored and given up: names the partner', async () => {
    const response = { who: 'when', when: 'spare', gone: 'x' };
    const { view, pressButton, status } = await renderExercise(exercises.match, az, { ...tried, response });
    expect((view.getByRole('combobox', { name: 'Kim?' }) as HTMLSelectElement).selectedOptions[0]?.text).toBe('Tarix');
    await pressButton(az.solution);
    expect(status()).toContain(az.shown);
    expect(view.getByText(`${az.answer}: Künye`)).toBeDefined();
  });
});

describe('Categorise', () => {
  test('asks card by card, not in the order of the groups; says where a card belongs only at the end', async () => {
    const { view, status, pressButton, press, text, container } = await renderExercise(exercises.categorise, kk);
    const cards = [...container.querySelectorAll('.exercise-part-text')].map(({ textContent }) => textContent);
    expect(cards).not.toEqual(exercises.categorise.cards.map(({ content }) => content.text));
    const pick = (card: string, group: string) => {
      const radios = view.getByRole('radiogroup', { name: card }).querySelectorAll('input');
      const place = exercises.categorise.groups.findIndex(({ content }) => content.text === group);
      return press(radios[place] as HTMLElement);
    };
    await pick('Körpü bağlanır', 'Xəbər');
    await pressButton(kk.check);
    expect(status()).toBe(kk.incomplete);
    await pick('Quyu təmizlənir', 'Rəy');
    await pick('Körpü çirkindir', 'Xəbər');
    await pressButton(kk.check);
    expect(status()).toContain(kk.partly.replace('{{score}}', '1').replace('{{max}}', '3'));
    expect(text()).not.toContain(kk['marks.belongs'].replace('{{group}}', 'Rəy'));
    expect(text()).not.toContain('Səbəb: Quyu təmizlənir');
    await pick('Quyu təmizlənir', 'Xəbər');
    await pressButton(kk.check);
    expect(status()).toContain(kk.shown);
    expect(text()).toContain(kk['marks.belongs'].replace('{{group}}', 'Rəy'));
    await pressButton(kk.restart);
    expect(view.queryByRole('radio', { checked: true })).toBeNull();
  });
});

describe('Order', () => {
  const shown = (container: HTMLElement) =>
    [...container.querySelectorAll('.exercise-step > :first-child')].map(({ textContent }) => textContent);

  test('moves by buttons, keeps the focus, tells the place; untouched it is no answer', async () => {
    const { container, button, press, pressButton, status, text, stored } = await renderExercise(exercises.order, az);
    const first = shown(container);
    expect(first).not.toEqual(['Dayan', 'Axtar', 'Qərar ver']);
    await pressButton(az.check);
    expect(status()).toBe(az.empty);
    const item = first[1] ?? '';
    const up = button(az.up.replace('{{item}}', item));
    await press(up);
    expect(shown(container)).toEqual([first[1], first[0], first[2]]);
    expect(document.activeElement).toBe(up);
    const place = az.moved.replace('{{item}}', item).replace('{{position}}', '1').replace('{{total}}', '3');
    expect(text()).toContain(place);
    expect(up.getAttribute('aria-disabled')).toBe('true');
    const before = await stored();
    await press(up);
    expect(await stored()).toEqual(before);
  });

  test('restored: right at the last move; other steps keep their reasons to themselves', async () => {
    const response = ['decide', 'search', 'stop'];
    const { container, button, press, pressButton, status, text } = await renderExercise(exercises.order, az, {
      ...tried,
      response,
    });
    expect(shown(container)).toEqual(['Qərar ver', 'Axtar', 'Dayan']);
    expect(text()).toContain('Səbəb: Axtar');
    expect(text()).not.toContain('Səbəb: Dayan');
    await press(button(az.up.replace('{{item}}', 'Dayan')));
    await press(button(az.up.replace('{{item}}', 'Dayan')));
    await press(button(az.up.replace('{{item}}', 'Axtar')));
    await pressButton(az.check);
    expect(status()).toContain(az.right);
    expect(text()).toContain('Səbəb: Dayan');
  });

  test('a stored order of other steps is filled up', async () => {
    const { container } = await renderExercise(exercises.order, az, { ...tried, response: ['gone', 'stop', 'stop'] });
    expect(shown(container)[0]).toBe('Dayan');
    expect(shown(container)).toHaveLength(3);
  });
});

describe('ShortAnswer', () => {
  test('Enter checks; a foreseen wrong answer has its own reason', async () => {
    const { view, status, stored } = await renderExercise(exercises.shortAnswer, az);
    const field = view.getByRole('textbox', { name: az.yourAnswer });
    await fireEvent.input(field, { target: { value: 'YAXIN OXU' } });
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(status()).toContain('Bu, səhifədə qalmaqdır.');
    expect(status()).not.toContain('yanaşı oxu');
    expect(await stored()).toMatchObject({ response: 'YAXIN OXU', used: 1 });
  });

  test('right without its marks: shows how it is written', async () => {
    const { view, status, pressButton } = await renderExercise(exercises.shortAnswer, az);
    await fireEvent.input(view.getByRole('textbox'), { target: { value: 'yanasi oxu' } });
    await pressButton(az.check);
    expect(status()).toContain(az.right);
    expect(status()).toContain(az.spelling.replace('{{answer}}', 'yanaşı oxu'));
  });

  test('blank is no answer; two wrong ones show it', async () => {
    const { view, status, pressButton } = await renderExercise(exercises.shortAnswer, az);
    await fireEvent.input(view.getByRole('textbox'), { target: { value: '  ' } });
    await pressButton(az.check);
    expect(status()).toBe(az.empty);
    await fireEvent.input(view.getByRole('textbox'), { target: { value: 'başqa' } });
    await pressButton(az.check);
    expect(status()).toContain('İstiqaməti düşün.');
    await pressButton(az.retry);
    await pressButton(az.check);
    expect(status()).toContain(`${az.answer}: yanaşı oxu`);
    expect(status()).toContain('Yanlara baxırıq.');
  });

  test('what was right in another language stays right', async () => {
    const state: AttemptState = { ...tried, phase: 'right', response: 'lateral reading', first: 1, best: 1, last: 1 };
    const { status } = await renderExercise(exercises.shortAnswer, az, state);
    expect(status()).toContain(az.right);
    expect(status()).toContain('yanaşı oxu');
  });
});

test('what an island is given is plain JSON, and words come from the text around it', async () => {
  const props = islandProps(exercises.match, { verdict: { true: '', false: '', unsure: '' } });
  expect(JSON.parse(JSON.stringify(props))).toEqual(props);
  expect(Object.keys(props)).not.toContain('words');
  const { button } = await renderExercise(exercises.match, kk);
  expect(button(kk.check)).toBeDefined();
});
