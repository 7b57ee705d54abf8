import { fileOf, isLesson } from './support/built-site.ts';
import { expect, test } from './support/test.ts';

// What holds for every page that was built, read from the files themselves.

test('every link, picture, script and anchor leads to a file and an element of this site', ({ site }) => {
  const anchors = new Map(
    [...site.pages, ...site.kits].map((page) => [
      fileOf(page),
      new Set([...page.document.querySelectorAll('[id]')].map((element) => element.id)),
    ]),
  );
  const faults: string[] = [];
  for (const page of [...site.pages, ...site.kits]) {
    const links = ['href', 'src', 'component-url', 'renderer-url', 'before-hydration-url', 'action'].flatMap((name) =>
      [...page.document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    );
    const pictures = [...page.document.querySelectorAll('[srcset]')].flatMap((element) =>
      (element.getAttribute('srcset') ?? '').split(',').map((entry) => entry.trim().split(/\s/u)[0] ?? ''),
    );
    for (const link of new Set([...links, ...pictures])) {
      if (/^(?:mailto|tel|data):/u.test(link)) continue;
      try {
        const found = site.resolve(link, page);
        if (!found) continue;
        if (!site.files.has(found.file)) faults.push(`${page.path}: ${link} has no file`);
        else if (found.anchor && !anchors.get(found.file)?.has(found.anchor))
          faults.push(`${page.path}: ${link} has no anchor`);
      } catch (error) {
        faults.push(`${page.path}: ${String(error)}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test('every page has one heading of the first level and skips no level below it', ({ site }) => {
  const faults = [...site.pages, ...site.kits].flatMap(({ path, document }) => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1]));
    const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    const firsts = levels.filter((level) => level === 1).length;
    return firsts === 1 && skipped.length === 0 ? [] : [`${path}: ${levels.join(' ')}`];
  });
  expect(faults).toEqual([]);
});

test('no id stands twice in a page, and every reference to an id finds it', ({ site }) => {
  const faults = [...site.pages, ...site.kits].flatMap(({ path, document }) => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    const repeated = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}: #${id} twice`);
    const named = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap((name) =>
      // A closed dialog is filled when it is opened, and axe looks at it then.
      [...document.querySelectorAll(`[${name}]:not(dialog)`)].flatMap((element) =>
        (element.getAttribute(name) ?? '').split(/\s+/u).map((id) => ({ name, id })),
      ),
    );
    const dangling = named.filter(({ id }) => !ids.includes(id)).map(({ name, id }) => `${path}: ${name}="${id}"`);
    return [...repeated, ...dangling];
  });
  expect(faults).toEqual([]);
});

test('every page says in which language it is', ({ site }) => {
  const faults = [...site.pages, ...site.kits].filter(({ path, locale }) => {
    const [first = ''] = path.replace(/^teach\//u, '').split('/');
    // The chooser and the page for wrong addresses belong to no language; each part of them says its own.
    return locale !== (site.languages.includes(first) ? first : 'en');
  });
  expect(faults.map(({ path, locale }) => `${path}: ${locale}`)).toEqual([]);
  for (const page of [site.page(''), site.page('404.html')])
    for (const language of site.languages) {
      const part = page.document.querySelector(`main [lang="${language}"]`);
      expect(part?.textContent.trim(), `${page.path} in ${language}`).toBeTruthy();
    }
});

test('every page has a policy that allows no script or style of unknown origin', ({ site }) => {
  for (const { path, document } of [...site.pages, ...site.kits]) {
    const policy = document.querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '';
    expect(policy, path).toContain("default-src 'self'");
    expect(policy, path).toContain("object-src 'none'");
    expect(policy, path).toMatch(/script-src 'self'(?: 'sha256-[^']+')+/u);
    expect(policy, path).not.toMatch(/unsafe-|\*|https?:/u);
    expect(document.querySelectorAll('[style], [onclick], [onload]').length, path).toBe(0);
  }
});

test('every lesson page has its exercises, its sources and a way on', ({ site }) => {
  const lessons = site.pages.filter(isLesson);
  expect(lessons.length).toBeGreaterThanOrEqual(site.languages.length * 9);
  for (const { path, document } of lessons) {
    expect(document.querySelectorAll('[data-exercise]').length, path).toBeGreaterThanOrEqual(5);
    expect(document.querySelectorAll('[data-exercise] astro-island[ssr]').length, path).toBe(
      document.querySelectorAll('[data-exercise]').length,
    );
    // A lesson on how to write lessons may rest on nobody's research.
    const cites = document.querySelector('.citation') !== null || !path.includes('/writing-lessons/');
    expect(document.querySelectorAll('.source-list li').length > 0, path).toBe(cites);
    expect(document.querySelectorAll('.neighbours a').length, path).toBeGreaterThan(0);
  }
});

test.describe('an unknown address', () => {
  test.use({ expectedErrors: [/status of 404/u] });

  for (const [address, language] of [
    ['kk/no-such-page/', 'kk'],
    ['az/media-literacy/finding-the-source/no-such-lesson/', 'az'],
    ['en/nothing', 'en'],
  ] as const) {
    test(`below /${language}/ is answered in that language: ${address}`, async ({ page }) => {
      const response = await page.goto(address);
      expect(response?.status()).toBe(404);
      const shown = page.locator('main [lang]:visible');
      await expect(shown.and(page.locator('[data-not-found]'))).toHaveCount(1);
      await expect(page.locator(`[data-not-found="${language}"]`)).toBeVisible();
      const home = page.locator(`[data-not-found="${language}"] a`).first();
      await home.click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
    });
  }

  test('below no language is answered in all of them', async ({ page, site }) => {
    await page.goto('nowhere/');
    await expect(page.locator('[data-not-found]:visible')).toHaveCount(site.languages.length);
  });
});
