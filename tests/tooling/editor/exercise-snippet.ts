import { fillMark } from '#authoring';
import { readBody } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { SnippetText } from './snippet-text.ts';

/** An item of a list: its bullet, its brackets and its words. */
const itemLine = /^(\s*(?:-|\d+\.)\s+(?:\[[ x]\]\s+)?)((?:\[[^\]]*\](?!\()\s*)*)(.*)$/u;
/** What a program reads and no learner; it is chosen once and stays. */
const settings = ['src', 'licence', 'skills', 'from', 'attempts', 'pass', 'min', 'max', 'step', 'budget', 'slots'];

/**
 * An exercise as a snippet: its texts and the ids that are its author's are places to fill, each id together with all
 * that names it; what the type itself prescribes stands as it is.
 *
 * @param text the exercise, or a set of them, as `bilig new` would write it
 */
export function exerciseSnippet(text: string): string {
  const snippet = new SnippetText();
  const own = ownIds(text);
  let scope = 0;
  for (const [index, line] of withOneMark(text).entries()) {
    if (index) snippet.plain('\n');
    if (/^<[A-Z]/u.test(line)) writeTag(snippet, line, ++scope);
    else if (line === '' || line.startsWith('</')) snippet.plain(line);
    else if (line.startsWith(fillMark)) snippet.last(line);
    else writeLine(snippet, line, (id) => (own.has(id) ? `${scope} ${id}` : null));
  }
  return snippet.toString();
}

/** The lines with the first mark only: a set has one in each exercise, and one place alone can be selected last. */
function withOneMark(text: string): string[] {
  const [first = '', ...others] = text.split(/^(?=\u270E)/mu);
  const [marked = '', ...extra] = others;
  return [first, marked, ...extra.map((part) => part.replace(/^.*\n+/u, ''))].join('').split('\n');
}

function writeTag(snippet: SnippetText, line: string, scope: number): void {
  let end = 0;
  for (const { 0: attribute, 1: name = '', 2: value = '', index } of line.matchAll(/([\w-]+)="([^"]*)"/gu)) {
    snippet.plain(line.slice(end, index));
    if (settings.includes(name)) snippet.plain(attribute);
    else
      snippet
        .plain(`${name}="`)
        .place(value, name === 'id' ? `${scope}` : undefined)
        .plain('"');
    end = index + attribute.length;
  }
  snippet.plain(line.slice(end));
}

function writeLine(snippet: SnippetText, line: string, nameOf: (id: string) => string | null): void {
  const [, bullet = '', marks = '', words = ''] = itemLine.exec(line) ?? /^(\s*> |)()(.*)$/u.exec(line) ?? [];
  snippet.plain(bullet);
  writeIds(snippet, marks, nameOf);
  // Marked words are links to ids: a place around them would lose them at the first key.
  if (words.includes('](#')) writeIds(snippet, words, nameOf, /(?<=\]\(#)[a-z0-9-]+(?=\))/gu);
  else if (words) snippet.place(words);
}

function writeIds(
  snippet: SnippetText,
  text: string,
  nameOf: (id: string) => string | null,
  pattern = /[a-z][a-z0-9-]*/gu,
): void {
  let end = 0;
  for (const { 0: id, index } of text.matchAll(pattern)) {
    const name = nameOf(id);
    if (name === null) continue;
    snippet.plain(text.slice(end, index)).place(id, name);
    end = index + id.length;
  }
  snippet.plain(text.slice(end));
}

/** The ids in a text that can have any other name: those that the type prescribes make an error under another one. */
function ownIds(text: string): Set<string> {
  const ids = text.split('\n').flatMap((line) => {
    const [, , marks = ''] = itemLine.exec(line) ?? [];
    const [, id] = /^\[([a-z][a-z0-9-]*)\]/u.exec(marks) ?? [];
    return id === undefined ? [] : [id];
  });
  return new Set([...new Set(ids)].filter((id) => !hasErrors(rename(text, id))));
}

function rename(text: string, old: string): string {
  const lines = text.split('\n').map((line) => {
    const [, bullet = '', marks = '', words = line] = itemLine.exec(line) ?? [];
    const renamed = marks.replace(/[a-z][a-z0-9-]*/gu, (id) => (id === old ? `${id}-too` : id));
    return bullet + renamed + words.replaceAll(`](#${old})`, `](#${old}-too)`);
  });
  return lines.join('\n');
}

function hasErrors(text: string): boolean {
  const { tree } = parseMdx('en.mdx', text);
  if (!tree) return true;
  return readBody(tree, { file: 'en.mdx', locale: 'en' }).problems.some(({ severity }) => severity === 'error');
}
