import { describe, expect, test } from 'vitest';
import { element, exerciseId, paragraph, wordsOf, type Markup } from '#packaging';
import { divideText, examplesBefore, rolesOf } from '../../../src/teaching/lesson-parts.ts';
import { entries, kitOf, locales } from './kits.ts';

const h2 = (id: string) => element('h2', { id }, [id]);
const example = (text: string) => element('section', { class: 'example' }, [paragraph(text)]);
const exercise = (id: string) => element('section', { class: 'exercise', id: exerciseId(id) }, [paragraph(id)]);
const divide = (text: Markup) => divideText(text, ['e1', 'e2', 'e3']);

describe('the parts of a lesson', () => {
  test('begin at its headings, and notes for trainers are in none of them', () => {
    const note = element('section', { class: 'trainer-note' }, [paragraph('Құпия')]);
    const { parts, notes } = divide([
      '\n',
      paragraph('Кіріспе'),
      h2('a'),
      exercise('e1'),
      note,
      h2('b'),
      paragraph('Соңы'),
    ]);
    expect(parts.map(({ anchor, exercises }) => [anchor, exercises])).toEqual([
      ['', []],
      ['a', ['e1']],
      ['b', []],
    ]);
    expect(wordsOf(parts.flatMap(({ blocks }) => blocks))).not.toContain('Құпия');
    expect(notes.map(wordsOf)).toEqual(['Құпия']);
  });

  test('find the exercises of a test in it', () => {
    const quiz = element('section', { class: 'quiz' }, [exercise('e2'), exercise('e3')]);
    expect(divide([h2('a'), quiz]).parts[0]?.exercises).toEqual(['e2', 'e3']);
  });

  test('have roles by what stands in them', () => {
    const { parts } = divide([
      ...[h2('before'), exercise('e1')],
      ...[h2('story'), example('Оқиға')],
      ...[h2('idea'), paragraph('Ой')],
      ...[h2('more'), paragraph('Тағы')],
      ...[h2('expert'), example('Маман')],
      ...[h2('turn'), example('Сіз'), exercise('e2'), example('Екінші'), exercise('e3')],
      ...[h2('end'), paragraph('Соңы')],
    ]);
    const roles = rolesOf(parts);
    expect(roles.case?.anchor).toBe('story');
    expect(roles.idea.map(({ anchor }) => anchor)).toEqual(['idea', 'more']);
    expect(roles.recap?.anchor).toBe('end');
    const turn = parts.find(({ anchor }) => anchor === 'turn');
    expect(turn && wordsOf(examplesBefore(turn, 'e3'))).toBe('Сіз Екінші');
    expect(turn && examplesBefore(turn, 'unknown')).toEqual([]);
  });

  test.each([
    ['nothing', []],
    ['an opening alone', [paragraph('Кіріспе')]],
    ['exercises alone', [h2('a'), exercise('e1'), h2('b'), exercise('e2')]],
  ])('have no roles in %s', (_, text: Markup) => {
    expect(rolesOf(divide(text).parts)).toEqual({ case: null, idea: [], recap: null });
  });

  test('in a lesson of one story without an end, it is no recap as well', () => {
    const roles = rolesOf(divide([h2('story'), example('Оқиға')]).parts);
    expect([roles.case?.anchor, roles.recap]).toEqual(['story', null]);
  });
});

describe('the kit of every lesson in every language', () => {
  for (const entry of entries)
    test(entry.id, () => {
      const source = kitOf(entry, entry.source);
      for (const locale of locales) {
        const kit = kitOf(entry, locale);
        // The same in every language, since nothing is known by its words.
        expect(kit.roles.case?.anchor).toBe(source.roles.case?.anchor);
        expect(kit.roles.idea.map(({ anchor }) => anchor)).toEqual(source.roles.idea.map(({ anchor }) => anchor));
        expect(kit.roles.recap?.anchor).toBe(source.roles.recap?.anchor);
        expect([kit.opening?.id, kit.main?.id]).toEqual([source.opening?.id, source.main?.id]);
        expect(kit.notes.map(({ role }) => role)).toEqual(source.notes.map(({ role }) => role));
        const steps = kit.notes.map((note) => note.steps.map(({ minutes }) => minutes));
        expect(steps).toEqual(source.notes.map((note) => note.steps.map(({ minutes }) => minutes)));
        // Lessons for those who work alone have no note, and so no questions for a group.
        const forGroups = kit.notes.length > 0;
        if (forGroups) {
          expect(kit.plan).toHaveLength(5);
          expect(steps.flat().reduce((sum, minutes) => sum + minutes, 0)).toBe(15);
        }
        expect(kit.plan.some(({ kind }) => kind === 'discussion')).toBe(forGroups);
        expect(kit.plan.at(-1)?.to).toBe(15);
        expect(kit.parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(entry.minutes);
        expect(kit.main?.id).not.toBe(kit.opening?.id);
      }
    });
});
