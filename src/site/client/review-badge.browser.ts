import { readSetting, writeSetting } from './settings.browser.ts';
import { countDue, readCatalogue, readReview } from './review-record.browser.ts';

const setting = 'badge';

/** True where the browser can show a number on the icon of an installed site. */
export function canBadge(): boolean {
  return 'setAppBadge' in navigator;
}

export function wantsBadge(): boolean {
  return readSetting(setting) === 'on';
}

export function chooseBadge(on: boolean, due: number): void {
  writeSetting(setting, on ? 'on' : 'off');
  showBadge(on ? due : 0);
}

/** Shows a number on the icon, where the learner wants it; 0 takes it away. */
export function showBadge(due: number): void {
  if (!canBadge() || (due > 0 && !wantsBadge())) return;
  // A browser may refuse where the site is not installed.
  (due > 0 ? navigator.setAppBadge(due) : navigator.clearAppBadge()).catch(() => undefined);
}

/** Counts what is due and shows it, from any page; the page of reviews says which exercises there are. */
export async function refreshBadge(): Promise<void> {
  const address = `${import.meta.env.BASE_URL}${document.documentElement.lang}/review/`;
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  showBadge(countDue(await readReview(readCatalogue(page), Date.now())));
}
