import type { AstroIntegration } from 'astro';
import { previewFolder } from './page-place.ts';

const here = (file: string) => new URL(file, import.meta.url);

/** What authors see in the development server, and nobody else: nothing of it is known to a build. */
export function preview(): AstroIntegration {
  return {
    name: 'bilig-preview',
    hooks: {
      'astro:config:setup': ({ command, injectRoute, addMiddleware }) => {
        if (command !== 'dev') return;
        addMiddleware({ order: 'pre', entrypoint: here('middleware.ts') });
        const route = (pattern: string, file: string) =>
          injectRoute({ pattern: `/${previewFolder}/${pattern}`, entrypoint: here(file), prerender: true });
        route('panel/[...page]', 'panel.astro');
        route('fault/[...page]', 'fault.astro');
        route('embedded/[...page]', 'embedded.astro');
        route('rules/[rule]', 'rule.astro');
        route('[course]/[module]/[lesson]', 'side-by-side.astro');
      },
    },
  };
}
