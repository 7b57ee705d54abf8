import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Rolldown } from 'vite';
import { createContentReader } from '#course/adapters/node-content';
import { fallbackLocale, type Locale } from '#language';

const name = 'embed.js';

/**
 * Writes the script with which other sites embed modules, `embed.js` at the site's base: one classic script at an address
 * that stays, whatever the names of the site's own scripts.
 */
export function embedScript(contentRoot: string): AstroIntegration {
  return {
    name: 'embed-script',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const [path = ''] = (request.url ?? '').split('?');
          if (!path.endsWith(`/${name}`)) return next();
          createEmbedScript(contentRoot).then((code) => {
            response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
            response.end(code);
          }, next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        writeFileSync(join(fileURLToPath(dir), name), await createEmbedScript(contentRoot));
      },
    },
  };
}

/** Of an interface's words, those that the script speaks. */
interface Words {
  readonly embed?: { readonly missing?: string };
}

/** The script's text, with what it says where there is nothing to show. */
export async function createEmbedScript(contentRoot: string): Promise<string> {
  const { content, files } = createContentReader(contentRoot)();
  if (!content) throw new Error('content/site.yaml cannot be read; `npm run -s bilig -- check` says why.');
  const wordsOf = (locale: Locale) => JSON.parse(files.texts.get(`interface/${locale}.json`) ?? '{}') as Words;
  // The language that stands in for others comes first.
  const languages = [...new Set([fallbackLocale, ...content.site.languages])].filter((locale) =>
    content.site.languages.includes(locale),
  );
  const missing = Object.fromEntries(languages.map((locale) => [locale, wordsOf(locale).embed?.missing ?? '']));
  const result = (await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { embedMissing: JSON.stringify(missing) },
    build: {
      write: false,
      lib: {
        entry: resolve('src/site/client/embed-script.browser.ts'),
        name: 'embed',
        formats: ['iife'],
        fileName: () => name,
      },
    },
  })) as Rolldown.RolldownOutput | Rolldown.RolldownOutput[];
  const [bundle] = [result].flat();
  const chunk = bundle?.output.find((part) => part.type === 'chunk');
  if (!chunk) throw new Error(`The bundler has given no ${name}.`);
  return chunk.code;
}
