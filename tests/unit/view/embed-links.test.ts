import { describe, expect, test } from 'vitest';
import { embedLink, mendEmbedLinks } from '../../../src/site/embed-links.ts';

const address = (path: string) => new URL(`https://bilig.example/base/${path}`);
const lesson = address('embed/kk/media-literacy/finding-the-source/leave-the-page/');
const inLesson = { root: '/base/', page: lesson, text: lesson };
const alone = { ...inLesson, page: new URL('timurs-tab/', lesson) };

describe('a link in an embedded lesson', () => {
  test.each([
    ['to a place in it', '#қазір-сіздің-кезегіңіз'],
    ['to the lesson beside it', '../trace-it-back/'],
    ['to a section of the lesson beside it', '../trace-it-back/#upstream'],
    ['to its module', '../'],
    ['to another module', '/base/embed/kk/media-literacy/reading-the-message/'],
  ])('%s stays in the frame as it was written', (_, href) => {
    expect(embedLink(href, inLesson)).toEqual({ href, leaves: false });
  });

  test.each([
    [
      'to the glossary',
      '../../../glossary/#дереккөз',
      '/base/kk/glossary/#%D0%B4%D0%B5%D1%80%D0%B5%D0%BA%D0%BA%D3%A9%D0%B7',
    ],
    ['to the course', '../../', '/base/kk/media-literacy/'],
    ['to the full page', '/base/kk/media-literacy/finding-the-source/', '/base/kk/media-literacy/finding-the-source/'],
    ['to the same words below another base', '/embed/kk/a/b/', '/embed/kk/a/b/'],
    ['to another site', 'https://example.com/embed/kk/a/b/', 'https://example.com/embed/kk/a/b/'],
    ['to a mailbox', 'mailto:hello@bilig.example', 'mailto:hello@bilig.example'],
    ['that is none', 'https://[', 'https://['],
  ])('%s leads out of it', (_, written, href) => {
    expect(embedLink(written, inLesson)).toEqual({ href, leaves: true });
  });
});

describe('a link in an exercise that stands alone', () => {
  test('leads from its lesson, for which it was written', () => {
    const path = '/base/embed/kk/media-literacy/finding-the-source';
    expect(embedLink('#upstream', alone)).toEqual({ href: `${path}/leave-the-page/#upstream`, leaves: false });
    expect(embedLink('../trace-it-back/', alone)).toEqual({ href: `${path}/trace-it-back/`, leaves: false });
    expect(embedLink('../../../glossary/', alone)).toEqual({ href: '/base/kk/glossary/', leaves: true });
  });
});

test('links in markup are mended and nothing else is', () => {
  const html = [
    '<abbr title="<a href=&quot;x&quot;>">а</abbr>',
    '<a class="see" href="../../../glossary/?a=1&amp;b=2#x">Сөздік</a>',
    '<a title="қараңыз > мұнда" href="../trace-it-back/">Сабақ</a>',
    '<astro-island props=\'{"more":[0,"&lt;a href=#x>"]}\'></astro-island>',
  ];
  expect(mendEmbedLinks(html.join(''), inLesson)).toBe(
    [
      html[0],
      '<a class="see" href="/base/kk/glossary/?a=1&amp;b=2#x" target="_blank">Сөздік</a>',
      html[2],
      html[3],
    ].join(''),
  );
});
