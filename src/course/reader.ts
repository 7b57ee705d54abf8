import { isLocale, localeTags, type Locale } from '#language';
import { suggestName, type Problem } from '#problem';
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

/** A reader over files in memory that reports to one list and keeps every MDX reading by its path. */
export function createReader(
  files: ContentFiles,
  parse: MarkdownParser,
  { problems, readings }: { problems: Problem[]; readings: Map<string, MdxReading<PageFrontMatter>> },
): Reader {
  const report = (...more: Problem[]) => void problems.push(...more);
  const all = [...files.texts.keys(), ...files.others];
  return {
    files,
    report,
    yaml: (file, schema) => {
      const text = files.texts.get(file);
      if (text === undefined) return null;
      const reading = readYaml({ file, text }, schema);
      report(...reading.problems);
      return reading;
    },
    versions: (folder, schema) => {
      const found: Partial<Record<Locale, MdxReading<z.output<typeof schema>>>> = {};
      for (const [file, source] of files.texts) {
        const name = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : '';
        if (!/^[^/]+\.mdx$/u.test(name)) continue;
        const locale = name.slice(0, -'.mdx'.length);
        if (!isLocale(locale)) {
          report(unknownLocale(file, locale));
          continue;
        }
        const reading = readMdx({ file, locale, source }, schema, parse);
        report(...reading.problems);
        readings.set(file, reading);
        found[locale] = reading;
      }
      return found;
    },
    folders: (folder) => {
      const inside = all.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1));
      const names = inside.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? '');
      return [...new Set(names)].sort();
    },
  };
}

function unknownLocale(file: string, given: string): Problem {
  const near = suggestName(given, localeTags);
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
