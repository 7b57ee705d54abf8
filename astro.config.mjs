import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { buildStamp } from './src/site/build-stamp.ts';
import { contentGuard } from './src/site/content-guard.ts';
import { downloads } from './src/site/downloads.ts';
import { embedScript } from './src/site/embed-script.ts';
import { leanPages } from './src/site/lean-pages.ts';
import { offlineFiles } from './src/site/offline-files.ts';
import { preview } from './src/site/preview/integration.ts';
import { readSiteFile } from './src/site/site-file.ts';
import { tokenShortener } from './src/site/short-tokens.ts';
import { embedThemeScript, themeScript } from './src/site/theme-script.ts';

// Telemetry is the reader's choice, never a default of ours.
process.env.ASTRO_TELEMETRY_DISABLED ??= '1';

const contentRoot = resolve(process.env.BILIG_CONTENT ?? 'content');
const site = readSiteFile(contentRoot);
const themeHashes = [themeScript, embedThemeScript].map(
  (script) => `sha256-${createHash('sha256').update(script).digest('base64')}`,
);

// Vite wraps each dynamic import in a helper that preloads styles and chunks, and lists them for it. No dynamic import
// here has styles, and without both a page loads 0.8 KB less, a fifth of the budget for scripts.
const plainImports = {
  name: 'plain-imports',
  enforce: 'post',
  load: { filter: { id: /vite\/preload-helper/ }, handler: () => 'export const __vitePreload = (load) => load();' },
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.code.includes('__vite__mapDeps')) continue;
        chunk.code = chunk.code
          .replace(/const __vite__mapDeps=.*?\.map\(i=>d\[i\]\);\n/u, '')
          .replace(/,__vite__mapDeps\(\[[\d,]*\]\)/gu, '');
      }
    },
  },
};

// The cores of the subjects do nothing when they are loaded: they are pure (DESIGN.md). Told so, the bundler
// gives each island the graders that it calls; else every island would load those of all types through `#exercise`.
const pureCores = {
  name: 'pure-cores',
  transform: {
    filter: {
      id: /\/src\/(?:problem|language|exercise|course|learner|offline|search|lms)\/(?!.*adapters\/)[^?]*\.ts$/,
    },
    handler: () => ({ moduleSideEffects: false }),
  },
};

// The visual editor is there for `npm run edit` only: its packages are not installed with the site's.
const editor = process.env.BILIG_EDIT
  ? [(await import('./src/site/visual-editor.ts')).visualEditor(import.meta.dirname, contentRoot)]
  : [];

// Names of tokens are for those who write styles; short ones weigh 4 % less.
const shorten = tokenShortener(readFileSync('src/site/styles/tokens.css', 'utf8'));
const shortTokens = {
  name: 'short-tokens',
  apply: 'build',
  transform: { filter: { id: /\.css(?:$|\?)/ }, handler: shorten },
};

// The bundler gives what several scripts share a file for each set of them. What every exercise loads anyway weighs 5 %
// less in four: the framework; the record, which is also kept where there is no exercise; the reading of attempts, for
// which lists of lessons wait, too; the course of an attempt. A group takes along what its files import and no group
// before it has, so the helper for imports, which every page loads, comes first.
const groups = [
  { name: 'import', test: /vite\/preload-helper/ },
  { name: 'svelte', test: /\/node_modules\/(?:svelte|esm-env|clsx)\// },
  {
    name: 'record',
    test: /\/src\/learner\/(?:keys|stored-json|adapters\/(?:browser-record|learner-record|indexed-db-store|safety-copy))\.ts$/,
  },
  { name: 'attempt', test: /\/src\/learner\/attempt-entry\.ts$/ },
  {
    name: 'exercise',
    test: /\/src\/(?:exercise\/attempt|learner\/add-result|site\/islands\/(?:recorded-work|attempt\.svelte|feedback|words|ExerciseFrame\.svelte|Confidence\.svelte|ResultMark\.svelte|PartNote\.svelte))(?:\.ts)?$/,
  },
].map((group, index, { length }) => ({ ...group, priority: length - index }));

export default defineConfig({
  site: site.address,
  base: process.env.BILIG_BASE ?? site.base,
  trailingSlash: 'always',
  server: { host: process.env.HOST ?? '127.0.0.1', port: Number(process.env.PORT ?? 4321) },
  devToolbar: { enabled: false },
  integrations: [
    contentGuard(contentRoot),
    preview(),
    mdx(),
    svelte(),
    leanPages(),
    buildStamp(contentRoot),
    embedScript(contentRoot),
    downloads(contentRoot),
    offlineFiles(contentRoot),
    ...editor,
  ],
  markdown: {
    syntaxHighlight: false,
    // Authors write the quotation marks of their language, and Uzbek apostrophes are letters.
    processor: satteri({ features: { smartPunctuation: false } }),
  },
  build: { inlineStylesheets: 'never' },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
      scriptDirective: { hashes: themeHashes },
    },
  },
  vite: {
    plugins: [plainImports, pureCores, shortTokens],
    resolve: { alias: { '@content': contentRoot } },
    build: { assetsInlineLimit: 0 },
    environments: {
      client: {
        build: { rolldownOptions: { output: { codeSplitting: { groups } } } },
      },
    },
  },
});
