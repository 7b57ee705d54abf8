import { mapElements, type Markup } from '../markup.ts';
import { element } from '../xml.ts';
import { exerciseId, termId } from './ids.ts';

/** A file of a package that stands for a page of the site. */
export interface Place {
  /** Path from the package's root. */
  readonly file: string;
  /** Ids of its elements. */
  readonly ids: ReadonlySet<string>;
  /** What stands before them, where several pages come to stand in one file. */
  readonly prefix?: string;
  /** The id of its beginning, where it is not that of the file. */
  readonly start?: string;
}

/**
 * Markup in which what the package has itself is linked inside it: whole addresses of the site's pages become the files
 * that stand for them, other whole addresses stay.
 *
 * @param places by whole address, without a fragment
 * @param from path of the file in which the markup stands
 */
export function relocate(markup: Markup, places: ReadonlyMap<string, Place>, from: string): Markup {
  return mapElements(markup, (node) => {
    const { href } = node.attributes;
    if (node.name !== 'a' || href === undefined) return node;
    return { ...node, attributes: { ...node.attributes, href: locate(href, places, from) } };
  });
}

function locate(href: string, places: ReadonlyMap<string, Place>, from: string): string {
  const [address = '', fragment = ''] = href.split('#');
  const place = places.get(address);
  if (!place) return href;
  const id = [fragment, decode(fragment)]
    .flatMap((name) => [name, exerciseId(name), termId(name)])
    .find((name) => place.ids.has(name));
  const target = id ? (place.prefix ?? '') + id : place.start;
  const end = target ? `#${encodeURIComponent(target)}` : '';
  return place.file === from && end ? end : pathFrom(from, place.file) + end;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/**
 * The way from one file of a package to another, by the root of the package. Moodle replaces such addresses in a text one
 * after the other, so none may be a part of what another becomes, as a bare name would be.
 */
export function pathFrom(from: string, to: string): string {
  return '../'.repeat(from.split('/').length - 1) + to;
}

/** Every picture with its address from a file, given the folder of the pictures. */
export function placePictures(markup: Markup, folder: string, from: string): Markup {
  return mapElements(markup, (node) =>
    node.name === 'img'
      ? {
          ...node,
          attributes: { ...node.attributes, src: pathFrom(from, `${folder}/${node.attributes['src'] ?? ''}`) },
        }
      : node,
  );
}

/** Headings moved down by so many levels; HTML has six. */
export function lowerHeadings(markup: Markup, by: number): Markup {
  return mapElements(markup, (node) => {
    const level = /^h([1-6])$/u.exec(node.name)?.[1];
    return level ? element(`h${Math.min(6, Number(level) + by)}`, node.attributes, node.children) : node;
  });
}

/** Ids with something before them, for texts that come to stand in one file. */
export function prefixIds(markup: Markup, prefix: string): Markup {
  return mapElements(markup, (node) => {
    const { id } = node.attributes;
    return id === undefined ? node : { ...node, attributes: { ...node.attributes, id: prefix + id } };
  });
}

/** The ids of all elements in the markup, in their order. */
export function idsOf(markup: Markup): string[] {
  return markup.flatMap((node) => {
    if (typeof node === 'string') return [];
    const { id } = node.attributes;
    return [...(id === undefined ? [] : [id]), ...idsOf(node.children)];
  });
}
