import { isRead, lookAt, type SectionOnScreen, type Sight } from '#learner';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const height = 800;
const section = (anchor: string, top: number, bottom: number, characters = 100): SectionOnScreen => ({
  anchor,
  top,
  bottom,
  characters,
});

/** Looks at the screen again and again: where the sections stand, and for how long. */
function watch(looks: readonly (readonly [readonly SectionOnScreen[], number])[]): string[] {
  let sights: ReadonlyMap<string, Sight> = new Map();
  for (const [sections, stay] of looks) {
    sights = lookAt(sights, sections, height, 0);
    sights = lookAt(sights, sections, height, stay);
  }
  return [...sights].filter(([, sight]) => isRead(sight)).map(([anchor]) => anchor);
}

describe('a section counts as read', () => {
  test('when it was on the screen to its end and long enough', () => {
    const short = [section('the-idea', 100, 500)];
    expect(watch([[short, 1_900]])).toEqual([]);
    expect(watch([[short, 2_000]])).toEqual(['the-idea']);
  });

  test('after a time that grows with its text, a tenth of what reading takes', () => {
    // 68 ms a character: 1,000 characters take 68 s.
    const long = [section('why-read-laterally', 0, 700, 1_000)];
    expect(watch([[long, 6_700]])).toEqual([]);
    expect(watch([[long, 6_800]])).toEqual(['why-read-laterally']);
  });

  test('after twenty seconds at most, however many words an exercise holds', () => {
    expect(watch([[[section('practice', 0, 700, 90_000)], 20_000]])).toEqual(['practice']);
  });

  test('when its parts were on the screen one after the other', () => {
    const part = (top: number) => [section('алыс-бөлім', top, top + 2_400)];
    expect(
      watch([
        [part(0), 1_000],
        [part(-800), 1_000],
      ]),
    ).toEqual([]);
    expect(
      watch([
        [part(0), 1_000],
        [part(-800), 900],
        [part(-1_600), 100],
      ]),
    ).toEqual(['алыс-бөлім']);
  });

  test('and all of a short page count together', () => {
    const page = [section('', 0, 150), section('bir', 150, 400), section('iki', 400, 780)];
    expect(watch([[page, 2_000]])).toEqual(['', 'bir', 'iki']);
  });
});

describe('a section does not count as read', () => {
  test('while its end has not been on the screen', () => {
    expect(watch([[[section('uzun', 0, 900)], 60_000]])).toEqual([]);
  });

  test('where it was only scrolled by', () => {
    expect(
      watch([
        [[section('the-idea', 700, 1_100)], 50],
        [[section('the-idea', 100, 500)], 50],
        [[section('the-idea', -500, -100)], 60_000],
      ]),
    ).toEqual([]);
  });

  test('for the time in which only its first lines stood below another', () => {
    expect(
      watch([
        [[section('bir', 0, 700), section('iki', 700, 1_400)], 30_000],
        [[section('bir', -700, 0), section('iki', 0, 700)], 500],
      ]),
    ).toEqual(['bir']);
  });

  test('where nothing of it can be seen, such as an opening without text', () => {
    expect(watch([[[section('', 0, 0), section('bir', 0, 400)], 9_000]])).toEqual(['bir']);
  });
});

test('what was read stays read, wherever the reader goes', () => {
  const looks = fc.array(fc.tuple(fc.integer({ min: -3_000, max: 3_000 }), fc.nat(5_000)), { maxLength: 8 });
  fc.assert(
    fc.property(looks, looks, (before, after) => {
      const steps = (list: readonly (readonly [number, number])[]) =>
        list.map(
          ([top, stay]) => [[section('a', top, top + 400), section('b', top + 400, top + 1_300)], stay] as const,
        );
      const early = watch(steps(before));
      expect(watch(steps([...before, ...after]))).toEqual(expect.arrayContaining(early));
    }),
  );
});
