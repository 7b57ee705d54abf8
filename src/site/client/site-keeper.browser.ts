import { fontsPart, type PartId } from '#offline';
import { createBrowserKeeper } from '#offline/adapters/browser-keeper';
import type { Keeper } from '#offline/adapters/keeper';
import { parseReading } from '../reading-choices.ts';
import { readSetting, writeSetting } from './settings.browser.ts';

/** The site's base path, with the slash at its end. */
export const base = import.meta.env.BASE_URL.replace(/\/?$/u, '/');

let keeper: Keeper | null = null;

/** The chosen face is kept with the courses of readers who have chosen it: it weighs as much as ten lessons. */
export function wantedExtras(): PartId[] {
  return parseReading(readSetting('reading')).letters === 'andika' ? [fontsPart] : [];
}

/** The one keeper of the page. */
export function siteKeeper(): Keeper {
  keeper ??= createBrowserKeeper(new URL(base, location.href).href, wantedExtras);
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
