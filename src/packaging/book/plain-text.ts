import type { TextElement, TextNode } from '#course';
import { asBlocks, labelled, paragraph, strong, type Markup } from '../markup.ts';
import type { PackageWords } from '../words.ts';
import { element, type XmlElement } from '../xml.ts';
import { sourceId } from './ids.ts';

/** What the components of a lesson's text ask for. Links lead to whole addresses of the site. */
export interface PlainTextParts {
  readonly words: PackageWords;
  /** The whole address of the lesson. */
  readonly address: string;
  /** The whole address of the glossary. */
  readonly glossary: string;
  readonly terms: ReadonlySet<string>;
  /** The works that the lesson cites, in the order of their numbers. */
  readonly sources: readonly string[];
  licence(spdx: string): { readonly name: string; readonly url: string | null };
  resolve(href: string): string;
  image(src: string, alt: string): XmlElement;
  quizTitle(id: string): string;
  /** An exercise under a heading of this level. */
  exercise(id: string, level: number): Markup;
}

interface State {
  readonly parts: PlainTextParts;
  /** Terms that the lesson has named already: the first mention leads to the glossary. */
  readonly named: Set<string>;
  /** Level of the heading under which the text stands; the lesson's own is 1. */
  level: number;
}

/**
 * The text of a lesson as plain HTML, without script, style or frame: what components stand for is laid out by elements
 * and classes, exercises are asked where they stand.
 */
export function plainText(nodes: readonly TextNode[], parts: PlainTextParts): Markup {
  return layOut(nodes, { parts, named: new Set(), level: 1 });
}

function layOut(nodes: readonly TextNode[], state: State): Markup {
  return nodes.flatMap((node) => (typeof node === 'string' ? [node] : layOutElement(node, state)));
}

function layOutElement(node: TextElement, state: State): Markup {
  const { name, attributes, children } = node;
  const level = /^h([1-6])$/u.exec(name)?.[1];
  if (level) state.level = Number(level);
  if (/^[a-z]/u.test(name)) {
    const href = attributes['href'];
    const given = href === undefined ? attributes : { ...attributes, href: state.parts.resolve(href) };
    return [element(name, given, layOut(children, state))];
  }
  const component = components[name];
  return component ? component(node, state) : state.parts.exercise(attributes['id'] ?? '', state.level + 1);
}

type Component = (node: TextElement, state: State) => Markup;

const components: Readonly<Record<string, Component>> = {
  Term: ({ attributes, children }, state) => {
    const id = attributes['id'] ?? '';
    const words = layOut(children, state);
    if (!state.parts.terms.has(id) || state.named.has(id)) return words;
    state.named.add(id);
    return [element('a', { class: 'term', href: `${state.parts.glossary}#${id}` }, words)];
  },
  Source: ({ attributes }, { parts }) => {
    const id = attributes['id'] ?? '';
    const number = parts.sources.indexOf(id) + 1;
    if (number === 0) return [];
    const at = attributes['at'];
    const link = element('a', { class: 'citation', href: `${parts.address}#${sourceId(id)}` }, [
      at ? `[${number}, ${at}]` : `[${number}]`,
    ]);
    return [element('sup', {}, [link])];
  },
  Figure: ({ attributes, children }, state) => [
    element('figure', { class: 'figure' }, [
      paragraph([state.parts.image(attributes['src'] ?? '', attributes['alt'] ?? '')]),
      element('figcaption', {}, [...asBlocks(layOut(children, state)), creditOf(attributes, state.parts)]),
    ]),
  ],
  Video: recording,
  Audio: recording,
  Example: ({ attributes, children }, state) => {
    const { invented } = state.parts.words;
    const title = attributes['title'];
    return [
      element('section', { class: 'example' }, [
        paragraph(title ? labelled(invented, title) : [strong(invented)]),
        ...layOut(children, state),
      ]),
    ];
  },
  Note: ({ attributes, children }, state) => {
    const kind = attributes['kind'] ?? '';
    const label = state.parts.words.notes[kind];
    return [
      element('div', { class: 'note', role: 'note' }, [
        ...(label ? [paragraph([strong(label)])] : []),
        ...layOut(children, state),
      ]),
    ];
  },
  Steps: ({ children }, state) => layOut(children, state),
  Tabs: ({ children }, state) => layOut(children, state),
  Tab: ({ attributes, children }, state) => [
    element('section', { class: 'tab' }, [paragraph([strong(attributes['title'] ?? '')]), ...layOut(children, state)]),
  ],
  // In no text that learners get: only the teaching kit reads a text with them in it.
  TrainerNote: ({ children }, state) => [element('section', { class: 'trainer-note' }, layOut(children, state))],
  Quiz: ({ attributes, children }, state) => {
    const outer = state.level;
    state.level = outer + 1;
    const title = state.parts.quizTitle(attributes['id'] ?? '');
    const section = element('section', { class: 'quiz' }, [heading(state.level, [title]), ...layOut(children, state)]);
    state.level = outer;
    return [section];
  },
};

/** A film or a recording: where it plays, and its words. */
function recording({ attributes, children }: TextElement, state: State): Markup {
  const { words, address, resolve } = state.parts;
  const title = attributes['title'] ?? '';
  const href = attributes['href'];
  return [
    element('figure', { class: 'recording' }, [
      paragraph([element('a', { href: href ? resolve(href) : address }, [words.openRecording(title)])]),
      element('figcaption', {}, [
        ...(attributes['credit'] ? [creditOf(attributes, state.parts)] : []),
        paragraph([strong(words.transcript)]),
        ...asBlocks(layOut(children, state)),
      ]),
    ]),
  ];
}

function creditOf(attributes: TextElement['attributes'], { words, licence }: PlainTextParts): XmlElement {
  const { name, url } = licence(attributes['licence'] ?? '');
  return element('p', { class: 'credit' }, [
    words.credit(attributes['credit'] ?? ''),
    ...(name ? [', ', url === null ? name : element('a', { href: url }, [name])] : []),
  ]);
}

/** A heading of a level; HTML has six. */
export function heading(level: number, content: Markup, attributes: Readonly<Record<string, string>> = {}): XmlElement {
  return element(`h${Math.min(6, level)}`, attributes, content);
}
