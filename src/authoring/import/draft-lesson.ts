import { createSlugger, type MarkdownParser } from '#course';
import type { MarkdownNode } from '#exercise';
import type { Locale } from '#language';
import { fillMark } from '../create/fill.ts';
import { nameId } from '../name-id.ts';
import { headPieces } from './headings.ts';
import {
  imagesIn,
  withoutImages,
  wordsOf,
  type Found,
  type FoundExercise,
  type FoundItem,
  type FoundPicture,
  type Markdown,
  type Piece,
} from './found.ts';
import { importLimits, ImportFault } from './limits.ts';
import { mendScripts, mendText } from './mend-words.ts';
import type { NoteImport } from './notes.ts';
import { formOfPicture, namePicture } from './pictures.ts';
import { open, writeExercise } from './write-exercise.ts';
import { escapeAttribute, prefix, writeBlocks } from './write-markdown.ts';

/** What was found as a lesson's text. */
export interface LessonDraft {
  readonly title: string | null;
  readonly summary: string | null;
  readonly body: string;
  /** By path from the lesson's folder. */
  readonly media: ReadonlyMap<string, Uint8Array>;
  readonly taken: Taken;
}

/** What came over, counted. */
export interface Taken {
  readonly headings: number;
  readonly paragraphs: number;
  readonly lists: number;
  readonly tables: number;
  readonly pictures: number;
  readonly words: number;
  /** By component. */
  readonly exercises: ReadonlyMap<string, number>;
}

interface Drafting {
  readonly locale: Locale;
  readonly parse: MarkdownParser;
  readonly note: NoteImport;
  readonly pictures: ReadonlyMap<string, FoundPicture>;
  /** Paths of pictures by their address in the file. */
  readonly placed: Map<string, string>;
  readonly media: Map<string, Uint8Array>;
  readonly ids: Set<string>;
}

/** Writes what was found as a draft, with a pencil where only its author can say something. */
export function draftLesson(
  found: Found,
  { locale, parse, note }: { readonly locale: Locale; readonly parse: MarkdownParser; readonly note: NoteImport },
): LessonDraft {
  const tell = (before: string, after: string) => note('mended', '', `${before} → ${after}`);
  const headed = headPieces(found);
  const length = headed.pieces.reduce((sum, piece) => sum + wordsOf('nodes' in piece ? piece.nodes : []).length, 0);
  if (length > importLimits.words)
    throw new ImportFault(`The text has ${length} characters, which no lesson has. Divide it into several files.`);
  const mended = headed.pieces.map((piece) => mendPiece(piece, locale, tell));
  const pieces = resolveAnchors(mended, note);
  const drafting: Drafting = {
    locale,
    parse,
    note,
    pictures: found.pictures,
    placed: new Map(),
    media: new Map(),
    ids: new Set(),
  };
  const parts = pieces.flatMap((piece) => writePiece(piece, drafting));
  const begins = pieces[0]?.kind === 'text' && pieces[0].nodes[0]?.type === 'paragraph';
  const opening = begins
    ? []
    : writeBlocks(open('Open with a case or a question that readers know from their own life.'), parse);
  const line = (text: string | null) => (text === null ? null : mendText(text, locale, tell));
  return {
    title: line(headed.title),
    summary: line(found.summary),
    body: [opening, ...parts].flat().filter(Boolean).join('\n\n'),
    media: drafting.media,
    taken: countPieces(pieces, drafting.media.size),
  };
}

function mendPiece(piece: Piece, locale: Locale, tell: (before: string, after: string) => void): Piece {
  const mend = (nodes: Markdown) => mendScripts(nodes, locale, tell);
  if (piece.kind !== 'exercise') return { ...piece, nodes: mend(piece.nodes) };
  return {
    ...piece,
    exercise: {
      ...mapExercise(piece.exercise, mend),
      hints: piece.exercise.hints.map((hint) => mendText(hint, locale, tell)),
    },
  };
}

/** An exercise with every run of Markdown in it changed. */
function mapExercise(exercise: FoundExercise, change: (nodes: Markdown) => Markdown): FoundExercise {
  const mapItem = (item: FoundItem): FoundItem => ({
    ...item,
    content: change(item.content),
    reason: item.reason && change(item.reason),
    ...(item.items ? { items: item.items.map(mapItem) } : {}),
  });
  return {
    ...exercise,
    prompt: change(exercise.prompt),
    passage: change(exercise.passage),
    closing: exercise.closing && change(exercise.closing),
    items: exercise.items.map(mapItem),
  };
}

/** Links to places inside the document lead to the heading there, or lose their address. */
function resolveAnchors(pieces: readonly Piece[], note: NoteImport): Piece[] {
  const slug = createSlugger();
  const anchors = new Map<string, string>();
  const own = new Set<string>();
  for (const piece of pieces) {
    if (piece.kind !== 'text') continue;
    for (const node of piece.nodes.filter(({ type }) => type === 'heading')) {
      const anchor = slug(wordsOf([node]));
      for (const id of (node.name ?? '').split(' ').filter(Boolean)) anchors.set(`#${id}`, `#${anchor}`);
      own.add(`#${anchor}`);
    }
  }
  const resolve = (nodes: Markdown): Markdown =>
    nodes.flatMap((node): Markdown => {
      const children = node.children && resolve(node.children);
      if (node.type !== 'link' || !node.url?.startsWith('#')) return [children ? { ...node, children } : node];
      const url = anchors.get(node.url) ?? anchorLike(node.url);
      if (url !== undefined) return [{ ...node, url, children: children ?? [] }];
      if (!/^#(?:foot|end)note/u.test(node.url)) note('link', '', node.url);
      return children ?? [];
    });
  // Other programs write an anchor as the words of its heading.
  function anchorLike(url: string): string | undefined {
    const anchor = `#${createSlugger()(url.slice(1))}`;
    return own.has(anchor) ? anchor : undefined;
  }
  return pieces.map((piece) => {
    if (piece.kind !== 'exercise') return { ...piece, nodes: resolve(piece.nodes) };
    // The links of a passage are its gaps.
    const { passage, ...rest } = piece.exercise;
    return { ...piece, exercise: { ...mapExercise({ ...rest, passage: [] }, resolve), passage } };
  });
}

function writePiece(piece: Piece, drafting: Drafting): string[] {
  if (piece.kind === 'exercise') return writeExercisePiece(piece, drafting);
  if (piece.kind === 'text') return piece.nodes.flatMap((node) => writeTextBlock(node, drafting));
  const { parse } = drafting;
  const figures = imagesIn(piece.nodes).flatMap((image) => figureOf(image, drafting));
  const words = writeBlocks(withoutHeadings(withoutImages(piece.nodes)), parse);
  return [
    ...figures,
    writeBlocks(open(`${piece.what} Make an exercise of it, or take it out.`), parse),
    ...(words ? [prefix(words, '> ', '> ')] : []),
  ];
}

function writeTextBlock(node: MarkdownNode, drafting: Drafting): string[] {
  const images = imagesIn([node]);
  const figures = images.flatMap((image) => figureOf(image, drafting));
  if (images.length && !['paragraph', 'heading'].includes(node.type)) drafting.note('picture-moved', '');
  const left = images.length ? withoutImages([node]) : [node];
  const block = node.type === 'heading' ? left : withoutHeadings(left);
  const text = wordsOf(block) || node.type === 'thematicBreak' ? writeBlocks(block, drafting.parse) : '';
  return [...(text ? [text] : []), ...figures];
}

/** Headings inside something are missing from the contents, so they are strong words there. */
function withoutHeadings(nodes: Markdown): Markdown {
  return nodes.map((node) => {
    const children = node.children && withoutHeadings(node.children);
    if (node.type === 'heading') return { type: 'paragraph', children: [{ type: 'strong', children: children ?? [] }] };
    return children ? { ...node, children } : node;
  });
}

function writeExercisePiece({ exercise, place }: Extract<Piece, { kind: 'exercise' }>, drafting: Drafting): string[] {
  const { ids, locale, note, parse } = drafting;
  const inside: { url: string; alt: string }[] = [];
  const bare = mapExercise(exercise, (nodes) => {
    inside.push(...imagesIn(nodes));
    return withoutHeadings(withoutImages(nodes));
  });
  if (inside.length) note('picture-moved', place);
  const asked = bare.prompt.filter((node) => !wordsOf([node]).startsWith(fillMark));
  const id = nameId({ locale, text: wordsOf(asked) }, { taken: ids, fallback: 'exercise' });
  ids.add(id);
  return [...inside.flatMap((image) => figureOf(image, drafting)), writeExercise(id, bare, parse)];
}

/** The figure of a picture that came with the file; nothing for one that did not or is in no form that is taken. */
function figureOf({ url, alt }: { readonly url: string; readonly alt: string }, drafting: Drafting): string[] {
  const { placed, pictures, media, note } = drafting;
  let path = placed.get(url);
  if (path === undefined) {
    const picture = pictures.get(url);
    const form = picture ? formOfPicture(picture.bytes) : null;
    // An address on the web is named for its owner; one inside the file says nothing.
    if (!picture) return missing('picture-elsewhere', url);
    if (!form) return missing('picture-form', picture.name);
    if (picture.bytes.length > importLimits.picture) return missing('picture-size', picture.name);
    path = namePicture(picture.name, form, new Set(media.keys()));
    placed.set(url, path);
    media.set(path, picture.bytes);
  }
  const attributes = {
    src: path,
    alt: mendText(alt.trim(), drafting.locale, () => undefined) || `${fillMark} What it shows and why it stands here`,
    credit: `${fillMark} Who made it`,
    licence: `${fillMark} Under which licence, such as CC-BY-4.0`,
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeAttribute(value)}"`);
  return [`<Figure ${written.join(' ')}>\n\n${fillMark} A caption that says what to look at.\n\n</Figure>`];

  function missing(what: 'picture-elsewhere' | 'picture-form' | 'picture-size', detail: string): string[] {
    note(what, '', [/^(?:picture|file):/u.test(detail) ? '' : detail.slice(0, 100), alt].filter(Boolean).join(', '));
    return writeBlocks(open(`A picture stood here${alt.trim() ? `: ${alt.trim()}` : ''}.`), drafting.parse).split(
      '\n\n',
    );
  }
}

function countPieces(pieces: readonly Piece[], pictures: number): Taken {
  const blocks = pieces.flatMap((piece) => (piece.kind === 'text' ? piece.nodes : []));
  const count = (type: string) => blocks.filter((node) => node.type === type).length;
  const exercises = new Map<string, number>();
  for (const piece of pieces)
    if (piece.kind === 'exercise')
      exercises.set(piece.exercise.component, (exercises.get(piece.exercise.component) ?? 0) + 1);
  const words = blocks.map((node) => wordsOf([node])).join(' ');
  return {
    headings: count('heading'),
    paragraphs: count('paragraph'),
    lists: count('list'),
    tables: count('table'),
    pictures,
    words: words.split(/\s+/u).filter(Boolean).length,
    exercises,
  };
}
