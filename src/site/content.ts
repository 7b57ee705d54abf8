import { createContentReader } from '#course/adapters/node-content';
import { resolve } from 'node:path';
import type { Content, ContentReading } from '#course';
import { liveContent } from './live-content.ts';

/** Where the content stands: the project's own folder, or the one that `BILIG_CONTENT` names. */
export const contentRoot = resolve(process.env['BILIG_CONTENT'] ?? 'content');

const read = createContentReader(contentRoot);
let built: ContentReading | undefined;
let lastWhole: Content | undefined;

/**
 * Everything in the content folder, problems included: as it is at this moment, or as it was when the build began. Every
 * page asks some ten times, and looking through the folder each time took half of a build.
 */
export function readSiteContent(): ContentReading {
  return import.meta.env.PROD ? (built ??= read()) : (liveContent()?.read() ?? read());
}

/**
 * The content to build pages from. While somebody writes `site.yaml`, it is as it was when the file could be read last.
 *
 * @throws where `site.yaml` cannot be read, which the content guard reports first
 */
export function siteContent(): Content {
  const content = readSiteContent().content ?? lastWhole;
  if (!content) throw new Error('content/site.yaml cannot be read; `npm run -s bilig -- check` says why.');
  lastWhole = content;
  return content;
}
