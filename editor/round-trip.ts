import * as ui from '@keystatic/core/ui';
import { makeConfig, type Outline } from './config.ts';

/** What came of a file that was opened and saved. */
export interface RoundTrip {
  readonly path: string;
  /** What the editor would write; null where it refuses to open the file. */
  readonly written: string | null;
  readonly refused: string | null;
}

interface Entry {
  readonly dirpath: string;
  readonly schema: object;
  readonly format: object;
  readonly slug: { readonly slug: string; readonly field: string } | undefined;
}

/** The functions by which Keystatic's own pages read and write; `npm run check:edit` makes its bundle give them out. */
const { parseEntry, serializeEntryToFiles } = ui as unknown as {
  parseEntry(
    entry: Entry & { requireFrontmatter: boolean },
    files: ReadonlyMap<string, Uint8Array>,
  ): { readonly initialState: object };
  serializeEntryToFiles(entry: object): { readonly path: string; readonly contents: Uint8Array }[];
};

/** Opens and saves every file that the editor offers in a language, by Keystatic's own code and without changing anything. */
export function roundTrip(outline: Outline, files: readonly (readonly [string, string])[]): RoundTrip[] {
  const { collections = {}, singletons = {} } = makeConfig(outline);
  return files.flatMap(([path, text]): RoundTrip[] => {
    const stem = path.replace(/\.\w+$/u, '');
    const format = path.endsWith('.mdx')
      ? { data: 'yaml', contentField: { path: ['body'], contentExtension: '.mdx' }, dataLocation: 'outer' }
      : { data: 'yaml', contentField: undefined, dataLocation: 'outer' };
    const matches = [
      ...Object.values(singletons)
        .filter((single) => single.path === stem)
        .map(({ schema }) => ({ schema, slug: undefined })),
      ...Object.values(collections).flatMap(({ path: pattern = '', schema, slugField }) => {
        const [start = '', end = ''] = pattern.split('*');
        const slug = stem.slice(start.length, stem.length - end.length);
        const isIn = stem === `${start}${slug}${end}` && slug !== '' && !slug.includes('/');
        return isIn ? [{ schema, slug: { slug, field: slugField } }] : [];
      }),
    ];
    return matches.map(({ schema, slug }) => open({ dirpath: stem, schema, format, slug }, path, text));
  });
}

function open(entry: Entry, path: string, text: string): RoundTrip {
  try {
    const bytes = new TextEncoder().encode(text);
    const { initialState } = parseEntry({ ...entry, requireFrontmatter: false }, new Map([[path, bytes]]));
    const { slug, ...rest } = entry;
    const saved = serializeEntryToFiles({
      ...rest,
      basePath: entry.dirpath,
      state: initialState,
      slug: slug && { field: slug.field, value: slug.slug },
    });
    const others = saved.filter((file) => file.path !== path);
    if (others.length) throw new Error(`It would write ${others.map((file) => file.path).join(', ')}, too.`);
    return { path, written: new TextDecoder().decode(saved[0]?.contents), refused: null };
  } catch (error) {
    return { path, written: null, refused: error instanceof Error ? error.message : String(error) };
  }
}
