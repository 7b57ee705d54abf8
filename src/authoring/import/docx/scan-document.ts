import type { NoteImport } from '../notes.ts';
import type { XmlTree } from '../xml-tree.ts';

const tracked = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);
const notesAtEnd = new Set(['w:footnoteReference', 'w:endnoteReference']);
const marks = new Set(['w:u', 'w:color', 'w:highlight', 'w:strike', 'w:dstrike', 'w:shd']);
const media = new Set(['a:videoFile', 'a:audioFile', 'w:control', 'wp15:webVideoPr']);
const drawings = /\/(?:chart|diagram|ole|chartex)/u;

interface Scan {
  readonly note: NoteImport;
  paragraph: number;
}

/** Notes what a document holds that a lesson does not, with the paragraph in which it stands. */
export function scanDocument(document: XmlTree, note: NoteImport): void {
  scan(document, { note, paragraph: 0 }, '', new Set());
}

function scan(node: XmlTree, state: Scan, place: string, seen: Set<string>): void {
  const { name, attributes } = node;
  if (name === 'w:p') {
    state.paragraph++;
    const words = textOf(node).replace(/\s+/gu, ' ').trim();
    const here = `paragraph ${state.paragraph}${words ? ` (“${[...words].slice(0, 24).join('')}”)` : ''}`;
    const seenHere = new Set<string>();
    for (const child of node.children) scan(child, state, here, seenHere);
    return;
  }
  const once = (what: Parameters<NoteImport>[0], detail?: string) => {
    if (!seen.has(what)) state.note(what, place, detail);
    seen.add(what);
  };
  if (tracked.has(name)) once('tracked-change');
  else if (name === 'w:commentReference') state.note('comment', place);
  else if (notesAtEnd.has(name)) state.note('footnote', place);
  else if (name === 'm:oMath') return state.note('formula', place, textOf(node));
  else if (name === 'w:object') state.note('embedded', place);
  else if (name === 'a:graphicData' && drawings.test(attributes['uri'] ?? '')) state.note('embedded', place);
  else if (media.has(name)) once('media');
  else if (name === 'w:txbxContent') once('text-box');
  else if (marks.has(name) && attributes['w:val'] !== 'none' && attributes['w:val'] !== 'auto') once('formatting');
  // Newer forms of what stands in the fallback beside them.
  else if (name === 'mc:AlternateContent') {
    const fallback = node.children.find((child) => child.name === 'mc:Fallback');
    if (fallback) return scan(fallback, state, place, seen);
  }
  for (const child of node.children) scan(child, state, place, seen);
}

const texts = new Set(['w:t', 'm:t']);

function textOf(node: XmlTree): string {
  return texts.has(node.name) ? node.text : node.children.map(textOf).join('');
}
