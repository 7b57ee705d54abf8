import { posix } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { packageFormats, type Book } from '#packaging';
import { zipFiles } from '#packaging/adapters/zip';
import { reasonsOf } from '#exercise';
import { allBanks, bookOf, bookWith, content, context, galleryCourse, readPicture } from './banks.ts';
import { hostileText, withTexts } from './hostile.ts';
import { all, parseXml, textAt, type Parsed } from './parse-xml.ts';

// Whole courses, many times over.
vi.setConfig({ testTimeout: 60_000 });

/** A page as an element; the document type is all that keeps it from being plain XML. */
const page = (source: string) => parseXml(source.replace('<!DOCTYPE html>\n', ''));

function write(book: Book) {
  const { files, ...more } = packageFormats.epub.write(book, readPicture);
  const text = (path: string) => String(files.get(`EPUB/${path}`) ?? '');
  const packed = parseXml(text('package.opf'));
  const items = all(packed, 'item').map(({ attributes }) => attributes);
  const pages = new Map(
    items
      .filter((item) => item['media-type'] === 'application/xhtml+xml')
      .map(({ href = '' }) => [href, page(text(href))] as const),
  );
  return { ...more, files, text, packed, items, pages };
}

const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();
const idsIn = (node: Parsed): string[] => [
  ...(node.attributes['id'] === undefined ? [] : [node.attributes['id']]),
  ...node.children.flatMap(idsIn),
];
const metaOf = (packed: Parsed, property: string) =>
  all(packed, 'meta')
    .filter(({ attributes }) => attributes['property'] === property)
    .map(({ text }) => text);

describe.each(allBanks)('a book of $name', ({ course, locale }) => {
  const book = bookOf(course, locale, 'en');
  const { files, text, packed, items, pages } = write(book);

  test('begins with its kind, stored, and lists every file once, its pages in an order', () => {
    const archive = zipFiles(files);
    expect(Object.keys(unzipSync(archive))[0]).toBe('mimetype');
    // Local header of the first entry: method 0, no extra field; its bytes stand where readers look for them.
    const view = new DataView(archive.buffer, archive.byteOffset);
    expect([view.getUint16(8, true), view.getUint16(28, true)]).toEqual([0, 0]);
    expect(new TextDecoder().decode(archive.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
    const listed = items.map(({ href }) => `EPUB/${href}`).toSorted();
    const own = [...files.keys()].filter((path) => path.startsWith('EPUB/') && path !== 'EPUB/package.opf').toSorted();
    expect(listed).toEqual(own);
    const ids = items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const order = all(packed, 'itemref').map(({ attributes }) => attributes['idref']);
    expect(order).toEqual(items.filter((item) => item['media-type'] === 'application/xhtml+xml').map(({ id }) => id));
    expect(parseXml(String(files.get('META-INF/container.xml'))).text).toBe('\n\n');
  });

  test('says what it is, in which languages, whose, and how it can be read', () => {
    expect(textAt(packed, 'metadata', 'dc:title')).toBe(book.bank.title);
    expect(textAt(packed, 'metadata', 'dc:language')).toBe(locale);
    expect(textAt(packed, 'metadata', 'dc:rights')).toContain(book.bank.licence.url ?? '');
    for (const author of book.bank.authors) expect(textAt(packed, 'metadata', 'dc:creator')).toBe(author);
    expect(metaOf(packed, 'dcterms:modified')).toEqual([`${book.updated}T00:00:00Z`]);
    expect(metaOf(packed, 'schema:accessMode')).toContain('textual');
    expect(metaOf(packed, 'schema:accessModeSufficient')).toEqual(['textual']);
    expect(metaOf(packed, 'schema:accessibilityFeature')).toContain('tableOfContents');
    expect(metaOf(packed, 'schema:accessibilityHazard')).toEqual(['none']);
    expect(metaOf(packed, 'schema:accessibilitySummary')).toEqual([context.words(locale).book.accessibility]);
    expect(items.filter(({ properties }) => properties === 'nav').length).toBe(1);
    expect(items.filter(({ properties }) => properties === 'cover-image').length).toBe(1);
  });

  test('has no script, no form, and no id twice; each page and each borrowed text says its language in both ways', () => {
    for (const [href, html] of pages) {
      expect([href, html.attributes['xml:lang']]).toEqual([href, html.attributes['lang']]);
      expect([locale, 'en']).toContain(html.attributes['lang']);
      expect(text(href)).not.toMatch(/<(?:script|form|input|button|iframe|style|video|audio)\b| style="/);
      const ids = idsIn(html);
      expect([href, ids.filter((id, at) => ids.indexOf(id) !== at)]).toEqual([href, []]);
      const marked = [...text(href).matchAll(/<(\w+)\b[^>]*\slang="([^"]*)"[^>]*>/g)];
      for (const [tag = '', , tongue = ''] of marked) expect(tag).toContain(`xml:lang="${tongue}"`);
    }
  });

  test('leads by every link to what it has or to a whole address, and shows every picture with its words', () => {
    for (const [href, html] of pages) {
      for (const { attributes } of all(html, 'a')) {
        const [path = '', fragment = ''] = (attributes['href'] ?? '').split('#');
        if (/^(?:https?:|mailto:|tel:)/.test(path)) continue;
        const target = path === '' ? href : posix.join(posix.dirname(href), path);
        const found = pages.get(target);
        expect([href, attributes['href'], found !== undefined]).toEqual([href, attributes['href'], true]);
        if (fragment !== '' && found) expect(idsIn(found)).toContain(decodeURIComponent(fragment));
      }
      for (const { attributes } of all(html, 'img')) {
        expect(files.has(`EPUB/${posix.join(posix.dirname(href), attributes['src'] ?? '')}`)).toBe(true);
        expect((attributes['alt'] ?? '').trim()).not.toBe('');
      }
    }
  });

  test('names in its contents every lesson, the answers, the glossary and the credits', () => {
    const [nav] = all(pages.get('contents.xhtml') ?? { name: '', attributes: {}, children: [], text: '' }, 'nav');
    if (!nav) throw new Error('no contents');
    const titles = all(nav, 'a').map((link) => link.text);
    const lessons = book.modules.flatMap((module) => module.lessons);
    for (const { number, title } of lessons) expect(titles).toContain(`${number} ${title}`);
    const words = context.words(locale);
    expect(titles.some((title) => title.startsWith(words.answers))).toBe(true);
    if (book.terms.length) expect(titles).toContain(words.glossary);
    expect(titles).toContain(words.book.credits);
  });

  test('has headings that go down by one', () => {
    for (const [href, html] of pages) {
      const levels: number[] = [];
      const visit = (node: Parsed) => {
        const level = /^h([1-6])$/u.exec(node.name)?.[1];
        if (level) levels.push(Number(level));
        node.children.forEach(visit);
      };
      visit(html);
      expect([href, levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)]).toEqual([href, []]);
    }
  });
});

describe('a book', () => {
  test.each(['az', 'kk', 'uz'] as const)(
    'has every reason of every exercise in its answers, and none before, in %s',
    (locale) => {
      const book = bookOf(galleryCourse, locale);
      const { pages } = write(book);
      const answers = plain(pages.get('answers/types.xhtml')?.text ?? '');
      const lessons = galleryCourse.modules.flatMap((module) => module.lessons);
      for (const { id, versions } of lessons) {
        const chapter = plain(pages.get(`lessons/types/${id}.xhtml`)?.text ?? '');
        for (const exercise of versions[locale]?.exercises ?? []) {
          for (const { reason } of reasonsOf(exercise)) {
            const words = plain(reason.text);
            expect([exercise.id, answers.includes(words)]).toEqual([exercise.id, true]);
            if (words.length > 40) expect([exercise.id, chapter.includes(words)]).toEqual([exercise.id, false]);
          }
        }
      }
    },
  );

  test('leads from each exercise to its answer and back', () => {
    const course = content.courses.find(({ id }) => id === 'media-literacy');
    if (!course) throw new Error('no course');
    const { text } = write(bookOf(course, 'ky'));
    const chapter = text('lessons/finding-the-source/leave-the-page.xhtml');
    expect(chapter).toContain('href="../../answers/finding-the-source.xhtml#leave-the-page.answer.timurs-tab"');
    expect(text('answers/finding-the-source.xhtml')).toContain(
      'href="../lessons/finding-the-source/leave-the-page.xhtml#exercise.timurs-tab"',
    );
  });

  test('names a term’s meaning at its first mention in a lesson, and numbers the works that it cites', () => {
    const course = content.courses.find(({ id }) => id === 'media-literacy');
    if (!course) throw new Error('no course');
    const { text, pages } = write(bookOf(course, 'tr'));
    const chapter = text('lessons/finding-the-source/leave-the-page.xhtml');
    expect(chapter.match(/glossary\.xhtml#term\.source"/g)?.length).toBe(1);
    expect(chapter).toMatch(
      /<a class="citation" href="#source\.[\w-]+" epub:type="biblioref" role="doc-biblioref">\[1\]<\/a>/,
    );
    expect(pages.get('glossary.xhtml')?.text).toContain(content.glossary.get('lateral-reading')?.tr?.definition ?? '–');
  });

  test('marks a lesson that another language has lent, and says so in the reader’s own', () => {
    const course = content.courses.find(({ id }) => id === 'media-literacy');
    if (!course) throw new Error('no course');
    const modules = course.modules.map((module) => ({
      ...module,
      lessons: module.lessons.map((entry, index) => {
        const { uz: _taken, ...others } = entry.versions;
        return index === 0 ? { ...entry, versions: others } : entry;
      }),
    }));
    const { text, pages, packed } = write(bookOf({ ...course, modules }, 'uz', 'en'));
    const html = pages.get('lessons/finding-the-source/leave-the-page.xhtml');
    expect(html?.attributes['xml:lang']).toBe('en');
    expect(text('lessons/finding-the-source/leave-the-page.xhtml')).toContain(
      '<p class="notice" lang="uz" xml:lang="uz">',
    );
    // The lessons around it still find it, and the contents say its language.
    expect(text('contents.xhtml')).toMatch(/leave-the-page\.xhtml" lang="en" xml:lang="en"/);
    expect(text('answers/finding-the-source.xhtml')).toContain('<section lang="en" xml:lang="en">');
    expect(all(packed, 'dc:language').map((language) => language.text)).toEqual(['uz', 'en']);
  });

  test('has a cover whose words have room, however long they are', () => {
    const titles = ['Дереккөзді табу', 'x'.repeat(60), 'Medya okuryazarlığı ve eleştirel düşünmeye giriş', ''];
    for (const title of titles) {
      const book = bookWith([], 'kk', { title });
      const cover = parseXml(write({ ...book, bank: { ...book.bank, title } }).text('cover.svg'));
      for (const { attributes, text } of all(cover, 'text')) {
        expect([...text].length * Number(attributes['font-size']) * 0.62).toBeLessThanOrEqual(980);
        expect(Number(attributes['y'])).toBeLessThan(1120);
      }
    }
  });

  test('stays well-formed whatever its texts are', () => {
    const exercises = [...(galleryCourse.modules[0]?.lessons ?? [])].flatMap(
      ({ versions: { ky } }) => ky?.exercises ?? [],
    );
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 5, maxLength: 9 }), (texts) => {
        const [title = '', goal = '', ...others] = texts;
        const book = bookWith(
          exercises.map((exercise) => withTexts(exercise, texts)),
          'ky',
          { title, goal, objectives: others },
        );
        const { files } = write(book);
        for (const [path, source] of files)
          if (/\.(?:xhtml|opf|xml)$|cover\.svg$/.test(path)) expect(() => page(String(source))).not.toThrow();
      }),
      { seed: 43, numRuns: 12 },
    );
  });
});
