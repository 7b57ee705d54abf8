export { checkFolder, checkForms, fullFormId, type CheckForm, type CheckFormId, type CourseCheck } from './check.ts';
export { isCounted, standardCompletion, type CompletionRules } from './completion.ts';
export { componentNames, components, htmlElements, linkSchemes, noteKinds } from './components.ts';
export {
  fullLessonId,
  type Citation,
  type Lesson,
  type LessonEntry,
  type MediaItem,
  type Mention,
  type Quiz,
  type Section,
} from './lesson.ts';
export { readText, readTrainersText, type TextElement, type TextNode } from './lesson-text.ts';
export { licenceName, licenceUrl } from './licence.ts';
export { reviewDates, type ReviewDates } from './review-date.ts';
export { readContent, type ContentReading } from './read-content.ts';
export { reservedCourseIds, reservedIds, whyReserved } from './reserved-ids.ts';
export type { ContentFiles, KeptReadings } from './reader.ts';
export { readBody, type BodyReading, type ExerciseDraft, type TextRun } from './read-lesson.ts';
export type { MarkdownParser, MdxReading } from './read-lesson-file.ts';
export { isSafeLink, renderRichText } from './rich-text.ts';
export { contentSchemas, skillTags, translationStates } from './schema.ts';
export { createSlugger } from './slug.ts';
export type {
  CoursePageFrontMatter,
  PageFrontMatter,
  SiteFile,
  Skill,
  SourceFile,
  TermFile,
  TranslationState,
} from './schema.ts';
export {
  lessonsOf,
  neighboursOf,
  termIdsOf,
  versionFor,
  type Content,
  type Course,
  type Module,
  type Page,
  type PerLocale,
} from './structure.ts';
