import type { ContentFiles, MarkdownParser } from '#course';
import { componentOf, exerciseKinds, isKind, type MarkdownNode } from '#exercise';
import type { Locale } from '#language';
import { applyEdits } from '../apply-edits.ts';
import { findAttribute } from '../tag.ts';
import { fillMark } from './fill.ts';

/** What can be put into a lesson: the types of exercises, and a set of them. */
export const formNames: readonly string[] = [...exerciseKinds, 'quiz'];

/** An example of the gallery as it would stand in a lesson. */
export interface Form {
  readonly text: string;
  /** Pictures that it shows, by their path from its folder. */
  readonly media: readonly string[];
  /** Where the example stands in the gallery. */
  readonly folder: string;
}

const note = `${fillMark} An example from the gallery: put your own words in its place and take this line away.`;

/**
 * The nth example of a type from the gallery, in a language or in English, with an id of its own and marked as still
 * to fill. What leads to sections of other lessons is left out.
 *
 * @returns null where the gallery has none
 */
export function readForm(
  files: ContentFiles,
  parse: MarkdownParser,
  { kind, locales, example, id }: { kind: string; locales: readonly Locale[]; example: number; id: string },
): Form | null {
  const folder = `gallery/${kind}`;
  const file = locales.map((locale) => `${folder}/${locale}.mdx`).find((name) => files.texts.has(name));
  const source =
    file === undefined ? '' : (files.texts.get(file) ?? '').replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  const { tree } = parse(file ?? folder, source);
  const component = kind === 'quiz' ? 'Quiz' : isKind(kind) ? componentOf(kind) : '';
  const node = tree?.children?.filter(({ name }) => name === component)[example - 1];
  if (!node?.position) return null;
  const [start, end] = [node.position.start.offset ?? 0, node.position.end.offset ?? 0];
  const components = [node, ...(node.children ?? [])].filter(({ type, name }) => type === 'mdxJsxFlowElement' && name);
  const edits = components.flatMap((inner, index) => rewriteTag(source, inner, index ? `${id}-${index}` : id));
  const own = edits.map((edit) => ({ file: '', start: edit.start - start, end: edit.end - start, text: edit.text }));
  const text = applyEdits(source.slice(start, end), own);
  const media = [...new Set([...text.matchAll(/\bmedia\/[\w./-]*\w/gu)].map(([path]) => path))];
  return { text, media, folder };
}

interface TagEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function rewriteTag(source: string, node: MarkdownNode, id: string): TagEdit[] {
  const tag = node.position?.start.offset ?? 0;
  const given = findAttribute(source, tag, 'id');
  const see = findAttribute(source, tag, 'see');
  const [first] = node.children ?? [];
  const inside = first?.position?.start.offset;
  return [
    ...(given ? [{ start: given.valueStart, end: given.valueEnd, text: id }] : []),
    ...(see ? [{ start: see.start, end: see.end, text: '' }] : []),
    ...(inside === undefined ? [] : [{ start: inside, end: inside, text: `${note}\n\n` }]),
  ];
}
