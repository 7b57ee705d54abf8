import { createBank, type Bank } from './bank.ts';
import { createBook } from './book/create-book.ts';
import type { PackageFormat } from './formats.ts';
import type { PackageFiles, ReadPicture } from './package-files.ts';
import type { PackageContext, Selection } from './selection.ts';

/** A package with what it was made of. */
export interface MadePackage extends PackageFiles {
  readonly bank: Bank;
}

/** Makes a package of a selection in a format, whatever the format is made of. */
export function makePackage(
  format: PackageFormat,
  selection: Selection,
  context: PackageContext,
  read: ReadPicture,
): MadePackage {
  if (format.of === 'bank') {
    const bank = createBank(selection, context);
    return { bank, ...format.write(bank, read) };
  }
  const book = createBook(selection, context);
  return { bank: book.bank, ...format.write(book, read) };
}
