import { createHash } from 'node:crypto';
import { composeEdition, formatPartList, formatRelease, listFile, partsOf, sizeOf, type Choice } from '#offline';
import type { Edition, PartFile, PartList, Release } from '#offline';

export const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');

/** Where the made-up site stands: below a folder of another site. */
export const scope = 'https://bilig.example/kurs/';

export const kk: Choice = { course: 'media-literacy', locale: 'kk' };
export const az: Choice = { course: 'media-literacy', locale: 'az' };

/** Texts of a small site in Kazakh and Azerbaijani, by their addresses from its base. */
export const texts: Readonly<Record<string, string>> = {
  '': 'Тілді таңдаңыз',
  '_astro/Choice.a1.js': 'export const choice = 1;',
  'az/offline/': 'Bu səhifə cihazda saxlanılmayıb',
  'kk/offline/': 'Бұл бет құрылғыда сақталмаған',
  'kk/glossary/': 'дереккөз',
  'az/glossary/': 'mənbə',
  'kk/media-literacy/': 'Медиасауаттылық',
  'az/media-literacy/': 'Media savadlılığı',
  '_astro/upstream.b2.mp3': 'ID3 0123456789',
};

const partOf = (path: string) => {
  if (path === '' || path.endsWith('.js') || path.endsWith('offline/')) return 'common';
  if (path.endsWith('.woff2')) return 'fonts';
  if (path.startsWith('_astro/')) return 'media/media-literacy';
  const [locale = ''] = path.split('/');
  return path.includes('media-literacy') ? `course/media-literacy/${locale}` : `locale/${locale}`;
};

/** A release of the site with some of its texts changed, and everything that its host would send. */
export function releaseOf(changes: Readonly<Record<string, string>> = {}): {
  readonly release: Release;
  readonly lists: ReadonlyMap<string, PartList>;
  readonly host: Map<string, string>;
} {
  const all = { ...texts, ...changes };
  const lists = new Map<string, PartList>();
  for (const [path, text] of Object.entries(all)) {
    const part = partOf(path);
    const title = part === 'course/media-literacy/kk' ? 'Медиасауаттылық' : '';
    const file: PartFile = { path, hash: hashOf(text), bytes: Buffer.byteLength(text), compressed: 10 };
    lists.set(part, { title, files: [...(lists.get(part)?.files ?? []), file] });
  }
  const parts = new Map(
    [...lists].map(([part, list]) => [part, { hash: hashOf(formatPartList(list)), ...sizeOf(list.files) }]),
  );
  const release = { id: hashOf(JSON.stringify([...parts])), parts };
  const files = [...lists].map(([part, list]) => [listFile(part), formatPartList(list)] as const);
  const host = new Map<string, string>([
    ...Object.entries(all),
    ...files,
    ['offline/release.json', formatRelease(release)],
  ]);
  return { release, lists, host };
}

/** An edition of a release. */
export function editionOf(id: string, choices: readonly Choice[], { release, lists } = releaseOf()): Edition {
  return composeEdition(id, release, choices, new Map([...lists].filter(([part]) => partsOf(choices).includes(part))));
}
