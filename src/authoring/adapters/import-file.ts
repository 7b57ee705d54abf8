import { lowerCase, type Locale } from '#language';
import { statSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { readDocument } from '../import/docx/read-document.ts';
import type { Found, FoundPicture, ImportContext } from '../import/found.ts';
import { readGift } from '../import/gift/read-gift.ts';
import { readLiascript } from '../import/liascript/read-liascript.ts';
import { importLimits, ImportFault } from '../import/limits.ts';
import { readMoodle } from '../import/moodle/read-moodle.ts';
import type { NoteImport } from '../import/notes.ts';
import { decodeText } from './decode-text.ts';
import { parseGift } from './gift-parser.ts';
import { convertDocx } from './mammoth-docx.ts';
import { createMarkup } from './satteri-markup.ts';
import { parseXml } from './saxes-xml.ts';

/** Formats that are imported, with the ends of names by which each is known. */
export const importFormats = {
  docx: ['.docx', '.docm'],
  'moodle-xml': ['.xml'],
  gift: ['.gift', '.txt'],
  liascript: ['.md', '.markdown'],
} as const;
export type ImportFormat = keyof typeof importFormats;

export function isImportFormat(name: string): name is ImportFormat {
  return Object.hasOwn(importFormats, name);
}

/** The format that the end of a file's name says; null where it says none. */
export function formatOfName(path: string): ImportFormat | null {
  const ending = lowerCase('en', extname(path));
  const found = Object.entries(importFormats).find(([, endings]) => endings.some((known) => known === ending));
  return found && isImportFormat(found[0]) ? found[0] : null;
}

/**
 * Reads a file into what a lesson can be made of. Nothing in it is run, fetched or written anywhere.
 *
 * @throws an `ImportFault` in words for the file's owner
 */
export async function readImport(
  path: string,
  { format, locale, note }: { readonly format: ImportFormat; readonly locale: Locale; readonly note: NoteImport },
): Promise<Found> {
  const bytes = readBytes(path);
  const name = basename(path).replace(/\p{Cc}/gu, '?');
  checkKind(bytes, format, name);
  const context: ImportContext = { note, locale, decodeBase64, ...createMarkup(locale, note) };
  if (format === 'docx') return readDocument(await convertDocx(bytes, note), context);
  const { text, pictures } = takePictures(readWords(bytes, { name, format, note }));
  const found =
    format === 'moodle-xml'
      ? readMoodle(parseXml(text), context)
      : format === 'gift'
        ? readGift(text, parseGift, context)
        : readLiascript(text, context);
  return { ...found, pictures: new Map([...found.pictures, ...pictures]) };
}

/** Pictures that stand in the text itself, which parsers would take for very long words, by the addresses in their place. */
function takePictures(source: string): { readonly text: string; readonly pictures: ReadonlyMap<string, FoundPicture> } {
  const pictures = new Map<string, FoundPicture>();
  const text = source.replace(/data:image\/[\w.+-]{1,40};base64,([A-Za-z0-9+/=]+)/gu, (whole, letters: string) => {
    const bytes = decodeBase64(letters);
    const address = `picture:${pictures.size + 1}`;
    if (!bytes) return whole.length > 1000 ? 'picture:' : whole;
    pictures.set(address, { bytes, name: '' });
    return address;
  });
  return { text, pictures };
}

function readBytes(path: string): Uint8Array {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new ImportFault(`There is no file "${path}".`);
  if (!stat.isFile()) throw new ImportFault(`"${path}" is no file.`);
  if (stat.size === 0) throw new ImportFault(`"${path}" is empty.`);
  if (stat.size > importLimits.file)
    throw new ImportFault(
      `"${path}" has ${Math.round(stat.size / 1_000_000)} MB; files of up to ${importLimits.file / 1_000_000} MB are imported. Divide it, or make its pictures smaller.`,
    );
  try {
    return readFileSync(path);
  } catch (error) {
    throw new ImportFault(`"${path}" cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What files are by their first bytes, whatever their name says. */
const kinds: readonly { readonly start: readonly number[]; readonly what: string }[] = [
  {
    start: [0xd0, 0xcf, 0x11, 0xe0],
    what: 'a document of an old version of Word or one with a password: open it in a word processor, and save it as .docx without a password',
  },
  {
    start: [0x25, 0x50, 0x44, 0x46],
    what: 'a PDF, which has no text that could be taken reliably: look for the document that it was made of',
  },
  {
    start: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    what: 'a document in RTF: open it in a word processor, and save it as .docx',
  },
  {
    start: [0x1f, 0x8b],
    what: 'a compressed archive; a backup of a Moodle course is one: export its questions as Moodle XML',
  },
];
const zipStart = [0x50, 0x4b];

function checkKind(bytes: Uint8Array, format: ImportFormat, name: string): void {
  const begins = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  const kind = kinds.find(({ start }) => begins(start))?.what;
  if (kind) throw new ImportFault(`"${name}" is ${kind}.`);
  if (format === 'docx' && !begins(zipStart))
    throw new ImportFault(
      `"${name}" is no Word document, whatever its name says: a .docx is an archive, and this is none. If it is a text, say which with --format.`,
    );
  if (format !== 'docx' && begins(zipStart))
    throw new ImportFault(
      `"${name}" is an archive and no text. If it is a Word document, say --format docx; an archive of several files is to be unpacked first.`,
    );
}

// Every C0 control but tab and line ends, DEL, signs that turn the direction of writing, and those for private use.
const hidden = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069\uE000-\uF8FF]/gu;

function readWords(
  bytes: Uint8Array,
  {
    name,
    format,
    note,
  }: { readonly name: string; readonly format: Exclude<ImportFormat, 'docx'>; readonly note: NoteImport },
): string {
  const { text, encoding } = decodeText(bytes, `"${name}"`);
  const most = importLimits.text[format];
  if (text.length > most)
    throw new ImportFault(
      `"${name}" has ${text.length} characters; up to ${most} are imported as ${format}. Divide it.`,
    );
  if (encoding) note('encoding', '', encoding);
  const clean = text.replace(/^\uFEFF/u, '').replace(hidden, '');
  const lost = text.replace(/^\uFEFF/u, '').length - clean.length;
  for (let number = 0; number < Math.min(lost, 1000); number++) note('hidden-character', '');
  return clean;
}

function decodeBase64(text: string): Uint8Array | null {
  const letters = text.replace(/\s+/gu, '');
  if (!letters || letters.length > importLimits.picture * 2 || !/^[A-Za-z0-9+/]+={0,2}$/u.test(letters)) return null;
  return new Uint8Array(Buffer.from(letters, 'base64'));
}
