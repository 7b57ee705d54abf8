import type { Page } from '@playwright/test';
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

/** Keeps the course in the page's language, which is chosen already. */
export async function keepCourse(page: Page, locale: Kept): Promise<void> {
  await openOffline(page, locale);
  await page.getByRole('button', { name: words[locale].keep }).click();
  await expect(page.locator('.offline-said')).toHaveText(words[locale].done, { timeout: 20_000 });
}

/** Paths of the pages that are kept with a course in a language. */
export function keptPages(site: BuiltSite, locale: string, course = 'media-literacy'): string[] {
  return ['common', `locale/${locale}`, `course/${course}/${locale}`]
    .flatMap((part) => parsePartList(site.read(`offline/${part}.json`).toString())?.files ?? [])
    .map(({ path }) => path)
    .filter((path) => path === '' || path.endsWith('/'));
}

/** The release that a site publishes. */
export function releaseOf(site: Pick<BuiltSite, 'read'>): string {
  return parseRelease(site.read('offline/release.json').toString())?.id ?? '';
}

/** How many entries the site's caches hold. */
export function countKept(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('offline '));
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().filter(({ url }) => url.includes('/file/')).length;
  });
}
