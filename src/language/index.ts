export {
  analyseText,
  isSearchLanguage,
  searchKeys,
  searchLanguages,
  type AnalysedWord,
  type SearchLanguage,
} from './analyser/index.ts';
export { isFunctionWord } from './function-words.ts';
export { fallbackLocale, isLocale, languages, localeTags, type LanguageDefinition, type Locale } from './registry.ts';
export { suggestLocale } from './suggest-locale.ts';
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
