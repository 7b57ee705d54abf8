/** A part of a file, from one byte to another, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The one range that a `Range` header (RFC 9110, 14.1) asks for; null where the whole file is meant, 'bad' where it has no such part. */
export function readRange(header: string | null | undefined, size: number): ByteRange | 'bad' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/u.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? 'bad' : { start, end };
}
