import { isHash, isPath, isSize, parseObject } from './checks.ts';

/** A file that can be kept. */
export interface PartFile {
  /** Its address from the base of the site, as links name it: `kk/glossary/`, `_astro/Choice.x.js`. */
  readonly path: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  readonly bytes: number;
  /** Its bytes as they come over the line and lie on the device: compressed, if it is text. */
  readonly compressed: number;
}

/** The files of one part. */
export interface PartList {
  /** What readers know the part by: the title of a course in its language. */
  readonly title: string;
  readonly files: readonly PartFile[];
}

const version = 1;
const maxLength = 8_000_000;

export function formatPartList({ title, files }: PartList): string {
  const rows = files.map(({ path, hash, bytes, compressed }) => [path, hash, bytes, compressed]);
  return JSON.stringify({ version, title, files: rows });
}

/** A list from what a site sent or the device holds; null where any of it cannot be right. */
export function parsePartList(json: string | null): PartList | null {
  const stored = parseObject(json, maxLength);
  const rows = stored?.['files'];
  const title = stored?.['title'];
  if (stored?.['version'] !== version || typeof title !== 'string' || !Array.isArray(rows)) return null;
  const files: PartFile[] = [];
  const paths = new Set<string>();
  for (const row of rows as unknown[]) {
    const [path, hash, bytes, compressed] = Array.isArray(row) ? (row as unknown[]) : [];
    const isSound = isPath(path) && isHash(hash) && isSize(bytes) && isSize(compressed);
    if (!isSound || paths.has(path)) return null;
    paths.add(path);
    files.push({ path, hash, bytes, compressed });
  }
  return { title, files };
}

/** Pictures, films and fonts are packed already; all else is text. A page's address ends in a slash. */
export function isText(path: string): boolean {
  return /(?:^|\/|\.(?:html|css|js|json|svg|txt|vtt|webmanifest|xml))$/u.test(path);
}

/** True for files whose name holds a hash of what is in them: under this name there is never anything else. */
export function isImmutable(path: string): boolean {
  return path.startsWith('_astro/');
}
