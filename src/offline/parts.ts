/**
 * What can be kept is cut into parts that share no file, so that the size of any choice is a sum and nothing is fetched
 * twice: what every page needs, a language's own pages, a course's media, and a course in a language.
 */
export type PartId = string;

/** A course in a language: what a learner chooses. */
export interface Choice {
  readonly course: string;
  readonly locale: string;
}

/** Scripts, styles and icons, and in each language the page that says what is kept. */
export const commonPart: PartId = 'common';

/** The face that readers can choose; kept for those who have. */
export const fontsPart: PartId = 'fonts';

/** A language's pages that belong to no course, its words and its search index. */
export function localePart(locale: string): PartId {
  return `locale/${locale}`;
}

/** Pictures, films and recordings, which the languages of a course share. */
export function mediaPart(course: string): PartId {
  return `media/${course}`;
}

/** The pages of a course in one language. */
export function coursePart({ course, locale }: Choice): PartId {
  return `course/${course}/${locale}`;
}

/**
 * The parts that choices are made of, without repetition.
 *
 * @param extras parts that the learner wants beside them, such as the fonts; alone they are nothing to keep
 */
export function partsOf(choices: readonly Choice[], extras: readonly PartId[] = []): PartId[] {
  const parts = choices.flatMap((choice) => [
    commonPart,
    localePart(choice.locale),
    mediaPart(choice.course),
    coursePart(choice),
  ]);
  return [...new Set([...parts, ...(parts.length > 0 ? extras : [])])];
}

/** True for two names of the same course in the same language. */
export function isSameChoice(a: Choice, b: Choice): boolean {
  return a.course === b.course && a.locale === b.locale;
}

/** The choices of all lists, each once. */
export function uniteChoices(...lists: readonly (readonly Choice[])[]): Choice[] {
  const united: Choice[] = [];
  for (const { course, locale } of lists.flat())
    if (!united.some((known) => isSameChoice(known, { course, locale }))) united.push({ course, locale });
  return united;
}

/** Where a site says what it publishes, from its base. */
export const releaseFile = 'offline/release.json';

/** Where a site lists the files of a part, from its base. */
export function listFile(part: PartId): string {
  return `offline/${part}.json`;
}
