import { mapElements, type Markup } from '../markup.ts';
import { element, type XmlElement } from '../xml.ts';

export type QtiVersion = '2.1' | '3.0';

/** What differs between the versions of QTI beside the names of elements and attributes. */
export interface Dialect {
  readonly version: QtiVersion;
  /** Namespace of items, and where its schema stands. */
  readonly namespace: string;
  readonly schema: string;
  /** Where the standard response processing templates stand. */
  template(name: 'match_correct' | 'map_response'): string;
  /** Type of an item's resource in a manifest. */
  readonly itemType: string;
  /**
   * Marks by naming a standard template where one will do, as platforms of version 2.1 like best; what is to be shown is
   * then the value of an outcome from the start. Players of version 3 show what a rule has set, so there the same rules
   * stand in the item.
   */
  readonly namesTemplates: boolean;
  /** Whoever marks a text is a person. Version 2.1 has no way to say so. */
  readonly scoredByHuman: Readonly<Record<string, string>>;
}

export const dialects: Readonly<Record<QtiVersion, Dialect>> = {
  '2.1': {
    version: '2.1',
    namespace: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
    schema: 'http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd',
    template: (name) => `http://www.imsglobal.org/question/qti_v2p1/rptemplates/${name}`,
    itemType: 'imsqti_item_xmlv2p1',
    namesTemplates: true,
    scoredByHuman: {},
  },
  '3.0': {
    version: '3.0',
    namespace: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
    schema: 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd',
    template: (name) => `https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/${name}.xml`,
    itemType: 'imsqti_item_xmlv3p0',
    namesTemplates: false,
    scoredByHuman: { externalScored: 'human' },
  },
};

/** HTML that both versions take; what stands for elements that version 2.1 does not know. */
const substitutes: Readonly<Record<string, string>> = { u: 'em', mark: 'strong', del: 'span', s: 'span', ins: 'em' };
const html = new Set([
  ...['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'div', 'hr', 'br'],
  ...['em', 'strong', 'code', 'sub', 'sup', 'kbd', 'abbr', 'cite', 'q', 'span', 'a', 'img'],
]);
const htmlAttributes = new Set(['href', 'src', 'alt', 'title']);

/** Markup as items may hold it: elements and attributes of the schema only, the language as XML names it. */
export function fitMarkup(markup: Markup): Markup {
  return mapElements(markup, ({ name, attributes, children }) => {
    const known = substitutes[name] ?? name;
    if (!html.has(known)) return null;
    const { lang, ...others } = attributes;
    const kept = Object.entries(others).filter(([key]) => htmlAttributes.has(key));
    return element(known, { ...Object.fromEntries(kept), 'xml:lang': lang }, children);
  });
}

/**
 * An item of version 2.1 in the words of version 3: `choiceInteraction` becomes `qti-choice-interaction`, and attributes
 * likewise. HTML keeps its names, and what a feedback shows stands in a body of its own.
 */
export function translateItem(item: XmlElement, version: QtiVersion): XmlElement {
  return version === '2.1' ? item : translate(item);
}

function translate({ name, attributes, children }: XmlElement): XmlElement {
  const inner = children.map((child) => (typeof child === 'string' ? child : translate(child)));
  if (html.has(name)) return { name, attributes, children: inner };
  const held = name === 'modalFeedback' ? [element('qti-content-body', {}, inner)] : inner;
  const renamed = Object.entries(attributes).map(([key, value]) => [toKebab(key), value]);
  return {
    name: `qti-${toKebab(name)}`,
    attributes: Object.fromEntries(renamed) as Record<string, string>,
    children: held,
  };
}

function toKebab(name: string): string {
  // Names of other namespaces, such as `xml:lang` and `xsi:schemaLocation`, are nobody's to change.
  if (name.includes(':')) return name;
  return name.replace(/[A-Z]/gu, (letter) => `-${String.fromCharCode(letter.charCodeAt(0) + 32)}`);
}
