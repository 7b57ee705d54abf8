import {
  exerciseComponents,
  hasSpans,
  idOffset,
  placeOf,
  readAttributes,
  readExercise,
  type Exercise,
  type MarkdownNode,
  type ReadContext,
  type Slot,
} from '#exercise';
import type { Locale } from '#language';
import type { Place, Problem } from '#problem';
import { checkComponent } from './check-component.ts';
import { checkHeading } from './check-heading.ts';
import type { Citation, MediaItem, Mention, Quiz, Section } from './lesson.ts';
import { openQuiz, reportInnerQuiz, type OpenQuiz } from './read-quiz.ts';
import { plainText, renderRichText } from './rich-text.ts';
import { createSlugger } from './slug.ts';

/** A run of words as they stand in the file, for the checks of wording. */
export interface TextRun {
  readonly text: string;
  readonly place: Place;
  /** Offsets of the piece of the file in which the words stand. */
  readonly start: number;
  readonly end: number;
  /** Inside an `<Example lookalike>`, where mixed scripts are the point. */
  readonly lookalike: boolean;
  /** Inside an element with `lang`, or said to be so by its exercise: in another language than the file's. */
  readonly foreign: boolean;
  /** The attribute that holds the words; `start` is then where its component begins. Null for words between tags. */
  readonly attribute: string | null;
}

/** An exercise as it stands in the file, its ids present or not: what `check --fix` works on. */
export interface ExerciseDraft {
  readonly component: string;
  readonly id: string;
  readonly place: Place;
  /** Where ` id="…"` would be inserted. */
  readonly idOffset: number;
  /** The question's words; empty where there is none. */
  readonly prompt: string;
  readonly slots: readonly Slot[];
}

/** The body of a lesson, or of a page of prose, taken apart. */
export interface BodyReading {
  readonly sections: readonly Section[];
  readonly exercises: readonly Exercise[];
  readonly quizzes: readonly Quiz[];
  readonly terms: readonly Mention[];
  readonly citations: readonly Citation[];
  readonly links: readonly Mention[];
  readonly media: readonly MediaItem[];
  /** Components other than exercises, by name. */
  readonly components: readonly Mention[];
  readonly runs: readonly TextRun[];
  readonly drafts: readonly ExerciseDraft[];
  readonly problems: readonly Problem[];
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type Lists<Type> = { -readonly [Key in keyof Type]: Type[Key] extends readonly (infer Item)[] ? Item[] : Type[Key] };

interface Reading extends Lists<BodyReading> {
  readonly file: string;
  readonly locale: Locale;
  readonly slug: (heading: string) => string;
  /** Pieces of exercises, as offsets, in another language than the file's. */
  readonly foreignPieces: { readonly start: number; readonly end: number }[];
}

/** Reads the tree of an MDX file. Every fault is reported, and what can be read is read all the same. */
export function readBody(tree: MarkdownNode, { file, locale }: { file: string; locale: Locale }): BodyReading {
  const reading: Reading = {
    file,
    locale,
    slug: createSlugger(),
    foreignPieces: [],
    sections: [],
    exercises: [],
    quizzes: [],
    terms: [],
    citations: [],
    links: [],
    media: [],
    components: [],
    runs: [],
    drafts: [],
    problems: [],
  };
  let section = openSection(null, reading);
  const blocks: MarkdownNode[] = [];
  const close = () => {
    reading.sections.push({ ...section, ...wordsOf(blocks.splice(0)) });
  };
  for (const node of tree.children ?? []) {
    if (node.type === 'heading') {
      close();
      checkHeading(node, section.depth, reading);
      section = openSection(node, reading);
    } else if (!exerciseComponents.includes(node.name ?? '')) {
      blocks.push(without(node, exerciseComponents));
    }
    visit(
      node,
      { section, quiz: null, exercise: false, lookalike: false, foreign: false, spans: false, top: true },
      reading,
    );
  }
  close();
  const { slug: _slug, foreignPieces: _pieces, ...body } = reading;
  return body;
}

function openSection(node: MarkdownNode | null, reading: Reading): Mutable<Section> & { exercises: string[] } {
  const heading = node ? plainText(node).replace(/\s+/gu, ' ').trim() : '';
  const slug = node ? reading.slug(heading) : '';
  const place = node ? placeOf(node, reading.file) : { file: reading.file, line: 1, column: 1 };
  return { anchor: slug, slug, depth: node?.depth ?? 0, heading, ...wordsOf([]), exercises: [], place };
}

const exampleComponents: readonly string[] = ['Example'];

function wordsOf(blocks: readonly MarkdownNode[]): Pick<Section, 'text' | 'prose' | 'examples'> {
  const join = (nodes: readonly MarkdownNode[]) => nodes.map(plainText).join(' ').replace(/\s+/gu, ' ').trim();
  const prose = blocks.filter(({ name }) => !exampleComponents.includes(name ?? ''));
  return {
    text: join(blocks),
    prose: join(prose.map((block) => without(block, exampleComponents))),
    examples: join(blocks.flatMap((block) => find(block, exampleComponents))),
  };
}

/** The node without the components of these names, wherever in it they stand. */
function without(node: MarkdownNode, names: readonly string[]): MarkdownNode {
  if (!node.children) return node;
  const children = node.children.filter((child) => !names.includes(child.name ?? ''));
  return { ...node, children: children.map((child) => without(child, names)) };
}

/** The components of these names in a node, itself included; none inside another. */
function find(node: MarkdownNode, names: readonly string[]): MarkdownNode[] {
  if (names.includes(node.name ?? '')) return [node];
  return (node.children ?? []).flatMap((child) => find(child, names));
}

interface Surroundings {
  readonly section: { readonly exercises: string[] };
  readonly quiz: OpenQuiz | null;
  readonly lookalike: boolean;
  readonly foreign: boolean;
  readonly exercise: boolean;
  /** Inside an exercise in which links to `#ids` are marked words. */
  readonly spans: boolean;
  readonly top: boolean;
}

function visit(node: MarkdownNode, around: Surroundings, reading: Reading): void {
  const component = node.type.startsWith('mdxJsx') ? (node.name ?? '') : null;
  checkComponent(node, around.top, reading);
  const isExercise = exerciseComponents.includes(component ?? '');
  const quiz = component === 'Quiz' && !around.exercise ? quizAt(node, around, reading) : around.quiz;
  if (isExercise) readExerciseAt(node, around, reading);
  else if (component) noteComponent(node, component, reading);
  else noteNode(node, around, reading);
  const attributes = component ? readAttributes(node) : null;
  const inside = {
    section: around.section,
    quiz,
    exercise: around.exercise || isExercise,
    lookalike: around.lookalike || attributes?.get('lookalike') === true,
    foreign: around.foreign || attributes?.has('lang') === true,
    spans: around.spans || (component !== null && hasSpans(component)),
    top: node.type === 'root',
  };
  if (attributes) noteAttributes(node, attributes, inside, reading);
  for (const child of node.children ?? []) visit(child, inside, reading);
}

/** The quiz that begins at a node, or the one in which it wrongly stands. */
function quizAt(node: MarkdownNode, { quiz }: Surroundings, reading: Reading): OpenQuiz {
  const report = (problem: Problem) => reading.problems.push(problem);
  if (quiz) {
    reportInnerQuiz(node, reading.file, report);
    return quiz;
  }
  const opened = openQuiz(node, reading.file, report);
  reading.quizzes.push(opened);
  return opened;
}

function readExerciseAt(node: MarkdownNode, around: Surroundings, reading: Reading): void {
  const slots: Slot[] = [];
  const context: ReadContext = {
    file: reading.file,
    locale: reading.locale,
    rich: renderRichText,
    report: (problem) => reading.problems.push(problem),
    slot: (slot) => slots.push(slot),
    foreign: (piece) => reading.foreignPieces.push(piece),
    media: ({ src, place }) => reading.media.push({ component: 'Figure', src, href: null, text: '', place }),
  };
  const exercise = readExercise(node, context);
  const id = readAttributes(node).get('id');
  reading.drafts.push({
    component: node.name ?? '',
    id: typeof id === 'string' ? id : '',
    place: placeOf(node, reading.file),
    idOffset: idOffset(node),
    prompt: exercise?.prompt.text ?? '',
    slots,
  });
  if (!exercise) return;
  if (exercise.see) reading.links.push({ id: exercise.see, place: exercise.place });
  reading.exercises.push(exercise);
  around.section.exercises.push(exercise.id);
  around.quiz?.exercises.push(exercise.id);
}

function noteComponent(node: MarkdownNode, component: string, reading: Reading): void {
  const attributes = readAttributes(node);
  const text = (name: string) => {
    const value = attributes.get(name);
    return typeof value === 'string' && value.trim() ? value : null;
  };
  const place = placeOf(node, reading.file);
  reading.components.push({ id: component, place });
  if (component === 'Term') reading.terms.push({ id: text('id') ?? '', place });
  if (component === 'Source') reading.citations.push({ id: text('id') ?? '', at: text('at'), place });
  if (component === 'Figure' || component === 'Video' || component === 'Audio') {
    reading.media.push({ component, src: text('src'), href: text('href'), text: plainText(node).trim(), place });
  }
  const href = text('href');
  if (href) reading.links.push({ id: href, place });
}

function noteNode(node: MarkdownNode, around: Surroundings, reading: Reading): void {
  const place = placeOf(node, reading.file);
  const isSpan = around.spans && node.url?.startsWith('#') === true;
  if ((node.type === 'link' && !isSpan) || node.type === 'definition')
    reading.links.push({ id: node.url ?? '', place });
  if (node.type === 'text' && node.value && node.position) {
    const { start, end } = node.position;
    const offsets = { start: start.offset ?? 0, end: end.offset ?? 0 };
    const { lookalike } = around;
    const foreign =
      around.foreign || reading.foreignPieces.some((piece) => piece.start <= offsets.start && offsets.end <= piece.end);
    reading.runs.push({ text: node.value, place, ...offsets, lookalike, foreign, attribute: null });
  }
}

const wordedAttributes = ['title', 'alt', 'credit', 'hint', 'hint-2', 'hint-3', 'unit', 'low', 'high', 'across', 'up'];

function noteAttributes(
  node: MarkdownNode,
  attributes: ReadonlyMap<string, string | true>,
  { lookalike, foreign }: Surroundings,
  reading: Reading,
): void {
  const place = placeOf(node, reading.file);
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  for (const attribute of wordedAttributes) {
    const text = attributes.get(attribute);
    if (typeof text === 'string') reading.runs.push({ text, place, start, end, lookalike, foreign, attribute });
  }
}
