import type { Content } from '#course';
import { expect, test } from 'vitest';
import { partsOfSite } from '../../../src/site/view/offline-parts.ts';

const content = {
  site: { languages: ['kk', 'az'] },
  courses: [{ id: 'media-literacy', source: 'en', pages: { kk: { title: 'Медиасауаттылық' } } }],
} as unknown as Content;

const built = [
  'index.html',
  '404.html',
  'favicon.svg',
  'icon-192.png',
  'og.png',
  'sitemap.xml',
  'sw.js',
  '_astro/Choice.a1.js',
  '_astro/lists.b2.css',
  '_astro/andika.c3.woff2',
  '_astro/upstream.d4.svg',
  '_astro/gallery-only.e5.svg',
  '_astro/EmbedPage.astro_script.f6.js',
  '_astro/embed.g7.css',
  '_astro/PackagePage.astro_script.h8.js',
  '_astro/teach.i9.css',
  '_astro/slides.j1.css',
  '_astro/KitPart.astro_script.k2.js',
  'kk/index.html',
  'kk/glossary/index.html',
  'kk/offline/index.html',
  'kk/exercises/index.html',
  'kk/404/index.html',
  'kk/rss.xml',
  'kk/words/review.json',
  'kk/manifest.webmanifest',
  'kk/media-literacy/index.html',
  'kk/media-literacy/finding-the-source/index.html',
  'kk/media-literacy/finding-the-source/print/index.html',
  'az/media-literacy/index.html',
  'az/offline/index.html',
  'search/kk/manifest.json',
  'tr/glossary/index.html',
  'embed/kk/media-literacy/finding-the-source/index.html',
  'teach/kk/media-literacy/finding-the-source/leave-the-page/index.html',
  'package/kk/media-literacy/finding-the-source/index.html',
  'package/build.json',
];
const parts = partsOfSite(content, built, (file) => (file.includes('upstream') ? ['media-literacy'] : []));
const filesOf = (part: string) => parts.get(part)?.files;

test('every page of a course in a language is in its part, under the title of the course there', () => {
  expect(parts.get('course/media-literacy/kk')).toEqual({
    title: 'Медиасауаттылық',
    files: ['kk/media-literacy/finding-the-source/index.html', 'kk/media-literacy/index.html'],
  });
  expect(parts.get('course/media-literacy/az')).toEqual({
    title: 'media-literacy',
    files: ['az/media-literacy/index.html'],
  });
});

test('a language has its tools, its words and its search', () => {
  expect(filesOf('locale/kk')).toEqual([
    'kk/glossary/index.html',
    'kk/index.html',
    'kk/words/review.json',
    'search/kk/manifest.json',
  ]);
});

test('what every page needs is common, with the page in each language that says what is kept', () => {
  expect(filesOf('common')).toEqual([
    '_astro/Choice.a1.js',
    '_astro/lists.b2.css',
    'az/offline/index.html',
    'favicon.svg',
    'icon-192.png',
    'index.html',
    'kk/manifest.webmanifest',
    'kk/offline/index.html',
  ]);
});

test('pictures go with the courses that show them, and fonts by themselves', () => {
  expect([filesOf('media/media-literacy'), filesOf('fonts')]).toEqual([
    ['_astro/upstream.d4.svg'],
    ['_astro/andika.c3.woff2'],
  ]);
});

test('no file is in two parts, and what is for authors, hosts and programs is in none', () => {
  const all = [...parts.values()].flatMap(({ files }) => files);
  expect(new Set(all).size).toBe(all.length);
  for (const file of [
    '404.html',
    'og.png',
    'sitemap.xml',
    'sw.js',
    'kk/exercises/index.html',
    'kk/404/index.html',
    'kk/media-literacy/finding-the-source/print/index.html',
    'kk/rss.xml',
    'tr/glossary/index.html',
    '_astro/gallery-only.e5.svg',
    '_astro/EmbedPage.astro_script.f6.js',
    '_astro/embed.g7.css',
    '_astro/PackagePage.astro_script.h8.js',
    '_astro/teach.i9.css',
    '_astro/slides.j1.css',
    '_astro/KitPart.astro_script.k2.js',
    'package/kk/media-literacy/finding-the-source/index.html',
    'package/build.json',
  ])
    expect(all, file).not.toContain(file);
});
