export { checkContent, createContentChecker } from './check-content.ts';
export {
  isUnreadablePage,
  pageAddresses,
  reportPage,
  type PageAddress,
  type PageReport,
  type ReadingReport,
  type VersionReport,
} from './page-report.ts';
export { quoteLine, type QuotedLine } from './quote-line.ts';
export { ruleDescriptions } from './rule-descriptions.ts';
export { fixContent } from './fix-content.ts';
export { creationOf, faultOfId, isRefusal, type Creation, type Refusal } from './create/creation.ts';
export { fillMark } from './create/fill.ts';
export { formNames, readForm, type Form } from './create/gallery-form.ts';
export { newCourse, newModule, type NewCourse, type NewModule } from './create/new-course.ts';
export { newSource, newTerm, type NewSource, type NewTerm } from './create/new-entry.ts';
export { newExercise, type Gallery, type NewExercise } from './create/new-exercise.ts';
export { newFigure, pictureForms, type NewFigure } from './create/new-figure.ts';
export { newLesson, type NewLesson } from './create/new-lesson.ts';
export { importLesson, type Imported, type ImportedLesson } from './import/import-lesson.ts';
export { ImportFault } from './import/limits.ts';
export { createNotes, describeNotes, type ImportNote } from './import/notes.ts';
export {
  exerciseNames,
  firstLoss,
  hiddenName,
  hideExercises,
  lostExercises,
  restoreStyle,
  showExercises,
} from './edit/hide-exercises.ts';
export { keepAsWritten, writeNew } from './edit/keep-as-written.ts';
export { adviseOnLinks, gatherExternalLinks, type ExternalLink, type LinkResult } from './external-links.ts';
export { screenContent, type LanguageScreen } from './screen/screen-content.ts';
export { lengthBounds, screenKinds, type ScreenFinding, type ScreenKind } from './screen/screen-translation.ts';
