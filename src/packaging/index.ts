export { createBank, type Bank, type BankLesson } from './bank.ts';
export { answerId, exerciseId } from './book/ids.ts';
export { answersPiece, creditsPiece, lessonPiece, sourcesPiece, termsPiece, withWays } from './book/pieces.ts';
export { idsOf, lowerHeadings, prefixIds, relocate, type Place } from './book/relocate.ts';
export {
  createBook,
  createBookLesson,
  termsOf,
  type Book,
  type BookLesson,
  type BookModule,
  type BookTerm,
} from './book/create-book.ts';
export type { PaperExercise, PaperPieces } from './book/exercise-on-paper.ts';
export { heading } from './book/plain-text.ts';
export {
  isPackageFormat,
  packageFormats,
  presetNames,
  type BankFormat,
  type BookFormat,
  type PackageFormat,
  type PagesFormat,
  type PackageFormatName,
  type PresetName,
} from './formats.ts';
export { groupLosses, lossTable, type Loss, type LossId } from './losses.ts';
export { asBlocks, isBlock, list, mapElements, paragraph, strong, wordsOf, type Markup } from './markup.ts';
export { makePackage, makePagesPackage, type MadePackage } from './make-package.ts';
export type { BuiltSite } from './pages/built-site.ts';
export { isShownAsAsked, type Selections } from './pages/course-pages.ts';
export type { PackageFiles, PictureFile, ReadPicture } from './package-files.ts';
export type { Form, Question } from './question.ts';
export {
  fileNameOf,
  lessonsOfSelection,
  missingLessons,
  modulesOfSelection,
  numberOf,
  type PackageContext,
  type Selection,
} from './selection.ts';
export { planDownloads, type Download } from './plan-downloads.ts';
export type { PackageWords } from './words.ts';
export { element, writeNodes, type XmlElement, type XmlNode } from './xml.ts';
