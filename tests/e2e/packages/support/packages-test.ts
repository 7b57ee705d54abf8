import { expect, test as base } from '@playwright/test';
import { filesOf, type TestedPackage } from './packages.ts';
import { startPlatform, type Platform } from './platform.ts';

interface Fixtures {
  /** Starts a platform that has a package. */
  readonly platform: (tested: TestedPackage) => Promise<Platform>;
  /** What a test provokes on purpose. */
  readonly expectedErrors: readonly RegExp[];
  readonly faults: undefined;
}

/** The `test` of packages: whatever it is about, nothing may be logged, and nothing be asked of another host. */
export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],
  platform: async ({}, use) => {
    const started: Platform[] = [];
    await use(async (tested) => {
      const platform = await startPlatform(filesOf(tested));
      started.push(platform);
      return platform;
    });
    for (const platform of started) {
      expect(platform.missing).toEqual([]);
      await platform.stop();
    }
  },
  faults: [
    async ({ context, expectedErrors }, use) => {
      const faults: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
      });
      context.on('weberror', (error) => faults.push(error.error().message));
      context.on('request', (request) => {
        const { hostname, protocol } = new URL(request.url());
        if (hostname !== '127.0.0.1' && protocol !== 'data:' && protocol !== 'blob:') faults.push(request.url());
      });
      await use(undefined);
      expect(faults.filter((fault) => !expectedErrors.some((known) => known.test(fault)))).toEqual([]);
    },
    { auto: true },
  ],
});
