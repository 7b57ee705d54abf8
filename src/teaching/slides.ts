import {
  element,
  exerciseId,
  list,
  mapElements,
  paragraph,
  sourcesPiece,
  type Markup,
  type PaperExercise,
  type XmlElement,
  type XmlNode,
} from '#packaging';
import { linesOf, packBlocks, packWhole, roomOf, sizeFor, type Room, type SlideSize } from './fit.ts';
import type { Kit, TimedPart } from './kit.ts';
import { elementsOf } from './lesson-parts.ts';

export type SlideKind = 'title' | 'text' | 'question' | 'answer' | 'discussion' | 'sources';

/** One slide; its words are those of the lesson, in the lesson's language. */
export interface Slide {
  readonly kind: SlideKind;
  /** The part of the lesson to which it belongs, inline; none where the title says it. */
  readonly part: Markup;
  /** Inline. */
  readonly title: Markup;
  readonly blocks: Markup;
  /** A picture that stands beside the words. */
  readonly figure: XmlElement | null;
  readonly size: SlideSize;
  /** Minutes for all that follows up to the next slide with minutes; null for a slide that begins no part. */
  readonly minutes: number | null;
  /** What a trainer reads with it, besides the minutes. Blocks. */
  readonly notes: Markup;
}

/** The slides of a lesson: its parts in their order, each exercise asked before it is answered. */
export function createSlides(kit: Kit): Slide[] {
  const { parts, roles } = kit;
  const slides = parts.flatMap((part) => [
    ...(part === lastPart(kit) ? discussion(kit) : []),
    ...partSlides(part, kit),
  ]);
  const isEnded = parts.some((part) => part.anchor === roles.recap?.anchor);
  return [titleSlide(kit), ...slides, ...(isEnded ? [] : discussion(kit)), ...sourceSlides(kit)];
}

/** The recap: what is discussed is discussed before it. */
function lastPart({ parts, roles }: Kit): TimedPart | undefined {
  return parts.find(({ anchor }) => roles.recap !== null && anchor === roles.recap.anchor);
}

function titleSlide({ lesson, goal, objectives, minutes, notes }: Kit): Slide {
  const advice = notes.filter(({ role }) => role === 'variant');
  return {
    kind: 'title',
    part: [lesson.words.lesson(Number(lesson.number.split('.').at(-1)))],
    title: [lesson.title],
    blocks: [
      paragraph(lesson.words.goal(goal)),
      ...list(
        'ul',
        objectives.map((objective) => [objective]),
      ),
    ],
    figure: null,
    size: 'medium',
    minutes,
    notes: advice.flatMap(({ label, text }) => [paragraph([element('strong', {}, label)]), ...text]),
  };
}

function partSlides(part: TimedPart, kit: Kit): Slide[] {
  const byId = new Map(kit.lesson.exercises.map((exercise) => [exerciseId(exercise.id), exercise]));
  const slides: Slide[] = [];
  let told: XmlNode[] = [];
  const close = () => {
    slides.push(...toldSlides(told, part, kit));
    told = [];
  };
  for (const block of flatten(part.blocks)) {
    const exercise = typeof block === 'string' ? undefined : byId.get(block.attributes['id'] ?? '');
    if (!exercise) {
      told.push(block);
      continue;
    }
    close();
    slides.push(...exerciseSlides(exercise, part, kit));
  }
  close();
  return slides.map((slide, index) => (index === 0 ? { ...slide, minutes: part.minutes } : slide));
}

/** What stands in a test stands on slides of its own; a film is shown by its name, and what it says by itself. */
function flatten(blocks: Markup): Markup {
  return blocks.flatMap((node) => {
    if (typeof node === 'string') return [node];
    if (node.attributes['class'] === 'quiz') return flatten(node.children);
    if (node.attributes['class'] === 'recording') return node.children.slice(0, 1);
    return [node];
  });
}

/** Words and pictures between exercises. A picture stands beside what was said before it. */
function toldSlides(blocks: Markup, part: TimedPart, { lesson }: Kit): Slide[] {
  const slides: Slide[] = [];
  let open: XmlNode[] = [];
  const name: Markup = part.title.length ? part.title : [lesson.title];
  let title = name;
  const slide = (own: Markup, figure: XmlElement | null = null): Slide => ({
    kind: 'text',
    part: title === name ? [] : part.title,
    title,
    blocks: own,
    figure,
    size: sizeFor(own, figure !== null),
    minutes: null,
    notes: [],
  });
  const close = () => {
    slides.push(...packBlocks(open, roomOf('medium')).map((own) => slide(own)));
    open = [];
  };
  for (const block of blocks) {
    if (typeof block !== 'string' && block.name === 'figure') {
      const beside = takeLast(open, roomOf('medium', true));
      close();
      slides.push(slide(beside, block));
    } else if (typeof block !== 'string' && /^h[3-6]$/u.test(block.name)) {
      close();
      title = block.children;
    } else {
      open.push(block);
    }
  }
  close();
  return slides;
}

/** Takes as many of the last blocks as find room beside a picture. */
function takeLast(blocks: XmlNode[], room: Room): Markup {
  const taken: XmlNode[] = [];
  for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
    if (linesOf([last, ...taken], room.width) > room.lines) break;
    taken.unshift(last);
    blocks.pop();
  }
  return taken;
}

/** The question, then its answer; an exercise of many parts asks a few and answers them before it goes on. */
function exerciseSlides({ number, pieces }: PaperExercise, part: TimedPart, { lesson }: Kit): Slide[] {
  const { words } = lesson;
  const frame = { part: part.title, title: [words.exercise(number)], figure: null, minutes: null, notes: [] };
  const asked = (blocks: Markup): Slide[] =>
    packWhole(forScreen(blocks)).map((own) => ({
      ...frame,
      ...pictureBeside(own),
      kind: 'question',
    }));
  const answered = (blocks: Markup): Slide[] =>
    packBlocks(forScreen(blocks), roomOf('small')).map((own) => ({ ...frame, ...pictureBeside(own), kind: 'answer' }));
  const { prompt, kind, parts, closing } = pieces;
  const [only = { asked: [], answer: [] }, ...others] = parts;
  if (!others.length) {
    return [...asked([...prompt, ...kind, ...only.asked]), ...answered([...only.answer, ...closing])];
  }
  let at = 1;
  const groups = groupParts(parts).map((group) => {
    const start = at;
    at += group.length;
    return { start, group };
  });
  return [
    ...asked([...prompt, ...kind]),
    ...groups.flatMap(({ start, group }, index) => [
      ...asked([
        lettered(
          group.map((one) => one.asked),
          start,
        ),
      ]),
      ...answered([...answersOf(group, start), ...(index === groups.length - 1 ? closing : [])]),
    ]),
  ];
}

type Parts = PaperExercise['pieces']['parts'];

/** As many parts together as find room on one slide, both asked and answered. */
function groupParts(parts: Parts): Parts[] {
  const groups: Parts[number][][] = [];
  const fits = (group: Parts) => {
    const [question, answer] = [roomOf('medium'), roomOf('small')];
    const own = (blocks: readonly Markup[]) => [lettered(blocks.map(forScreen), 1)];
    return (
      linesOf(own(group.map(({ asked }) => asked)), question.width) <= question.lines &&
      linesOf(own(group.map(({ answer: text }) => text)), answer.width) <= answer.lines
    );
  };
  for (const part of parts) {
    const group = groups.at(-1);
    if (group && fits([...group, part])) group.push(part);
    else groups.push([part]);
  }
  return groups;
}

/** Answers of parts by their letters; one that is too long for a slide has none, so that it can be cut between its blocks. */
function answersOf(group: Parts, start: number): Markup {
  const answers = lettered(
    group.map(({ answer }) => answer),
    start,
  );
  const { width, lines } = roomOf('small');
  return group.length === 1 && linesOf([answers], width) > lines ? (group[0]?.answer ?? []) : [answers];
}

function lettered(entries: readonly Markup[], start: number): XmlElement {
  return element(
    'ol',
    { type: 'a', class: 'parts', start: start > 1 ? String(start) : undefined },
    entries.map((entry) => element('li', {}, entry)),
  );
}

/** Nobody writes on a screen. */
function forScreen(blocks: Markup): Markup {
  const unlined = mapElements(blocks, (node) => (node.attributes['class']?.split(' ').includes('write') ? '' : node));
  return unlined.filter((node) => node !== '');
}

/** A picture that stands by itself among words moves beside them. */
function pictureBeside(blocks: Markup): Pick<Slide, 'blocks' | 'figure' | 'size'> {
  const pictures = elementsOf(blocks).filter(isPicture);
  const picture = blocks.find((node) => typeof node !== 'string' && elementsOf(node.children).some(isPicture));
  const isAlone = pictures.length === 1 && typeof picture === 'object' && ['p', 'figure'].includes(picture.name);
  if (!isAlone || blocks.length < 2) return { blocks, figure: null, size: sizeFor(blocks) };
  const own = blocks.filter((node) => node !== picture);
  return { blocks: own, figure: picture, size: sizeFor(own, true) };
}

function isPicture({ name }: XmlElement): boolean {
  return name === 'img';
}

/** What the class talks about, with what to watch for. */
function discussion({ notes }: Kit): Slide[] {
  const question = notes.find(({ role }) => role === 'discussion');
  if (!question) return [];
  const advice = notes.filter(({ role }) => role === 'advice');
  return [
    {
      kind: 'discussion',
      part: [],
      title: question.label,
      blocks: question.text,
      figure: null,
      size: sizeFor(question.text),
      minutes: null,
      notes: advice.flatMap(({ label, text }) => [
        ...(label.length ? [paragraph([element('strong', {}, label)])] : []),
        ...text,
      ]),
    },
  ];
}

function sourceSlides({ lesson }: Kit): Slide[] {
  const [section] = elementsOf(sourcesPiece(lesson));
  const entries = section?.children.filter((node) => typeof node !== 'string' && node.name === 'ol') ?? [];
  return packBlocks(entries, roomOf('small')).map((blocks) => ({
    kind: 'sources',
    part: [],
    title: [lesson.words.sources],
    blocks,
    figure: null,
    size: sizeFor(blocks),
    minutes: null,
    notes: [],
  }));
}
