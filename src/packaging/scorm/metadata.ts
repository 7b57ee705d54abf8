import type { CoursePages, Words } from '../pages/course-pages.ts';
import { element, type XmlElement } from '../xml.ts';

/** Characters that every platform keeps of a description. */
const longestDescription = 1000;

/** Who has made it, under which licence, and where it comes from, in one sentence that no platform takes apart. */
export function rightsOf({ licence, authors, address }: CoursePages): string {
  return [licence.name, licence.url ?? '', authors.join(', '), address].filter(Boolean).join(' · ');
}

function shorten(text: string): string {
  return [...text].slice(0, longestDescription).join('');
}

/** IMS metadata 1.2.1, as SCORM 1.2 wants it. */
export function metadata12(pages: CoursePages): XmlElement {
  const strings = (name: string, words: Words) =>
    element(
      name,
      {},
      words.map(([locale, text]) => element('langstring', { 'xml:lang': locale }, [shorten(text)])),
    );
  const plain = (name: string, text: string) =>
    element(name, {}, [element('langstring', { 'xml:lang': 'x-none' }, [text])]);
  const term = (name: string, value: string) => element(name, {}, [plain('source', 'LOMv1.0'), plain('value', value)]);
  return element('lom', { xmlns: 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1' }, [
    element('general', {}, [
      strings('title', pages.titles),
      element('catalogentry', {}, [element('catalog', {}, ['URI']), plain('entry', pages.address)]),
      ...pages.locales.map((locale) => element('language', {}, [locale])),
      strings('description', pages.descriptions),
    ]),
    element('lifecycle', {}, [
      plain('version', pages.edition),
      term('status', 'Final'),
      ...pages.authors.map((author) =>
        element('contribute', {}, [
          term('role', 'Author'),
          element('centity', {}, [element('vcard', {}, [vcard(author)])]),
          element('date', {}, [element('datetime', {}, [pages.edition])]),
        ]),
      ),
    ]),
    element('metametadata', {}, [
      element('metadatascheme', {}, ['ADL SCORM 1.2']),
      element('language', {}, [pages.locales[0] ?? 'en']),
    ]),
    element('technical', {}, [
      element('format', {}, ['text/html']),
      element('location', { type: 'URI' }, [pages.address]),
    ]),
    element('educational', {}, [
      term('interactivitytype', 'Active'),
      term('learningresourcetype', 'Exercise'),
      element('typicallearningtime', {}, [element('datetime', {}, [learningTime(pages)])]),
    ]),
    element('rights', {}, [
      term('cost', 'no'),
      term('copyrightandotherrestrictions', 'yes'),
      strings('description', sameIn(pages, rightsOf(pages))),
    ]),
  ]);
}

/** Learning object metadata (IEEE 1484.12.3), as SCORM 2004 wants it. */
export function metadata2004(pages: CoursePages): XmlElement {
  const strings = (name: string, words: Words) =>
    element(
      name,
      {},
      words.map(([locale, text]) => element('string', { language: locale }, [shorten(text)])),
    );
  const term = (name: string, value: string) =>
    element(name, {}, [element('source', {}, ['LOMv1.0']), element('value', {}, [value])]);
  return element('lom', { xmlns: 'http://ltsc.ieee.org/xsd/LOM' }, [
    element('general', {}, [
      element('identifier', {}, [element('catalog', {}, ['URI']), element('entry', {}, [pages.address])]),
      strings('title', pages.titles),
      ...pages.locales.map((locale) => element('language', {}, [locale])),
      strings('description', pages.descriptions),
    ]),
    element('lifeCycle', {}, [
      element('version', {}, [element('string', { language: 'x-none' }, [pages.edition])]),
      term('status', 'final'),
      ...pages.authors.map((author) =>
        element('contribute', {}, [
          term('role', 'author'),
          element('entity', {}, [vcard(author)]),
          element('date', {}, [element('dateTime', {}, [pages.edition])]),
        ]),
      ),
    ]),
    element('metaMetadata', {}, [
      element('metadataSchema', {}, ['LOMv1.0']),
      element('metadataSchema', {}, ['ADLv1.0']),
      element('language', {}, [pages.locales[0] ?? 'en']),
    ]),
    element('technical', {}, [element('format', {}, ['text/html']), element('location', {}, [pages.address])]),
    element('educational', {}, [
      term('interactivityType', 'active'),
      term('learningResourceType', 'exercise'),
      element('typicalLearningTime', {}, [element('duration', {}, [learningTime(pages)])]),
    ]),
    element('rights', {}, [
      term('cost', 'no'),
      term('copyrightAndOtherRestrictions', 'yes'),
      strings('description', sameIn(pages, rightsOf(pages))),
    ]),
  ]);
}

function sameIn({ locales }: CoursePages, text: string): Words {
  return locales.map((locale) => [locale, text]);
}

function learningTime({ modules }: CoursePages): string {
  const minutes = modules.reduce((sum, module) => sum + module.minutes, 0);
  return `PT${Math.floor(minutes / 60)}H${minutes % 60}M`;
}

/** A name as vCard 3.0 (RFC 2426): commas and semicolons part its fields. */
function vcard(name: string): string {
  const text = name.replace(/[\\;,]/gu, (sign) => `\\${sign}`);
  return `BEGIN:VCARD\nVERSION:3.0\nFN:${text}\nN:${text};;;;\nEND:VCARD`;
}
