import { getViteConfig } from 'astro/config';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

// What stands between our code and Astro: pages and components rendered by Astro's container.
// A file of its own, because it loads astro.config.mjs and half of `src`; unit tests must run when that is broken.
export default getViteConfig({
  test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], testTimeout: 30_000 },
});
