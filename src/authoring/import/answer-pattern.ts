const literalStar = '\uE002';

/** What accepted answers say: a star stands for anything, unless a backslash stands before it. */
export function readPattern(text: string): { readonly kind: 'any' | 'pattern' | 'words'; readonly text: string } {
  const hidden = text.replaceAll('\\*', literalStar).trim();
  if (hidden === '*') return { kind: 'any', text: '' };
  return { kind: hidden.includes('*') ? 'pattern' : 'words', text: hidden.replaceAll(literalStar, '*') };
}
