import { localeTags, type Locale } from '#language';
import { createFormatters, pluralCategories } from '#language/adapters/node-intl';
import { expect, test } from 'vitest';

test.each<[Locale, string[]]>([
  ['az', ['one', 'other']],
  ['en', ['one', 'other']],
  ['uz', ['one', 'other']],
  ['tr', ['one', 'other']],
  ['ky', ['one', 'other']],
  ['kk', ['one', 'other']],
  ['ru', ['few', 'many', 'one', 'other']],
])('%s counts with the forms %j', (locale, expected) => {
  expect([...pluralCategories(locale)].sort()).toEqual(expected);
});

test('dates, lists and sorting have data for every language', () => {
  for (const locale of localeTags) {
    const formatters = createFormatters(locale);
    expect(formatters.date('2026-11-23')).toMatch(/23.*2026|2026.*23|November 23/u);
    expect(formatters.date('2026-11-23')).not.toContain('M11');
    expect(formatters.list(['A', 'B'])).not.toBe('A, B');
  }
  expect(['я', 'ә', 'а'].sort(createFormatters('kk').compare)).toEqual(['а', 'ә', 'я']);
});

test.each(localeTags)('%s gives scripts the same dates to fill in', (locale) => {
  const { date, datePatterns } = createFormatters(locale);
  for (const month of Array.from({ length: 12 }, (_, index) => index)) {
    const iso = `2027-${String(month + 1).padStart(2, '0')}-17`;
    const filled = datePatterns.withYear[month]?.replace('{{day}}', '17').replace('{{year}}', '2027');
    expect(filled).toBe(date(iso));
    expect(datePatterns.withoutYear[month]).toContain('{{day}}');
    expect(datePatterns.withoutYear[month]).not.toMatch(/2026|year|M\d/u);
  }
});
