import type { ImportContext } from '../found.ts';

export interface Line {
  readonly text: string;
  /** In the file, counted from 1. */
  readonly number: number;
}

// A field inside a sentence. Boxes of a list of answers, hints and inputs without a solution are none.
const gap = /\[\[(?![?!]\]|[Xx ]\]|_|:)([^[\]\n]+)\]\]/gu;

/** What the fields in a line of text say. */
export function findGaps(text: string): string[] {
  return [...text.matchAll(gap)].map(([, content = '']) => content);
}

/** The text with something in place of each field. */
export function replaceGaps(text: string, replace: (content: string) => string): string {
  return text.replace(gap, (_, content: string) => replace(content));
}

const knownMacros = new Set([
  'eval',
  'input',
  'output',
  'uid',
  'section',
  'author',
  'date',
  'email',
  'version',
  'title',
]);
const isMacro = (name: string, call: string | undefined) =>
  call !== undefined || name.includes('.') || knownMacros.has(name);

/** A line of text without what only LiaScript's player understands. */
export function cleanLine(text: string, place: string, { note }: ImportContext): string {
  const drop =
    (what: Parameters<typeof note>[0], keep: (groups: readonly string[]) => string = () => '') =>
    (whole: string, ...groups: unknown[]) => {
      note(what, place, whole);
      return keep(groups.filter((group): group is string => typeof group === 'string'));
    };
  return text
    .replace(/<!--.*?-->/gu, drop('comment'))
    .replace(/<script\b.*?<\/script>/gu, drop('lia-script'))
    .replace(/(?:!\?|\?\?|(?<![!\w])\?)\[[^\]]*\]\([^)]*\)/gu, drop('media'))
    .replace(/\[(?:preview-\w+|qr-code)\]\([^)]*\)/gu, drop('media'))
    .replace(/--?\{\{[^{}]*\}\}--?|\{\{[^{}]*\}\}/gu, drop('lia-narrator'))
    .replace(
      /\{\d+(?:-\d+)?\}\{([^{}]*)\}/gu,
      drop('lia-narrator', ([inside = '']) => inside),
    )
    .replace(
      /\$\$([^$]+)\$\$|\$(?!\s)([^$\n]+?)(?<!\s)\$(?!\d)/gu,
      drop('formula', ([inside = '']) => `\`${inside.replaceAll('`', "'").trim()}\``),
    )
    .replace(
      /(^|\s)@([A-Za-z_][\w.]*\w|[A-Za-z_])(\([^()\n]*\))?/gu,
      (whole, before: string, name: string, call?: string) => {
        // Without a call it is a name on a platform as often as a macro.
        if (!isMacro(name, call)) return whole;
        note('lia-macro', place, whole);
        return before;
      },
    );
}
