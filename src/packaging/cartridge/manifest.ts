import type { Book } from '../book/create-book.ts';
import { element, type XmlElement } from '../xml.ts';
import type { CartridgeDialect } from './dialect.ts';

/** A resource of a cartridge. */
export interface CartridgeResource {
  readonly identifier: string;
  readonly type: string;
  readonly file: string;
  /** A page or file that is opened by its address. */
  readonly opened: boolean;
  /** Identifiers of resources that it shows. */
  readonly needs: readonly string[];
}

/** An entry of the table of contents: a folder, or a resource by its identifier. */
export interface CartridgeEntry {
  readonly identifier: string;
  readonly title: string;
  readonly resource: string | null;
  readonly entries: readonly CartridgeEntry[];
}

const instance = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * The manifest of a cartridge. Its namespace stands first of all: Moodle looks for it in the first 1,024 bytes to know
 * what it has before it.
 */
export function writeCartridgeManifest(
  book: Book,
  entries: readonly CartridgeEntry[],
  resources: readonly CartridgeResource[],
  dialect: CartridgeDialect,
): XmlElement {
  const { manifest, metadata, schemas, schemaVersion } = dialect;
  return element(
    'manifest',
    {
      xmlns: manifest,
      'xmlns:lomm': metadata,
      'xmlns:xsi': instance,
      identifier: `cartridge.${book.bank.id.replaceAll('/', '.')}.${book.bank.locale}`,
      'xsi:schemaLocation': `${manifest} ${schemas.manifest} ${metadata} ${schemas.metadata}`,
    },
    [
      element('metadata', {}, [
        element('schema', {}, ['IMS Common Cartridge']),
        element('schemaversion', {}, [schemaVersion]),
        describe(book),
      ]),
      element('organizations', {}, [
        element('organization', { identifier: 'organization', structure: 'rooted-hierarchy' }, [
          element('item', { identifier: 'root' }, entries.map(writeEntry)),
        ]),
      ]),
      element('resources', {}, resources.map(writeResource)),
    ],
  );
}

function writeEntry({ identifier, title, resource, entries }: CartridgeEntry): XmlElement {
  return element('item', { identifier, identifierref: resource ?? undefined }, [
    element('title', {}, [title]),
    ...entries.map(writeEntry),
  ]);
}

function writeResource({ identifier, type, file, opened, needs }: CartridgeResource): XmlElement {
  return element('resource', { identifier, type, href: opened ? file : undefined }, [
    element('file', { href: file }),
    ...needs.map((identifierref) => element('dependency', { identifierref })),
  ]);
}

/** Learning object metadata (IEEE 1484.12.1) in the form that cartridges allow. */
function describe({ bank, updated, modules }: Book): XmlElement {
  const { locale, licence, authors } = bank;
  const words = (name: string, text: string) => named(name, [element('lomm:string', { language: locale }, [text])]);
  const value = (name: string, text: string) => named(name, [named('value', [text])]);
  const rights = [licence.name, licence.url ?? '', authors.join(', '), bank.address].filter(Boolean).join(' · ');
  const languages = [...new Set([locale, ...modules.flatMap(({ lessons }) => lessons.map((lesson) => lesson.locale))])];
  return named('lom', [
    named('general', [
      named('identifier', [named('catalog', ['URI']), named('entry', [bank.address])]),
      words('title', bank.title),
      ...languages.map((language) => named('language', [language])),
      ...(bank.description ? [words('description', bank.description)] : []),
    ]),
    named(
      'lifeCycle',
      authors.map((author) =>
        named('contribute', [
          value('role', 'author'),
          named('entity', [`BEGIN:VCARD\nVERSION:3.0\nFN:${escapeCard(author)}\nEND:VCARD`]),
          named('date', [named('dateTime', [updated])]),
        ]),
      ),
    ),
    named('educational', [value('learningResourceType', 'IMS Common Cartridge')]),
    named('rights', [value('cost', 'no'), value('copyrightAndOtherRestrictions', 'yes'), words('description', rights)]),
  ]);
}

function named(name: string, children: XmlElement['children']): XmlElement {
  return element(`lomm:${name}`, {}, children);
}

/** A value of a vCard (RFC 2426). */
function escapeCard(text: string): string {
  return text.replace(/[\\,;]/gu, (sign) => `\\${sign}`).replace(/\s+/gu, ' ');
}
