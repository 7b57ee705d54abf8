import { expect, type Page } from '@playwright/test';
import { recordVersion } from '#learner';

// The record in the browser, read and written from outside the site's own code.

/** Replaces the whole record of the page's origin. */
export async function fillRecord(page: Page, entries: readonly (readonly [string, string])[]): Promise<void> {
  await page.evaluate(
    ([version, list]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('bilig', version);
        opening.onupgradeneeded = () => opening.result.createObjectStore('entries');
        opening.onerror = () => reject(new Error(String(opening.error)));
        opening.onsuccess = () => {
          const db = opening.result;
          const transaction = db.transaction('entries', 'readwrite');
          const store = transaction.objectStore('entries');
          store.clear();
          for (const [key, value] of list) store.put(value, key);
          transaction.oncomplete = () => {
            db.close();
            resolve();
          };
          transaction.onerror = () => reject(new Error(String(transaction.error)));
        };
      }),
    [recordVersion, entries] as const,
  );
}

/** All entries of the record, by key. */
export async function wholeRecord(page: Page): Promise<Map<string, string>> {
  const entries = await page.evaluate(
    (version) =>
      new Promise<[string, string][]>((resolve, reject) => {
        const opening = indexedDB.open('bilig', version);
        opening.onupgradeneeded = () => opening.result.createObjectStore('entries');
        opening.onerror = () => reject(new Error(String(opening.error)));
        opening.onsuccess = () => {
          const db = opening.result;
          const store = db.transaction('entries').objectStore('entries');
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          store.transaction.oncomplete = () => {
            db.close();
            resolve(keys.result.map((key, index) => [String(key), String(values.result[index])]));
          };
        };
      }),
    recordVersion,
  );
  return new Map(entries);
}

/** One entry of the record; null where there is none. */
export async function readRecord(page: Page, key: string): Promise<string | null> {
  return (await wholeRecord(page)).get(key) ?? null;
}

/** Waits until the panel on the page My learning takes presses: a file may be set, and a focus asked for, before. */
export async function expectPanelReady(page: Page): Promise<void> {
  await expect(page.locator('[data-record-ways]:not([inert])')).toBeAttached();
}
