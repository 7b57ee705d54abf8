import { isLocale, localeTags, suggestLocale, type Locale } from '#language';
import type { Problem } from '#problem';
import type { z } from 'zod';
import { readMdx, type MarkdownParser, type MdxReading } from './read-lesson-file.ts';
import type { PageFrontMatter } from './schema.ts';
import type { Page, PerLocale } from './structure.ts';
import { readYaml, type YamlReading } from './yaml.ts';

/** The text files of a content folder by path from it, with `/` between folders, and the names of all others. */
export interface ContentFiles {
  readonly texts: ReadonlyMap<string, string>;
  /** Pictures, films and other files whose text nobody reads here. */
  readonly others: ReadonlySet<string>;
}

/** What the readers of parts share. */
export interface Reader {
  readonly files: ContentFiles;
  report(...problems: Problem[]): void;
  yaml<Schema extends z.ZodType>(file: string, schema: Schema): YamlReading<z.output<Schema>> | null;
  /** Reads `<folder>/<locale>.mdx` for each locale there is. */
  versions<Schema extends z.ZodType<PageFrontMatter>>(
    folder: string,
    schema: Schema,
  ): PerLocale<MdxReading<z.output<Schema>>>;
  /** Names of the folders directly in one. */
  folders(folder: string): string[];
}

/** What was made of files before, by path: a file whose text is the same need not be read again. */
export type KeptReadings = Map<
  string,
  {
    readonly source: string;
    readonly schema: z.ZodType;
    readonly reading: MdxReading<PageFrontMatter> | YamlReading<unknown>;
  }
>;

/** A reader over files in memory that reports to one list and keeps every MDX reading by its path. */
export function createReader(
  files: ContentFiles,
  parse: MarkdownParser,
  {
    problems,
    readings,
    kept,
  }: { problems: Problem[]; readings: Map<string, MdxReading<PageFrontMatter>>; kept: KeptReadings },
): Reader {
  const report = (...more: Problem[]) => void problems.push(...more);
  const inside = listFolders(files);
  /** What was made of the file before, or is made of it now. */
  const keep = <Reading extends MdxReading<PageFrontMatter> | YamlReading<unknown>>(
    file: string,
    { source, schema }: { readonly source: string; readonly schema: z.ZodType },
    read: () => Reading,
  ): Reading => {
    const known = kept.get(file);
    // Read by the same schema, so it is of the same form.
    const reading = known?.source === source && known.schema === schema ? (known.reading as Reading) : read();
    kept.set(file, { source, schema, reading });
    report(...reading.problems);
    return reading;
  };
  return {
    files,
    report,
    yaml: (file, schema) => {
      const text = files.texts.get(file);
      return text === undefined ? null : keep(file, { source: text, schema }, () => readYaml({ file, text }, schema));
    },
    versions: (folder, schema) => {
      const found: Partial<Record<Locale, MdxReading<z.output<typeof schema>>>> = {};
      for (const name of inside.get(folder)?.files ?? []) {
        const file = `${folder}/${name}`;
        const source = files.texts.get(file);
        if (source === undefined || !name.endsWith('.mdx')) continue;
        const locale = name.slice(0, -'.mdx'.length);
        if (!isLocale(locale)) {
          report(unknownLocale(file, locale));
          continue;
        }
        const reading = keep(file, { source, schema }, () => readMdx({ file, locale, source }, schema, parse));
        readings.set(file, reading);
        found[locale] = reading;
      }
      return found;
    },
    folders: (folder) => [...(inside.get(folder)?.folders ?? [])].sort(),
  };
}

interface FolderList {
  /** Names of the files directly in it. */
  readonly files: string[];
  readonly folders: Set<string>;
}

/** What each folder holds, so that a course of a thousand lessons does not look through all files for each of them. */
function listFolders({ texts, others }: ContentFiles): Map<string, FolderList> {
  const lists = new Map<string, FolderList>();
  for (const path of [...texts.keys(), ...others]) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      const list = lists.get(folder) ?? { files: [], folders: new Set<string>() };
      lists.set(folder, list);
      const name = parts[depth] ?? '';
      if (depth === parts.length - 1) list.files.push(name);
      else list.folders.add(name);
    }
  }
  return lists;
}

function unknownLocale(file: string, given: string): Problem {
  const near = suggestLocale(given);
  return {
    file,
    line: 1,
    column: 1,
    rule: 'locale-unknown',
    severity: 'error',
    message: `"${given}" is no language of this platform, so this file would never be shown.`,
    hint: near ? `Did you mean \`${near}.mdx\`?` : `Name the file after its language: ${localeTags.join(', ')}.`,
  };
}

/** The front matters of a page's versions that could be read, with their files. */
export function pagesOf<FrontMatter extends PageFrontMatter>(
  versions: PerLocale<MdxReading<FrontMatter>>,
): PerLocale<Page<FrontMatter>> {
  const pages: Partial<Record<Locale, Page<FrontMatter>>> = {};
  for (const { locale, frontMatter, file } of Object.values(versions)) {
    if (frontMatter) pages[locale] = { ...frontMatter, file };
  }
  return pages;
}
