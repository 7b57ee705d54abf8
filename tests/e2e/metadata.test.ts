import { fileOf, isIndexed, isLesson, type BuiltPage } from './support/built-site.ts';
import { expect, test } from './support/test.ts';

// What search engines, feed readers and link previews read.

const content = (page: BuiltPage, selector: string) =>
  page.document.querySelector(selector)?.getAttribute('content')?.trim() ?? '';

function alternatesOf({ document }: BuiltPage): Map<string, string> {
  const links = [...document.querySelectorAll('link[rel="alternate"][hreflang]')];
  return new Map(links.map((link) => [link.getAttribute('hreflang') ?? '', link.getAttribute('href') ?? '']));
}

test('every page has a title and a description, and no two indexed pages of a language share them', ({ site }) => {
  const seen = new Map<string, string>();
  for (const page of site.pages) {
    const { path, document, locale } = page;
    const description = content(page, 'meta[name="description"]');
    expect(document.title.trim(), path).not.toBe('');
    expect(description.length, `${path}: ${description}`).toBeGreaterThan(10);
    if (!isIndexed(page) || path === '') continue;
    for (const text of [document.title, description]) {
      const key = `${locale} ${text}`;
      expect(seen.get(key), `${path} has the words of another page: ${text}`).toBeUndefined();
      seen.set(key, path);
    }
  }
});

test('every indexed page names its own address, and no other page does', ({ site }) => {
  for (const page of site.pages) {
    const canonical = page.document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
    expect(canonical, page.path).toBe(isIndexed(page) ? site.address + site.base + page.path : null);
  }
});

test('every indexed page names its versions in all languages, each of which names it back', ({ site }) => {
  for (const page of site.pages) {
    const alternates = alternatesOf(page);
    if (!isIndexed(page)) {
      expect([...alternates], page.path).toEqual([]);
      continue;
    }
    // A page whose text is borrowed in a language is none of its versions.
    const path = page.path.slice(page.locale.length);
    const versions = site.languages.filter(
      (language) => page.path === '' || site.pages.some((other) => other.path === language + path && isIndexed(other)),
    );
    expect([...alternates.keys()].sort(), page.path).toEqual([...versions, 'x-default'].sort());
    if (page.path !== '') expect(alternates.get(page.locale), page.path).toBe(site.address + site.base + page.path);
    for (const [language, href] of alternates) {
      const found = site.resolve(href, page);
      const other = site.pages.find((candidate) => fileOf(candidate) === found?.file);
      if (!other) throw new Error(`${page.path}: ${href} is no page`);
      if (language !== 'x-default') expect(other.locale, href).toBe(language);
      expect([...alternatesOf(other)], `${page.path} and ${other.path}`).toEqual([...alternates]);
    }
  }
});

test('every page that can be found can be shown as a link preview', ({ site }) => {
  for (const page of site.pages.filter((other) => isIndexed(other) && other.path !== '')) {
    expect(content(page, 'meta[property="og:title"]'), page.path).not.toBe('');
    expect(content(page, 'meta[property="og:description"]'), page.path).not.toBe('');
    expect(content(page, 'meta[property="og:type"]'), page.path).toBe(isLesson(page) ? 'article' : 'website');
    expect(content(page, 'meta[property="og:locale"]'), page.path).toMatch(
      new RegExp(`^${page.locale}_[A-Z]{2}$`, 'u'),
    );
    expect(content(page, 'meta[property="og:url"]'), page.path).toContain(site.address + site.base);
    const image = site.resolve(content(page, 'meta[property="og:image"]'), page);
    expect(image && site.files.has(image.file), page.path).toBe(true);
  }
});

test('every lesson describes itself as a learning resource in its own language', ({ site }) => {
  for (const page of site.pages.filter((other) => isLesson(other) && isIndexed(other))) {
    const data = [...page.document.querySelectorAll('script[type="application/ld+json"]')].map(
      (script) => JSON.parse(script.textContent) as Record<string, unknown>,
    );
    const resource = data.find((entry) => entry['@type'] === 'LearningResource') ?? {};
    const own = site.address + site.base + page.path;
    const source = own.replace(`/${page.locale}/`, '/en/');
    expect(resource, page.path).toMatchObject({
      '@context': 'https://schema.org',
      url: own,
      name: page.document.querySelector('h1')?.textContent,
      inLanguage: page.locale,
      license: 'https://creativecommons.org/licenses/by-sa/4.0/',
      timeRequired: expect.stringMatching(/^PT\d+M$/u),
      teaches: expect.arrayContaining([expect.any(String)]),
      ...(page.locale === 'en' ? {} : { translationOfWork: { '@id': source } }),
    });
    if (page.locale === 'en') expect(resource, page.path).not.toHaveProperty('translationOfWork');
    expect(data, page.path).toContainEqual(expect.objectContaining({ '@type': 'Quiz', isPartOf: { '@id': own } }));
  }
});

test('every course describes itself with its lessons', ({ site }) => {
  for (const language of site.languages) {
    const { document } = site.page(`${language}/media-literacy/`);
    const data = JSON.parse(
      document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}',
    ) as object;
    expect(data).toMatchObject({
      '@type': 'Course',
      inLanguage: language,
      license: 'https://creativecommons.org/licenses/by-sa/4.0/',
      hasPart: expect.arrayContaining([expect.objectContaining({ '@type': 'LearningResource' })]),
    });
  }
});

test('the sitemap lists exactly the pages that search engines may show', ({ site }) => {
  const xml = site.read('sitemap.xml').toString();
  const listed = [...xml.matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, address]) => address);
  const indexed = site.pages.filter(isIndexed).map(({ path }) => site.address + site.base + path);
  expect(listed.sort()).toEqual(indexed.sort());
  expect(site.read('robots.txt').toString()).toContain(`Sitemap: ${site.address}${site.base}sitemap.xml`);
});

test('the sitemap and the feed of each language are well-formed, and each feed lists its lessons', async ({
  page,
  site,
}) => {
  await page.goto('en/about/');
  const read = (file: string) =>
    page.evaluate((text) => {
      const xml = new DOMParser().parseFromString(text, 'application/xml');
      const texts = (name: string) => [...xml.querySelectorAll(name)].map((element) => element.textContent);
      return {
        error: xml.querySelector('parsererror')?.textContent ?? null,
        language: texts('channel > language'),
        links: texts('item > link'),
        dates: texts('item > pubDate'),
      };
    }, site.read(file).toString());

  expect((await read('sitemap.xml')).error).toBeNull();
  for (const language of site.languages) {
    const feed = await read(`${language}/rss.xml`);
    expect(feed.error, language).toBeNull();
    expect(feed.language).toEqual([language]);
    const own = site.pages.filter((other) => other.locale === language);
    const lessons = own.filter((other) => isLesson(other) && isIndexed(other));
    expect(feed.links.sort()).toEqual(lessons.map(({ path }) => site.address + site.base + path).sort());
    for (const date of feed.dates) expect(Number.isNaN(Date.parse(date)), date).toBe(false);
    const link = site.page(`${language}/`).document.querySelector('link[type="application/rss+xml"]');
    expect(link?.getAttribute('href')).toBe(`${site.base}${language}/rss.xml`);
  }
});
