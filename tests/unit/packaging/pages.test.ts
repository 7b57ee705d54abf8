import type { Course, LessonEntry } from '#course';
import { makePagesPackage, packageFormats, type BuiltSite, type PagesFormat, type Selections } from '#packaging';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relativePath, targetOf } from '../../../src/packaging/pages/built-site.ts';
import { collectFiles } from '../../../src/packaging/pages/collect-files.ts';
import { mapAttributes } from '../../../src/packaging/pages/html-attributes.ts';
import { importsOf, rewriteScript, rewriteSheet } from '../../../src/packaging/pages/rewrite-code.ts';
import { rewritePage, type Ways } from '../../../src/packaging/pages/rewrite-page.ts';
import { content, context, exampleOf } from './banks.ts';
import { all, parseXml, type Parsed } from './parse-xml.ts';

/** A built site of a few files. */
function siteOf(files: Readonly<Record<string, string>>, base = '/'): BuiltSite {
  return {
    base,
    address: 'https://bilig.example',
    text: (path) => files[path] ?? null,
    bytes: (path) => (files[path] === undefined ? null : new TextEncoder().encode(files[path])),
  };
}

describe('an address in a page', () => {
  const from = 'embed/kk/course/module/lesson/index.html';

  test.each([
    ['/_astro/a.js', '_astro/a.js', ''],
    ['../next/#бөлім', 'embed/kk/course/module/next/index.html', '#бөлім'],
    ['#here', from, '#here'],
    ['?a=1', from, '?a=1'],
    ['media/%D0%B0.svg', 'embed/kk/course/module/lesson/media/а.svg', ''],
    ['./', from, ''],
    ['/kk/', 'kk/index.html', ''],
    ['../../../../../../../etc/passwd', 'etc/passwd', ''],
  ])('%s names the file %s', (href, file, rest) => {
    expect(targetOf(href, from, { base: '/' })).toMatchObject({ file, rest });
    const below = href.startsWith('/') ? `/base${href}` : href;
    if (!href.includes('passwd')) expect(targetOf(below, from, { base: '/base/' })).toMatchObject({ file, rest });
  });

  test.each(['https://example.org/a', '//example.org/a', 'mailto:a@b.example', 'data:image/svg+xml,x', 'javascript:1'])(
    '%s names no file of the site',
    (href) => {
      expect(targetOf(href, from, { base: '/' })).toBeNull();
    },
  );

  test('of another folder of the host is no file of the site', () => {
    expect(targetOf('/other/', from, { base: '/base/' })).toBeNull();
  });

  test('leads from any file to any other and back', () => {
    const name = fc.constantFrom('a', 'ab', 'kk', 'index.html');
    const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(path, path, (one, other) => {
        expect(new URL(relativePath(one, other), `https://a.example/${one}`).pathname).toBe(`/${other}`);
      }),
    );
  });
});

describe('a page', () => {
  const ways: Ways = {
    load: (href) => `load:${href}`,
    loadIfThere: (href) => (href.startsWith('/') ? `load:${href}` : href),
    link: (href) =>
      href.startsWith('/kk/')
        ? { href: `https://bilig.example${href}`, leaves: true }
        : { href: `in:${href}`, leaves: false },
  };

  test('has its addresses led on, in attributes and nowhere else', () => {
    const html = [
      '<html lang="kk" data-sheet="/a.css"><link rel="canonical" href="/kk/"><link rel="stylesheet" href="/b.css">',
      '<script>document.write(`<link rel=stylesheet href=${x}><a href="/kk/">`)</script>',
      '<script type="module" src="/c.js"></script>',
      '<img src="/d.svg" srcset="/d.webp 1x, /e.webp 2x" alt="a > b &lt; «c»">',
      '<a href="../next/">Келесі</a><a href="/kk/glossary/" rel="noopener">Сөздік</a>',
      '<a href="#a&quot;b" target="_blank">x</a><p>href="/kk/"</p>',
    ].join('');
    expect(rewritePage(html, ways)).toBe(
      [
        '<html lang="kk" data-sheet="load:/a.css"><link rel="canonical" href="/kk/"><link rel="stylesheet" href="load:/b.css">',
        '<script>document.write(`<link rel=stylesheet href=${x}><a href="/kk/">`)</script>',
        '<script type="module" src="load:/c.js"></script>',
        '<img src="load:/d.svg" srcset="load:/d.webp 1x, load:/e.webp 2x" alt="a > b &lt; «c»">',
        '<a href="in:../next/">Келесі</a><a href="https://bilig.example/kk/glossary/" rel="noopener" target="_blank">Сөздік</a>',
        `<a href='in:#a"b'>x</a><p>href="/kk/"</p>`,
      ].join(''),
    );
  });

  test('has them led on in what its islands are given, whatever stands there', () => {
    const props = {
      picture: [0, { src: [0, '/p.svg'], alt: [0, `it's "quoted" <b>&amp;</b>`] }],
      model: [0, { src: [0, 'media/p.svg'] }],
      see: [0, { href: [0, '../next/#a'] }],
      more: [0, '<p>Қараңыз: <a href="/kk/glossary/">сөздік</a></p>'],
    };
    const attribute = JSON.stringify(props).replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('<', '&lt;');
    const made = rewritePage(
      `<astro-island component-url="/i.js" props='${attribute}' client="visible"></astro-island>`,
      ways,
    );
    let given: unknown;
    mapAttributes(made, (tag, attributes) => {
      if (tag === 'astro-island') given = JSON.parse(attributes.get('props') ?? '');
      return attributes;
    });
    expect(given).toEqual({
      picture: [0, { src: [0, 'load:/p.svg'], alt: [0, `it's "quoted" <b>&amp;</b>`] }],
      model: [0, { src: [0, 'media/p.svg'] }],
      see: [0, { href: [0, 'in:../next/#a'] }],
      more: [
        0,
        '<p>Қараңыз: <a href="https://bilig.example/kk/glossary/" target="_blank" rel="noopener">сөздік</a></p>',
      ],
    });
    expect(made).toContain('component-url="load:/i.js"');
  });

  test('of any text stays byte for byte where nothing is changed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => mapAttributes(text, (_, same) => same) === text));
  });
});

describe('a script and a sheet', () => {
  test('take what stands below the base from their own place', () => {
    const code = 'import{a}from"./b.js";const s="/base/_astro/c.css",t=`/base/x`;import(`./d.js`);';
    expect(rewriteScript(code, '/base/', { load: () => './c.css' })).toBe(
      'import{a}from"./b.js";const s=new URL("./c.css",import.meta.url).href,t=`/base/x`;import(`./d.js`);',
    );
    expect(importsOf(code)).toEqual(['./b.js', './d.js']);
  });

  test('lose their fonts, which nobody can choose in a package', () => {
    const sheet =
      "@font-face{font-family:Andika;src:url(/_astro/a.woff2)}p{background:url('/_astro/b.svg')}q{background:url(data:x)}";
    expect(rewriteSheet(sheet, { load: (href) => `.${href}` })).toBe(
      "p{background:url('./_astro/b.svg')}q{background:url(data:x)}",
    );
  });
});

const lesson = (id: string, module: string): LessonEntry => {
  const version = (locale: 'kk' | 'en') => ({
    file: '',
    locale,
    title: id,
    summary: id,
    goal: '',
    objectives: [],
    state: null,
    sections: [],
    exercises: [exampleOf('choice-soup-number', locale), exampleOf('short-bus-day', locale)],
    quizzes: [],
    // One module explains a word, the other one none.
    terms: module === 'module' ? [{ id: 'source', place: { file: '', line: 1, column: 1 } }] : [],
    citations: [],
    links: [],
    media: [],
  });
  return {
    course: 'course',
    module,
    id,
    minutes: 20,
    skills: ['LAT'],
    published: '2026-11-23',
    updated: '2026-11-25',
    review: { reviewed: null, due: '2027-11-23' },
    source: 'en',
    versions: { kk: version('kk'), en: version('en') },
  };
};

const page = (title: string) => ({ title, summary: `${title} & ]]> "<"`, file: '' }) as never;
const hostile = 'Тақырып <b>&"\'] ]> oʻzbek';
const moduleOf = (id: string) => ({
  id,
  course: 'course',
  announced: false,
  pages: { kk: page(hostile), en: page(id) },
  lessons: [lesson('first', id), lesson('second', id)],
});
const course: Course = {
  id: 'course',
  source: 'en',
  licence: 'CC-BY-SA-4.0',
  authors: ['Айгерім; Ltd, B'],
  level: 1,
  completion: { lessons: 1, answered: 0.8, score: 2 / 3 },
  pages: { kk: page(hostile), en: page('Course') },
  modules: [moduleOf('module'), moduleOf('other')],
  check: null,
};

function builtSite(base: string): BuiltSite {
  const files: Record<string, string> = {
    '_astro/shell.js': 'import"./record.js"',
    '_astro/record.js': `fetch("${base}_astro/late.css")`,
    '_astro/late.css': 'p{}',
    '_astro/page.css': `a{background:url(${base}_astro/star.svg)}`,
    '_astro/star.svg': '<svg/>',
    'favicon.svg': '<svg/>',
  };
  for (const locale of ['kk', 'en']) {
    files[`${locale}/words/sections.json`] = '{}';
    for (const id of ['module', 'other']) {
      const folder = `embed/${locale}/course/${id}`;
      const head = `<head><link rel="stylesheet" href="${base}_astro/page.css"><link rel="icon" href="${base}favicon.svg"></head>`;
      files[`package/${locale}/course/${id}/index.html`] =
        `<!doctype html><html lang="${locale}">${head}<meta http-equiv="content-security-policy" content="default-src 'self';"><body><template data-language="${locale}"><a href="${base}${folder}/first/" data-lesson="course/${id}/first">$1 $&amp; 1</a></template><script type="module" src="${base}_astro/shell.js"></script></body></html>`;
      for (const name of ['credits', 'glossary'])
        files[`package/${locale}/course/${id}/${name}/index.html`] = `<html lang="${locale}">${head}</html>`;
      files[`${folder}/index.html`] = `<html lang="${locale}">${head}<a href="first/">1</a></html>`;
      for (const name of ['first', 'second'])
        files[`${folder}/${name}/index.html`] =
          `<html lang="${locale}">${head}<a href="../second/">2</a><a href="../../other/first/">o</a><a href="${base}${locale}/glossary/" target="_blank">g</a></html>`;
    }
  }
  return siteOf(files, base);
}

const select = (locale: 'kk' | 'en', module: string | null) =>
  ({
    content,
    course,
    module: course.modules.find(({ id }) => id === module) ?? null,
    locale,
    fallback: null,
  }) as const;

const formats: [string, PagesFormat][] = [
  ['scorm12', packageFormats.scorm12],
  ['scorm2004', packageFormats.scorm2004],
  ['cmi5', packageFormats.cmi5],
];

describe.each(formats)('%s', (name, format) => {
  const make = (module: string | null, base = '/') =>
    makePagesPackage(format, [select('kk', module), select('en', module)] as Selections, context, builtSite(base));
  const manifestName = name === 'cmi5' ? 'cmi5.xml' : 'imsmanifest.xml';
  const texts = (files: ReadonlyMap<string, string | Uint8Array>) =>
    [...files].flatMap(([path, text]) => (typeof text === 'string' ? [[path, text] as const] : []));

  test.each(['/', '/base/'])('has relative addresses for all that it loads, from the base %s', (base) => {
    for (const module of ['module', null]) {
      const { files } = make(module, base);
      for (const [path, text] of texts(files)) {
        if (path === manifestName) continue;
        const addresses = [...text.matchAll(/(?:href|src)="([^"]*)"|url\(([^)]*)\)/gu)].map(
          ([, one, two]) => one ?? two ?? '',
        );
        for (const address of addresses.filter((one) => !one.startsWith('https://bilig.example/'))) {
          const target = decodeURIComponent(new URL(address, `https://p.example/${path}`).pathname.slice(1));
          expect(files.has(target), `${path}: ${address}`).toBe(true);
          expect(address.startsWith('/'), `${path}: ${address}`).toBe(false);
        }
      }
      expect(String(files.get('_astro/record.js'))).toContain('new URL("./late.css",import.meta.url).href');
    }
  });

  test('is the same whatever the base of the site was, but for the addresses of its pages', () => {
    const plain = (base: string) =>
      [...make('module', base).files].map(([path, text]) => [
        path,
        String(text).replaceAll(`bilig.example${base}`, 'bilig.example/'),
      ]);
    expect(plain('/base/')).toEqual(plain('/'));
  });

  test('begins with its manifest, at the root, and then has its files in order', () => {
    const [first, ...others] = make('module').files.keys();
    expect(first).toBe(manifestName);
    expect(others).toEqual([...others].sort());
    expect(others).toContain('index.html');
  });

  test('has every language in the page that is launched, and the record in those that are shown', () => {
    const { files } = make('module');
    const shell = String(files.get('index.html'));
    expect([...shell.matchAll(/<template data-language="(\w+)"/gu)].map(([, locale]) => locale)).toEqual(['kk', 'en']);
    expect(shell).toContain(`data-format="${name}"`);
    expect(shell).toContain('$1 $&amp; 1');
    expect(shell.includes('connect-src *')).toBe(name === 'cmi5');
    const shown = String(files.get('embed/en/course/module/first/index.html'));
    expect(shown).toContain('data-record="given" data-root="../../../../../"');
    expect(shown).toContain('<a href="../second/index.html">2</a>');
    // Another module is for the platform to open.
    expect(shown).toContain(
      '<a href="https://bilig.example/en/course/other/first/" target="_blank" rel="noopener">o</a>',
    );
  });

  test('has a glossary in each language of every module that names a term, and lists it', () => {
    const { files } = make(null);
    expect([...files.keys()].filter((path) => path.includes('glossary'))).toEqual([
      'package/en/course/module/glossary/index.html',
      'package/kk/course/module/glossary/index.html',
    ]);
    if (name !== 'cmi5') expect(files.get(manifestName)).toContain('package/kk/course/module/glossary/index.html');
  });

  test('says what it cannot carry, of exercises and lessons that are there', () => {
    const kinds = new Set(make('module').losses.map(({ what }) => what));
    expect([...kinds].sort()).toEqual(
      name === 'cmi5' ? [] : name === 'scorm2004' ? ['told-confidence'] : ['short-state', 'told-confidence'],
    );
  });

  test('is refused where the site has not what a page loads', () => {
    const site = builtSite('/');
    const broken: BuiltSite = {
      ...site,
      text: (path) => (path.includes('second') ? null : site.text(path)),
      bytes: (path) => (path.includes('second') ? null : site.bytes(path)),
    };
    expect(() => makePagesPackage(format, [select('kk', 'module')], context, broken)).toThrow(
      /no file embed\/kk\/course\/module\/second/u,
    );
  });
});

const find = (node: Parsed, name: string): Parsed[] => [...(node.name === name ? [node] : []), ...all(node, name)];
const textOf = (node: Parsed | undefined) => node?.text ?? '';

describe.each([
  ['1.2', packageFormats.scorm12, 'ADL SCORM', '1.2', 'adlcp:scormtype'],
  ['2004', packageFormats.scorm2004, 'ADL SCORM', '2004 4th Edition', 'adlcp:scormType'],
] as const)('a manifest of SCORM %s', (version, format, schema, schemaVersion, typeName) => {
  const { files } = makePagesPackage(format, [select('kk', null), select('en', null)], context, builtSite('/'));
  const manifest = parseXml(String(files.get('imsmanifest.xml')));

  test('names its version, one organization and one unit a module, in the first language', () => {
    expect(textOf(find(manifest, 'schema')[0])).toBe(schema);
    expect(textOf(find(manifest, 'schemaversion')[0])).toBe(schemaVersion);
    const [organizations] = find(manifest, 'organizations');
    const [organization] = find(manifest, 'organization');
    expect(organizations?.attributes['default']).toBe(organization?.attributes['identifier']);
    const items = find(manifest, 'item');
    const resources = find(manifest, 'resource');
    expect(items.map((item) => textOf(find(item, 'title')[0]))).toEqual([hostile, hostile]);
    for (const item of items) {
      const resource = resources.find(
        ({ attributes }) => attributes['identifier'] === item.attributes['identifierref'],
      );
      expect(resource?.attributes).toMatchObject({ type: 'webcontent', [typeName]: 'sco' });
      expect(files.has(resource?.attributes['href'] ?? '')).toBe(true);
    }
  });

  test('asks for the score that the course asks for', () => {
    const wanted =
      version === '1.2' ? find(manifest, 'adlcp:masteryscore') : find(manifest, 'imsss:minNormalizedMeasure');
    expect(wanted.map(textOf)).toEqual(version === '1.2' ? ['67', '67'] : [String(2 / 3), String(2 / 3)]);
  });

  test('lists every file of the package once and no other, with identifiers that are unique', () => {
    const hrefs = find(manifest, 'file').map(({ attributes }) => decodeURIComponent(attributes['href'] ?? ''));
    expect([...hrefs].sort()).toEqual([...files.keys()].filter((path) => path !== 'imsmanifest.xml').sort());
    const identifiers = ['manifest', 'organization', 'item', 'resource'].flatMap((name) =>
      find(manifest, name).map(({ attributes }) => attributes['identifier'] ?? ''),
    );
    expect(new Set(identifiers).size).toBe(identifiers.length);
    for (const identifier of identifiers) expect(identifier).toMatch(/^[A-Za-z_][\w.-]*$/u);
    const known = new Set(find(manifest, 'resource').map(({ attributes }) => attributes['identifier']));
    for (const { attributes } of find(manifest, 'dependency')) expect(known).toContain(attributes['identifierref']);
  });

  test('describes it in both languages, with licence, author and place', () => {
    const strings = find(manifest, version === '1.2' ? 'langstring' : 'string').map(({ attributes, text }) => [
      attributes[version === '1.2' ? 'xml:lang' : 'language'],
      text,
    ]);
    expect(strings).toContainEqual(['kk', hostile]);
    expect(strings).toContainEqual(['en', 'Course']);
    const text = textOf(manifest);
    expect(text).toContain('https://creativecommons.org/licenses/by-sa/4.0/');
    expect(text).toContain('FN:Айгерім\\; Ltd\\, B');
    expect(text).toContain('https://bilig.example/kk/course/');
    expect(text).toContain('2026-11-25');
    expect(text).toContain('PT1H20M');
  });
});

test('a course structure of cmi5 names units by IRIs, with titles in every language', () => {
  const { files } = makePagesPackage(
    packageFormats.cmi5,
    [select('kk', null), select('en', null)],
    context,
    builtSite('/'),
  );
  const structure = parseXml(String(files.get('cmi5.xml')));
  expect(structure.attributes['xmlns']).toBe('https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd');
  const units = find(structure, 'au');
  const ids = [...find(structure, 'course'), ...units].map(({ attributes }) => attributes['id'] ?? '');
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(() => new URL(id)).not.toThrow();
  for (const unit of units) {
    expect(unit.attributes).toMatchObject({
      moveOn: 'CompletedAndPassed',
      masteryScore: String(2 / 3),
      launchMethod: 'AnyWindow',
    });
    expect(files.has(textOf(find(unit, 'url')[0]))).toBe(true);
    expect(find(find(unit, 'title')[0] as Parsed, 'langstring').map(({ attributes }) => attributes['lang'])).toEqual([
      'kk',
      'en',
    ]);
  }
});

test('a file that no package loads is in none', () => {
  const site = siteOf({ 'a/index.html': '<img src="/b%20c.svg">', 'b c.svg': '<svg/>', 'secret.txt': 'x' });
  const files = collectFiles(
    site,
    new Map([['a/index.html', { place: 'index.html', module: 'm', change: (html: string) => html }]]),
  );
  expect([...files.keys()]).toEqual(['index.html', 'b_20_c.svg']);
  expect(files.get('index.html')?.content).toBe('<img src="./b_20_c.svg">');
});
