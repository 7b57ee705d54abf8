import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

const COMPONENTS = ['tests/unit/site/**/*.test.ts', 'tests/unit/**/*.dom.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
          exclude: COMPONENTS,
          // How long a busy machine may take; what is quick enough is said by benchmarks.
          testTimeout: 30_000,
        },
      },
      {
        // Svelte islands and browser adapters, in a DOM.
        plugins: [svelte({ configFile: false }), svelteTesting()],
        test: { name: 'dom', include: COMPONENTS, environment: 'happy-dom', testTimeout: 30_000 },
      },
      {
        // Starts the site as a reader of the README would; takes a build, so it runs as its own step.
        test: { name: 'smoke', include: ['tests/smoke/**/*.test.ts'], testTimeout: 300_000, fileParallelism: false },
      },
    ],
  },
});
