import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCalendar, startOf } from '#learner';

const day = 20_783; // 26 November 2026
const now = startOf(day) + 1_234_567;
const head = {
  name: 'Қайталау: Bilig',
  locale: 'kk',
  url: 'https://bilig.example/kk/review/',
  site: 'bilig.example/',
};

/** Reads a file by the letter of RFC 5545, so far as these files use it. @throws where a rule is broken */
function readCalendar(file: string) {
  const bytes = new TextEncoder().encode(file);
  expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toBe(file);
  expect(file.endsWith('\r\n')).toBe(true);
  const physical = file.slice(0, -2).split('\r\n');
  for (const line of physical) {
    expect(line).not.toMatch(/[\r\n\u0000-\u0008\u000b-\u001f\u007f]/u);
    // A line that is cut inside a letter would have a lone surrogate, or a byte that is no letter.
    expect(line.isWellFormed()).toBe(true);
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  }
  const lines: string[] = [];
  for (const line of physical) {
    if (line.startsWith(' ')) lines[lines.length - 1] += line.slice(1);
    else lines.push(line);
  }
  const properties = lines.map((line) => {
    const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[A-Z-]+=[^":;,]+)*):(.*)$/u.exec(line) ?? [];
    expect(name, line).not.toBe('');
    return { name, parameters: parameters.slice(1), value };
  });
  const open: string[] = [];
  for (const { name, value } of properties) {
    if (name === 'BEGIN') open.push(value);
    if (name === 'END') expect(open.pop()).toBe(value);
  }
  expect(open).toEqual([]);
  return properties;
}

function unescape(value: string): string {
  expect(value).not.toMatch(/(?<!\\)(?:\\\\)*[;,]/u);
  return value.replace(/\\(?<sign>.)/gu, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}

const valuesOf = (properties: ReturnType<typeof readCalendar>, name: string) =>
  properties.filter((property) => property.name === name).map(({ value }) => value);

const longKazakh =
  'Бүгін қайталауға дайын тапсырмалар: 12. Қатесі бар жауаптар мен өзіңіз таңдаған тапсырмалар қайта келеді; ашу үшін сілтемені басыңыз.';

describe('the calendar file', () => {
  const properties = readCalendar(
    formatCalendar(
      [
        { day: day + 2, title: 'Қайталау: 5 тапсырма', description: longKazakh },
        { day: day + 9, title: 'Təkrar, 3; çalışma\\', description: 'Birinci sətir\nikinci sətir' },
      ],
      head,
      now,
    ),
  );

  test('has an event of a whole day for each day, written at the moment of saving', () => {
    expect(valuesOf(properties, 'DTSTART')).toEqual(['20261128', '20261205']);
    expect(valuesOf(properties, 'DTEND')).toEqual(['20261129', '20261206']);
    expect(new Set(valuesOf(properties, 'DTSTAMP'))).toEqual(new Set(['20261126T002034Z']));
    expect(
      properties.filter(({ name }) => name === 'DTSTART').every(({ parameters }) => parameters === 'VALUE=DATE'),
    ).toBe(true);
    expect(valuesOf(properties, 'VERSION')).toEqual(['2.0']);
  });

  test('reminds on the morning of the day', () => {
    expect(valuesOf(properties, 'TRIGGER')).toEqual(['PT9H', 'PT9H']);
    expect(valuesOf(properties, 'ACTION')).toEqual(['DISPLAY', 'DISPLAY']);
  });

  test('gives the texts back in the learner’s language, whatever signs are in them', () => {
    const summaries = properties.filter(({ name }) => name === 'SUMMARY');
    expect(summaries.map(({ value }) => unescape(value))).toEqual(['Қайталау: 5 тапсырма', 'Təkrar, 3; çalışma\\']);
    expect(summaries.every(({ parameters }) => parameters === 'LANGUAGE=kk')).toBe(true);
    expect(valuesOf(properties, 'DESCRIPTION').map(unescape)).toContain(longKazakh);
    expect(valuesOf(properties, 'DESCRIPTION').map(unescape)).toContain('Birinci sətir\nikinci sətir');
  });

  test('names an event by its day and site, so that a newer file replaces an older one', () => {
    const uids = valuesOf(properties, 'UID');
    expect(new Set(uids).size).toBe(2);
    const again = readCalendar(
      formatCalendar([{ day: day + 2, title: 'Қайталау: 7 тапсырма', description: '' }], head, now + 5_000),
    );
    expect(valuesOf(again, 'UID')).toEqual(uids.slice(0, 1));
  });

  test('without a day is a calendar without events', () => {
    expect(valuesOf(readCalendar(formatCalendar([], head, now)), 'BEGIN')).toEqual(['VCALENDAR']);
  });

  test('holds any text that a translator could write', () => {
    const text = fc.string({
      unit: fc.constantFrom('қ', 'ə', 'ʻ', '😀', '\\', ';', ',', '\n', '\r', '\u0007', ' ', 'a', ':'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, (title) => {
        const file = readCalendar(formatCalendar([{ day, title, description: title }], head, now));
        const plain = title.replace(/\r\n?/gu, '\n').replaceAll('\u0007', '');
        expect(unescape(valuesOf(file, 'SUMMARY')[0] ?? '')).toBe(plain);
      }),
    );
  });
});
