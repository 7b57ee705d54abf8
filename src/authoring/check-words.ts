import type { Problem } from '#problem';
import { createKeep, createKeepLast } from './keep.ts';
import { gatherLoosePassages, gatherPagePassages, type Passage } from './passages.ts';
import { checkAvoidedTerms, openTermSearch } from './rules/avoided-terms.ts';
import { checkFileCharacters } from './rules/characters.ts';
import { checkApostrophes, checkScripts } from './rules/wording.ts';
import type { PageReading, Survey } from './survey.ts';

/**
 * The rules that look at letters and words, which is most of the work of a check: kept page by page, and for terms and
 * the interface together.
 */
export function createWordCheck(): (survey: Survey) => Problem[] {
  const keep = createKeep<PageReading, readonly Problem[]>();
  const keepLoose = createKeepLast<readonly Problem[]>();
  return (survey) => {
    const search = openTermSearch(survey);
    const check = (passages: readonly Passage[]) => [
      ...checkScripts(survey, passages),
      ...checkApostrophes(survey, passages),
      ...checkAvoidedTerms(survey, passages, search),
    ];
    const { readings } = survey.reading;
    const found = [...survey.texts].flatMap(([file, text]) => {
      const page = readings.get(file);
      if (!page) return checkFileCharacters(survey, file, text);
      return keep(page, search.identityOf(page.locale), () => [
        ...checkFileCharacters(survey, file, text),
        ...check(gatherPagePassages(page, text)),
      ]);
    });
    const loose = [...survey.texts].filter(([file]) => isLoose(file)).flat();
    return [...found, ...keepLoose([...loose, survey.content === null], () => check(gatherLoosePassages(survey)))];
  };
}

/** Terms and the interface; the forms to avoid stand in the terms themselves. */
function isLoose(file: string): boolean {
  return file.startsWith('glossary/') || file.startsWith('interface/');
}
