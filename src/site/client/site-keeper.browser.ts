import { createBrowserKeeper } from '#offline/adapters/browser-keeper';
import type { Keeper } from '#offline/adapters/keeper';
import { writeSetting } from './settings.browser.ts';

/** The site's base path, with the slash at its end. */
export const base = import.meta.env.BASE_URL.replace(/\/?$/u, '/');

let keeper: Keeper | null = null;

/** The one keeper of the page. */
export function siteKeeper(): Keeper {
  keeper ??= createBrowserKeeper(new URL(base, location.href).href);
  return keeper;
}

/** Tells every page whether there is anything to look after, so that those of other readers load nothing for it. */
export function noteKeeping(keeps: boolean): void {
  writeSetting('offline', keeps ? 'yes' : '');
}

/** Notes that the site was asked for news just now. */
export function noteCheck(): void {
  writeSetting('offline-checked', String(Date.now()));
}
