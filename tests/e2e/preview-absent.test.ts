import { expect, test } from './support/test.ts';

// What authors see in `npm run dev` is for nobody else.

/** Words that stand in every part of it: in the panel, its pages, its scripts and its server. */
const traces = [
  'bilig-preview',
  'data-preview',
  'preview-panel',
  'Preview for authors',
  'preview-columns',
  '__open-in-editor',
  'bilig.live-content',
  'vite:beforeFullReload',
];

test('nothing of the preview for authors is in a build', ({ site }) => {
  expect(site.pages.length).toBeGreaterThan(100);
  expect(
    [...site.files].filter((file) => /(?:^|\/)(?:preview|_astro\/(?:panel|side-by-side|keep-place))/u.test(file)),
  ).toEqual([]);
  const found = [...site.files]
    .filter((file) => /\.(?:html|js|css|json|xml|txt|webmanifest)$/u.test(file))
    .flatMap((file) => {
      const text = site.read(file).toString('utf8');
      return traces.filter((trace) => text.includes(trace)).map((trace) => `${file}: ${trace}`);
    });
  expect(found).toEqual([]);
});
