import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { LinkResult } from '../external-links.ts';

const resultSchema = z.strictObject({
  state: z.enum(['here', 'moved', 'gone', 'silent']),
  said: z.string(),
  to: z.string().nullable(),
  seen: z.iso.date(),
});
const fileSchema = z.strictObject({ version: z.literal(1), links: z.record(z.string(), resultSchema) });

// A page that was there is looked at once a month; one that was not may be there again tomorrow.
const daysToKeep: Readonly<Record<LinkResult['state'], number>> = { here: 30, moved: 30, gone: 7, silent: 1 };
const dayLength = 86_400_000;

/** What was seen of addresses not too long ago. A file that cannot be read is as good as none. */
export function readLinkCache(file: string, today: string): Map<string, LinkResult> {
  try {
    const { links } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return new Map(Object.entries(links).filter(([, result]) => isFresh(result, today)));
  } catch {
    return new Map();
  }
}

function isFresh({ state, seen }: LinkResult, today: string): boolean {
  const age = (Date.parse(today) - Date.parse(seen)) / dayLength;
  return age >= 0 && age < daysToKeep[state];
}

/** @throws where the file cannot be written */
export function writeLinkCache(file: string, results: ReadonlyMap<string, LinkResult>): void {
  const links = Object.fromEntries([...results].sort(([a], [b]) => (a < b ? -1 : 1)));
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, `${JSON.stringify({ version: 1, links }, null, 2)}\n`);
  renameSync(temporary, file);
}
