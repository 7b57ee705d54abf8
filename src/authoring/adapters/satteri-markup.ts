import type { MarkdownNode } from '#exercise';
import type { Locale } from '#language';
import type { Nodes } from 'hast';
import { htmlToHast, markdownToMdast } from 'satteri';
import { cleanMarkdown } from '../import/clean-markdown.ts';
import type { Markdown } from '../import/found.ts';
import { htmlToMarkdown, tooDeep } from '../import/html-to-markdown.ts';
import { importLimits, ImportFault } from '../import/limits.ts';
import type { NoteImport } from '../import/notes.ts';

interface Markup {
  html(source: string, place: string): Markdown;
  markdown(source: string, place: string): Markdown;
}

/** Readers of HTML and Markdown by the parser of the pages, for texts that nobody has looked at. */
export function createMarkup(locale: Locale, note: NoteImport): Markup {
  const context = (place: string) => ({ locale, place, note, nesting: 0 });
  return {
    html: (source, place) => {
      if (!/[<&]/u.test(source))
        return htmlToMarkdown({ type: 'root', children: [{ type: 'text', value: source }] }, context(place));
      checkLength(source, importLimits.documentHtml, place);
      checkDepth(source, place);
      return htmlToMarkdown(htmlToHast(source, { fragment: true }) as unknown as Nodes, context(place));
    },
    markdown: (source, place) => {
      checkLength(source, importLimits.text.liascript, place);
      checkRuns(source, place);
      return cleanMarkdown(markdownToMdast(source, { position: false }) as unknown as MarkdownNode, context(place));
    },
  };
}

function checkLength({ length }: string, most: number, place: string): void {
  if (length > most)
    throw new ImportFault(
      `${place ? `${place}: ` : ''}a text of ${length} characters is longer than any lesson. Divide it.`,
    );
}

/**
 * The parser's time grows with the square of the depth, so the tags are counted before. Elements that are never closed count
 * as open, which they are to a parser, apart from those that HTML never closes or closes by itself.
 */
function checkDepth(html: string, place: string): void {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-zA-Z][\w:-]*)/gu)) {
    if (
      /^(?:br|hr|img|input|col|meta|link|wbr|source|track|area|base|embed|p|li|dt|dd|tr|td|th|option|colgroup|tbody|thead|tfoot)$/u.test(
        name,
      )
    )
      continue;
    depth = Math.max(0, depth + (slash ? -1 : 1));
    if (depth > importLimits.depth) throw new ImportFault(tooDeep(place));
  }
}

// As for lessons: signs of markup in one paragraph take the parser time that grows with their square.
const deepestQuotation = 50;

function checkRuns(source: string, place: string): void {
  const where = place ? `${place}: ` : '';
  for (const run of source.split(/\n\s*\n/u)) {
    if (run.length > importLimits.paragraph)
      throw new ImportFault(
        `${where}a paragraph has more than ${importLimits.paragraph} characters. Divide it by empty lines.`,
      );
    if (run.split('\n').some((line) => nestingOf(line) > deepestQuotation))
      throw new ImportFault(
        `${where}quotations or lists stand more than ${deepestQuotation} deep in one another, which no text needs.`,
      );
  }
}

function nestingOf(line: string): number {
  return (/^(?:[ \t]*(?:>|[*+-][ \t]))*/u.exec(line)?.[0] ?? '').replace(/[ \t]/gu, '').length;
}
