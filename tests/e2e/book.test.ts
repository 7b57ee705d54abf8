import { readPdf } from './support/pdf.ts';
import { expect, test } from './support/test.ts';

const module = 'media-literacy/finding-the-source/';
const place = `${module}print/`;
const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();
/** Words as they come back from paper, where a line may end in any space. */
const joined = (text: string) => text.replace(/[\s\u00AD]+/gu, '');

for (const [language, letters] of Object.entries({
  kk: 'әғқңөұүі',
  az: 'əğıöşüç',
  uz: 'ʻ',
  ru: 'ёйъэ',
}))
  test(`a module goes to A4 whole, with its letters, its numbers of pages and its answers last: ${language}`, async ({
    page,
  }) => {
    await page.goto(`${language}/${place}`);
    const parts = page.locator('.book-part');
    const titles = await parts.locator('h2').first().allTextContents();
    const bytes = await page.pdf({ preferCSSPageSize: true });
    const pages = await readPdf(bytes);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
    // Each part begins on a sheet of its own; nothing runs on for sheets that hold nothing.
    expect(pages.length).toBeGreaterThan(await parts.count());
    expect(pages.length).toBeLessThan(45);
    for (const [index, text] of pages.entries())
      expect([index + 1, text.trim().length > 20]).toEqual([index + 1, true]);
    const all = joined(pages.join(' '));
    for (const title of titles) expect(all).toContain(joined(title));
    for (const letter of letters) expect([letter, all.includes(letter)]).toEqual([letter, true]);
    // What can be seen on the page is on paper, but for what helps to print it.
    for (const words of await page.locator('.book-part :is(p, li):not(:has(*)):visible').allTextContents()) {
      const text = joined(words).slice(0, 60);
      if (text.length === 60 && !text.includes('__')) expect(all).toContain(text);
    }
    // The title sheet has no number.
    for (const [index, text] of pages.entries())
      expect([index, new RegExp(`^${index + 1} `, 'u').test(text)]).toEqual([index, index > 0]);
    const answers = await page.locator('#answers h2').textContent();
    const from = pages.findIndex((text, index) => index > 0 && joined(text).includes(joined(answers ?? '?')));
    expect(from).toBeGreaterThan(pages.length / 2);
    for (const reason of await page.locator('#answers li > p:not(:first-child)').allTextContents()) {
      const text = joined(reason);
      if (text.length > 60) expect(joined(pages.slice(0, from).join(' '))).not.toContain(text);
    }
  });

test('on paper stands nothing of the site, and no word that helps to print', async ({ page }) => {
  await page.goto(`tr/${place}`);
  const around = await page.locator('.site-header a, .site-footer a, .book-help p').allTextContents();
  const pages = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  for (const words of around) if (words.trim().length > 12) expect(pages.join(' ')).not.toContain(plain(words));
});

test('no table and no question that has room on a sheet is cut in two', async ({ page }) => {
  await page.goto(`en/${place}`);
  for (const filler of [5, 14, 23]) {
    await page.evaluate((lines) => {
      document.querySelector('#cut')?.remove();
      const cells = (row: number) => `<td>row${row}a</td><td>row${row}b</td>`;
      const rows = Array.from({ length: 14 }, (_, row) => `<tr>${cells(row)}</tr>`).join('');
      const before = Array.from({ length: lines }, (_, line) => `<p>line ${line}</p>`).join('');
      const options = Array.from({ length: 8 }, (_, option) => `<li>option${option}x</li>`).join('');
      document
        .querySelector('.book-part')
        ?.insertAdjacentHTML(
          'beforebegin',
          `<section id="cut" class="book-part prose">${before}<table>${rows}</table>${before}<section class="exercise"><h3>Cut?</h3><ol>${options}</ol></section></section>`,
        );
    }, filler);
    const pages = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    const table = pages.filter((text) => /row\d+a/.test(text));
    const question = pages.filter((text) => /option\dx/.test(text));
    expect([filler, table.length, question.length]).toEqual([filler, 1, 1]);
    expect(table[0]).toContain('row13b');
    expect(question[0]).toContain('option7x');
  }
});

test('is printed black on white, whatever the theme', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(`ky/${place}`);
  const colours = await page.locator('body').evaluate((body) => {
    const { color, backgroundColor } = getComputedStyle(body);
    return [color, backgroundColor];
  });
  expect(colours).toEqual(['rgb(20, 41, 43)', 'rgb(255, 255, 255)']);
});

test('is not for search engines, not in the sitemap and not kept with a course; the module leads to it', async ({
  page,
  site,
}) => {
  await page.goto(`kk/${module}`);
  await page.locator(`main a[href$="/${place}"]`).click();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  await expect(page.locator('link[rel="canonical"]')).toHaveCount(0);
  expect(site.read('sitemap.xml').toString()).not.toContain('/print/');
  await page.locator('.book-help a').click();
  await expect(page).toHaveURL(new RegExp(`/kk/${module}$`));
});

test('leads from the contents to each part, and from a question to its answer and back', async ({ page }) => {
  await page.goto(`uz/${place}`);
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  const hrefs = await page
    .locator('main a[href^="#"]')
    .evaluateAll((links) => links.map((link) => decodeURIComponent(link.getAttribute('href') ?? '').slice(1)));
  expect(hrefs.length).toBeGreaterThan(30);
  expect(hrefs.filter((id) => !ids.includes(id))).toEqual([]);
});

test('shows every picture, with its words', async ({ page }) => {
  await page.goto(`az/${place}`);
  const pictures = page.locator('.book-part img');
  expect(await pictures.count()).toBeGreaterThan(2);
  for (const picture of await pictures.all()) {
    await expect(picture).toHaveAttribute('alt', /\S/u);
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  }
});
