import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { weighFiles } from '../bench/weigh.ts';
import { expectNoViolations } from './support/axe.ts';
import { hydrate } from './support/actions.ts';
import { boxOf, expectFullHeight, frameOf, heardOn, hostPage, openFrame, openHostPage } from './support/host-page.ts';
import { answerWith, exerciseIn, expectAnswer, lesson, noticeIn } from './support/lesson.ts';
import { expect, test } from './support/other-site.ts';
import { refuseStorage } from './support/refuse-storage.ts';

// A module, a lesson or an exercise of this site in a page of another one.

const module = 'media-literacy/finding-the-source';
const exercise = `${lesson}/timurs-tab`;
const element = (id: string, place: string, more = '') => {
  const names = ['course', 'module', 'lesson', 'exercise'];
  const attributes = place.split('/').map((part, index) => `${names[index]}="${part}"`);
  return `<bilig-module id="${id}" ${attributes.join(' ')} ${more}><a href="#">Дереккөзді табу</a></bilig-module>`;
};

test.describe('a frame without a script', () => {
  test('shows a module, its lessons and their exercises below the strictest policy of its host', async ({
    page,
    otherSite,
    root,
  }) => {
    const frame = `<iframe src="${root}embed/kk/${module}/" title="Дереккөзді табу" width="100%" height="640"
      loading="lazy" allow="fullscreen"></iframe>`;
    const policy = `default-src 'none'; frame-src ${new URL(root).origin}`;
    otherSite.publish('/', hostPage(frame), policy);
    await page.goto(otherSite.origin);
    const inside = page.frameLocator('iframe');
    await inside.getByRole('link', { name: 'Беттен шығыңыз' }).click();
    await expect(inside.locator('h1')).toHaveText('Беттен шығыңыз');
    await answerWith(inside, 'organiser');
    await inside.locator('a[rel="next"]').click();
    await expect(inside.locator('h1')).toHaveText('Түп-төркінін табыңыз');
    await inside.locator('a[rel="up"]').click();
    await expect(inside.locator('h1')).toHaveText('Дереккөзді табу');
    const open = inside.locator('[data-embed-open]');
    await expect(open).toHaveAttribute('target', '_blank');
    expect(await open.evaluate((link) => (link as HTMLAnchorElement).href)).toBe(`${root}kk/${module}/`);
  });

  test('keeps answers from lesson to lesson where storage is refused', async ({ page, otherSite, root }) => {
    await refuseStorage(page);
    otherSite.publish('/', hostPage(`<iframe src="${root}embed/az/${lesson}/" width="340" height="600"></iframe>`));
    await page.goto(otherSite.origin);
    const inside = page.frameLocator('iframe');
    await answerWith(inside, 'organiser');
    await inside.locator('a[rel="next"]').click();
    await inside.locator('a[rel="prev"]').click();
    await expectAnswer(inside, 'organiser');
  });

  test('takes the colours of its address along, also where storage is refused', async ({ page, otherSite, root }) => {
    await refuseStorage(page);
    otherSite.publish('/', hostPage(`<iframe src="${root}embed/ru/${module}/?theme=dark"></iframe>`));
    await page.goto(otherSite.origin);
    const inside = page.frameLocator('iframe');
    await expect(inside.locator('html')).toHaveAttribute('data-theme', 'dark');
    await inside.locator('.lesson-list a').first().click();
    await expect(inside.locator('article[data-lesson-text]')).toBeVisible();
    await expect(inside.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('is passed through by keyboard, takes no focus by itself and does not move the page', async ({
    page,
    otherSite,
    root,
  }) => {
    const frame = `<iframe src="${root}embed/kk/${exercise}/" title="Жаттығу" width="360" height="500"></iframe>`;
    otherSite.publish('/', hostPage(`<p style="height: 1500px"></p>${frame}<p style="height: 1500px"></p>`));
    await page.goto(otherSite.origin);
    const inside = page.frameLocator('iframe');
    await expect(inside.locator('.embed-foot')).toBeAttached();
    expect(await page.evaluate(() => [scrollY, document.activeElement?.tagName])).toEqual([0, 'BODY']);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await hydrate(inside.locator('[data-exercise]'));
    await page.locator('#before').focus();
    await page.keyboard.press('Tab');
    await expect(inside.locator('input').first()).toBeFocused();
    const met = [];
    for (let steps = 0; steps < 12; steps++) {
      await page.keyboard.press('Tab');
      if (await page.locator('#after').evaluate((link) => link === document.activeElement)) break;
      met.push(await inside.locator(':focus').evaluate((focused) => focused.tagName));
    }
    expect(met).toEqual(expect.arrayContaining(['BUTTON', 'A']));
    await expect(page.locator('#after')).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(inside.locator(':focus')).toHaveCount(1);
    await expect(page.locator('#after')).not.toBeFocused();
  });
});

test.describe('the script', () => {
  test('works below a policy that allows it and its frame alone, and tells what the learner does', async ({
    page,
    otherSite,
    root,
  }) => {
    const { origin } = new URL(root);
    const policy = `default-src 'none'; script-src ${origin}; frame-src ${origin}`;
    await openHostPage(page, { otherSite, root }, element('week', lesson), policy);
    const box = boxOf(page, 'week');
    await expect(box).toHaveAttribute('title', 'Дереккөзді табу');
    await expect(box).toHaveAttribute('loading', 'lazy');
    await expect(box).toHaveAttribute('allow', 'fullscreen');
    // Its language is that of the page around it.
    await expect(box).toHaveAttribute('src', `${root}embed/kk/${lesson}/`);
    const plain = { language: 'kk', score: null, correct: null };
    const started = { type: 'bilig-started', at: 'week', detail: { ...plain, id: lesson } };
    await expect.poll(() => heardOn(page)).toEqual([started]);
    const frame = await openFrame(page, 'week');
    await answerWith(frameOf(page, 'week'), 'advert');
    await answerWith(frameOf(page, 'week'), 'organiser');
    await frame.locator('[data-finish]').click();
    const answered = { ...plain, id: exercise };
    await expect
      .poll(() => heardOn(page))
      .toEqual([
        started,
        { type: 'bilig-answered', at: 'week', detail: { ...answered, score: 0, correct: false } },
        { type: 'bilig-answered', at: 'week', detail: { ...answered, score: 1, correct: true } },
        { type: 'bilig-completed', at: 'week', detail: { ...answered, score: 1 } },
        { type: 'bilig-completed', at: 'week', detail: { ...plain, id: lesson } },
      ]);
    // Nothing of what was chosen is among it.
    expect(JSON.stringify(await heardOn(page))).not.toMatch(/organiser|advert/u);
  });

  test('says that a module is completed once all its lessons are', async ({ page, otherSite, root }) => {
    await openHostPage(page, { otherSite, root }, element('week', module, 'language="ky"'));
    const inside = frameOf(page, 'week');
    await inside.locator('.lesson-list a').first().click();
    for (const isLast of [false, false, true]) {
      await inside.locator('[data-finish]').click();
      await expect(inside.locator('[data-finished]')).not.toBeEmpty();
      if (!isLast) await inside.locator('a[rel="next"]').click();
    }
    const completed = async () =>
      (await heardOn(page)).filter(({ type }) => type === 'bilig-completed').map(({ detail }) => detail['id']);
    const lessons = ['leave-the-page', 'trace-it-back', 'whom-to-trust'].map((id) => `${module}/${id}`);
    await expect.poll(completed).toEqual([...lessons, module]);
  });

  test('gives each of two modules the height of what it shows, also after a late picture', async ({
    page,
    otherSite,
    root,
  }) => {
    // The notice that nothing is kept comes late, too, and in every browser.
    await refuseStorage(page);
    const parts = element('first', exercise) + element('second', module, 'language="ru"');
    await openHostPage(page, { otherSite, root }, parts);
    await expect(frameOf(page, 'first').locator('[data-record-notice] p')).not.toBeEmpty();
    await expectFullHeight(page, 'first');
    await boxOf(page, 'second').scrollIntoViewIfNeeded();
    await expectFullHeight(page, 'second');
    const before = await boxOf(page, 'first').boundingBox();
    const frame = await openFrame(page, 'first');
    await frame.evaluate(async (address) => {
      const picture = document.createElement('img');
      picture.height = 400;
      document.querySelector('article')?.append(picture);
      await new Promise((done) => {
        picture.onload = done;
        picture.src = address;
      });
    }, `${root}icon-512.png`);
    await expect
      .poll(async () => (await boxOf(page, 'first').boundingBox())?.height)
      .toBeGreaterThan(before?.height ?? 0);
    await expectFullHeight(page, 'first');
    // And back again, which a frame out of sight learns only when it is seen.
    await page.evaluate(() => scrollTo(0, 0));
    await frame.evaluate(() => document.querySelector('article > img')?.remove());
    await expect.poll(async () => (await boxOf(page, 'first').boundingBox())?.height).toBe(before?.height);
    // Each has told of its own, once it was seen.
    const heard = async () => (await heardOn(page)).map(({ at, detail }) => [at, detail['id']].join(' ')).sort();
    await expect.poll(heard).toEqual([`first ${exercise}`, `second ${module}`]);
  });

  test('ignores what other frames, other origins and the page itself say', async ({ page, otherSite, root }) => {
    const lie = (height: number) =>
      `for (const target of [parent, parent.frames[0]]) for (const message of [
        { bilig: 1, type: 'height', height: ${height} },
        { bilig: 1, type: 'completed', id: '${lesson}', language: 'kk', score: 1 },
        { bilig: 1, type: 'theme', theme: 'dark' },
        { bilig: 1, type: 'language', language: 'ru' },
      ]) target.postMessage(message, '*');`;
    otherSite.publish('/liar', hostPage(`<script>${lie(7777)}; parent.postMessage('told', '*')</script>`));
    await openHostPage(page, { otherSite, root }, element('week', exercise));
    await expectFullHeight(page, 'week');
    await expect.poll(async () => (await heardOn(page)).length).toBe(1);
    // What is said of the record comes last, and adds to the height.
    await expect(noticeIn(frameOf(page, 'week'))).toBeVisible();
    await expectFullHeight(page, 'week');
    const height = (await boxOf(page, 'week').boundingBox())?.height;
    await page.evaluate(
      async (forged) => {
        const told = new Promise((done) =>
          window.addEventListener('message', ({ data }) => data === 'told' && done(null)),
        );
        const frame = document.createElement('iframe');
        frame.src = '/liar';
        document.body.append(frame);
        await told;
        // From the page itself, and what has another form.
        for (const message of forged) window.postMessage(message, '*');
        const inner = document.querySelector('bilig-module')?.shadowRoot?.querySelector('iframe')?.contentWindow;
        for (const message of [
          null,
          'theme',
          { type: 'theme', theme: 'dark' },
          { bilig: 2, type: 'theme', theme: 'dark' },
        ])
          inner?.postMessage(message, '*');
        inner?.postMessage({ bilig: 1, type: 'theme', theme: '"><script>' }, '*');
        inner?.postMessage({ bilig: 1, type: 'language', language: '../../../..' }, '*');
      },
      [
        { bilig: 1, type: 'height', height: 9999 },
        { bilig: 1, type: 'answered', id: lesson, language: 'kk', score: 1 },
      ],
    );
    // A message of the right kind arrives after all of these.
    await page.locator('#week').evaluate((week) => week.setAttribute('theme', 'light'));
    await expect(frameOf(page, 'week').locator('html')).toHaveAttribute('data-theme', 'light');
    expect((await boxOf(page, 'week').boundingBox())?.height).toBe(height);
    expect((await heardOn(page)).map(({ type }) => type)).toEqual(['bilig-started']);
    await expect(frameOf(page, 'week').locator('html')).toHaveAttribute('lang', 'kk');
  });

  test('follows its attributes and leaves the learner where she is', async ({ page, otherSite, root }) => {
    await openHostPage(page, { otherSite, root }, element('week', module, 'language="kk" theme="dark"'));
    const inside = frameOf(page, 'week');
    const set = (name: string, value: string) =>
      page.locator('#week').evaluate((week, [key, text]) => week.setAttribute(key, text), [name, value] as const);
    await inside.locator('.lesson-list a').first().click();
    await expect(inside.locator('article[data-lesson-text]')).toBeVisible();
    await expect(inside.locator('html')).toHaveAttribute('data-theme', 'dark');
    await set('theme', 'light');
    await expect(inside.locator('html')).toHaveAttribute('data-theme', 'light');
    await set('language', 'az');
    await expect(inside.locator('article[lang="az"]')).toBeVisible();
    await expect(inside.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(inside.locator('html')).toHaveAttribute('data-embed-id', lesson);
    await expectFullHeight(page, 'week');
    await set('lesson', 'trace-it-back');
    await expect(inside.locator('html')).toHaveAttribute('data-embed-id', `${module}/trace-it-back`);
  });

  test('sends nothing before it is greeted, and nothing at all to a page that does not greet', async ({
    page,
    otherSite,
    root,
  }) => {
    const listener = `<script>window.all = []; window.addEventListener('message', ({ data }) => all.push(data))</script>`;
    const frame = `<iframe src="${root}embed/kk/${lesson}/" width="600" height="600"></iframe>`;
    otherSite.publish('/', hostPage(frame, listener));
    await page.goto(otherSite.origin);
    await answerWith(page.frameLocator('iframe'), 'organiser');
    expect(await page.evaluate(() => (window as unknown as { all: unknown[] }).all)).toEqual([
      { bilig: 1, type: 'ready' },
    ]);
  });

  test('says in the language of the element that there is nothing to show', async ({ page, otherSite, root }) => {
    const parts = [
      element('none', 'media-literacy'),
      element('gap', 'media-literacy', 'lesson="leave-the-page"'),
      element('tongue', module, 'language="xx"'),
      '<bilig-module id="script" src="javascript:alert(1)" language="tr"><a href="#">Kaynağı bulma</a></bilig-module>',
    ];
    await openHostPage(page, { otherSite, root }, parts.join(''));
    const notes = page.locator('bilig-module [role="status"]');
    await expect(notes).toHaveText([
      /^Мұнда көрсететін ештеңе жоқ/u,
      /^Мұнда көрсететін ештеңе жоқ/u,
      /^There is nothing to show/u,
      /^Burada gösterilecek bir şey yok/u,
    ]);
    await expect(page.locator('bilig-module iframe:visible')).toHaveCount(0);
  });

  test.describe('with a module that does not exist', () => {
    test.use({ expectedErrors: [/^request: http:\/\/localhost:\d+\/|status of 404/u] });

    test('says so, and follows when it is mended', async ({ page, otherSite, root }) => {
      await openHostPage(page, { otherSite, root }, element('week', 'media-literacy/no-such-module'));
      await expect(page.locator('#week [role="status"]')).toHaveText(/^Мұнда көрсететін ештеңе жоқ/u);
      await expect(boxOf(page, 'week')).toBeHidden();
      await page.locator('#week').evaluate((week) => week.setAttribute('module', 'finding-the-source'));
      await expect(frameOf(page, 'week').locator('h1')).toHaveText('Дереккөзді табу');
      await expect(page.locator('#week [role="status"]')).toBeHidden();
    });
  });

  test('leaves what stands in the element to readers without it', async ({ browser, otherSite, root }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    otherSite.publish('/', hostPage(element('week', module), `<script src="${root}embed.js" defer></script>`));
    await page.goto(otherSite.origin);
    await expect(page.getByRole('link', { name: 'Дереккөзді табу' })).toBeVisible();
    await context.close();
  });
});

test.describe('an embedded page', () => {
  const places = { 'a module': module, 'a lesson': lesson, 'an exercise': exercise };

  for (const [name, place] of Object.entries(places)) {
    test(`with ${name} has nothing for axe to find and does not scroll sideways at 320 pixels`, async ({ page }) => {
      for (const language of ['kk', 'az', 'ru', 'en']) {
        await page.setViewportSize({ width: 320, height: 600 });
        await page.goto(`embed/${language}/${place}/`);
        for (const part of await page.locator('[data-exercise]').all()) await hydrate(part);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), language).toBeLessThanOrEqual(320);
      }
      await expectNoViolations(page);
    });
  }

  test('says where it comes from and is found nowhere by itself', ({ site }) => {
    expect(site.embeds.length).toBeGreaterThan(site.languages.length * 20);
    const listed = [...site.files].filter((file) => /^(?:offline|search)\/|^sitemap\.xml$/u.test(file));
    expect(listed.length).toBeGreaterThan(20);
    for (const file of listed)
      expect(site.read(file).toString(), file).not.toMatch(/embed\/[a-z]{2}\/|_astro\/[Ee]mbed/u);
    for (const { path, html, locale } of site.embeds) {
      // There are too many of them to read each as a document.
      const [, language = '', full = ''] = /^embed\/([a-z]{2})\/((?:[^/]+\/){2,3})/u.exec(path) ?? [];
      expect(locale, path).toBe(language);
      expect(html, path).toContain('<meta name="robots" content="noindex">');
      expect(html, path).toContain(`<link rel="canonical" href="${site.address}${site.base}${language}/${full}">`);
      expect(html, path).toContain(`href="${site.base}${language}/${full}`);
      expect(html, path).toMatch(/<footer class="embed-foot".*rel="license noopener"/su);
      expect(html, path).not.toMatch(/site-header|site-footer|breadcrumbs/u);
      expect(html.match(/<h1[ >]/gu), path).toHaveLength(1);
    }
  });

  test('leads to pages that are there, in the frame or in a tab of its own', ({ site }) => {
    const faults = site.embeds.flatMap((page) => {
      const ids = new Set([...page.html.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id));
      const links = [...page.html.matchAll(/<a(?=\s)(?:"[^"]*"|[^>"])*>/gu)].map(([tag]) => tag);
      return links.flatMap((tag) => {
        const href = (/\shref="([^"]*)"/u.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&');
        const isOpen = tag.includes('target="_blank"');
        if (href.startsWith('#'))
          return ids.has(decodeURIComponent(href.slice(1))) && !isOpen ? [] : [`${page.path} ${tag}`];
        const found = /^(?:mailto|tel):/u.test(href) ? null : site.resolve(href, page);
        const isThere = !found || site.files.has(found.file);
        return isThere && isOpen !== (found?.file.startsWith('embed/') ?? false) ? [] : [`${page.path} ${tag}`];
      });
    });
    expect(faults).toEqual([]);
  });

  test('stays in the language that is there, and an exercise links to its lesson', async ({ page, root }) => {
    await page.goto(`embed/kk/${exercise}/`);
    await hydrate(exerciseIn(page));
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('[data-embed-open]')).toHaveAttribute(
      'href',
      `${new URL(root).pathname}kk/${lesson}/#timurs-tab`,
    );
  });

  test('gives way to pages of the site that are asked for', async ({ page }) => {
    await page.goto(`embed/en/${lesson}/`);
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = '../../../glossary/';
      link.textContent = 'Glossary';
      // Not into an exercise, whose component would take it out again.
      document.querySelector('main')?.append(link);
    });
    const link = page.getByRole('link', { name: 'Glossary', exact: true });
    await link.focus();
    await expect(link).toHaveAttribute('target', '_blank');
    expect(await link.getAttribute('href')).toMatch(/\/en\/glossary\/$/u);
  });
});

// Snippets of the documents, as a lecturer copies them.
const documents = readFileSync(resolve(import.meta.dirname, '../../docs/embed.md'), 'utf8');
const snippets = [...documents.matchAll(/^```html\n([\s\S]*?)^```$/gmu)].map(([, code = '']) => code);
const shown = snippets.filter((code) => !code.startsWith('<link'));

test('every piece of code in the documents shows what it is said to show', async ({ page, otherSite, root }) => {
  expect(shown).toHaveLength(4);
  for (const [index, code] of shown.entries()) {
    otherSite.publish(`/${index}`, hostPage(code.replaceAll('https://bilig.example/', root)));
    await page.goto(`${otherSite.origin}/${index}`);
    await expect(page.frameLocator('iframe').locator('h1')).toHaveText(
      ['Дереккөзді табу', 'Səhifədən çıxın', 'Дереккөзді табу', 'Exercise 2'][index] ?? '',
    );
  }
  await answerWith(page.frameLocator('iframe'), 'organiser');
  await expect(page.locator('#told')).toHaveText(`${exercise}: true, 1`);
});

test('the embedding script weighs no more than 3 KB and comes as one classic file', async ({ site, page, root }) => {
  expect(weighFiles(['embed.js'], site)).toBeLessThanOrEqual(3 * 1024);
  expect(site.read('embed.js').toString()).not.toMatch(/\bimport\b|\bexport\b/u);
  const response = await page.request.get(`${root}embed.js`);
  expect(response.headers()['content-type']).toContain('javascript');
});
