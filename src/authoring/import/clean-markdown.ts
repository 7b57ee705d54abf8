import type { MarkdownNode } from '#exercise';
import { keptLink, mergeInline, trimInline, type CleanContext } from './clean-inline.ts';
import { wordsOf, type Markdown } from './found.ts';
import { makeTable, tooDeep } from './html-to-markdown.ts';
import { importLimits, ImportFault } from './limits.ts';

/** Markdown from elsewhere with only what a lesson may hold: no HTML, no addresses that could run something. */
export function cleanMarkdown(root: MarkdownNode, context: CleanContext): Markdown {
  const definitions = new Map<string, string>();
  const footnotes = new Map<string, Markdown>();
  for (const node of root.children ?? []) {
    const { identifier } = node as { readonly identifier?: string };
    if (node.type === 'definition' && identifier) definitions.set(identifier, node.url ?? '');
    if (node.type === 'footnoteDefinition' && identifier) footnotes.set(identifier, node.children ?? []);
  }
  const inner = { ...context, definitions, depth: 0 };
  const blocks = (root.children ?? []).flatMap((node) => cleanBlock(node, inner));
  const notes = [...footnotes.values()].map((children): MarkdownNode => ({
    type: 'listItem',
    children: children.flatMap((child) => cleanBlock(child, inner)),
  }));
  if (!notes.length) return blocks;
  for (let number = notes.length; number > 0; number--) context.note('footnote', context.place);
  return [...blocks, { type: 'list', ordered: true, children: notes }];
}

interface Cleaning extends CleanContext {
  readonly definitions: ReadonlyMap<string, string>;
  readonly depth: number;
}

function cleanBlock(node: MarkdownNode, context: Cleaning): Markdown {
  if (context.depth > importLimits.depth) throw new ImportFault(tooDeep(context.place));
  const children = node.children ?? [];
  const inner = { ...context, depth: context.depth + 1 };
  const blocks = (more: Partial<Cleaning> = {}) =>
    children.flatMap((child) => cleanBlock(child, { ...inner, ...more }));
  switch (node.type) {
    case 'paragraph': {
      const run = trimInline(cleanInline(children, inner));
      return run.length ? [{ type: 'paragraph', children: run }] : [];
    }
    case 'heading': {
      const run = trimInline(cleanInline(children, inner));
      return run.length ? [{ type: 'heading', depth: node.depth ?? 1, children: run, name: null }] : [];
    }
    case 'code':
      return node.value?.trim() ? [{ type: 'code', value: node.value }] : [];
    case 'thematicBreak':
      return [{ type: 'thematicBreak' }];
    case 'blockquote':
    case 'list': {
      const inside = blocks({ nesting: context.nesting + 1 });
      if (context.nesting >= importLimits.nesting) {
        context.note('nested-list', context.place);
        return inside.flatMap((item) => (item.type === 'listItem' ? (item.children ?? []) : [item]));
      }
      return inside.length ? [{ type: node.type, ordered: node.ordered === true, children: inside }] : [];
    }
    case 'listItem': {
      const inside = blocks();
      return inside.length ? [{ type: 'listItem', children: inside }] : [];
    }
    case 'table':
      return makeTable(
        children.map((row) =>
          (row.children ?? []).map((cell) => ({
            type: 'tableCell',
            children: trimInline(cleanInline(cell.children ?? [], inner)),
          })),
        ),
      );
    case 'html':
      noteHtml(node.value ?? '', context);
      return [];
    default:
      return [];
  }
}

function noteHtml(source: string, { note, place }: CleanContext): void {
  const tag = /^<\/?([A-Za-z][\w:-]*)/u.exec(source)?.[1];
  if (source.startsWith('<!--')) note('comment', place);
  else note(/^(?:script|style|iframe|object|embed|form|svg)$/u.test(tag ?? '') ? 'active' : 'html', place, source);
}

function cleanInline(nodes: Markdown, context: Cleaning): Markdown {
  if (context.depth > importLimits.depth) throw new ImportFault(tooDeep(context.place));
  const inner = { ...context, depth: context.depth + 1 };
  const clean = nodes.flatMap((node): Markdown => {
    const children = () => cleanInline(node.children ?? [], inner);
    switch (node.type) {
      case 'text':
        return [{ type: 'text', value: (node.value ?? '').replace(/\s+/gu, ' ') }];
      case 'inlineCode':
        return node.value?.trim() ? [{ type: 'inlineCode', value: node.value.replace(/\s+/gu, ' ') }] : [];
      case 'break':
        return [{ type: 'break' }];
      case 'strong':
      case 'emphasis': {
        const inside = children();
        return inside.length ? [{ type: node.type, children: inside }] : [];
      }
      case 'link':
        return wordsOf(node.children ?? []) || node.children?.length ? keptLink(node.url, children(), context) : [];
      case 'linkReference': {
        const { identifier = '' } = node as { readonly identifier?: string };
        return keptLink(context.definitions.get(identifier), children(), context);
      }
      case 'image':
        return [{ type: 'image', url: node.url ?? '', alt: node.alt ?? '' }];
      case 'imageReference': {
        const { identifier = '' } = node as { readonly identifier?: string };
        return [{ type: 'image', url: context.definitions.get(identifier) ?? '', alt: node.alt ?? '' }];
      }
      case 'delete':
        context.note('formatting', context.place);
        return children();
      case 'footnoteReference': {
        const { label = '' } = node as { readonly label?: string };
        return label
          ? [{ type: 'mdxJsxTextElement', name: 'sup', attributes: [], children: [{ type: 'text', value: label }] }]
          : [];
      }
      case 'html':
        if (/^<br\s*\/?>$/u.test(node.value ?? '')) return [{ type: 'break' }];
        noteHtml(node.value ?? '', context);
        return [];
      default:
        return node.children ? children() : [];
    }
  });
  return mergeInline(clean);
}
