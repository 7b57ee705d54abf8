import { describe, expect, it } from 'vitest';
import { createContentReader } from '#course/adapters/node-content';
import { localeTags, type Locale } from '#language';
import { buildSearchFiles, collectRecords, openSearch } from '#search';
import { placeOf, queryKinds, readQueries } from './relevance.ts';

/** Results that a reader sees on a phone before she gives up. */
const seen = 5;
const bar = 0.95;

const { content } = createContentReader('content')();
if (!content) throw new Error('content/ cannot be read');
const own = content;

const queries = localeTags.flatMap((locale) => readQueries(locale).map((query) => ({ locale, ...query })));
const searches = new Map(localeTags.map((locale) => [locale, searchOf(locale)]));
const answers = new Map(
  await Promise.all(queries.map(async (query) => [query, await searches.get(query.locale)?.(query.query)] as const)),
);

const terms = localeTags.flatMap((locale) =>
  [...own.glossary].map(([id, term]) => ({ locale, id, name: term[locale]?.term ?? '' })),
);
const termMisses = await Promise.all(
  terms.map(async ({ locale, id, name }) => {
    const found = (await searches.get(locale)?.(name)) ?? [];
    return found.includes(`glossary/#${id}`) ? [] : [`${locale}: '${name}' got ${found.join(', ') || 'nothing'}`];
  }),
);

/** The first places of the list that the browser shows, through the files and the code that it loads. */
function searchOf(locale: Locale): (query: string) => Promise<string[]> {
  const files = buildSearchFiles(locale, collectRecords(own, locale));
  const search = openSearch(locale, (name) => Promise.resolve(files.get(name) ?? ''));
  return async (query) => (await search.find(query, { limit: seen })).hits.map(({ path }) => placeOf(path));
}

// Sections of many lessons have one heading ("Before you begin"), so a reader names the lesson too.
const sections = localeTags.flatMap((locale) => {
  const { pages, records } = collectRecords(own, locale);
  return records.flatMap(({ page, anchor, title, heading }) =>
    pages[page]?.kind === 'lesson' && title
      ? [{ locale, query: `${title} ${heading}`, place: placeOf(`${pages[page].path}#${anchor}`) }]
      : [],
  );
});
const sectionMisses = await Promise.all(
  sections.map(async ({ locale, query, place }) => {
    const found = (await searches.get(locale)?.(query)) ?? [];
    return found.includes(place) ? [] : [`${locale}: '${query}' wants ${place}, got ${found.join(', ') || 'nothing'}`];
  }),
);

function placesOf(locale: Locale): Set<string> {
  const { pages, records } = collectRecords(own, locale);
  return new Set(records.map(({ page, anchor }) => placeOf((pages[page]?.path ?? '') + (anchor && `#${anchor}`))));
}

function missOf(query: (typeof queries)[number]): string[] {
  const found = answers.get(query) ?? [];
  if (query.finds.some((place) => found.includes(place))) return [];
  return [`${query.locale}: '${query.query}' wants ${query.finds.join(' or ')}, got ${found.join(', ') || 'nothing'}`];
}

describe('what readers type', () => {
  it('finds the right section among the first five for 95 of 100 queries in seven languages', () => {
    const misses = queries.flatMap(missOf);
    if (misses.length > 0) console.info(`${misses.length} of ${queries.length} missed:\n${misses.join('\n')}`);
    expect(queries).toHaveLength(7 * 30);
    expect(misses.length, misses.join('\n')).toBeLessThanOrEqual(queries.length * (1 - bar));
  });

  it('finds it for nine of ten in each language and of each kind', () => {
    const groups = [...localeTags, ...queryKinds].map((name) => {
      const group = queries.filter(({ locale, kind }) => locale === name || kind === name);
      return { name, share: 1 - group.flatMap(missOf).length / group.length };
    });
    expect(groups.filter(({ share }) => share < 0.9)).toEqual([]);
  });

  it('finds every term among the first five by its name, in every language', () => {
    expect(termMisses.flat()).toEqual([]);
  });

  it('finds every section among the first five by its lesson and its heading', () => {
    expect(sections.length).toBeGreaterThan(100);
    expect(sectionMisses.flat()).toEqual([]);
  });

  it('leads to places that there are', () => {
    const known = localeTags.flatMap((locale) => [...placesOf(locale)].map((place) => `${locale} ${place}`));
    const asked = queries.flatMap(({ locale, finds }) => finds.map((place) => `${locale} ${place}`));
    expect(asked.filter((place) => !known.includes(place))).toEqual([]);
  });
});
