import { expect, describe, test } from 'vitest';
import { alignScroll, type ScrolledPage } from '../../../src/site/preview/align-scroll.ts';

const page = (tops: Readonly<Record<string, number>>, end: number): ScrolledPage => ({
  sections: Object.entries(tops).map(([anchor, top]) => ({ anchor, top })),
  end,
});

// Kazakh takes more room than English, and not in each section the same.
const kazakh = page({ 'who-says-so': 400, 'leave-the-page': 1400, 'your-turn': 2000 }, 2600);
const english = page({ 'who-says-so': 300, 'leave-the-page': 800, 'your-turn': 1600 }, 1900);

describe('columns that are scrolled together', () => {
  test('show the same section at their top', () => {
    expect(alignScroll(kazakh, english, 400)).toBe(300);
    expect(alignScroll(kazakh, english, 1400)).toBe(800);
    expect(alignScroll(english, kazakh, 1600)).toBe(2000);
  });

  test('move within a section in proportion', () => {
    expect(alignScroll(kazakh, english, 900)).toBe(550);
    expect(alignScroll(english, kazakh, 150)).toBe(200);
  });

  test('reach their ends together', () => {
    expect(alignScroll(kazakh, english, 0)).toBe(0);
    expect(alignScroll(kazakh, english, 2600)).toBe(1900);
    expect(alignScroll(english, kazakh, 5000)).toBe(2600);
  });

  test('pass over a section that one of them does not have', () => {
    const draft = page({ 'who-says-so': 300, 'your-turn': 900 }, 1000);
    expect(alignScroll(kazakh, draft, 400)).toBe(300);
    expect(alignScroll(kazakh, draft, 1200)).toBe(600);
    expect(alignScroll(kazakh, page({}, 500), 1300)).toBe(250);
  });

  test('never run back where sections stand in another order', () => {
    const turned = page({ 'your-turn': 200, 'who-says-so': 700, 'leave-the-page': 1200 }, 1500);
    const places = [0, 300, 500, 1500, 2100, 2600].map((at) => alignScroll(kazakh, turned, at));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('stay where they are when there is nothing to scroll', () => {
    expect(alignScroll(kazakh, page({ 'who-says-so': 100 }, 0), 1300)).toBe(0);
    expect(alignScroll(page({}, 0), english, 0)).toBe(0);
  });
});
