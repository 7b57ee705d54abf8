import { createBank, type Bank } from './bank.ts';
import { createBook } from './book/create-book.ts';
import type { BankFormat, BookFormat, PagesFormat } from './formats.ts';
import type { BuiltSite } from './pages/built-site.ts';
import { coursePages, type Selections } from './pages/course-pages.ts';
import type { PackageFiles, ReadPicture } from './package-files.ts';
import type { PackageContext, Selection } from './selection.ts';

/** A package with what it was made of. */
export interface MadePackage extends PackageFiles {
  readonly bank: Bank;
}

/** Makes a package of a selection in a format, whatever the format is made of. */
export function makePackage(
  format: BankFormat | BookFormat,
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

/** Makes a package of the pages of a built site, of the same selection in one language or several. */
export function makePagesPackage(
  format: PagesFormat,
  selections: Selections,
  context: PackageContext,
  site: BuiltSite,
): MadePackage {
  const made = format.write(coursePages(selections, context, site, format.pages));
  return { bank: createBank(selections[0], context), ...made };
}
