import { isLocale, localeTags, suggestLocale, type Locale } from '#language';
import { manifestName, openSearch, type ReadFile } from '#search';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createUsageFault, type Command } from './command.ts';

const usage = `Usage: bilig search --locale L [--limit N] [--site DIR] QUERY

Searches a built site through the files that a browser fetches, and prints a JSON array of {url, title, section, score},
the best first. Where nothing is found as it was typed, typing errors are looked for, as in the browser.

  --locale L  the language: ${localeTags.join(', ')}
  --limit N   how many results at most (10 unless said)
  --site DIR  the folder of the built site (dist unless said)

A query that begins with "-" stands after "--".

Exit code: 0, or 2 for a wrong call.`;

/** `bilig search`: what a reader of the built site would find. */
export const search: Command = {
  summary: 'searches a built site as a browser does',
  usage,
  options: {
    locale: { type: 'string' },
    limit: { type: 'string', default: '10' },
    site: { type: 'string', default: 'dist' },
  },
  takesWords: true,
  run: async (values, output, words) => {
    const locale = readLocale(String(values['locale'] ?? ''));
    const limit = readLimit(String(values['limit']));
    if (words.length === 0) throw createUsageFault(`Say what to search for.\n\n${usage}`);
    const { hits } = await openSite(String(values['site']), locale).find(words.join(' '), { limit });
    const results = hits.map(({ path, title, heading, score }) => ({
      url: `/${locale}/${path}`,
      title,
      section: heading,
      score,
    }));
    output.print(JSON.stringify(results, null, 2));
    return 0;
  },
};

function readLocale(tag: string): Locale {
  if (isLocale(tag)) return tag;
  const near = suggestLocale(tag);
  const mend = near ? ` Did you mean "${near}"?` : '';
  throw createUsageFault(`Name one of the languages ${localeTags.join(', ')} with --locale.${mend}\n\n${usage}`);
}

function readLimit(text: string): number {
  if (/^[1-9]\d{0,5}$/u.test(text)) return Number(text);
  throw createUsageFault(`--limit "${text}" is no whole number from 1 on.\n\n${usage}`);
}

function openSite(site: string, locale: Locale): ReturnType<typeof openSearch> {
  const folder = resolve(site, 'search', locale);
  if (!existsSync(join(folder, manifestName)))
    throw createUsageFault(
      `There is no search index for ${locale} in "${site}" (looked in ${folder}). Build the site with: npm run -s build`,
    );
  const read: ReadFile = (name) => readFile(join(folder, name), 'utf8');
  return openSearch(locale, read);
}
