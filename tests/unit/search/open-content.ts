import { createContentReader } from '#course/adapters/node-content';
import type { Locale } from '#language';
import {
  buildSearchFiles,
  collectRecords,
  openSearch,
  type ReadFile,
  type Search,
  type SearchAnswer,
  type SearchFiles,
  type SearchOptions,
} from '#search';

/** Gives files as a host does that has them all. */
export function serve(files: SearchFiles): ReadFile {
  return (name) => {
    const text = files.get(name);
    return text === undefined ? Promise.reject(new Error(`${name}: 404`)) : Promise.resolve(text);
  };
}

/** The search over some content, through the files that the site would serve. */
export function openContent(locale: Locale, content: Parameters<typeof collectRecords>[0]): Search {
  return openSearch(locale, serve(buildSearchFiles(locale, collectRecords(content, locale, { glossary: 'Glossary' }))));
}

const { content } = createContentReader('content')();
const own = new Map<Locale, Search>();

/** The content of this repository. */
export function ownContent(): Parameters<typeof collectRecords>[0] {
  if (!content) throw new Error('content/ cannot be read');
  return content;
}

/** The search over the course's own lessons, made once. */
export function openOwn(locale: Locale): Search {
  const search = own.get(locale) ?? openContent(locale, ownContent());
  own.set(locale, search);
  return search;
}

/** What a reader is shown for a query. */
export async function ask(search: Search, query: string, options?: SearchOptions): Promise<SearchAnswer> {
  return search.present(await search.find(query, options));
}

/** The addresses of an answer in the order in which they are shown. */
export function pathsOf({ groups }: SearchAnswer): string[] {
  return groups.flatMap(({ opening, hits }) => [...(opening ? [opening.path] : []), ...hits.map(({ path }) => path)]);
}
