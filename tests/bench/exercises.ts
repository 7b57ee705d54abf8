import { once } from 'node:events';
import { chromium } from '@playwright/test';
import { findBrowser, thisMachine } from '../e2e/find-browser.ts';
import { createSiteServer } from '../e2e/serve.ts';
import { builtSite } from '../e2e/support/built-site.ts';
import { variants } from '../e2e/variants.ts';
import { weighIslands } from './weigh.ts';

// Prints what each type of exercise weighs and how long answering it keeps a slow phone busy: after a build of the sites,
// node tests/bench/exercises.ts. Each control is used once and the answer checked, with the processor slowed down.
const slowdown = 4;
const [root] = variants;
if (!root) throw new Error('There is no build to measure.');
const site = builtSite(root);
const weights = weighIslands(site.page('kk/exercises/'), site);

const server = createSiteServer(root.folder, root.base).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('The server has no port.');
const { executablePath, args } = findBrowser(thisMachine());
const browser = await chromium.launch({ executablePath, args: [...args] });
const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
const session = await page.context().newCDPSession(page);
await page.goto(`http://127.0.0.1:${address.port}${root.base}kk/exercises/`);
const exercises = await page.locator('[data-exercise]').all();
for (const exercise of exercises) {
  await exercise.scrollIntoViewIfNeeded();
  await exercise.locator('astro-island:not([ssr])').waitFor({ state: 'attached' });
}
await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });

const rows: { kind: string; bytes: number; longest: number }[] = [];
for (const exercise of exercises) {
  const longest = await exercise.evaluate(async (section) => {
    // A task that holds input up for more than 50 ms is a long task (W3C Long Tasks API); shorter ones are not told.
    let most = 0;
    const note = (entries: readonly PerformanceEntry[]) => {
      for (const { duration } of entries) most = Math.max(most, duration);
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ entryTypes: ['longtask'] });
    const settle = () => new Promise((done) => setTimeout(done, 30));
    const controls = () => [
      ...section.querySelectorAll<HTMLElement>('.exercise-body :is(input, select, textarea, button)'),
    ];
    // Controls come and go with the answers, so they are asked for anew.
    for (let index = 0; index < Math.min(controls().length, 40); index += 1) {
      const control = controls()[index];
      if (!control || control.closest('.exercise-actions')) continue;
      if (control instanceof HTMLSelectElement) {
        control.selectedIndex = control.options.length - 1;
        control.dispatchEvent(new Event('change', { bubbles: true }));
      } else control.click();
      await settle();
    }
    section.querySelector<HTMLElement>('.exercise-actions button')?.click();
    await settle();
    note(observer.takeRecords());
    observer.disconnect();
    return most;
  });
  const url = (await exercise.locator('astro-island').getAttribute('component-url')) ?? '';
  const kind = url.slice(url.lastIndexOf('/') + 1).split('.')[0] ?? '';
  rows.push({ kind, bytes: weights.get(kind) ?? 0, longest });
}
await browser.close();
server.close();

console.log(
  `KB after Brotli 11 beyond the shared runtime; longest task over 50 ms while answering, with the processor ${slowdown} times slower`,
);
console.log(['type'.padEnd(16), '    KB', '    ms'].join('  '));
for (const { kind, bytes, longest } of rows)
  console.log([kind.padEnd(16), (bytes / 1024).toFixed(1).padStart(6), longest.toFixed(0).padStart(6)].join('  '));
