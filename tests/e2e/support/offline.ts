import type { Locator, Page } from '@playwright/test';
import { languages } from '#language';
import { parsePartList, parseRelease } from '#offline';
import { expect } from './test.ts';
import type { BuiltSite } from './built-site.ts';

/** The words of the page in the languages that tests keep. */
export const words = {
  kk: {
    keep: 'Таңдалғанын сақтау',
    kept: 'Сақталған',
    done: /^Сақталды/u,
    pause: 'Кідірту',
    goOn: 'Жалғастыру',
    remove: 'Өшіру: Медиасауаттылық (Қазақ тілі)',
    update: 'Жаңарту',
  },
  az: {
    keep: 'Seçilənləri saxlayın',
    kept: 'Saxlanılıb',
    done: /^Saxlanıldı/u,
    pause: 'Fasilə verin',
    goOn: 'Davam edin',
    remove: 'Silin: Media savadlılığı (Azərbaycan dili)',
    update: 'Yeniləyin',
  },
} as const;

export type Kept = keyof typeof words;

/** Each address of the site has its own half: Kazakh at the root, Azerbaijani below a folder. */
export const localeOf = (project: { readonly name: string }): Kept => (project.name === 'root' ? 'kk' : 'az');

/** Opens the page on which courses are kept and waits until it can be used. */
export async function openOffline(page: Page, locale: Kept): Promise<void> {
  await page.goto(`${locale}/offline/`);
  const keep = page.getByRole('button', { name: words[locale].keep });
  await expect(keep.or(page.getByRole('progressbar')).first()).toBeVisible();
  await expect(page.locator('astro-island')).not.toHaveAttribute('ssr');
}

/** The languages of the course that tests keep, the first of all courses. */
export const choicesIn = (page: Page): Locator => page.locator('fieldset').first().locator('li');

/** Opens the page and chooses the course in the page's language. */
export async function openChosen(page: Page, locale: Kept): Promise<void> {
  await openOffline(page, locale);
  await choicesIn(page).getByRole('checkbox', { name: languages[locale].name, exact: true }).check();
}

/** Keeps the course in the page's language. */
export async function keepCourse(page: Page, locale: Kept): Promise<void> {
  await openChosen(page, locale);
  await page.getByRole('button', { name: words[locale].keep }).click();
  await expect(page.locator('.offline-said')).toHaveText(words[locale].done, { timeout: 20_000 });
}

/** Paths of all files that are kept with a course in a language. */
export function keptFiles(site: BuiltSite, locale: string, course: string): string[] {
  return ['common', `locale/${locale}`, `media/${course}`, `course/${course}/${locale}`]
    .flatMap((part) => parsePartList(site.read(`offline/${part}.json`).toString())?.files ?? [])
    .map(({ path }) => path);
}

/** Files that the pages of a course load by their markup and that would not be kept with it. */
export function unkeptReferences(site: BuiltSite, locale: string, course: string): string[] {
  const kept = keptFiles(site, locale, course);
  return keptPages(site, locale, course).flatMap((path) => {
    const page = site.page(path);
    const attributes = ['src', 'poster', 'component-url', 'renderer-url', 'before-hydration-url'];
    const named = attributes.flatMap((name) =>
      [...page.document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    );
    const linked = [...page.document.querySelectorAll('link[href]:not([rel="alternate"], [rel="canonical"])')];
    return [...named, ...linked.map((link) => link.getAttribute('href') ?? '')]
      .flatMap((address) => site.resolve(address, page)?.file ?? [])
      .filter((file) => !kept.includes(file))
      .map((file) => `${path}: ${file}`);
  });
}

/** Paths of the pages that are kept with a course in a language. */
export function keptPages(site: BuiltSite, locale: string, course = 'media-literacy'): string[] {
  return keptFiles(site, locale, course).filter((path) => path === '' || path.endsWith('/'));
}

/** The release that a site publishes. */
export function releaseOf(site: Pick<BuiltSite, 'read'>): string {
  return parseRelease(site.read('offline/release.json').toString())?.id ?? '';
}

/** The release that pages are opened from, as the device has it; empty where nothing is kept whole. */
export function releaseKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const name = (await caches.keys()).find((other) => other.startsWith('offline '));
    if (name === undefined) return '';
    const cache = await caches.open(name);
    const read = async (kind: string, id: string) => {
      const { url } = (await cache.keys()).find((request) => request.url.endsWith(`/${kind}/${id}`)) ?? {};
      return JSON.parse((await (await cache.match(url ?? ''))?.text()) ?? '{}') as Record<string, string>;
    };
    const { active } = await read('state', 'state');
    return active ? ((await read('edition', active))['release'] ?? '') : '';
  });
}

/** How many entries the site's caches hold. */
export function countKept(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('offline '));
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().filter(({ url }) => url.includes('/file/')).length;
  });
}
