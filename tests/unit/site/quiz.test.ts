import { freshAttempt, signatureOf, type AttemptState, type Discernment, type Exercise } from '#exercise';
import { attemptKey, formatAttempt, parseAttempt } from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import type { Locale } from '#language';
import { cleanup, render, within } from '@testing-library/svelte';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { fill } from '../../../src/site/islands/feedback.ts';
import QuizSummary from '../../../src/site/islands/QuizSummary.svelte';
import type { DiscernmentWords, OwnWords } from '../../../src/site/view/exercise-words.ts';
import type { QuizPartProps, QuizProps } from '../../../src/site/view/quiz-view.ts';
import { exercises, wordsOf } from './exercises.ts';
import { renderExercise, rest } from './render-exercise.ts';

interface Interface {
  readonly exercise: { readonly own: { readonly quiz: OwnWords['quiz'] }; readonly discernment: DiscernmentWords };
  readonly skill: Readonly<Record<string, string>>;
}

function interfaceOf(locale: Locale): Interface {
  const file = resolve(import.meta.dirname, `../../../content/interface/${locale}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Interface;
}

beforeEach(() => {
  cleanup();
  localStorage.clear();
});

const see = (section: string | null, lesson: string | null = null) => ({ href: '../check/#one', section, lesson });

function part(exercise: Exercise, number: number, more: Partial<QuizPartProps> = {}): QuizPartProps {
  return {
    id: exercise.id,
    counts: true,
    skills: ['LAT'],
    fullId: `c/m/l/${exercise.id}`,
    signature: signatureOf(exercise),
    title: `Tapşırıq ${number}`,
    see: see('Niyə yana oxuyuruq'),
    ...more,
  };
}

const parts = [
  part(exercises.one, 1),
  part(exercises.order, 2, { skills: ['EVI'], see: see('Izi izləyin', 'Mənbəyə qayıdın') }),
  part(exercises.verdict, 3, { skills: ['LAT', 'EVI'], see: null }),
];

function keep({ fullId, signature }: QuizPartProps, state: AttemptState) {
  return browserRecord.update(attemptKey(fullId), () => formatAttempt({ signature, state, at: 1 }));
}

function checked(last: number, more: Partial<AttemptState> = {}): AttemptState {
  const phase = last === 1 ? 'right' : 'shown';
  return { ...freshAttempt, phase, response: [], used: 1, first: last, best: last, last, ...more };
}

const counts = (hits: number, falseAlarms: number): Discernment => ({ hits, falseAlarms, misleading: 3, sound: 3 });
const judged = (last: number, kept: Discernment) => checked(last, { discernment: { first: kept, last: kept } });

/** Renders the summary below what stands in the page already. */
async function renderSummary(locale: Locale, given: Partial<QuizProps> = {}) {
  const { exercise, skill } = interfaceOf(locale);
  const words = exercise.own.quiz;
  const section = document.createElement('section');
  const title = document.createElement('h3');
  section.dataset['quiz'] = '';
  title.dataset['quizTitle'] = '';
  title.tabIndex = -1;
  section.append(title);
  document.body.append(section);
  const props: QuizProps = { pass: 0.66, parts, skills: skill, words, discernment: exercise.discernment, ...given };
  const { container } = render(QuizSummary, { target: section, props });
  await rest();
  const view = within(container);
  return {
    view,
    words,
    skill,
    discernment: exercise.discernment,
    title,
    text: () => container.textContent.replace(/\s+/gu, ' '),
    status: () => view.getByRole('status').textContent.replace(/\s+/gu, ' ').trim(),
    answered: (done: number, total: number) => fill(words.answered, { done, total }),
    scored: (score: number, pass = 66) =>
      fill(words.score, {
        score: fill(words.percent, { score }),
        pass: fill(words.percent, { score: pass }),
      }),
    restart: async () => {
      view.getByRole('button', { name: words.restart }).click();
      await rest();
    },
  };
}

describe('the summary of a quiz', () => {
  test('says what to expect before anything is answered, and has nothing to start again', async () => {
    const { text, words, answered, status, view } = await renderSummary('kk');
    expect(text()).toContain(answered(0, 3));
    expect(text()).toContain(words.expect);
    expect(status()).toBe('');
    expect(view.queryByRole('button')).toBeNull();
    expect(view.queryByRole('link')).toBeNull();
  });

  test('follows the exercises of its page as they are answered', async () => {
    const { view, press, pressButton } = await renderExercise(exercises.one, wordsOf('az'));
    const summary = await renderSummary('az');
    await press(view.getByRole('radio', { name: 'İdarə' }));
    expect(summary.text()).toContain(summary.answered(0, 3));
    await pressButton(wordsOf('az').check);
    await rest();
    expect(summary.text()).toContain(summary.answered(1, 3));
    expect(summary.text()).toContain(summary.words.expect);
    expect(summary.status()).toBe('');
  });

  test('complete: passed, told by a region that is read out only when something happens', async () => {
    for (const one of parts) await keep(one, checked(1));
    const { status, words, scored, view, text } = await renderSummary('az');
    expect(status()).toBe(`${words.passed} ${scored(100)}`);
    expect(view.getByRole('status').getAttribute('aria-live')).toBe('off');
    expect(text()).not.toContain(words.missed);
    document.dispatchEvent(new CustomEvent('bilig:attempt'));
    await rest();
    expect(view.getByRole('status').getAttribute('aria-live')).toBe('polite');
  });

  test('not passed: leads back to each exercise that was missed and to the section that explains it', async () => {
    const [one, order, verdict] = parts as [QuizPartProps, QuizPartProps, QuizPartProps];
    await keep(one, checked(0));
    await keep(order, checked(0.5));
    await keep(verdict, checked(1));
    const { status, words, scored, view, text } = await renderSummary('tr');
    expect(status()).toBe(`${words.failed} ${scored(50)}`);
    expect(text()).toContain('%50');
    expect(view.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Tapşırıq 1', '#one'],
      ['Niyə yana oxuyuruq', '../check/#one'],
      ['Tapşırıq 2', '#order'],
      ['Izi izləyin', '../check/#one'],
    ]);
    expect(text()).toContain('Mənbəyə qayıdın');
  });

  test('names a section that is not known here, and leaves out a link that nobody gave', async () => {
    const unknown = [part(exercises.one, 1, { see: see(null) }), part(exercises.verdict, 2, { see: null })];
    for (const one of unknown) await keep(one, checked(0));
    const { view, words } = await renderSummary('ky', { parts: unknown });
    expect(view.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Tapşırıq 1',
      words.section,
      'Tapşırıq 2',
    ]);
  });

  test('sums up by skill, or not at all where that would repeat the total', async () => {
    const [one, order, verdict] = parts as [QuizPartProps, QuizPartProps, QuizPartProps];
    await keep(one, checked(1));
    await keep(order, checked(0.5));
    await keep(verdict, checked(0));
    const { view, words, skill } = await renderSummary('uz');
    const items = view.getAllByRole('listitem').map((item) => item.textContent.replace(/\s+/gu, ' ').trim());
    expect(items.slice(0, 2)).toEqual([
      `${skill['LAT']} ${fill(words.percent, { score: 50 })}`,
      `${skill['EVI']} ${fill(words.percent, { score: 25 })}`,
    ]);
    cleanup();
    const { text } = await renderSummary('uz', { skills: {} });
    expect(text()).not.toContain(words.skills);
  });

  test('a score that is high enough does not pass by suspicion alone: the rule is said, and both bars are shown', async () => {
    const [one, order, verdict] = parts as [QuizPartProps, QuizPartProps, QuizPartProps];
    await keep(one, checked(1));
    await keep(order, checked(1));
    await keep(verdict, judged((1 + 1 / 3) / 2, counts(3, 2)));
    const { status, text, words, discernment, scored } = await renderSummary('kk');
    expect(status()).toBe(`${words.failed} ${scored(88)} ${discernment.rule}`);
    expect(text()).toContain(fill(discernment.caught, { count: 3, total: 3 }));
    expect(text()).toContain(fill(discernment.trusted, { count: 1, total: 3 }));
    expect(text()).toContain(discernment.suspicious);
  });

  test('nobody reads the share that was asked for and has not passed', async () => {
    const two = parts.slice(0, 2);
    await keep(two[0] as QuizPartProps, checked(1));
    await keep(two[1] as QuizPartProps, checked(0.319));
    const { status, scored, words } = await renderSummary('ru', { parts: two });
    expect(status()).toBe(`${words.failed} ${scored(65)}`.replace(/\s+/gu, ' '));
  });

  test('tells of better answers of an earlier round', async () => {
    for (const one of parts) await keep(one, checked(0.5, { best: 1, round: 1 }));
    const { text, words } = await renderSummary('en');
    expect(text()).toContain(fill(words.best, { score: fill(words.percent, { score: 100 }) }));
  });

  test.each([
    ['damaged', '{"signature":"s","state":{"phase":"right"'],
    ['of another form', '[1]'],
    ['given to another question', formatAttempt({ signature: 'other', state: checked(1), at: 1 })],
  ])('work that is %s is set aside', async (_, json) => {
    for (const { fullId } of parts) await browserRecord.update(attemptKey(fullId), () => json);
    const { text, answered } = await renderSummary('az');
    expect(text()).toContain(answered(0, 3));
  });

  test('takes over what another tab has answered', async () => {
    const { text, answered } = await renderSummary('az');
    const [one] = parts as [QuizPartProps];
    await keep(one, checked(1));
    await rest();
    expect(text()).toContain(answered(1, 3));
  });
});

describe('starting the whole set again', () => {
  test('opens the exercises in the page anew, keeps the best scores and begins at the title', async () => {
    const az = wordsOf('az');
    const { view, button } = await renderExercise(exercises.one, az, {
      ...checked(0, { best: 1, round: 1 }),
      response: ['shop'],
    });
    const order = () => view.getAllByRole('radio').map((input) => (input as HTMLInputElement).value);
    const status = () => view.getByRole('status').textContent.trim();
    const before = order();
    expect(status()).toContain(az.shown);
    const summary = await renderSummary('az');
    await summary.restart();
    expect(status()).toBe('');
    expect(view.queryByRole('radio', { checked: true })).toBeNull();
    expect(order()).not.toEqual(before);
    expect(button(az.check)).toBeDefined();
    const [one] = parts as [QuizPartProps];
    expect(parseAttempt(await browserRecord.get(attemptKey(one.fullId)), one.signature)).toMatchObject({
      phase: 'open',
      response: null,
      used: 0,
      best: 1,
      last: 0,
      round: 2,
    });
    expect(document.activeElement).toBe(summary.title);
    expect(summary.status()).toBe(summary.words.restarted);
    expect(summary.text()).toContain(summary.answered(0, 3));
    expect(summary.view.queryByRole('button')).toBeNull();
  });

  test('clears answers that were not checked, and leaves exercises alone that nobody has touched', async () => {
    const [one, order] = parts as [QuizPartProps, QuizPartProps];
    await keep(one, { ...freshAttempt, response: ['shop'], hints: 2 });
    await keep(order, checked(1));
    const { restart } = await renderSummary('kk');
    await restart();
    expect(parseAttempt(await browserRecord.get(attemptKey(one.fullId)), one.signature)).toEqual({
      ...freshAttempt,
      round: 1,
    });
    expect(await browserRecord.get(attemptKey('c/m/l/verdict'))).toBeNull();
  });

  test('leaves what does not count as it is, above all a text of one’s own', async () => {
    const own = part(exercises.shortAnswer, 4, { counts: false });
    const state = checked(1, { response: 'Менің ойым' });
    const all = [...parts, own];
    for (const one of all) await keep(one, state);
    const { restart } = await renderSummary('kk', { parts: all });
    await restart();
    expect(parseAttempt(await browserRecord.get(attemptKey(own.fullId)), own.signature)).toEqual(state);
  });
});
