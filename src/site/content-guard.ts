import type { AstroIntegration } from 'astro';
import { checkContent } from '#authoring';
import { createContentReader } from '#course/adapters/node-content';
import { pluralCategories } from '#language/adapters/node-intl';
import { formatProblem } from '#problem';
import { join, relative } from 'node:path';

/**
 * Stops a build on errors in the content, and tells the development server's terminal of them at every change, in
 * the words of `bilig check`: a broken lesson is the author's business, not a stack trace.
 */
export function contentGuard(contentRoot: string): AstroIntegration {
  const read = createContentReader(contentRoot);
  const folder = relative(process.cwd(), contentRoot);
  const report = () => {
    const errors = checkContent(read(), pluralCategories).filter((problem) => problem.severity === 'error');
    return errors.map((problem) => formatProblem({ ...problem, file: join(folder, problem.file) }));
  };
  return {
    name: 'bilig-content-guard',
    hooks: {
      'astro:build:start': () => {
        const errors = report();
        if (!errors.length) return;
        process.stderr.write(
          `\n${errors.join('\n\n')}\n\nThe site is not built: mend these ${errors.length} errors first.\n`,
        );
        process.exit(1);
      },
      'astro:server:setup': ({ server, logger }) => {
        const tell = () => report().forEach((text) => logger.warn(`\n${text}`));
        tell();
        server.watcher.add(contentRoot);
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(contentRoot)) return;
          tell();
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
