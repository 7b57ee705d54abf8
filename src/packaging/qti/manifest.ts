import type { Bank } from '../bank.ts';
import type { Question } from '../question.ts';
import { element, type XmlElement } from '../xml.ts';
import type { Dialect } from './dialect.ts';
import { itemId } from './item.ts';

/** An item where it stands in its package. */
export interface ItemFile {
  readonly question: Question;
  /** Path from the package's root. */
  readonly file: string;
  /** Paths of its pictures. */
  readonly media: readonly string[];
}

const instance = 'http://www.w3.org/2001/XMLSchema-instance';

/** How each version of QTI wants its manifest: content packaging 1.1 with IMS metadata, or 1.2 with LOM. */
const forms = {
  '2.1': {
    namespaces: {
      xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
      'xmlns:md': 'http://www.imsglobal.org/xsd/imsmd_v1p2',
      'xmlns:xsi': instance,
      'xsi:schemaLocation':
        'http://www.imsglobal.org/xsd/imscp_v1p1 http://www.imsglobal.org/xsd/imscp_v1p1.xsd ' +
        'http://www.imsglobal.org/xsd/imsmd_v1p2 http://www.imsglobal.org/xsd/imsmd_v1p2p4.xsd',
    },
    schema: 'QTIv2.1 Package',
    version: '1.0.0',
    words: (text: string, locale: string) => element('md:langstring', { 'xml:lang': locale }, [text]),
    term: (value: string) => [vocabulary('md:source', 'LOMv1.0'), vocabulary('md:value', value)],
    restrictions: 'md:copyrightandotherrestrictions',
  },
  '3.0': {
    namespaces: {
      xmlns: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
      'xmlns:md': 'http://ltsc.ieee.org/xsd/LOM',
      'xmlns:xsi': instance,
      'xsi:schemaLocation':
        'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1 ' +
        'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd ' +
        'http://ltsc.ieee.org/xsd/LOM https://purl.imsglobal.org/spec/md/v1p3/schema/xsd/imsmd_loose_v1p3p2.xsd',
    },
    schema: 'QTI Package',
    version: '3.0.0',
    words: (text: string, locale: string) => element('md:string', { language: locale }, [text]),
    term: (value: string) => [element('md:source', {}, ['LOMv1.0']), element('md:value', {}, [value])],
    restrictions: 'md:copyrightAndOtherRestrictions',
  },
} as const;

function vocabulary(name: string, value: string): XmlElement {
  return element(name, {}, [element('md:langstring', { 'xml:lang': 'x-none' }, [value])]);
}

/** The manifest: title, language, authors and licence of the bank, and every file of the package, each once. */
export function writeManifest(bank: Bank, items: readonly ItemFile[], dialect: Dialect): XmlElement {
  const form = forms[dialect.version];
  const media = [...new Set(items.flatMap((item) => item.media))].sort();
  const name = (path: string) => `media.${path.slice('media/'.length)}`;
  return element(
    'manifest',
    { ...form.namespaces, identifier: `bank.${bank.id.replaceAll('/', '.')}.${bank.locale}` },
    [
      element('metadata', {}, [
        element('schema', {}, [form.schema]),
        element('schemaversion', {}, [form.version]),
        describe(bank, form),
      ]),
      element('organizations'),
      element('resources', {}, [
        ...items.map(({ question, file, media: own }) =>
          element('resource', { identifier: itemId(question), type: dialect.itemType, href: file }, [
            element('file', { href: file }),
            ...own.map((path) => element('dependency', { identifierref: name(path) })),
          ]),
        ),
        ...media.map((path) =>
          element('resource', { identifier: name(path), type: 'webcontent', href: path }, [
            element('file', { href: path }),
          ]),
        ),
      ]),
    ],
  );
}

/** Learning object metadata (IEEE 1484.12.1) of the bank. */
function describe(bank: Bank, { words, term, restrictions }: (typeof forms)[Dialect['version']]): XmlElement {
  const { locale, licence } = bank;
  const rights = [licence.name, licence.url ?? '', bank.authors.join(', ')].filter(Boolean).join(' · ');
  const languages = [...new Set([locale, ...bank.lessons.map((lesson) => lesson.locale)])];
  return element('md:lom', {}, [
    element('md:general', {}, [
      element('md:title', {}, [words(bank.title, locale)]),
      ...languages.map((language) => element('md:language', {}, [language])),
      ...(bank.description ? [element('md:description', {}, [words(bank.description, locale)])] : []),
    ]),
    element('md:technical', {}, [element('md:location', {}, [bank.address])]),
    element('md:rights', {}, [
      element('md:cost', {}, term('no')),
      element(restrictions, {}, term('yes')),
      element('md:description', {}, [words(rights, locale)]),
    ]),
  ]);
}
