import type { Page } from '@playwright/test';
import { answersKept, answerWith, attemptOfIt, expectAnswer, lesson, noticeIn, resultsOfIt } from './support/lesson.ts';
import { expectPanelReady, fillRecord, wholeRecord } from './support/record.ts';
import { expect, test } from './support/test.ts';

// Browsers that refuse, lose or damage the record: the lesson works, at most the last answer is lost, the learner is told.

/** Has parts of the browser deny the page everything, as a private mode or a setting does. */
async function deny(page: Page, ...names: string[]): Promise<void> {
  await page.addInitScript((denied) => {
    for (const name of denied)
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  }, names);
}

test.describe('without IndexedDB', () => {
  test('localStorage keeps the answers, and nothing need be said', async ({ page }) => {
    await deny(page, 'indexedDB');
    await page.goto(`kk/${lesson}/`);
    await answerWith(page, 'advert');
    await page.reload();
    await expectAnswer(page, 'advert');
    await expect(noticeIn(page)).toHaveCount(0);
  });

  for (const [name, fault] of [
    ['that never answers', () => (IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest)],
    [
      'that cannot be opened',
      () => {
        IDBFactory.prototype.open = () => {
          const request = { error: new DOMException('', 'UnknownError') } as unknown as IDBOpenDBRequest;
          setTimeout(() => request.onerror?.(new Event('error')));
          return request;
        };
      },
    ],
  ] as const) {
    test(`${name} the answers are kept beside it, and join it when it opens again`, async ({ context }) => {
      const before = await context.newPage();
      await before.goto(`az/${lesson}/`);
      await answerWith(before, 'advert');
      await before.close();

      const page = await context.newPage();
      await page.addInitScript(fault);
      await page.goto(`az/${lesson}/`);
      await answerWith(page, 'organiser');
      await expect(noticeIn(page)).toContainText('yenidən yükləyin');
      await page.close();

      const after = await context.newPage();
      await after.goto(`az/${lesson}/`);
      await expectAnswer(after, 'organiser');
      await expect(noticeIn(after)).toHaveCount(0);
      expect(await answersKept(after)).toEqual([false, true]);
      expect(await after.evaluate(() => Object.keys(localStorage).filter((key) => /\d/u.test(key)))).toEqual([]);
    });
  }

  test('of this version, since a later one of the site has taken it over, the learner is asked to reload', async ({
    page,
  }) => {
    await page.goto('ru/about/');
    await page.evaluate(
      () =>
        new Promise((done) => {
          const opening = indexedDB.open('bilig', 99);
          opening.onsuccess = done;
          opening.onupgradeneeded = () => opening.result.createObjectStore('entries');
        }),
    );
    await page.goto(`ru/${lesson}/`);
    await answerWith(page, 'advert');
    await expect(noticeIn(page)).toContainText('более новая версия');
    await page.reload();
    await expectAnswer(page, 'advert');
  });
});

test.describe('in a browser that keeps nothing', () => {
  const everything = ['indexedDB', 'localStorage', 'sessionStorage', 'caches'];

  test('the answers last for the visit, the learner is told once, and a file carries them to another day', async ({
    page,
    context,
  }) => {
    await deny(page, ...everything);
    await page.goto(`uz/${lesson}/`);
    await expect(noticeIn(page)).toContainText('hech narsa saqlamaydi');
    await answerWith(page, 'organiser');
    const saving = page.waitForEvent('download');
    await noticeIn(page).getByRole('button', { name: 'Faylga saqlash' }).click();
    const file = await (await saving).path();
    await noticeIn(page).getByRole('button', { name: 'Yopish' }).click();
    await page.locator('a[rel="next"]').click();
    await page.waitForURL(/trace-it-back/u);
    await page.locator('a[rel="prev"]').click();
    await page.waitForURL(/leave-the-page/u);
    await expectAnswer(page, 'organiser');
    await expect(noticeIn(page)).toHaveCount(0);

    const another = await context.newPage();
    await deny(another, ...everything);
    await another.goto('uz/learning/');
    await expectPanelReady(another);
    await another.locator('[data-record-file]').setInputFiles(file);
    await another.locator('[data-record-join]').click();
    await expect(another.locator('[data-record-status]')).toHaveText('Fayl qaydlaringiz bilan birlashtirildi.');
    await another.evaluate((address) => {
      // A link of the page, as those in its menu are.
      const link = Object.assign(document.createElement('a'), { href: address, textContent: 'uz' });
      document.querySelector('main')?.append(link);
      link.click();
    }, `../${lesson}/`);
    await another.waitForURL(/leave-the-page/u);
    await expectAnswer(another, 'organiser');
  });

  test.describe('in a frame without an origin', () => {
    // Captions cannot be had there: the browser asks for them as for a file of another site.
    test.use({ expectedErrors: [/Unsafe attempt to load URL .*\.vtt/u] });

    test('the lesson is shown, takes answers and says so', async ({ page, baseURL }) => {
      // Such a frame takes files only from hosts that give theirs to everybody.
      await page.route(/\/(?:_astro|words)\//u, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
      });
      await page.setContent(
        `<iframe sandbox="allow-scripts" src="${baseURL}en/${lesson}/" width="800" height="900"></iframe>`,
      );
      const frame = page.frameLocator('iframe');
      await answerWith(frame, 'organiser');
      await expectAnswer(frame, 'organiser');
      await expect(noticeIn(frame)).toContainText('keeps nothing');
    });
  });
});

test('on a full device nothing is lost, the learner is told, and all is written when there is room', async ({
  page,
  baseURL,
}) => {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(baseURL ?? '');
  // Before anything is written: Chromium goes by what it knew of the room for half a minute.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await page.goto(`ky/${lesson}/`);
  await answerWith(page, 'advert');
  await expect(noticeIn(page)).toContainText('орун калган эмес');
  await answerWith(page, 'blog');
  expect(await answersKept(page)).toEqual([]);
  // Nor are they lost with the page.
  await page.goto('ky/about/');
  await page.goto(`ky/${lesson}/`);
  await expectAnswer(page, 'blog');
  await expect(noticeIn(page)).toBeVisible();
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await answerWith(page, 'organiser');
  await expect(noticeIn(page)).toHaveCount(0);
  await expect.poll(() => answersKept(page)).toEqual([false, false, true]);
});

test('a connection that the browser closes in the middle is opened again', async ({ page }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...parameters) {
      const request = open.apply(this, parameters);
      request.addEventListener('success', () => Object.assign(window, { connection: request.result }));
      return request;
    };
  });
  await page.goto(`tr/${lesson}/`);
  await answerWith(page, 'advert');
  await page.evaluate(() => (window as unknown as { connection: IDBDatabase }).connection.close());
  await answerWith(page, 'organiser');
  await expect.poll(() => answersKept(page)).toEqual([false, true]);
  await expect(noticeIn(page)).toHaveCount(0);
});

test('damaged entries keep nobody from answering, and are counted in My learning', async ({ page }) => {
  await page.goto('en/about/');
  await fillRecord(page, [
    [attemptOfIt, '{"signature":"choice organiser","state":{"phase":"right","used":-1'],
    [resultsOfIt, `{"results":${'['.repeat(100_000)}`],
    [`lesson/${lesson}`, '"__proto__"'],
    ['lesson/of/no/course', '\u0000'],
  ]);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('bilig');
        opening.onsuccess = () => {
          const store = opening.result.transaction('entries', 'readwrite').objectStore('entries');
          store.put({ not: 'a text' }, 'attempt/c/m/l/object');
          store.put(new Uint8Array(1_000_000), 'attempt/c/m/l/bytes');
          store.put('a key of another type', 7);
          store.transaction.oncomplete = () => done();
        };
      }),
  );
  await page.goto('en/learning/');
  await expect(page.locator('[data-record-damaged]')).toContainText('cannot be read: 6.');
  await page.goto(`en/${lesson}/`);
  await answerWith(page, 'organiser');
  await expect.poll(() => answersKept(page)).toEqual([true]);
  await page.reload();
  await expectAnswer(page, 'organiser');
  await expect(noticeIn(page)).toHaveCount(0);
  expect((await wholeRecord(page)).get(attemptOfIt)).toContain('"phase":"right"');
});
