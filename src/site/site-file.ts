import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Address and base path from `site.yaml`, or harmless ones where the check will report that it cannot be read. */
export function readSiteFile(contentRoot: string): { readonly address: string; readonly base: string } {
  const fallback = { address: 'https://bilig.example', base: '/' };
  try {
    const file: unknown = parse(readFileSync(join(contentRoot, 'site.yaml'), 'utf8'));
    return { ...fallback, ...(typeof file === 'object' ? file : {}) };
  } catch {
    // The content guard reads the same file again and says with line and column what is wrong.
    return fallback;
  }
}
