import type { AstroIntegration } from 'astro';
import { checkContent } from '#authoring';
import { createContentReader } from '#course/adapters/node-content';
import { pluralCategories } from '#language/adapters/node-intl';
import { formatProblem, type Problem } from '#problem';
import { join, relative, sep } from 'node:path';
import { shareLiveContent } from './live-content.ts';
import { openLiveContent } from './open-live-content.ts';

// The page comes first: an author waits for it, and the check takes longer the more lessons there are.
const reportDelay = 1000;

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
        server.watcher.add(contentRoot);
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(contentRoot + sep)) return;
          live.note(path);
          server.ws.send({ type: 'full-reload' });
          clearTimeout(later);
          later = setTimeout(tell, reportDelay).unref();
        });
        server.httpServer?.once('close', () => clearTimeout(later));
      },
    },
  };
}
