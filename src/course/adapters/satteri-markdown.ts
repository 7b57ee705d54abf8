import type { MarkdownNode } from '#exercise';
import type { Problem } from '#problem';
import { mdxToMdast } from 'satteri';

/** The tree of an MDX file, by the very parser that compiles the pages; or what keeps it from being parsed. */
export type Parsed =
  { readonly tree: MarkdownNode; readonly problem: null } | { readonly tree: null; readonly problem: Problem };

const emptyTree: MarkdownNode = { type: 'root', children: [] };

export function parseMdx(file: string, source: string): Parsed {
  try {
    return { tree: source ? (mdxToMdast(source) as unknown as MarkdownNode) : emptyTree, problem: null };
  } catch (error) {
    return { tree: null, problem: describe(file, error) };
  }
}

// Sätteri throws plain errors whose text begins with line:column and ends with the rule in parentheses.
function describe(file: string, error: unknown): Problem {
  const text = error instanceof Error ? error.message : String(error);
  const found = /^(\d+):(\d+): ([\s\S]*)$/u.exec(text);
  const message = (found?.[3] ?? text)
    .replace(/\s*\(mdx[\w:-]*\)$/u, '')
    .replace(/\s*\((?:note: [^)]*|\d+:\d+)\)/gu, '');
  return {
    file,
    line: Number(found?.[1] ?? 1),
    column: Number(found?.[2] ?? 1),
    rule: 'mdx-syntax',
    severity: 'error',
    message: `This is not MDX: ${message}.`,
    hint: mendFor(message),
  };
}

function mendFor(message: string): string {
  const unclosed = /closing tag for `<(\w+)>`/u.exec(message)?.[1];
  if (unclosed) return `Write \`</${unclosed}>\` on a line of its own where it ends, after an empty line.`;
  if (message.includes('!')) return 'A lesson has no comments; remove `<!-- … -->`.';
  if (message.includes('brace') || message.includes('expression'))
    return 'A brace that is meant as a character is written `&#123;`.';
  return 'A less-than sign that is meant as a character is written `&lt;`, and a bare address `[text](https://…)`.';
}
