import { isCheckDue } from '#offline';
import type { NewEdition } from '#offline/adapters/keeper';
import noteStyles from '../styles/offline-note.css?url';
import type { OfflineWords } from '../view/offline-view.ts';
import { readSetting, writeSetting } from './settings.browser.ts';
import { base, noteCheck, siteKeeper } from './site-keeper.browser.ts';

// Loaded at rest by the pages of readers who keep something: goes on with what was interrupted, and asks once a day
// whether there is something new.

const carryOn = () => void siteKeeper().carryOn();

async function lookForNews(): Promise<void> {
  if (!navigator.onLine || !isCheckDue(readSetting('offline-checked'), Date.now())) return;
  const news = await siteKeeper().news();
  noteCheck();
  if (news && news.release !== readSetting('offline-later')) await tell(news);
}

/** Shows a note above the foot of the window, where it moves nothing. */
async function tell(news: NewEdition): Promise<void> {
  const locale = document.documentElement.lang;
  const response = await fetch(`${base}${locale}/words/offline.json`);
  const words = (await response.json()) as OfflineWords;
  const note = document.createElement('aside');
  note.className = 'offline-note';
  note.setAttribute('aria-label', words.title);
  const text = document.createElement('p');
  text.textContent = words.newsNote;
  const link = document.createElement('a');
  link.className = 'button';
  link.href = `${base}${locale}/offline/`;
  link.textContent = words.manage;
  const later = document.createElement('button');
  later.type = 'button';
  later.className = 'button button-quiet';
  later.textContent = words.later;
  later.addEventListener('click', () => {
    writeSetting('offline-later', news.release);
    note.remove();
  });
  note.append(text, link, later);
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = noteStyles;
  sheet.addEventListener('load', () => document.body.append(note));
  document.head.append(sheet);
}

// The page on which courses are kept does both by itself.
if (!document.querySelector('[data-offline-page]')) {
  carryOn();
  window.addEventListener('online', carryOn);
  lookForNews().catch(() => undefined);
}
