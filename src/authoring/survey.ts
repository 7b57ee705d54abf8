import {
  checkFolder,
  type Content,
  type ContentReading,
  type MdxReading,
  type PageFrontMatter,
  type PerLocale,
} from '#course';
import { fallbackLocale, type Locale } from '#language';
import type { Place } from '#problem';
import { createPlacer } from './place.ts';

export type PageReading = MdxReading<PageFrontMatter>;

/** The versions of one page, in all languages in which it was written. */
export interface PageSet {
  readonly kind: 'course' | 'module' | 'lesson' | 'check' | 'gallery' | 'page';
  /** Its folder in `content/`, without a slash at the end. */
  readonly folder: string;
  /** Its address below the language: `media-literacy/finding-the-source`. */
  readonly address: string;
  readonly source: Locale;
  readonly versions: PerLocale<PageReading>;
}

/** True for pages whose exercises keep answers. */
export function hasExercises({ kind }: PageSet): boolean {
  return kind === 'lesson' || kind === 'check' || kind === 'gallery';
}

/** The content as the rules look at it. */
export interface Survey {
  readonly reading: ContentReading;
  /** Null where `site.yaml` cannot be read. */
  readonly content: Content | null;
  /** Text files by path, without byte order marks: the offsets of readings count from there. */
  readonly texts: ReadonlyMap<string, string>;
  readonly pages: readonly PageSet[];
  /** The languages that the site shows; none where `site.yaml` cannot be read. */
  readonly languages: readonly Locale[];
  placeAt(file: string, offset: number): Place;
}

/** Where a file is at fault as a whole. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1 };
}

export function surveyContent(reading: ContentReading): Survey {
  const texts = new Map([...reading.files.texts].map(([file, text]) => [file, text.replace(/^\uFEFF/u, '')]));
  const placers = new Map<string, (offset: number) => Place>();
  return {
    reading,
    content: reading.content,
    texts,
    pages: gatherPages(reading),
    languages: reading.content?.site.languages ?? [],
    placeAt: (file, offset) => {
      const placer = placers.get(file) ?? createPlacer(file, texts.get(file) ?? '');
      placers.set(file, placer);
      return placer(offset);
    },
  };
}

const kinds = { 2: 'course', 3: 'module', 4: 'lesson' } as const;

function kindOf(area: string | undefined, address: readonly string[]): PageSet['kind'] {
  const depth = address.length + 1;
  if (area === 'gallery') return 'gallery';
  if (area === 'courses' && depth === 4 && address[1] === checkFolder) return 'check';
  return area === 'courses' && (depth === 2 || depth === 3 || depth === 4) ? kinds[depth] : 'page';
}

/** All examples of exercises stand on one page, and so do both forms of a check. */
function addressOf(kind: PageSet['kind'], address: readonly string[]): string {
  if (kind === 'gallery') return 'exercises';
  return (kind === 'check' ? address.slice(0, -1) : address).join('/');
}

/** The page whose versions stand in a folder. */
export function pageOfFolder(folder: string, content: Content | null): Omit<PageSet, 'versions'> {
  const [area, ...address] = folder.split('/');
  const kind = kindOf(area, address);
  const source = content?.courses.find((course) => course.id === address[0])?.source ?? fallbackLocale;
  return { kind, folder, address: addressOf(kind, address), source };
}

function gatherPages({ content, readings }: ContentReading): PageSet[] {
  const sets = new Map<string, PageSet & { readonly versions: Partial<Record<Locale, PageReading>> }>();
  for (const [file, reading] of readings) {
    const folder = file.slice(0, file.lastIndexOf('/'));
    const set = sets.get(folder) ?? { ...pageOfFolder(folder, content), versions: {} };
    set.versions[reading.locale] = reading;
    sets.set(folder, set);
  }
  return [...sets.values()];
}
