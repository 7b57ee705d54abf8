import { isSafeLink } from '#course';
import type { MarkdownNode } from '#exercise';
import type { Locale } from '#language';
import { asInline, type Markdown } from './found.ts';
import type { NoteImport } from './notes.ts';

/** What a reader of HTML or Markdown needs beside the tree. */
export interface CleanContext {
  readonly locale: Locale;
  /** Where in the file it stands, for notes. */
  readonly place: string;
  /** How deep in lists and quotations. */
  readonly nesting: number;
  readonly note: NoteImport;
}

/** A link where it leads to the web, to a mailbox or to a section of the same text; else its words. */
export function keptLink(href: unknown, children: Markdown, { note, place }: CleanContext): Markdown {
  // Anchors without an address are places that are linked to.
  if (href === undefined || href === null || href === '') return children;
  const address = typeof href === 'string' ? href.trim() : '';
  if (isKeptAddress(address)) return [{ type: 'link', url: address, children: withoutLinks(children) }];
  note('link', place, address);
  return children;
}

function isKeptAddress(address: string): boolean {
  if (!isSafeLink(address) || /[\p{Cc}\s<>"]/u.test(address)) return false;
  if (/^#[^#]+$/u.test(address) || /^mailto:[^@]+@[^@]+$/u.test(address)) return true;
  return /^https?:\/\//u.test(address) && URL_FORM.test(address);
}

// Enough of an address for a page to be named; whether it is there, only `check --links` looks.
const URL_FORM = /^https?:\/\/(?:[\p{L}\p{N}-]+\.)*[\p{L}\p{N}-]+(?::\d{1,5})?(?:[/?#]|$)/u;

/** A link cannot stand in a link. */
function withoutLinks(nodes: Markdown): Markdown {
  return nodes.flatMap((node) => {
    const children = node.children && withoutLinks(node.children);
    if (node.type === 'link') return children ?? [];
    return [children ? { ...node, children } : node];
  });
}

/** Runs of text and of equal marks joined, as Markdown has no way to write two beside each other. */
export function mergeInline(nodes: Markdown): Markdown {
  const result: MarkdownNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last?.type === 'text' && node.type === 'text') {
      result[result.length - 1] = { ...last, value: (last.value ?? '') + (node.value ?? '') };
    } else if (last && last.type === node.type && (node.type === 'strong' || node.type === 'emphasis')) {
      result[result.length - 1] = {
        ...last,
        children: mergeInline([...(last.children ?? []), ...(node.children ?? [])]),
      };
    } else result.push(node.children ? { ...node, children: mergeInline(node.children) } : node);
  }
  return result;
}

/** Without breaks and white space at its ends. Empty where nothing else is there. */
export function trimInline(nodes: Markdown): Markdown {
  const isBlank = (node: MarkdownNode | undefined): boolean =>
    node !== undefined &&
    (node.type === 'break' ||
      (node.type === 'text' && !node.value?.trim()) ||
      (node.children !== undefined && node.children.every(isBlank) && node.type !== 'image'));
  let [start, end] = [0, nodes.length];
  while (start < end && isBlank(nodes[start])) start++;
  while (end > start && isBlank(nodes[end - 1])) end--;
  return nodes.slice(start, end);
}

/** Blocks as one run of inline Markdown, with something between two of them. */
export function splitBlocks(blocks: Markdown, between: Markdown = [{ type: 'text', value: ' ' }]): Markdown {
  const runs = blocks.map((block) => asInline([block])).filter((run) => run.length);
  return mergeInline(runs.flatMap((run, index) => (index ? [...between, ...run] : run)));
}
