import { describe, expect, test } from 'vitest';
import { element, paragraph, strong, wordsOf, writeNodes, type Markup } from '#packaging';
import { readNotes } from '../../../src/teaching/notes.ts';
import { nameMinutes } from './kits.ts';

const labelled = (label: string, ...text: Markup) => paragraph([strong(label), ' ', ...text]);
const inKazakh = (count: number) => nameMinutes('kk', count);

describe('a note for trainers', () => {
  test.each([
    ['en', '(7 minutes)', '(1 minute)'],
    ['az', '(7 dəqiqə)', '(1 dəqiqə)'],
    ['kk', '(7 минут)', '(1 минут)'],
    ['ky', '(7 мүнөт)', '(1 мүнөт)'],
    ['ru', '(7 минут)', '(1 минута)'],
    ['tr', '(7 dakika)', '(1 dakika)'],
    ['uz', '(7 daqiqa)', '(1 daqiqa)'],
  ] as const)('has its steps where the interface’s own words say how long they take: %s', (locale, seven, one) => {
    const [piece] = readNotes([[labelled('Ә.', `Ağ ${seven}. Ög ${one}!`)]], (count) => nameMinutes(locale, count));
    expect(piece?.role).toBe('variant');
    expect(piece?.steps.map(({ minutes, text }) => [minutes, wordsOf(text)])).toEqual([
      [7, 'Ağ.'],
      [1, 'Ög!'],
    ]);
  });

  test('falls into pieces by the words in bold with which its paragraphs begin', () => {
    const pieces = readNotes(
      [
        [
          labelled('Талқылау.', 'Кім?'),
          '\n',
          labelled('Нұсқа.', 'Сөйлем (2 минут). ', element('em', {}, ['Екінші']), ' (3 минут)? Соңында.'),
          paragraph('Жалғасы.'),
          labelled('Назар.', 'Абай болыңыз.'),
        ],
      ],
      inKazakh,
    );
    expect(pieces.map(({ role, label }) => [role, wordsOf(label)])).toEqual([
      ['discussion', 'Талқылау'],
      ['variant', 'Нұсқа'],
      ['advice', 'Назар'],
    ]);
    const variant = pieces[1];
    expect(variant?.steps.map(({ text }) => writeNodes(text, 'html'))).toEqual(['Сөйлем.', '<em>Екінші</em>?']);
    expect(wordsOf(variant?.rest ?? [])).toBe('Соңында. Жалғасы.');
    expect(wordsOf(variant?.text ?? [])).toContain('(2 минут)');
  });

  test('takes no other bracket for minutes', () => {
    const text = '(12 хабарлама) (минут) (0 минут) (7 minutes) (1000 минут) ((5 минут (';
    const [piece] = readNotes([[labelled('Ескерту.', text)]], inKazakh);
    expect(piece).toMatchObject({ role: 'discussion', steps: [] });
  });

  test('without labels is one piece of advice, and nothing where there is nothing', () => {
    const pieces = readNotes([[paragraph('Бір.'), paragraph('Екі.')]], inKazakh);
    expect(pieces.map(({ role, text }) => [role, wordsOf(text)])).toEqual([['advice', 'Бір. Екі.']]);
    expect(readNotes([], inKazakh)).toEqual([]);
    expect(readNotes([['\n']], inKazakh)).toEqual([]);
  });

  test('may have its steps in a list', () => {
    const entries = ['Бастау (5 минут)', 'Аяқтау (10 минут)'].map((text) => element('li', {}, [text]));
    const [piece] = readNotes([[paragraph([strong('Нұсқа.')]), element('ol', {}, entries)]], inKazakh);
    expect(piece?.steps.map(({ minutes, text }) => [minutes, wordsOf(text)])).toEqual([
      [5, 'Бастау'],
      [10, 'Аяқтау'],
    ]);
  });
});
