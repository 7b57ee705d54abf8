import type { FoundPicture, ImportContext, Markdown } from '../found.ts';
import { paragraphOf, paragraphsOf, wordsOf } from '../found.ts';
import type { Question } from '../questions.ts';
import { childAt, childrenOf, textAt, type XmlTree } from '../xml-tree.ts';

/** A question of Moodle's with what all types have, read. */
export interface MoodleQuestion extends Question {
  readonly node: XmlTree;
  readonly place: string;
  /** The text of an element as Markdown, by the format that it says; its pictures are kept. */
  read(element: XmlTree | undefined, change?: (source: string) => string): Markdown;
  /** All words of the question and its answers, for a person to make something of. */
  words(): Markdown;
}

/** Types whose text is no question but what is to be completed; their readers read it. */
const withGaps = new Set(['gapselect', 'ddwtos', 'cloze', 'multianswer']);

interface Opening {
  readonly number: number;
  readonly place: string;
  readonly pictures: Map<string, FoundPicture>;
  readonly context: ImportContext;
}

/** Reads what all types have, and notes what is not taken. */
export function openQuestion(node: XmlTree, opening: Opening): MoodleQuestion {
  const { place, context } = opening;
  const read = (element: XmlTree | undefined, change = (source: string) => source) =>
    readText(element, change, opening);
  noteSettings(node, opening);
  const hints = childrenOf(node, 'hint').map((hint) => wordsOf(read(hint)));
  const old = oldPicture(node, opening);
  if (hints.filter(Boolean).length > 3) context.note('general-hint', place);
  return {
    node,
    place,
    read,
    hints: hints.filter(Boolean).slice(0, 3),
    prompt: withGaps.has(node.attributes['type'] ?? '') ? [] : [...read(childAt(node, 'questiontext')), ...old],
    closing: read(childAt(node, 'generalfeedback')),
    words: () => [...read(childAt(node, 'questiontext')), ...answersOf(node, read)],
  };
}

/** The picture of a question, where versions of Moodle before 2.0 kept it. */
function oldPicture(node: XmlTree, { number, pictures, context }: Opening): Markdown {
  const bytes = context.decodeBase64(textAt(node, 'image_base64'));
  if (!bytes) return [];
  const name = textAt(node, 'image').trim();
  const url = `file:${number}/old/${name}`;
  pictures.set(url, { bytes, name });
  return [paragraphOf([{ type: 'image', url, alt: '' }])];
}

function answersOf(node: XmlTree, read: MoodleQuestion['read']): Markdown {
  const answers = [...childrenOf(node, 'answer'), ...childrenOf(node, 'subquestion'), ...childrenOf(node, 'dragbox')];
  const items = answers
    .map((answer) => {
      const partner = childAt(answer, 'answer');
      const words = [wordsOf(read(answer)), partner ? wordsOf(read(partner)) : ''].filter(Boolean).join(' → ');
      return paragraphsOf(words);
    })
    .filter((item) => item.length);
  return items.length
    ? [{ type: 'list', ordered: false, children: items.map((children) => ({ type: 'listItem', children })) }]
    : [];
}

function noteSettings(node: XmlTree, { place, context: { note } }: Opening): void {
  if (textAt(node, 'name', 'text').trim()) note('title', '');
  if (!['', '1'].includes(String(Number(textAt(node, 'defaultgrade') || 1)))) note('points', '');
  const tags = childrenOf(childAt(node, 'tags') ?? node, 'tag').map((tag) => textAt(tag, 'text').trim());
  if (tags.some(Boolean)) note('tags', place, tags.filter(Boolean).join(', '));
  const combined = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'];
  if (combined.some((name) => textAt(node, name, 'text').trim())) note('feedback-combined', place);
}

function readText(element: XmlTree | undefined, change: (source: string) => string, opening: Opening): Markdown {
  if (!element) return [];
  const { context, place } = opening;
  const text = childAt(element, 'text') ?? element;
  const source = change(text.inner ?? text.text);
  if (!source.trim()) return [];
  const format = element.attributes['format'] ?? 'html';
  const files = keepFiles(element, opening);
  const blocks =
    format === 'markdown'
      ? context.markdown(source, place)
      : format === 'plain_text'
        ? paragraphsOf(source)
        : context.html(format === 'moodle_auto_format' ? withBreaks(source) : source, place);
  return renamePictures(blocks, files);
}

/** Moodle's own format is HTML whose line ends count. */
function withBreaks(source: string): string {
  return source.includes('\n') && !/<(?:p|br|div|ul|ol|table)\b/u.test(source)
    ? source
        .trim()
        .replaceAll('\r\n', '\n')
        .replace(/\n{2,}/gu, '<p>')
        .replaceAll('\n', '<br>')
    : source;
}

/** The files of an element, each under an address that no other question uses. */
function keepFiles(element: XmlTree, { number, pictures, context }: Opening): ReadonlyMap<string, string> {
  return new Map(
    childrenOf(element, 'file').flatMap((file) => {
      const name = file.attributes['name'] ?? '';
      const bytes = file.attributes['encoding'] === 'base64' ? context.decodeBase64(file.text) : null;
      if (!bytes) return [];
      const address = `file:${number}/${name}`;
      pictures.set(address, { bytes, name });
      return [[name, address] as const];
    }),
  );
}

function renamePictures(nodes: Markdown, files: ReadonlyMap<string, string>): Markdown {
  return nodes.map((node) => {
    const children = node.children && renamePictures(node.children, files);
    if (node.type !== 'image') return children ? { ...node, children } : node;
    const [, name = ''] = /^@@PLUGINFILE@@\/(.*)$/su.exec(node.url ?? '') ?? [];
    const address = files.get(name) ?? files.get(decode(name.replace(/[?#].*$/su, '')));
    return address === undefined ? node : { ...node, url: address };
  });
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A per cent sign of the name itself.
    return name;
  }
}
