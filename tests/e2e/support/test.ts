import { expect, test as base, type BrowserContext } from '@playwright/test';
import { variants } from '../variants.ts';
import { builtSite, type BuiltSite } from './built-site.ts';

interface Fixtures {
  /** Console messages that a test provokes on purpose, such as that of a missing page. */
  readonly expectedErrors: readonly RegExp[];
  readonly watch: undefined;
}

interface WorkerFixtures {
  /** The files that the browser opens. */
  readonly site: BuiltSite;
}

/**
 * The `test` of every browser test: whatever a test is about, a page that logs an error, throws, asks another host for
 * anything, breaks its own policy or sets a cookie fails it.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  expectedErrors: [[], { option: true }],
  site: [
    async ({}, use, { project }) => {
      const variant = variants.find(({ name }) => name === project.name);
      if (!variant) throw new Error(`No site is built for the project ${project.name}.`);
      await use(builtSite(variant));
    },
    { scope: 'worker' },
  ],
  watch: [
    async ({ context, baseURL, expectedErrors }, use) => {
      const faults = await watchContext(context, new URL(baseURL ?? '').origin);
      await use(undefined);
      const cookies = (await context.cookies()).map(({ name }) => `cookie: ${name}`);
      const unexpected = [...faults, ...cookies].filter((fault) => !expectedErrors.some((known) => known.test(fault)));
      expect(unexpected, 'what no page may do').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Gathers what no page may do, in a list that grows while the context lives. */
export async function watchContext(context: BrowserContext, origin: string): Promise<readonly string[]> {
  const faults: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`error: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && asked !== origin) faults.push(`request: ${request.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.effectiveDirective} forbids ${event.blockedURI || event.sourceFile}`);
    });
  });
  return faults;
}
