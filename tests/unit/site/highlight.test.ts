import { freshAttempt, type AttemptState, type HighlightExercise } from '#exercise';
import { fireEvent } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import { wordsOf } from './exercises.ts';
import { renderExercise } from './render-exercise.ts';
import { base, cut, group, rich } from './spans.ts';

const az = wordsOf('az');
const kk = wordsOf('kk');
const own = az.own.highlight;

const fair = [
  cut(
    '[Gecə yarısına qədər tələsin](#midnight): bazar [bazar ertəsi](#monday) açılır, [hamı artıq bilir](#everybody).',
  ),
];
const several: HighlightExercise = {
  ...base,
  type: 'highlight',
  id: 'bazar',
  locale: 'az',
  prompt: rich('Təsir edən sözləri işarələyin.'),
  passage: fair,
  ...group(fair, [
    {
      id: 'pressure',
      name: 'Vaxtla sıxmaq',
      sought: true,
      reasons: { midnight: 'Səbəb: gecə yarısından sonra nə olacaq?' },
    },
    { id: 'crowd', name: 'Hamı belə edir', sought: true, reasons: { everybody: 'Səbəb: kim sayıb?' } },
    { id: 'plain', name: 'Sadə məlumat', sought: false, reasons: { monday: 'Səbəb: hər kəs özü yoxlaya bilər.' } },
  ]),
};

const market = [cut('[Түн ортасына дейін үлгеріңіз](#midnight): жәрмеңке [дүйсенбіде](#monday) ашылады.')];
const single: HighlightExercise = {
  ...several,
  id: 'khat',
  locale: 'kk',
  prompt: rich('Асықтыратын сөздерді белгілеңіз.'),
  passage: market,
  ...group(market, [
    {
      id: 'pressure',
      name: 'Уақытпен қысу',
      sought: true,
      reasons: { midnight: 'Себебі: кейін не болатыны айтылмаған.' },
    },
    { id: 'plain', name: 'Жай хабар', sought: false, reasons: { monday: 'Себебі: күні айтылған, тексеруге болады.' } },
  ]),
};

const words = {
  midnight: 'Gecə yarısına qədər tələsin',
  monday: 'bazar ertəsi',
  everybody: 'hamı artıq bilir',
};
const tried: AttemptState = { ...freshAttempt, phase: 'tried', used: 1, first: 0, best: 0, last: 0 };

async function open(exercise = several, stored?: AttemptState) {
  const rendered = await renderExercise(exercise, exercise === single ? kk : az, stored);
  const span = (name: string) => rendered.view.getByRole('checkbox', { name }) as HTMLInputElement;
  return {
    ...rendered,
    span,
    mark: (name: string) => rendered.press(span(name)),
    name: async (span: string, name: string) => {
      const select = rendered.view.getByRole('combobox', { name: span }) as HTMLSelectElement;
      const option = [...select.options].find(({ text }) => text === name);
      await fireEvent.change(select, { target: { value: option?.value } });
      await tick();
    },
  };
}

beforeEach(() => localStorage.clear());

describe('Highlight', () => {
  test('reads as its text, whose words are check boxes among it, without spaces that are not there', async () => {
    const { container, view } = await open();
    expect(container.querySelector('.span-text')?.textContent.replace(/\s+/gu, ' ').trim()).toBe(
      'Gecə yarısına qədər tələsin: bazar bazar ertəsi açılır, hamı artıq bilir.',
    );
    expect(view.getAllByRole('checkbox')).toHaveLength(3);
    expect(view.queryByRole('combobox')).toBeNull();
  });

  test('before it is checked, neither text nor attributes tell what is harmless, or which name belongs where', async () => {
    const { container, mark } = await open();
    const first = container.innerHTML;
    for (const secret of ['Səbəb', 'Sadə məlumat', 'plain', 'pressure', 'crowd', 'midnight', 'monday']) {
      expect(first).not.toContain(secret);
    }
    await mark(words.monday);
    await mark(words.midnight);
    for (const select of container.querySelectorAll('select')) {
      expect([...select.options].map(({ value }) => value)).toEqual(['', '0', '1']);
    }
    expect(container.innerHTML).not.toMatch(/pressure|crowd|plain|Səbəb/u);
  });

  test('marks, counts aloud, asks for names, and is not checked while one is missing', async () => {
    const { container, mark, name, pressButton, status, stored, span } = await open();
    const count = container.querySelector('.span-count');
    await pressButton(az.check);
    expect(status()).toBe(az.empty);
    await mark(words.midnight);
    expect(count?.getAttribute('aria-live')).toBe('polite');
    expect(count?.textContent).toContain(own.marked.replace('{{count}}', '1'));
    expect(count?.textContent).toContain(own.name);
    await pressButton(az.check);
    expect(status()).toBe(az.incomplete);
    await name(words.midnight, 'Vaxtla sıxmaq');
    expect(count?.textContent).not.toContain(own.name);
    expect(await stored()).toMatchObject({ used: 0, response: { midnight: 'pressure' } });
    await mark(words.midnight);
    expect(span(words.midnight).checked).toBe(false);
    expect((await stored())?.response).toEqual({});
  });

  test('wrong: says apart what was found, named and needless, and explains what is right alone', async () => {
    const { mark, name, pressButton, status, text } = await open();
    for (const span of Object.values(words)) await mark(span);
    await name(words.midnight, 'Vaxtla sıxmaq');
    await name(words.monday, 'Hamı belə edir');
    await name(words.everybody, 'Vaxtla sıxmaq');
    await pressButton(az.check);
    const said = [
      az.wrong,
      own.found.replace('{{count}}', '2').replace('{{total}}', '2'),
      own.named.replace('{{count}}', '1'),
      own.excess.replace('{{count}}', '1'),
      az.attemptsLeft.replace('{{count}}', '2'),
    ];
    expect(status()).toBe(said.join(' '));
    expect(text()).toContain('gecə yarısından sonra');
    expect(text()).not.toContain('kim sayıb');
    expect(text()).not.toContain('özü yoxlaya bilər');
    expect(text()).toContain(own.misnamed);
    expect(text()).toContain(own.unneeded);
    expect(text()).not.toContain('Sadə məlumat');
  });

  test('right: says so, and explains every span, the harmless ones too', async () => {
    const { mark, name, pressButton, status, text, span, stored } = await open();
    await mark(words.midnight);
    await mark(words.everybody);
    await name(words.midnight, 'Vaxtla sıxmaq');
    await name(words.everybody, 'Hamı belə edir');
    await pressButton(az.check);
    expect(status()).toBe(az.right);
    expect(text()).toContain('özü yoxlaya bilər');
    expect(text()).toContain(az['marks.belongs'].replace('{{group}}', 'Sadə məlumat'));
    expect(span(words.midnight).disabled).toBe(true);
    expect(await stored()).toMatchObject({ phase: 'right', best: 1 });
  });

  test('restored and given up: shows what was missed', async () => {
    const { pressButton, status, container, span } = await open(several, { ...tried, response: { midnight: 'crowd' } });
    expect(span(words.midnight).checked).toBe(true);
    expect(container.querySelector('.span-count')?.getAttribute('aria-live')).toBe('off');
    await pressButton(az.solution);
    expect(status()).toBe(az.shown);
    const rows = [...container.querySelectorAll('.span-rows > li')].map(({ textContent }) => textContent);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain(az['marks.belongs'].replace('{{group}}', 'Vaxtla sıxmaq'));
    expect(rows[2]).toContain(az['marks.missed']);
    await pressButton(az.restart);
    expect(span(words.midnight).checked).toBe(false);
  });

  test.each([
    ['of another form', 'midnight'],
    ['with a list', ['midnight']],
    ['with unknown ids', { gone: 'pressure', midnight: 'gone', monday: 'plain' }],
  ])('a stored response %s harms nothing', async (_, response) => {
    const { view, mark, span } = await open(several, { ...tried, response });
    expect(view.queryByRole('checkbox', { checked: true })).toBeNull();
    await mark(words.everybody);
    expect(span(words.everybody).checked).toBe(true);
  });

  test('with one technique only marks: nothing is to be named', async () => {
    const { mark, pressButton, status, stored, view, text } = await open(single);
    await mark('дүйсенбіде');
    expect(view.queryByRole('combobox')).toBeNull();
    await pressButton(kk.check);
    expect(status()).toContain(kk.own.highlight.found.replace('{{count}}', '0').replace('{{total}}', '1'));
    expect(status()).not.toContain(kk.own.highlight.named.replace('{{count}}', '0'));
    expect(text()).toContain(kk.own.highlight.unneeded);
    await mark('дүйсенбіде');
    await mark('Түн ортасына дейін үлгеріңіз');
    await pressButton(kk.check);
    expect(status()).toBe(kk.right);
    expect((await stored())?.response).toEqual({ midnight: 'pressure' });
    expect(text()).toContain('Себебі: күні айтылған');
  });
});
