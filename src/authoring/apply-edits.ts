import type { Edit } from '#problem';

/** A text with edits of it made; of two that overlap the first one is made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let done = 0;
  for (const { start, end, text: written } of ordered) {
    if (start < done) continue;
    result += text.slice(done, start) + written;
    done = end;
  }
  return result + text.slice(done);
}
