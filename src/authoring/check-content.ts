import type { ContentReading } from '#course';
import type { Locale } from '#language';
import { sortProblems, type Problem } from '#problem';

export function checkContent(reading: ContentReading, _pluralCategories: (locale: Locale) => string[]): Problem[] {
  return sortProblems(reading.problems);
}
