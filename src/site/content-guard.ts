import type { AstroIntegration } from 'astro';
import { checkContent } from '#authoring';
import { createContentReader } from '#course/adapters/node-content';
import { pluralCategories } from '#language/adapters/node-intl';
import { formatProblem, type Problem } from '#problem';
import { statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { normalizePath } from 'vite';
import { shareLiveContent } from './live-content.ts';
import { openLiveContent } from './open-live-content.ts';

// The page comes first: an author waits for it, and the check takes longer the more lessons there are.
const reportDelay = 1000;
// The watcher drops a change that follows another within 50 ms, and some editors and formatters save in two steps.
const secondLook = 250;

/**
 * Stops a build on errors in the content, and tells the development server's terminal of them at every change, in
 * the words of `bilig check`: a broken lesson is the author's business, not a stack trace.
 */
export function contentGuard(contentRoot: string): AstroIntegration {
  const folder = relative(process.cwd(), contentRoot);
  const errorsIn = (problems: readonly Problem[]) =>
    problems
      .filter((problem) => problem.severity === 'error')
      .map((problem) => formatProblem({ ...problem, file: join(folder, problem.file) }));
  return {
    name: 'bilig-content-guard',
    hooks: {
      'astro:build:start': () => {
        const errors = errorsIn(checkContent(createContentReader(contentRoot)(), pluralCategories));
        if (!errors.length) return;
        process.stderr.write(
          `\n${errors.join('\n\n')}\n\nThe site is not built: mend these ${errors.length} errors first.\n`,
        );
        process.exit(1);
      },
      'astro:server:setup': ({ server, logger }) => {
        const live = openLiveContent(contentRoot);
        shareLiveContent(live);
        let told = '';
        const tell = () => {
          const errors = errorsIn(live.check());
          if (errors.join() !== told) errors.forEach((text) => logger.warn(`\n${text}`));
          told = errors.join();
        };
        tell();
        let later: NodeJS.Timeout | undefined;
        // Astro loads pages anew itself where a module has changed; twice would take twice as long.
        const isModule = (path: string) =>
          Object.values(server.environments).some(
            ({ moduleGraph }) => (moduleGraph.getModulesByFile(normalizePath(path))?.size ?? 0) > 0,
          );
        const lookAgain = (path: string) => {
          const seen = stampOf(path);
          setTimeout(() => {
            const now = stampOf(path);
            if (now === seen || now === null) return;
            server.watcher.emit('change', path);
            server.watcher.emit('all', 'change', path);
          }, secondLook).unref();
        };
        server.watcher.add(contentRoot);
        server.watcher.on('all', (event, path) => {
          if (!path.startsWith(contentRoot + sep)) return;
          live.note(path);
          lookAgain(path);
          if (event !== 'change' || !isModule(path)) server.ws.send({ type: 'full-reload' });
          clearTimeout(later);
          later = setTimeout(tell, reportDelay).unref();
        });
        server.httpServer?.once('close', () => clearTimeout(later));
      },
    },
  };
}

/** Tells whether a file is the same as before; null where it is gone. */
function stampOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs}:${stat.size}` : null;
}
