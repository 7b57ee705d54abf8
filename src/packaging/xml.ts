/** An element of XML or HTML as data; a writer's work is to build these. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** A string is text, not yet escaped. */
export type XmlNode = XmlElement | string;

/** An element; attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return { name, attributes: Object.fromEntries(given) as Record<string, string>, children };
}

/**
 * A text with only what XML 1.0 may hold (section 2.2): half a surrogate pair, which comes of cutting a text, shows as a
 * replacement character, control characters are left out, and every line ends in a line feed.
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\p{Cs}/gu, '\uFFFD')
      .replace(/\r\n?/gu, '\n')
      // eslint's rule against control characters does not see them as escapes of a class of its own.
      .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
  );
}

// Marks that turn the direction of text or hide it would make a file read otherwise than a program does (CVE-2021-42574).
const unseen = /[\u00AD\u061C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands between tags: nothing in it is markup, and marks that cannot be seen are written as numbers. */
export function escapeText(text: string): string {
  return cleanText(text)
    .replace(/[&<>]/gu, (sign) => named[sign] ?? sign)
    .replace(unseen, reference);
}

/** A value as it stands in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/["\t\n]/gu, (sign) => named[sign] ?? reference(sign));
}

function reference(sign: string): string {
  return `&#${sign.codePointAt(0)};`;
}

/** Elements that HTML never closes. */
const voidElements = new Set(['br', 'hr', 'img', 'meta', 'link']);

/**
 * XML, HTML that is XML, too (there an empty element that HTML knows no short form of is closed), or XML whose text stands
 * in sections of CDATA.
 */
export type XmlForm = 'xml' | 'html' | 'sections';

export function writeNodes(nodes: readonly XmlNode[], form: XmlForm): string {
  const write = form === 'sections' ? writeSections : escapeText;
  return nodes.map((node) => (typeof node === 'string' ? write(node) : writeElement(node, form))).join('');
}

function writeElement({ name, attributes, children }: XmlElement, form: XmlForm): string {
  const start = `<${name}${writeAttributes(attributes)}`;
  const isShort = form === 'html' ? voidElements.has(name) : children.length === 0;
  return isShort ? `${start}/>` : `${start}>${writeNodes(children, form)}</${name}>`;
}

/**
 * A text as sections of CDATA, in which nothing is markup. What would end a section, and marks that cannot be seen, stand
 * between two of them.
 */
function writeSections(text: string): string {
  const open = '<![CDATA[';
  const parted = cleanText(text)
    .replaceAll(']]>', `]]]]>${open}>`)
    .replace(unseen, (sign) => `]]>${reference(sign)}${open}`);
  return text === '' ? '' : `${open}${parted}]]>`;
}

function writeAttributes(attributes: XmlElement['attributes']): string {
  return Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
    .join('');
}

/** A whole XML file, each child of the root on a line of its own. */
export function writeDocument({ name, attributes, children }: XmlElement, form: 'xml' | 'sections' = 'xml'): string {
  const lines = children.map((child) => writeNodes([child], form));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${name}${writeAttributes(attributes)}>`,
    ...lines,
    `</${name}>`,
    '',
  ].join('\n');
}
