import { describe, expect, test } from 'vitest';
import { element, paragraph, strong, wordsOf, type Markup, type XmlElement } from '#packaging';
import { createSlides, type Slide } from '#teaching';
import { linesOf, packBlocks, roomOf, sizeFor } from '../../../src/teaching/fit.ts';
import { elementsOf } from '../../../src/teaching/lesson-parts.ts';
import { entries, kitOf, locales } from './kits.ts';

const wordsOfSlides = (slides: readonly Slide[]) =>
  slides.map(({ blocks, figure }) => wordsOf([...blocks, ...(figure ? [figure] : [])])).join(' ');

describe('the room of a slide', () => {
  const text = (length: number) => 'ғ'.repeat(length);

  test('holds fewer words the larger they are', () => {
    expect(sizeFor([paragraph(text(120))])).toBe('huge');
    expect(sizeFor([paragraph(text(400))])).toBe('large');
    expect(sizeFor([paragraph(text(800))])).toBe('medium');
    expect(sizeFor([paragraph(text(1300))])).toBe('small');
    expect(sizeFor([paragraph(text(9000))])).toBe('small');
  });

  test('is dealt out in order, and nothing is lost', () => {
    const blocks = Array.from({ length: 12 }, (_, index) => paragraph(`${index} ${text(250)}`));
    const lots = packBlocks(blocks, roomOf('medium'));
    expect(lots.flat()).toEqual(blocks);
    expect(lots.length).toBeGreaterThan(2);
    for (const lot of lots) expect(linesOf(lot, roomOf('medium').width)).toBeLessThanOrEqual(roomOf('medium').lines);
  });

  test('a list that is too long goes on with its numbers', () => {
    const items = Array.from({ length: 9 }, (_, index) => element('li', {}, [`${index} ${text(200)}`]));
    const lots = packBlocks([element('ol', { type: 'A' }, items)], roomOf('medium')).flat() as XmlElement[];
    expect(lots.flatMap(({ children }) => children)).toEqual(items);
    let start = 1;
    for (const { attributes, children } of lots) {
      expect([attributes['type'], attributes['start'] ?? '1']).toEqual(['A', String(start)]);
      start += children.length;
    }
  });

  test('an example that is too long says on every slide that it is invented', () => {
    const label = paragraph([strong('Ойдан шығарылған мысал')]);
    const body = Array.from({ length: 6 }, (_, index) => paragraph(`${index} ${text(300)}`));
    const lots = packBlocks([element('section', { class: 'example' }, [label, ...body])], roomOf('medium')).flat();
    expect(lots.length).toBeGreaterThan(1);
    for (const box of lots as XmlElement[]) expect(box.children[0]).toEqual(label);
    expect((lots as XmlElement[]).flatMap(({ children }) => children.slice(1))).toEqual(body);
  });

  test('a table that is too long has its head on every slide, and every row once', () => {
    const row = (name: string, index: number) =>
      element('tr', {}, [element(name, {}, [`${index}`]), element(name, {}, ['Кесте'])]);
    const [head, rows] = [row('th', 0), Array.from({ length: 30 }, (_, index) => row('td', index + 1))];
    const table = element('table', {}, [element('thead', {}, [head]), element('tbody', {}, rows)]);
    const lots = packBlocks([table], roomOf('medium')).flat() as XmlElement[];
    expect(lots.length).toBeGreaterThan(1);
    const parts = lots.map(({ children }) => children as XmlElement[]);
    for (const [first] of parts) expect(first?.children).toEqual([head]);
    expect(parts.flatMap(([, body]) => body?.children ?? [])).toEqual(rows);
  });

  test('code that is too long is cut at empty lines, and no line of it is lost or moved', () => {
    const passages = Array.from({ length: 9 }, (_, at) => `<Note kind="tip">\n  Кеңес ${at}\n</Note>`);
    const code = `${passages.join('\n\n')}\n`;
    const pre = element('pre', {}, [element('code', {}, [code])]);
    const lots = packBlocks([pre], roomOf('medium')).flat() as XmlElement[];
    const texts = lots.map(({ children: [inner] }) => (inner as XmlElement).children.join(''));
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text).toMatch(/^<Note[\s\S]*<\/Note>$/u);
    expect(texts.join('\n\n')).toBe(code.trimEnd());
    const long = element('pre', {}, [element('code', {}, [Array.from({ length: 90 }, (_, at) => at).join('\n')])]);
    for (const lot of packBlocks([long], roomOf('medium')))
      expect(linesOf(lot, roomOf('medium').width)).toBeLessThanOrEqual(roomOf('medium').lines);
  });

  test('an entry that is too long goes on without a number, and the next one has the number after it', () => {
    const long = Array.from({ length: 6 }, (_, index) => paragraph(`${index} ${text(300)}`));
    const entries = [element('li', {}, long), element('li', {}, [paragraph('Соңғы')])];
    const lots = packBlocks(
      [element('ol', { type: 'a', start: '5' }, entries)],
      roomOf('medium'),
    ).flat() as XmlElement[];
    const items = lots.flatMap(({ attributes, children }) =>
      (children as XmlElement[]).map((item, at) => ({ item, number: Number(attributes['start'] ?? 1) + at })),
    );
    expect(items.flatMap(({ item }) => item.children)).toEqual([...long, paragraph('Соңғы')]);
    expect(items.filter(({ item }) => item.attributes['class'] !== 'goes-on').map(({ number }) => number)).toEqual([
      5, 6,
    ]);
  });

  test('counts what it cannot cut as it is', () => {
    expect(packBlocks([paragraph(text(5000))], roomOf('small'))).toHaveLength(1);
    expect(packBlocks([], roomOf('small'))).toEqual([]);
    expect(linesOf(['\n'], 80)).toBe(0);
  });
});

describe('the slides of every lesson in every language', () => {
  const all = entries.flatMap((entry) => locales.map((locale) => ({ entry, locale, kit: kitOf(entry, locale) })));

  test.each(all.map(({ entry, locale, kit }) => [locale, entry.id, kit] as const))('%s %s', (_, __, kit) => {
    const slides = createSlides(kit);
    const kinds = slides.map(({ kind }) => kind);
    expect(kinds[0]).toBe('title');
    expect(kinds.filter((kind) => kind === 'discussion')).toHaveLength(
      kit.plan.filter(({ kind }) => kind === 'discussion').length,
    );
    // Every exercise is asked before it is answered, in the order of the lesson.
    for (const { number } of kit.lesson.exercises) {
      const own = slides.filter(({ title }) => wordsOf(title) === kit.lesson.words.exercise(number));
      expect(own.map(({ kind }) => kind).join(' ')).toMatch(/^(?:question )+(?:answer ?)+(?:question|answer|\s)*$/u);
      expect(own.at(-1)?.kind).toBe('answer');
    }
    // Minutes stand at the beginning of each part and make up the lesson.
    const minutes = slides.slice(1).reduce((sum, slide) => sum + (slide.minutes ?? 0), 0);
    expect(minutes).toBe(kit.minutes);
    // Nothing of the lesson is lost, but what a film says and where one would write.
    const shown = wordsOfSlides(slides);
    for (const part of kit.parts) {
      for (const block of told(part.blocks)) expect(shown).toContain(wordsOf([block]));
    }
    expect(shown).not.toContain('__________________');
  });

  /** Paragraphs and entries outside of exercises, notes and films. */
  function told(blocks: Markup): XmlElement[] {
    return blocks.flatMap((node) => {
      if (typeof node === 'string' || ['exercise', 'quiz', 'recording'].includes(node.attributes['class'] ?? ''))
        return [];
      return elementsOf([node]).filter(({ name, children }) => name === 'p' && children.length === 1);
    });
  }
});
