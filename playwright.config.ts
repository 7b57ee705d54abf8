import { defineConfig } from '@playwright/test';
import { findBrowser, thisMachine } from './tests/e2e/find-browser.ts';
import { variants } from './tests/e2e/variants.ts';

const { executablePath, args } = findBrowser(thisMachine());
// Workers read this file again: what was found, or installed, here is what they use.
process.env['CHROME_PATH'] = executablePath;
// Playwright tells its children about colours itself; Node warns in each of them where both ways are used.
delete process.env['NO_COLOR'];

const address = (port: number, base: string) => `http://127.0.0.1:${port}${base}`;

// What starts and ends browsers of its own, or answers every type of exercise on one page, takes minutes, and the base means
// nothing to it. What comes after the present release, in turn, is built for one base only.
const withoutBase = ['process/**', 'gallery*.test.ts'];

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // A test that passes at the second try is a broken test.
  retries: 0,
  forbidOnly: true,
  // How long a busy machine may take; what is quick enough is said by budgets and benchmarks.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/results/playwright.json' }]],
  use: {
    launchOptions: { executablePath, args: [...args] },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  // `baseURL` ends in a slash: open pages by relative addresses ('en/'), so that a test holds under any base.
  projects: [
    ...variants.map(({ name, port, base }) => ({
      name,
      use: { baseURL: address(port, base) },
      ...(name === 'fixture'
        ? { testMatch: 'fixture/**/*.test.ts' }
        : { testIgnore: ['fixture/**', 'packages/**', ...(name === 'base' ? withoutBase : ['releases/**'])] }),
    })),
    // Packages for learning platforms in players of others; they open no page of the site.
    { name: 'packages', testMatch: 'packages/**/*.test.ts' },
  ],
  webServer: variants.map(({ folder, port, base }) => ({
    command: `"${process.execPath}" tests/e2e/serve.ts ${folder} --port ${port} --base ${base}`,
    port,
    reuseExistingServer: false,
    timeout: 20_000,
  })),
});
