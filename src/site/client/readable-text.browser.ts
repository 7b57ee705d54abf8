/** Words in one language that stand together in a block of the text, such as a paragraph. */
export interface Passage {
  readonly block: HTMLElement;
  readonly lang: string;
  readonly text: string;
}

const blocks = 'h1, h2, h3, h4, p, li, dt, dd, figcaption, blockquote, th, td';
/** Controls, code, what is hidden from the eye or the ear, and what only points elsewhere. */
const unread = [
  'button:not(.term-word)',
  'pre, code, noscript, script, style, template, nav, select, textarea, dialog',
  '[hidden], [aria-hidden="true"], [role="tooltip"], .visually-hidden',
  'astro-island, .exercise-kind, .exercise-failed, .exercise-answers',
  '.contents, .citation, .source-list, .section-tools, .section-panel-place',
].join(', ');

/** The text to be read aloud inside `root`, from an element of it on, in its order. */
export function readableText(root: HTMLElement, from: HTMLElement | null): Passage[] {
  const passages: { block: HTMLElement; lang: string; text: string }[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(unread) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (from && !from.contains(node) && !(from.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING))
      continue;
    const block = node.parentElement?.closest<HTMLElement>(blocks);
    // Of the tabs only the one that is open has a box.
    if (!block || !root.contains(block) || block.getClientRects().length === 0) continue;
    const lang = node.parentElement?.closest<HTMLElement>('[lang]')?.lang ?? '';
    const text = (node.textContent ?? '').replaceAll('\u00ad', '');
    const last = passages.at(-1);
    if (last?.block === block && (last.lang === lang || !text.trim())) last.text += text;
    else passages.push({ block, lang, text });
  }
  return passages.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}
