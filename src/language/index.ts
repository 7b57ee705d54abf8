export { analyse, analyseWords, type SearchWord } from './analyse.ts';
export { fallbackLocale, isLocale, languages, localeTags, type LanguageDefinition, type Locale } from './registry.ts';
export {
  foldAnswer,
  foldText,
  lowerCase,
  mendUzbekApostrophes,
  mixesScripts,
  splitWords,
  upperCase,
  type Word,
} from './text.ts';
