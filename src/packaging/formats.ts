import type { Bank } from './bank.ts';
import type { Book } from './book/create-book.ts';
import { writeCmi5 } from './cmi5/write-cmi5.ts';
import { writeCartridge } from './cartridge/write-cartridge.ts';
import { writeEpub } from './epub/write-epub.ts';
import { writeGift } from './gift/write-gift.ts';
import { writeMoodleXml } from './moodle/write-moodle-xml.ts';
import type { PackageFiles, ReadPicture } from './package-files.ts';
import type { CoursePages, PagesRequest } from './pages/course-pages.ts';
import { writeQti } from './qti/write-qti.ts';
import { writeScorm } from './scorm/write-scorm.ts';

/** Platforms that a package can be made for. */
export const presetNames = ['moodle', 'canvas', 'blackboard', 'ilias', 'openedx'] as const;
export type PresetName = (typeof presetNames)[number];

interface AnyFormat {
  readonly title: string;
  /** The platforms that take it. */
  readonly takenBy: string;
  /** Those of them that can be named as a preset. */
  readonly presets: readonly PresetName[];
  /** Its files stand alone, or together in an archive. */
  readonly container: 'file' | 'zip';
  /** How the file's name ends. */
  readonly extension: string;
  /** Several languages can stand in one package. */
  readonly multilingual: boolean;
}

/** A format in which the questions of lessons can be taken away. */
export interface BankFormat extends AnyFormat {
  readonly of: 'bank';
  write(bank: Bank, read: ReadPicture): PackageFiles;
}

/** A format in which whole lessons can be taken away. */
export interface BookFormat extends AnyFormat {
  readonly of: 'book';
  write(book: Book, read: ReadPicture): PackageFiles;
}

/** A format in which the pages of the site can be taken away, to be played on a platform. */
export interface PagesFormat extends AnyFormat {
  readonly of: 'pages';
  readonly pages: PagesRequest;
  write(pages: CoursePages): PackageFiles;
}

export type PackageFormat = BankFormat | BookFormat | PagesFormat;

/** The formats by name; a new one is an entry here and its writer. */
export const packageFormats = {
  'common-cartridge-1.1': {
    of: 'book',
    title: 'Common Cartridge 1.1: lessons as pages, each with its quiz',
    takenBy: 'Moodle, Blackboard, Sakai',
    presets: ['moodle', 'blackboard'],
    container: 'zip',
    extension: 'imscc',
    multilingual: false,
    write: (book, read) => writeCartridge(book, '1.1', read),
  },
  'common-cartridge-1.3': {
    of: 'book',
    title: 'Common Cartridge 1.3: lessons as pages, each with its quiz',
    takenBy: 'Canvas, Blackboard, Open edX (by its converter), Sakai; not Moodle',
    presets: ['canvas', 'blackboard', 'openedx'],
    container: 'zip',
    extension: 'imscc',
    multilingual: false,
    write: (book, read) => writeCartridge(book, '1.3', read),
  },
  epub: {
    of: 'book',
    title: 'EPUB 3: a book with answers at the back',
    takenBy: 'reading apps and e-readers, online or not',
    presets: [],
    container: 'zip',
    extension: 'epub',
    multilingual: false,
    write: writeEpub,
  },
  gift: {
    of: 'bank',
    title: 'GIFT: questions as plain text',
    takenBy: 'Moodle',
    presets: ['moodle'],
    container: 'file',
    extension: 'gift',
    multilingual: false,
    write: writeGift,
  },
  'moodle-xml': {
    of: 'bank',
    title: 'Moodle XML: questions with pictures, hints, tags and points',
    takenBy: 'Moodle 4.4 or newer (older ones do not know its questions of order)',
    presets: ['moodle'],
    container: 'file',
    extension: 'xml',
    multilingual: false,
    write: writeMoodleXml,
  },
  'qti2.1': {
    of: 'bank',
    title: 'QTI 2.1: item bank',
    takenBy: 'TAO, ONYX, in part Canvas; not Moodle',
    presets: ['canvas'],
    container: 'zip',
    extension: 'zip',
    multilingual: false,
    write: (bank, read) => writeQti(bank, '2.1', read),
  },
  'qti3.0': {
    of: 'bank',
    title: 'QTI 3.0: item bank',
    takenBy: 'players of QTI 3; not Moodle',
    presets: [],
    container: 'zip',
    extension: 'zip',
    multilingual: false,
    write: (bank, read) => writeQti(bank, '3.0', read),
  },
  scorm12: {
    of: 'pages',
    title: 'SCORM 1.2: lessons as on the site, with marks in the gradebook',
    takenBy: 'every learning platform',
    presets: ['moodle', 'canvas', 'blackboard', 'ilias', 'openedx'],
    container: 'zip',
    extension: 'zip',
    multilingual: true,
    pages: { name: 'scorm12', remote: false, losses: ['told-confidence', 'short-state'] },
    write: (pages) => writeScorm(pages, '1.2'),
  },
  scorm2004: {
    of: 'pages',
    title: 'SCORM 2004, 4th edition: the same, with completion and success apart',
    takenBy: 'ILIAS, Blackboard, Canvas, Moodle (in part), Open edX (with its XBlock)',
    presets: ['moodle', 'canvas', 'blackboard', 'ilias', 'openedx'],
    container: 'zip',
    extension: 'zip',
    multilingual: true,
    pages: { name: 'scorm2004', remote: false, losses: ['told-confidence'] },
    write: (pages) => writeScorm(pages, '2004'),
  },
  cmi5: {
    of: 'pages',
    title: 'cmi5 (xAPI): the same, with every answer as a statement in a learning record store',
    takenBy: 'ILIAS, platforms with an xAPI player; not Moodle’s own',
    presets: ['ilias'],
    container: 'zip',
    extension: 'zip',
    multilingual: true,
    pages: { name: 'cmi5', remote: true, losses: [] },
    write: writeCmi5,
  },
} as const satisfies Readonly<Record<string, PackageFormat>>;

export type PackageFormatName = keyof typeof packageFormats;

export function isPackageFormat(name: string): name is PackageFormatName {
  return Object.hasOwn(packageFormats, name);
}
