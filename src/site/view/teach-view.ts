import { versionFor, type Course, type Lesson, type LessonEntry, type Module } from '#course';
import type { Locale } from '#language';
import {
  answersPiece,
  element,
  idsOf,
  lowerHeadings,
  mapElements,
  prefixIds,
  relocate,
  sourcesPiece,
  termsPiece,
  writeNodes,
  type BookLesson,
  type Markup,
  type Place,
} from '#packaging';
import { createKit, createSlides, examplesBefore, type Kit, type NotePiece, type Slide } from '#teaching';
import { createTeachingContext } from '#teaching/adapters/teaching-context';
import { readSiteContent } from '../content.ts';
import { mediaImage } from '../media.ts';
import { createPageContext, type PageContext } from '../page-context.ts';
import { exerciseOf, headedExercise, withAnswers } from './teach-markup.ts';
import { preferredLocales } from './preferred-locales.ts';

/** A lesson's teaching kit, with its HTML ready to be laid out. */
export interface TeachView {
  readonly kit: Kit;
  /** The language of the lesson's own words. */
  readonly locale: Locale;
  readonly borrowed: boolean;
  readonly available: readonly Locale[];
  readonly lesson: Lesson;
  /** What each step of the quarter of an hour needs; empty for one that the lesson has nothing for. */
  readonly steps: Readonly<Record<'question' | 'case' | 'pairs' | 'discussion' | 'recap', string>>;
  readonly notes: readonly NoteView[];
  readonly parts: readonly PartView[];
  /** The whole lesson with its answers. */
  readonly text: string;
  readonly handout: string;
  readonly worksheet: string;
  readonly key: string;
}

/** A piece of a trainers' note. */
export interface NoteView {
  readonly role: NotePiece['role'];
  readonly label: string;
  readonly text: string;
  readonly steps: readonly { readonly minutes: number; readonly text: string }[];
  readonly rest: string;
}

/** A part of the lesson in its table of minutes. */
export interface PartView {
  readonly title: string;
  readonly href: string;
  readonly minutes: number;
  readonly exercises: number;
}

/** A slide as it is laid out. */
export interface SlideView extends Pick<Slide, 'kind' | 'size' | 'minutes'> {
  readonly part: string;
  readonly title: string;
  readonly body: string;
  readonly figure: string;
  readonly notes: string;
}

interface TeachPlace {
  readonly course: Course;
  readonly module: Module;
  readonly entry: LessonEntry;
}

const here = '';
const at = { plan: 'plan.', text: 'text.', handout: 'handout.', worksheet: 'worksheet.', key: 'key.' } as const;

/** The teaching kit of a lesson in a language, or in the one that stands in. */
export function teachView(place: TeachPlace, context: PageContext): TeachView {
  const { entry } = place;
  const { kit, version } = kitOf(place, context);
  const { lesson, roles, parts } = kit;
  const show = (markup: Markup, prefix: string) => write(prefixIds(markup, prefix), prefix, kit, context);
  const discussion = kit.notes.find(({ role }) => role === 'discussion');
  return {
    kit,
    locale: lesson.locale,
    borrowed: lesson.locale !== context.locale,
    available: context.content.site.languages.filter((locale) => entry.versions[locale]),
    lesson: version,
    steps: {
      question: kit.opening ? show(kit.opening.question, at.plan) : '',
      case: show(preferred(roles.case?.blocks ?? [], 'example'), at.plan),
      pairs: kit.main ? show(beginning(kit.main.pieces.prompt), at.plan) : '',
      discussion: show(discussion?.text ?? [], at.plan),
      recap: show(preferred(roles.recap?.blocks ?? [], 'ul', 'ol'), at.plan),
    },
    notes: kit.notes.map(({ role, label, text, steps, rest }) => ({
      role,
      label: show(label, at.plan),
      text: show(text, at.plan),
      steps: steps.map((step) => ({ minutes: step.minutes, text: show(step.text, at.plan) })),
      rest: show(rest, at.plan),
    })),
    parts: parts.map(({ anchor, title, minutes, exercises }) => ({
      title: title.length ? show(unlinked(title, lesson), at.text) : '',
      href: `#${anchor ? at.text + anchor : 'lesson'}`,
      minutes,
      exercises: exercises.length,
    })),
    text: show(textMarkup(kit), at.text),
    handout: show(handoutMarkup(kit), at.handout),
    worksheet: show(worksheetMarkup(kit), at.worksheet),
    key: show(answersPiece(lesson, { level: 3, only: () => true, back: false }), at.key),
  };
}

/** The slides of a lesson. */
export function slideViews(place: TeachPlace, context: PageContext): SlideView[] {
  const { kit } = kitOf(place, context);
  // A sheet for the eye has no place for what leads from one part of a page to another.
  const show = (markup: Markup) => write(prefixIds(unlinked(markup, kit.lesson), 'slide.'), 'slide.', kit, context);
  return createSlides(kit).map(({ kind, size, minutes, part, title, blocks, figure, notes }) => ({
    kind,
    size,
    minutes,
    part: show(part),
    title: show(title),
    body: show(lowerHeadings(blocks, 1)),
    figure: figure ? show([figure]) : '',
    notes: show(notes),
  }));
}

interface KnownKit {
  readonly kit: Kit;
  readonly version: Lesson;
}

// The page of a kit and that of its slides are made from one kit.
const known = new WeakMap<LessonEntry, Map<Locale, KnownKit>>();

function kitOf({ course, entry }: TeachPlace, context: PageContext): KnownKit {
  const { content, locale, links } = context;
  const kits = known.get(entry) ?? new Map<Locale, KnownKit>();
  known.set(entry, kits);
  const made = kits.get(locale);
  if (made) return made;
  const version = versionFor(entry.versions, preferredLocales(locale, entry.source));
  if (!version) throw new Error(`The lesson ${entry.id} has no text; bilig check says so.`);
  const selection = { content, course, module: null, locale, fallback: version.locale };
  const kit = createKit(entry, version.value, selection, {
    ...createTeachingContext(readSiteContent().files, links),
    minutes: (language, count) => createPageContext(language).t('course.minutes', { count }),
  });
  const result = { kit, version: version.value };
  kits.set(locale, result);
  return result;
}

/** What is asked, before what is to be looked at, which the worksheet has. */
function beginning(prompt: Markup): Markup {
  const end = prompt.findIndex((node) => typeof node === 'string' || node.name !== 'p' || hasPicture(node.children));
  return end > 0 ? prompt.slice(0, end) : prompt;
}

function hasPicture(markup: Markup): boolean {
  return markup.some((node) => typeof node !== 'string' && (node.name === 'img' || hasPicture(node.children)));
}

/** The blocks of these elements or classes, for a sheet that has no room for more; all of them where there is none. */
function preferred(blocks: Markup, ...names: readonly string[]): Markup {
  const found = blocks.filter(
    (node) => typeof node !== 'string' && (names.includes(node.name) || names.includes(node.attributes['class'] ?? '')),
  );
  return found.length ? found : blocks;
}

function textMarkup({ lesson, parts }: Kit): Markup {
  const blocks = parts.flatMap(({ anchor, title, blocks: own }) => [
    ...(title.length ? [element('h2', { id: anchor || undefined }, title)] : []),
    ...own,
  ]);
  return lowerHeadings([...withAnswers(blocks, lesson), ...sourcesPiece(lesson)], 1);
}

/** What learners keep: the idea with its picture, what to take with them, terms and sources. */
function handoutMarkup({ lesson, roles, terms }: Kit): Markup {
  const told = [...roles.idea, ...(roles.recap ? [roles.recap] : [])];
  return lowerHeadings(
    [
      ...told.flatMap(({ title, blocks }) => [element('h2', {}, title), ...blocks]),
      ...(terms.length
        ? [
            element('section', { class: 'kit-terms' }, [
              element('h2', {}, [lesson.words.glossary]),
              termsPiece(terms, lesson.locale),
            ]),
          ]
        : []),
      ...sourcesPiece(lesson),
    ],
    1,
  );
}

/** Every exercise with the example that it asks about. */
function worksheetMarkup({ lesson, parts }: Kit): Markup {
  const shown = new Set<Markup[number]>();
  return parts.flatMap((part) =>
    part.exercises.flatMap((id) => {
      const exercise = exerciseOf(lesson, id);
      if (!exercise) return [];
      const examples = examplesBefore(part, id).filter((example) => !shown.has(example));
      for (const example of examples) shown.add(example);
      return [...examples, headedExercise(exercise, lesson.words)];
    }),
  );
}

/** Markup as HTML in which links lead to where they are on this page, else to the site, and pictures have addresses. */
function write(markup: Markup, prefix: string, kit: Kit, { content, links }: PageContext): string {
  const { lesson } = kit;
  const ids = new Set(idsOf(markup).map((id) => id.slice(prefix.length)));
  const place: Place = { file: here, ids, prefix };
  const inside = relocate(markup, new Map(lesson.addresses.map((address) => [address, place])), here);
  const origin = new URL(content.site.address).origin;
  const [address = ''] = lesson.addresses;
  return writeNodes(
    mapElements(inside, (node) => {
      const { href } = node.attributes;
      if (node.name === 'a' && href !== undefined) {
        const full = href === '' ? address : href;
        const own = full.startsWith(`${origin}${links.file('')}`) ? full.slice(origin.length) : full;
        return { ...node, attributes: { ...node.attributes, href: own } };
      }
      return node.name === 'img' ? placePicture(node, lesson) : node;
    }),
    'html',
  );
}

/** A picture as the site has built it, with its size. */
function placePicture(node: ReturnType<typeof element>, { pictures }: BookLesson): ReturnType<typeof element> {
  const path = pictures.find(({ name }) => name === node.attributes['src'])?.path ?? '';
  const image = mediaImage(path, path.split('/').at(-1) ?? '');
  if (!image) return node;
  const size = { width: String(image.width), height: String(image.height) };
  return element('img', { ...node.attributes, src: image.src, ...size });
}

/** Words without the ways to the glossary and to places of the lesson, for slides and for what is a link itself. */
function unlinked(markup: Markup, { addresses }: BookLesson): Markup {
  const leadsAway = (node: Markup[number]) =>
    typeof node !== 'string' &&
    node.name === 'a' &&
    (node.attributes['class'] === 'term' || addresses.some((one) => node.attributes['href']?.startsWith(`${one}#`)));
  const read = mapElements(markup, (node) => {
    // A line that only leads somewhere else says nothing where it cannot.
    if (node.name === 'p' && node.children.length > 0 && node.children.every(leadsAway)) return '';
    return node;
  });
  return mapElements(
    read.filter((node) => node !== ''),
    (node) => (leadsAway(node) ? null : node),
  );
}
