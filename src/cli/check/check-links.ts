import { adviseOnLinks, gatherExternalLinks } from '#authoring';
import { readLinkCache, writeLinkCache } from '#authoring/adapters/node-link-cache';
import { visitLinks } from '#authoring/adapters/node-links';
import type { ContentReading } from '#course';
import { count, type Problem } from '#problem';
import { resolve } from 'node:path';
import { messageOf, type Output } from '../command.ts';

const cacheFile = '.cache/links.json';
const manners = { timeout: 15_000, pause: 1000, allowPrivate: false };

/** Looks at the addresses outside the site, those that were not looked at lately, and advises on them. */
export async function checkLinks(reading: ContentReading, output: Output): Promise<Problem[]> {
  const today = new Date().toISOString().slice(0, 10);
  const links = gatherExternalLinks(reading);
  const known = readLinkCache(resolve(cacheFile), today);
  const urls = [...new Set(links.map(({ url }) => url))].filter((url) => !known.has(url));
  if (urls.length) output.complain(`Looking at ${count(urls.length, 'address', 'addresses')} …`);
  const results = new Map([...known, ...(await visitLinks(urls, { ...manners, today }))]);
  try {
    writeLinkCache(resolve(cacheFile), results);
  } catch (error) {
    output.complain(`What was seen cannot be kept in ${cacheFile}: ${messageOf(error)}`);
  }
  return adviseOnLinks(links, results);
}
