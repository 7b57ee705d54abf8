import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { textsIn } from './support/built-site.ts';
import { answerChoice, choicesOf, hydrate, openLanguageMenu } from './support/actions.ts';
import { expect, test } from './support/test.ts';

type Catalogue = { readonly [key: string]: string | Catalogue };

function readCatalogue(language: string): Map<string, string> {
  const file = resolve(import.meta.dirname, '../../content/interface', `${language}.json`);
  return new Map(flatten(JSON.parse(readFileSync(file, 'utf8')) as Catalogue));
}

function flatten(catalogue: Catalogue, prefix = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flatten(value, `${prefix}${key}.`),
  );
}

const lesson = 'media-literacy/finding-the-source/leave-the-page/';
const english = readCatalogue('en');
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const months = /\b(?:January|February|March|April|June|July|August|September|October|November|December)\b/u;

test('no page of another language shows a date or a list in the English form', ({ site }) => {
  const faults = [...site.pages, ...site.kits]
    .filter(({ locale }) => locale !== 'en')
    .flatMap((page) =>
      textsIn(page)
        .filter((text) => months.test(text) || /\bM(?:0[1-9]|1[0-2])\b/u.test(text) || text.includes(', and '))
        .map((text) => `${page.path}: ${text}`),
    );
  expect(faults).toEqual([]);
});

test('no page of another language shows a word of the English interface', ({ site }) => {
  for (const language of site.languages.filter((other) => other !== 'en')) {
    const own = readCatalogue(language);
    const words = [...english]
      .filter(([key, value]) => value.length > 6 && !value.includes('{{') && own.get(key) !== value)
      .map(([, value]) => new RegExp(`(?<![\\p{L}-])${escape(value)}(?![\\p{L}-])`, 'u'));
    const faults = [...site.pages, ...site.kits]
      .filter((page) => page.locale === language)
      .flatMap((page) =>
        textsIn(page).flatMap((text) => {
          const found = words.find((word) => word.test(text));
          return found ? [`${page.path}: ${text.slice(0, 120)}`] : [];
        }),
      );
    expect(faults, language).toEqual([]);
  }
});

test('no page shows the name of a word, a placeholder or a missing value in place of words', ({ site }) => {
  const keys = [...english.keys()].map((key) => escape(key.replace(/_(?:zero|one|two|few|many|other)$/u, '')));
  const key = new RegExp(`(?<![\\p{L}./-])(?:${[...new Set(keys)].join('|')})(?![\\p{L}/-])`, 'u');
  const faults = site.pages.flatMap((page) =>
    textsIn(page)
      .filter((text) => key.test(text) || /\{\{|\}\}|\bundefined\b|\bNaN\b|\[object|returned an object/u.test(text))
      .map((text) => `${page.path}: ${text.slice(0, 120)}`),
  );
  expect(faults).toEqual([]);
});

for (const language of ['az', 'kk'])
  test(`an exercise in ${language} that is answered speaks that language only`, async ({ page }) => {
    await page.goto(`${language}/${lesson}`);
    const first = await hydrate(choicesOf(page).first());
    await answerChoice(first, 'wrong');
    await first.locator('.exercise-actions button').last().click();
    await expect(first.locator('.exercise-result-shown')).toBeVisible();
    await answerChoice(await hydrate(choicesOf(page).nth(1)), 'right');
    const own = readCatalogue(language);
    const words = [...english].filter(
      ([key, value]) => value.length > 4 && !value.includes('{{') && own.get(key) !== value,
    );
    for (const exercise of [first, choicesOf(page).nth(1)]) {
      const text = await exercise.innerText();
      expect(text).not.toMatch(/\{\{|\bundefined\b|\bNaN\b|\bM(?:0[1-9]|1[0-2])\b/u);
      expect(words.filter(([, value]) => text.includes(value)).map(([key]) => key)).toEqual([]);
    }
  });

test('every page offers itself in all languages, each named in its own', ({ site }) => {
  for (const page of site.pages.filter(({ path }) => path !== '' && path !== '404.html')) {
    const links = [...page.document.querySelectorAll('[data-language-menu] a')];
    const path = page.path.slice(page.locale.length);
    expect(
      links.map((link) => [link.getAttribute('lang'), link.getAttribute('href')]),
      page.path,
    ).toEqual(site.languages.map((language) => [language, `${site.base}${language}${path}`]));
    expect(links.filter((link) => link.hasAttribute('aria-current')).map((link) => link.getAttribute('lang'))).toEqual([
      page.locale,
    ]);
  }
});

test('changing the language leads to the same section of the same lesson', async ({ page }) => {
  await page.goto(`kk/${lesson}`);
  const heading = page.locator('[data-section]').nth(4);
  const anchor = await heading.getAttribute('id');
  // As far as a reader who has just begun the section.
  await heading.evaluate((element) => scrollTo({ top: element.getBoundingClientRect().top - 60, behavior: 'instant' }));
  await openLanguageMenu(page);
  await page.locator('[data-language-menu] a[lang="ru"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  expect(new URL(page.url()).hash).toBe(`#${anchor}`);
  await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
});

test('changing the language at the top of a lesson leads to the top', async ({ page, baseURL }) => {
  await page.goto(`az/${lesson}`);
  await openLanguageMenu(page);
  await page.locator('[data-language-menu] a[lang="ky"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ky');
  expect(page.url()).toBe(`${baseURL}ky/${lesson}`);
});

test('the address without a language remembers what was chosen there', async ({ page, baseURL }) => {
  await page.goto('');
  await page.locator('[data-language-chooser] a[lang="uz"], [data-language-chooser] [lang="uz"] a').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'uz');
  await page.goto('');
  await page.waitForURL(`${baseURL}uz/`);
  // Somebody who wants to change it can.
  await page.goto('#choose');
  await expect(page.locator('[data-language-chooser]')).toBeVisible();
  expect(page.url()).toBe(`${baseURL}#choose`);
});

test('the address without a language remembers what was chosen in a menu', async ({ page, baseURL }) => {
  await page.goto('en/');
  await openLanguageMenu(page);
  await page.locator('[data-language-menu] a[lang="tr"]').click();
  await page.waitForURL(`${baseURL}tr/`);
  await page.goto('');
  await page.waitForURL(`${baseURL}tr/`);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('languages are plain links', async ({ page }) => {
    await page.goto('');
    await page.locator('[data-language-chooser] a[data-locale="kk"]').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
    await page.locator('[data-language-menu] summary').click();
    await page.locator('[data-language-menu] a[lang="az"]').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'az');
  });
});
