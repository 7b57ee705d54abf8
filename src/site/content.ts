import { createContentReader } from '#course/adapters/node-content';
import { resolve } from 'node:path';
import type { Content, ContentReading } from '#course';

/** Where the content stands: the project's own folder, or the one that `BILIG_CONTENT` names. */
export const contentRoot = resolve(process.env['BILIG_CONTENT'] ?? 'content');

const read = createContentReader(contentRoot);

/** Everything in the content folder as it is at this moment, problems included. */
export function readSiteContent(): ContentReading {
  return read();
}

/** The content to build pages from. @throws where `site.yaml` cannot be read, which the content guard reports first */
export function siteContent(): Content {
  const { content } = read();
  if (!content) throw new Error('content/site.yaml cannot be read; `npm run -s bilig -- check` says why.');
  return content;
}
