import { errorAt } from '#exercise';
import type { Problem } from '#problem';
import type { Survey } from '../survey.ts';

/**
 * Reports exercises and quizzes whose id is the anchor of a section of the same page: an address can name one of the two
 * only, and HTML wants each id once (HTML 3.2.6). Ids and anchors are the source's in every language: one report is enough.
 */
export function checkSectionIds({ pages }: Survey): Problem[] {
  return pages.flatMap(({ source, versions }) => {
    const { sections = [], exercises = [], quizzes = [] } = versions[source]?.body ?? {};
    return [...exercises, ...quizzes].flatMap(({ id, place }) => {
      const section = sections.find(({ depth, anchor }) => depth > 0 && anchor === id);
      if (!id || !section) return [];
      return errorAt(place, 'id-of-section', {
        message: `"${id}" is also the address of the section "${section.heading}" in line ${section.place.line}, so a link could not tell them apart.`,
        hint: `Give it another id, in every language: \`id="${id}-here"\`, or a word for what it asks.`,
      });
    });
  });
}
