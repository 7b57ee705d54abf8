import type { ContentReading } from '#course';
import type { Locale } from '#language';
import { sortProblems, type Problem } from '#problem';
import { checkCourseChecks } from './rules/course-checks.ts';
import { checkCoverage } from './rules/coverage.ts';
import { checkExercises } from './rules/exercises.ts';
import { checkFiles } from './rules/files.ts';
import { checkGallery } from './rules/gallery.ts';
import { createInterfaceCheck } from './rules/interface.ts';
import { checkLinks } from './rules/links.ts';
import { createMarkupCheck } from './rules/markup.ts';
import { checkMedia } from './rules/media.ts';
import { checkQuizzes } from './rules/quizzes.ts';
import { createReadingCheck } from './rules/reading.ts';
import { checkReferences } from './rules/references.ts';
import { checkSectionIds } from './rules/section-ids.ts';
import { checkSkills } from './rules/skills.ts';
import { checkTeaching } from './rules/teaching.ts';
import { checkFilled } from './rules/to-fill.ts';
import { createTranslationCheck } from './rules/translations.ts';
import { createWordCheck } from './check-words.ts';
import { surveyContent } from './survey.ts';

/** The CLDR plural categories of a language, from an adapter with full locale data. */
type PluralCategories = (locale: Locale) => string[];

/**
 * Everything that is wrong with the content: what its readers have found file by file, and what shows only when files
 * are compared or words are looked at. Sorted by file, line and column.
 */
export function checkContent(reading: ContentReading, pluralCategories: PluralCategories): Problem[] {
  return createContentChecker(pluralCategories)(reading);
}

/**
 * A check that remembers what it has found in pages: asked again after a change, it looks at the words of the changed
 * pages only. A page has not changed where its reading is the same object.
 */
export function createContentChecker(pluralCategories: PluralCategories): (reading: ContentReading) => Problem[] {
  const checkWords = createWordCheck();
  const checkMarkup = createMarkupCheck();
  const checkTranslations = createTranslationCheck();
  const checkInterface = createInterfaceCheck(pluralCategories);
  const checkReading = createReadingCheck();
  return (reading) => {
    const survey = surveyContent(reading);
    return sortProblems(
      withoutNoise([
        ...reading.problems,
        ...checkFiles(survey),
        ...checkExercises(survey),
        ...checkGallery(survey),
        ...checkQuizzes(survey),
        ...checkSectionIds(survey),
        ...checkCourseChecks(survey),
        ...checkReferences(survey),
        ...checkLinks(survey),
        ...checkMarkup(survey),
        ...checkMedia(survey),
        ...checkTranslations(survey),
        ...checkCoverage(survey),
        ...checkInterface(survey),
        ...checkTeaching(survey),
        ...checkFilled(survey),
        ...checkSkills(survey),
        ...checkReading(survey),
        ...checkWords(survey),
      ]),
    );
  };
}

/** A file that is not text gives hundreds of follow-up problems; a fault found on two ways is told once. */
function withoutNoise(problems: readonly Problem[]): Problem[] {
  const unreadable = new Set(problems.filter(({ rule }) => isFatal(rule)).map(({ file }) => file));
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const identity = [problem.file, problem.line, problem.column, problem.rule, problem.message].join('\n');
    const repeated = seen.has(identity);
    seen.add(identity);
    return !repeated && (isFatal(problem.rule) || !unreadable.has(problem.file));
  });
}

function isFatal(rule: string): boolean {
  return rule === 'not-utf8' || rule === 'file-empty';
}
