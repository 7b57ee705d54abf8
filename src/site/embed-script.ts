import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Rolldown } from 'vite';
import { fallbackLocale, type Locale } from '#language';
import { readSiteFile } from './site-file.ts';

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

/** The script's text, with what it says where there is nothing to show. */
export async function createEmbedScript(contentRoot: string): Promise<string> {
  const { languages } = readSiteFile(contentRoot);
  // The language that stands in for others comes first.
  const ordered = [...languages].sort((a, b) => Number(b === fallbackLocale) - Number(a === fallbackLocale));
  const missing = Object.fromEntries(ordered.map((locale) => [locale, missingIn(contentRoot, locale)]));
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

function missingIn(contentRoot: string, locale: Locale): string {
  const words = JSON.parse(readFileSync(join(contentRoot, 'interface', `${locale}.json`), 'utf8')) as {
    readonly embed: { readonly missing: string };
  };
  return words.embed.missing;
}
