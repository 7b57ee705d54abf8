import type { ImportContext } from '../found.ts';
import { importLimits, ImportFault } from '../limits.ts';
import type { Line } from './lines.ts';

/** The lines of a document without its head, the comment with settings and macros that it may begin with. */
export function readHead(
  source: string,
  { note }: ImportContext,
): { readonly lines: readonly Line[]; readonly summary: string | null } {
  const lines = source.split(/\r\n|\n|\r/u).map((text, index) => ({ text, number: index + 1 }));
  const long = lines.find(({ text }) => text.length > importLimits.line);
  if (long) throw new ImportFault(`line ${long.number} has more than ${importLimits.line} characters. Divide it.`);
  const first = lines.findIndex(({ text }) => text.trim());
  if (first < 0 || !lines[first]?.text.trimStart().startsWith('<!--')) return { lines, summary: null };
  const end = lines.findIndex(({ text }, index) => index >= first && text.includes('-->'));
  if (end < 0) return { lines, summary: null };
  let summary: string | null = null;
  let isComment = false;
  for (const { text, number } of lines.slice(first, end)) {
    const [, name = '', value = ''] = /^\s*(@?[A-Za-z_][\w.]*)\s*:\s*(.*)$/u.exec(text.replace(/^\s*<!--/u, '')) ?? [];
    if (!name) {
      // A comment may go on, indented, on the lines below it.
      if (isComment && text.trim()) summary = `${summary ?? ''} ${text.trim()}`;
      continue;
    }
    isComment = name === 'comment';
    if (isComment) summary = value.trim();
    else if (name.startsWith('@') || ['import', 'script', 'link', 'onload'].includes(name))
      note('lia-macro', `line ${number}`, text.trim());
    else note('lia-setting', `line ${number}`, name);
  }
  const macros = lines.slice(first, end).filter(({ text }) => /^\s*@[A-Za-z_][\w.]*\s*$/u.test(text));
  for (const { text, number } of macros) if (text.trim() !== '@end') note('lia-macro', `line ${number}`, text.trim());
  return { lines: lines.slice(end + 1), summary: summary?.replace(/\s+/gu, ' ').trim() || null };
}
