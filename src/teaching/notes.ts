import { paragraph, wordsOf, type Markup, type XmlElement, type XmlNode } from '#packaging';

/** What a piece of a note is for: a question to the class, a variant with minutes, or anything else a trainer should know. */
export type NoteRole = 'discussion' | 'variant' | 'advice';

export interface TimedStep {
  readonly minutes: number;
  /** Inline. */
  readonly text: Markup;
}

/** A piece of a note for trainers under its own label. */
export interface NotePiece {
  readonly role: NoteRole;
  /** The words in bold with which it begins, without the stop, inline; none where it has no label. */
  readonly label: Markup;
  /** Everything after the label. Blocks. */
  readonly text: Markup;
  /** Of a variant: what happens and how long it takes. */
  readonly steps: readonly TimedStep[];
  /** Of a variant: what is said after the last step. Inline. */
  readonly rest: Markup;
}

/** Names a number of minutes in the language of the note, as `7 минут`. */
export type NameMinutes = (count: number) => string;

/**
 * Notes for trainers in pieces. A paragraph that begins in bold opens a piece. By what they hold, and not by their words,
 * the first one with minutes in brackets is the variant for the classroom, and the first one before or without it
 * is the question for a discussion.
 */
export function readNotes(notes: readonly Markup[], nameMinutes: NameMinutes): NotePiece[] {
  const pieces = notes.flatMap((note) => openPieces(note)).map((piece) => withSteps(piece, nameMinutes));
  const variant = pieces.findIndex(({ steps }) => steps.length > 0);
  const discussion = pieces.findIndex(({ label, steps }) => label.length > 0 && steps.length === 0);
  const isAsked = (index: number) => index === discussion && (variant < 0 || discussion < variant);
  return pieces.map((piece, index) => ({
    ...piece,
    role: index === variant ? 'variant' : isAsked(index) ? 'discussion' : 'advice',
  }));
}

type OpenPiece = Pick<NotePiece, 'label' | 'text'>;

function openPieces(note: Markup): OpenPiece[] {
  const pieces: { label: Markup; text: XmlNode[] }[] = [];
  for (const node of note) {
    if (typeof node === 'string' && !node.trim()) continue;
    const labelled = typeof node !== 'string' && node.name === 'p' ? splitLabel(node) : null;
    if (labelled) pieces.push({ label: labelled.label, text: labelled.rest });
    else if (pieces.length) pieces.at(-1)?.text.push(node);
    else pieces.push({ label: [], text: [node] });
  }
  return pieces;
}

function splitLabel({ children }: XmlElement): { label: Markup; rest: XmlNode[] } | null {
  const [first, ...others] = children;
  if (!first || typeof first === 'string' || first.name !== 'strong') return null;
  const rest = trimStart(others);
  return { label: withoutStop(first.children), rest: rest.length ? [paragraph(rest)] : [] };
}

/** A label becomes a heading, which ends in no stop. */
function withoutStop(label: Markup): Markup {
  const last = label.at(-1);
  return typeof last === 'string' ? [...label.slice(0, -1), last.replace(/[\s.:]+$/u, '')] : label;
}

function withSteps(piece: OpenPiece, nameMinutes: NameMinutes): NotePiece {
  const steps: TimedStep[] = [];
  let open: XmlNode[] = [];
  for (const run of runsOf(piece.text)) {
    if (open.length) open.push(' ');
    for (const node of run) {
      if (typeof node !== 'string') {
        open.push(node);
        continue;
      }
      let text = node;
      for (let found = findMinutes(text, nameMinutes); found; found = findMinutes(text, nameMinutes)) {
        open.push(found.before);
        steps.push({ minutes: found.minutes, text: trim(open) });
        open = [];
        text = found.after;
      }
      open.push(text);
    }
  }
  return { ...piece, role: 'advice', steps, rest: steps.length ? trim(open) : [] };
}

/** The inline content of paragraphs and of the entries of lists. */
function runsOf(blocks: Markup): Markup[] {
  return blocks.flatMap((node) => {
    if (typeof node === 'string') return [[node]];
    if (['ul', 'ol', 'blockquote'].includes(node.name)) return runsOf(node.children);
    if (node.name === 'li') return node.children.some(isParagraph) ? runsOf(node.children) : [node.children];
    return [node.children];
  });
}

function isParagraph(node: XmlNode): boolean {
  return typeof node !== 'string' && node.name === 'p';
}

interface Found {
  readonly minutes: number;
  /** The words before the bracket, with the stop that follows it. */
  readonly before: string;
  readonly after: string;
}

/** The first bracket that says how long something takes, as the interface says it: no other one is meant. */
function findMinutes(text: string, nameMinutes: NameMinutes): Found | null {
  for (const { 0: bracket, 1: inside = '', index } of text.matchAll(/\(([^()]{1,40})\)/gu)) {
    const minutes = Number(/^\s*(\d{1,3})\s/u.exec(inside)?.[1] ?? Number.NaN);
    if (!(minutes > 0) || plain(inside) !== plain(nameMinutes(minutes))) continue;
    const rest = text.slice(index + bracket.length);
    const [stop = ''] = /^[\s.,;:!?…]*/u.exec(rest) ?? [];
    return { minutes, before: text.slice(0, index).trimEnd() + stop.trim(), after: rest.slice(stop.length) };
  }
  return null;
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function trim(nodes: Markup): Markup {
  const kept = trimStart(nodes);
  const last = kept.at(-1);
  const trimmed = typeof last === 'string' ? [...kept.slice(0, -1), last.trimEnd()] : kept;
  return wordsOf(trimmed) ? trimmed.filter((node) => node !== '') : [];
}

function trimStart(nodes: Markup): XmlNode[] {
  const [first, ...others] = nodes;
  if (typeof first !== 'string') return [...nodes];
  const text = first.trimStart();
  return text ? [text, ...others] : trimStart(others);
}
