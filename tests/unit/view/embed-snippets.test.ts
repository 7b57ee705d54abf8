import { expect, test } from 'vitest';
import { readLanguages } from '../../../src/site/embed-languages.ts';
import { embedAddress, frameSnippet, scriptSnippet } from '../../../src/site/embed-snippets.ts';

const exercise = {
  site: 'https://bilig.example/base/',
  language: 'uz',
  path: ['media-literacy', 'finding-the-source', 'leave-the-page', 'timurs-tab'],
  title: '«Toʻrt yostiq» & "eng yaxshi" <mehmonxona>',
};

test('a frame has the address of what it shows, and a title from which no markup comes', () => {
  expect(frameSnippet({ ...exercise, theme: 'dark' })).toBe(
    '<iframe src="https://bilig.example/base/embed/uz/media-literacy/finding-the-source/leave-the-page/timurs-tab/?theme=dark"' +
      ' title="«Toʻrt yostiq» &amp; &quot;eng yaxshi&quot; &lt;mehmonxona>" width="100%" height="640" loading="lazy"' +
      ' allow="fullscreen" frameborder="0"></iframe>',
  );
});

test('an element names what it shows part by part, and holds a link to the full page', () => {
  expect(scriptSnippet(exercise)).toBe(
    '<script src="https://bilig.example/base/embed.js" defer></script>\n' +
      '<bilig-module course="media-literacy" module="finding-the-source" lesson="leave-the-page" exercise="timurs-tab"' +
      ' language="uz"><a href="https://bilig.example/base/uz/media-literacy/finding-the-source/leave-the-page/#timurs-tab">' +
      '«Toʻrt yostiq» &amp; &quot;eng yaxshi&quot; &lt;mehmonxona></a></bilig-module>',
  );
});

test('a module stands by itself, in the colours of the device where none are chosen', () => {
  const module = { ...exercise, path: exercise.path.slice(0, 2), theme: null };
  expect(embedAddress(module)).toBe('https://bilig.example/base/embed/uz/media-literacy/finding-the-source/');
  expect(scriptSnippet(module)).toContain(
    '<a href="https://bilig.example/base/uz/media-literacy/finding-the-source/">',
  );
  expect(scriptSnippet(module)).not.toMatch(/theme|lesson=/u);
});

test('several languages go along in both codes, the one that opens first before the others', () => {
  const several = { ...exercise, language: 'kk', also: ['ru', 'en'], theme: 'light' as const };
  expect(embedAddress(several)).toMatch(/\/embed\/kk\/.*\/timurs-tab\/\?theme=light&languages=kk,ru,en$/u);
  expect(frameSnippet(several)).toContain('/timurs-tab/?theme=light&amp;languages=kk,ru,en" title="');
  expect(scriptSnippet(several)).toContain(
    ' languages="kk,ru,en" theme="light"><a href="https://bilig.example/base/kk/',
  );
  expect(scriptSnippet(several)).not.toContain(' language=');
  expect(embedAddress({ ...exercise, also: [] })).not.toContain('?');
});

test.each([
  ['kk,az', ['kk', 'az']],
  [' az, ru  kk,', ['az', 'ru', 'kk']],
  ['ru,ru,xx,ru', ['ru']],
  ['KK,__proto__,../kk,javascript:alert(1)', []],
  ['', []],
  [null, []],
])('of the languages that a host names, %j, those that are there are offered: %j', (named, offered) => {
  expect(readLanguages(named, ['az', 'kk', 'ru'])).toEqual(offered);
});
