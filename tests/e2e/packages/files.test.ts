import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { packageFormats } from '#packaging';
import { zipFiles } from '#packaging/adapters/zip';
import { all, parseXml } from '../../unit/packaging/parse-xml.ts';
import { allModules, filesOf, type PagesFormatName } from './support/packages.ts';
import { testedModule } from './support/ways.ts';

// What stands in packages of the built site; no browser is asked.

const formats = ['scorm12', 'scorm2004', 'cmi5'] as const satisfies readonly PagesFormatName[];
const languages = ['az', 'uz', 'tr', 'kk', 'ky', 'ru', 'en'] as const;
const manifestOf = (format: PagesFormatName) => (format === 'cmi5' ? 'cmi5.xml' : 'imsmanifest.xml');
const isMedia = (path: string) => /\.(?:svg|webp|png|jpe?g|avif|gif|mp3|m4a|ogg|mp4|webm|vtt)$/u.test(path);

/** Addresses of what a file loads. */
function loadsIn(path: string, text: string): string[] {
  if (path.endsWith('.css')) return [...text.matchAll(/url\(["']?([^"')]+)/gu)].map(([, href]) => href ?? '');
  if (path.endsWith('.js'))
    return [
      ...[...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+)/gu)].map(([, href]) => href ?? ''),
      ...[...text.matchAll(/new URL\(["'`]([^"'`]+)["'`],import\.meta\.url\)/gu)].map(([, href]) => href ?? ''),
    ];
  if (!path.endsWith('.html')) return [];
  const markup = text.replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/gu, '$1');
  return [
    ...markup.matchAll(
      /<(?!a\b)\w[^>]*?\s(?:src|href|poster|data-sheet|component-url|renderer-url)=["']([^"']*)["']/gu,
    ),
  ]
    .filter(([tag]) => !/rel="(?:canonical|alternate)"/u.test(tag))
    .map(([, href]) => href ?? '');
}

for (const { course, module, locales } of allModules) {
  test(`packages of ${course}/${module} are whole, in each language and in all at once`, () => {
    const together = locales.length > 1 ? [locales] : [];
    for (const chosen of [...locales.map((locale) => [locale]), ...together]) {
      const [first, ...others] = chosen;
      if (!first) continue;
      for (const format of formats) {
        const name = `${format} ${chosen.join(',')}`;
        const files = filesOf({ format, course, module, locales: [first, ...others] });
        const paths = [...files.keys()];
        expect(paths[0], name).toBe(manifestOf(format));
        for (const path of paths) expect(path, name).toMatch(/^[\w.-]+(?:\/[\w.-]+)*$/u);
        expect(
          paths.filter((path) => /\.mjs$|\.woff2?$|\.map$/u.test(path)),
          name,
        ).toEqual([]);
        const manifest = parseXml(String(files.get(manifestOf(format))));
        if (format !== 'cmi5') {
          const listed = all(manifest, 'file').map(({ attributes }) => decodeURIComponent(attributes['href'] ?? ''));
          expect([...listed].sort(), name).toEqual(paths.slice(1).sort());
        }
        for (const [path, content] of files) {
          const text = /\.(?:html|css|js)$/u.test(path) ? (typeof content === 'string' ? content : '') : '';
          for (const href of loadsIn(path, text)) {
            expect(href, `${name} ${path}`).toMatch(/^(?:\.{1,2}\/|data:)/u);
            const target = new URL(href, `https://package.example/${path}`).pathname.slice(1);
            if (!href.startsWith('data:'))
              expect(files.has(decodeURIComponent(target)), `${name} ${path}: ${href}`).toBe(true);
          }
        }
        if (chosen.length > 1) continue;
        const withoutMedia = new Map([...files].filter(([path]) => !isMedia(path)));
        expect(zipFiles(withoutMedia).length, name).toBeLessThanOrEqual(400 * 1024);
      }
    }
  });
}

test('the command writes the same bytes whatever the clock and the time zone', () => {
  const root = resolve(import.meta.dirname, '../../..');
  const folder = mkdtempSync(join(tmpdir(), 'bilig-export-'));
  try {
    const write = (zone: string, format: string) => {
      const out = join(folder, `${zone.replaceAll('/', '-')}-${format}.zip`);
      const { course, module } = testedModule;
      const said = execFileSync(
        process.execPath,
        [
          'src/cli/bilig.ts',
          'export',
          format,
          '--course',
          course,
          '--module',
          module,
          '--locale',
          'kk,az',
          '--site',
          'dist',
          '--out',
          out,
        ],
        { cwd: root, encoding: 'utf8', env: { ...process.env, TZ: zone, LANG: 'tr_TR.UTF-8' } },
      );
      expect(said).toContain(`(${format}, kk, az, `);
      return readFileSync(out);
    };
    for (const format of formats) {
      expect(packageFormats[format].container).toBe('zip');
      expect(write('Asia/Almaty', format).equals(write('America/St_Johns', format))).toBe(true);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('every language of the site has packages', () => {
  const covered = new Set(allModules.flatMap(({ locales }) => locales));
  expect([...covered].sort()).toEqual([...languages].sort());
});
