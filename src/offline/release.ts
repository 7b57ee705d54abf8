import { isHash, isName, isPlain, isSize, parseObject } from './checks.ts';
import type { PartId } from './parts.ts';

/** What a part weighs, and by which hash its list is known. */
export interface PartSummary {
  /** SHA-256 of the list, which holds the hashes of all its files: two parts with the same are the same. */
  readonly hash: string;
  /** As the files are. */
  readonly bytes: number;
  /** As they come over the line and lie on the device: text compressed. */
  readonly compressed: number;
}

/** What a site publishes at one time. */
export interface Release {
  /** Made of the hashes of all parts. */
  readonly id: string;
  readonly parts: ReadonlyMap<PartId, PartSummary>;
}

// Pages that are kept read what later releases publish: a form that they could not read gets a name of its own, and
// this one stays.
const version = 1;
const maxLength = 2_000_000;

export function formatRelease({ id, parts }: Release): string {
  const entries = [...parts].map(([part, { hash, bytes, compressed }]) => [part, [hash, bytes, compressed]]);
  return JSON.stringify({ version, id, parts: Object.fromEntries(entries) });
}

/** A release from what a site sent; null where it is not one. */
export function parseRelease(json: string | null): Release | null {
  const stored = parseObject(json, maxLength);
  if (stored?.['version'] !== version || !isHash(stored['id']) || !isPlain(stored['parts'])) return null;
  const parts = new Map<PartId, PartSummary>();
  for (const [part, summary] of Object.entries(stored['parts'])) {
    if (!isName(part) || !Array.isArray(summary)) return null;
    const [hash, bytes, compressed] = summary as unknown[];
    if (!isHash(hash) || !isSize(bytes) || !isSize(compressed)) return null;
    parts.set(part, { hash, bytes, compressed });
  }
  return { id: stored['id'], parts };
}
