export {
  createBank,
  fileNameOf,
  lessonsOfSelection,
  missingLessons,
  type Bank,
  type BankLesson,
  type PackageContext,
  type Selection,
} from './bank.ts';
export { isPackageFormat, packageFormats, type PackageFormat, type PackageFormatName } from './formats.ts';
export { groupLosses, lossTable, type Loss, type LossId } from './losses.ts';
export type { PackageFiles, PictureFile, ReadPicture } from './package-files.ts';
export type { Form, Question } from './question.ts';
export type { PackageWords } from './words.ts';
