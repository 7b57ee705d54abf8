import type { AstroIntegration } from 'astro';
import { basePath } from './base-path.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buildEditorApp } from './editor/build-app.ts';
import { createEditorServer } from './editor/serve.ts';

/** The visual editor at /edit/ of the development server, for `npm run edit`. It adds nothing to a build. */
export function visualEditor(root: string, contentRoot: string): AstroIntegration {
  let base = '/';
  return {
    name: 'visual-editor',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = basePath(config);
      },
      'astro:server:setup': async ({ server, logger }) => {
        const app = join(root, '.cache/editor');
        await buildEditorApp(root, app);
        const answer = createEditorServer({ root, contentRoot, app, base });
        const handle = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
          answer(request, response).then((isDone) => isDone || next(), next);
        };
        // Astro asks every address for a slash at its end, and the editor's own have none: so it stands before all else,
        // once all else is there.
        server.httpServer?.once('listening', () => server.middlewares.stack.unshift({ route: '', handle }));
        logger.info('Edit at /edit/');
      },
    },
  };
}
