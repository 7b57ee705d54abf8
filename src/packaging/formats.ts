import type { Bank } from './bank.ts';
import { writeGift } from './gift/write-gift.ts';
import { writeMoodleXml } from './moodle/write-moodle-xml.ts';
import type { PackageFiles, ReadPicture } from './package-files.ts';
import { writeQti } from './qti/write-qti.ts';

/** A format in which a bank can be taken away. */
export interface PackageFormat {
  readonly title: string;
  /** The platforms that take it. */
  readonly takenBy: string;
  /** Its files stand alone, or together in an archive. */
  readonly container: 'file' | 'zip';
  /** How the file's name ends. */
  readonly extension: string;
  /** Several languages can stand in one package. */
  readonly multilingual: boolean;
  write(bank: Bank, read: ReadPicture): PackageFiles;
}

/** The formats by name; a new one is an entry here and its writer. */
export const packageFormats = {
  gift: {
    title: 'GIFT: questions as plain text',
    takenBy: 'Moodle',
    container: 'file',
    extension: 'gift',
    multilingual: false,
    write: writeGift,
  },
  'moodle-xml': {
    title: 'Moodle XML: questions with pictures, hints, tags and points',
    takenBy: 'Moodle 4.4 or newer (older ones do not know its questions of order)',
    container: 'file',
    extension: 'xml',
    multilingual: false,
    write: writeMoodleXml,
  },
  'qti2.1': {
    title: 'QTI 2.1: item bank',
    takenBy: 'TAO, ONYX, in part Canvas; not Moodle',
    container: 'zip',
    extension: 'zip',
    multilingual: false,
    write: (bank, read) => writeQti(bank, '2.1', read),
  },
  'qti3.0': {
    title: 'QTI 3.0: item bank',
    takenBy: 'players of QTI 3; not Moodle',
    container: 'zip',
    extension: 'zip',
    multilingual: false,
    write: (bank, read) => writeQti(bank, '3.0', read),
  },
} as const satisfies Readonly<Record<string, PackageFormat>>;

export type PackageFormatName = keyof typeof packageFormats;

export function isPackageFormat(name: string): name is PackageFormatName {
  return Object.hasOwn(packageFormats, name);
}
