import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { fullLessonId, lessonsOf } from '#course';
import { fileNameOf, missingLessons, packageFormats } from '#packaging';
import { zipFiles } from '#packaging/adapters/zip';
import { shortIdOf } from '../../../src/packaging/short-id.ts';
import { trainerNotes } from '../../support/trainer-notes.ts';
import { allBanks, bankOf, content, context, galleryCourse, ownFormats, packageOf, readPicture } from './banks.ts';

// Whole banks, many times over.
vi.setConfig({ testTimeout: 60_000 });

/** True for a link to a file of the package, and to an element in it where one is named. */
function leadsSomewhere(href: string, from: string, files: ReadonlyMap<string, string | Uint8Array>): boolean {
  const target = new URL(href, `https://package.example/${from}`);
  const file = files.get(decodeURIComponent(target.pathname.slice(1)));
  const id = decodeURIComponent(target.hash.slice(1));
  return typeof file === 'string' && (id === '' || file.includes(` id="${id}"`));
}

describe.each(ownFormats)('%s', (_, format) => {
  const written = allBanks.map(({ name, course, locale }) => ({
    name,
    files: packageOf(format, course, locale, 'en').files,
  }));
  const texts = written.flatMap(({ name, files }) =>
    [...files].flatMap(([path, text]) => (typeof text === 'string' ? [{ name: `${name} ${path}`, text }] : [])),
  );

  test('loads nothing from elsewhere: whole addresses are links, licences and names of standards', () => {
    for (const { name, text } of texts) {
      // Markup stands in some formats as it is, in others escaped.
      const plain = text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('\\', '');
      const loads = [...plain.matchAll(/(?:src|data|poster|srcset|background)="([^"]*)"/g)].map(
        ([, address]) => address ?? '',
      );
      expect([name, loads.filter((address) => /^[a-z]+:|^\/\//.test(address))]).toEqual([name, []]);
      expect([name, /<(?:script|iframe|object|embed|style)\b|\s(?:on[a-z]+|style)="/.test(plain)]).toEqual([
        name,
        false,
      ]);
      expect([name, /<link\b[^>]*href="(?:[a-z]+:|\/)/.test(plain)]).toEqual([name, false]);
    }
  });

  test('holds no word of the notes for trainers', () => {
    const notes = trainerNotes('content');
    expect(notes.length).toBeGreaterThan(60);
    for (const { name, text } of texts)
      expect([name, notes.filter(({ words }) => text.includes(words))]).toEqual([name, []]);
  });

  test('names files in ASCII, relative to the package, each once', () => {
    for (const { files } of written) {
      for (const path of files.keys()) expect(path).toMatch(/^[a-zA-Z0-9._-]+(?:\/[a-zA-Z0-9._-]+)*$/);
    }
  });

  test('leaves no link of a lesson that leads nowhere', () => {
    for (const { name, files } of written) {
      for (const [path, text] of files) {
        if (typeof text !== 'string') continue;
        const plain = text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('\\', '');
        const links = [...plain.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href]) => href ?? '');
        const inside = links.filter((href) => !/^(?:https?:\/\/|mailto:|tel:)/.test(href));
        expect([name, path, inside.filter((href) => !leadsSomewhere(href, path, files))]).toEqual([name, path, []]);
      }
    }
  });
});

describe('a package', () => {
  const program = `
    import { content, galleryCourse, ownFormats, packageOf } from './tests/unit/packaging/banks.ts';
    import { zipFiles } from '#packaging/adapters/zip';
    import { createHash } from 'node:crypto';
    const hash = createHash('sha256');
    for (const [, format] of ownFormats) for (const course of [galleryCourse, ...content.courses]) hash.update(zipFiles(packageOf(format, course, 'kk', 'en').files));
    process.stdout.write(hash.digest('hex'));`;
  const run = (zone: string) =>
    execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', program], {
      env: { ...process.env, TZ: zone, LANG: 'tr_TR.UTF-8' },
      encoding: 'utf8',
    });

  test('is the same byte for byte in every time zone', () => {
    expect(new Set(['UTC', 'Asia/Almaty', 'America/St_Johns'].map(run)).size).toBe(1);
  });

  test('comes out of its archive as it went in, whatever the clock says', () => {
    const files = new Map<string, string | Uint8Array>([
      ['imsmanifest.xml', 'Қазақша, oʻzbekcha'],
      ['media/a.bin', new Uint8Array([0, 255, 7])],
    ]);
    const archive = zipFiles(files);
    const back = unzipSync(archive);
    expect(Object.keys(back)).toEqual([...files.keys()]);
    expect(strFromU8(back['imsmanifest.xml'] ?? new Uint8Array())).toBe('Қазақша, oʻzbekcha');
    const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(digest(zipFiles(files))).toBe(digest(archive));
  });
});

describe('a bank', () => {
  const course = content.courses.find(({ id }) => id === 'media-literacy');
  if (!course) throw new Error('no course');

  test('has the questions of every lesson in the order of teaching, with permanent ids', () => {
    const banks = (['kk', 'az'] as const).map((locale) => bankOf(course, locale, 'en'));
    const ids = banks.map(({ lessons }) => lessons.flatMap(({ questions }) => questions.map(({ id }) => id)));
    expect(ids[0]).toEqual(ids[1]);
    expect(banks[0]?.lessons.map(({ id }) => id)).toEqual(lessonsOf(course).map(fullLessonId));
  });

  test('takes what is missing from the language that lends, and says so at each text', () => {
    const modules = course.modules
      .filter(({ id }) => id === 'finding-the-source')
      .map((module) => ({
        ...module,
        lessons: module.lessons.map((entry, index) => {
          const { kk: _taken, ...others } = entry.versions;
          return index === 0 ? { ...entry, versions: others } : entry;
        }),
      }));
    const partial = { ...course, modules };
    const selection = { content, course: partial, module: null, locale: 'kk', fallback: null } as const;
    expect(missingLessons(selection).map(({ id }) => id)).toEqual(['leave-the-page']);
    expect(missingLessons({ ...selection, fallback: 'en' })).toEqual([]);
    const bank = bankOf(partial, 'kk', 'en');
    expect(bank.lessons.map(({ locale }) => locale)).toEqual(['en', 'kk', 'kk']);
    const text = String([...packageFormats['moodle-xml'].write(bank, readPicture).files.values()][0]);
    expect([/lang="en"/.test(text), /lang="kk"/.test(text)]).toEqual([true, true]);
  });

  test('says that a machine’s translation has not been reviewed', () => {
    const bank = bankOf(course, 'ky');
    const drafts = course.modules
      .flatMap(({ lessons }) => lessons)
      .filter(({ versions }) => versions.ky?.state === 'machine-draft');
    const text = String([...packageFormats.gift.write(bank).files.values()][0]);
    expect(text.includes(context.words('ky').machineDraft)).toBe(drafts.length > 0);
  });

  test('has no example of the gallery whose questions are missing', () => {
    for (const { id, questions } of bankOf(galleryCourse, 'en').lessons)
      expect([id, questions.length > 0]).toEqual([id, true]);
  });
});

test('ids that are too long are cut where they differ least, and stay apart', () => {
  const long = `${'course'.repeat(20)}/module/lesson/`;
  const ids = ['a', 'b'].map((end) => shortIdOf(long + end));
  expect(ids.map((id) => id.length)).toEqual([100, 100]);
  expect(new Set(ids).size).toBe(2);
  expect(ids[0]?.endsWith('/module/lesson/a')).toBe(true);
});

test('file names are ASCII and stay apart', () => {
  expect(fileNameOf('сурет 1.svg')).toMatch(/^[a-z0-9_.]+\.svg$/);
  expect(fileNameOf('сурет.svg')).not.toBe(fileNameOf('сурят.svg'));
});
