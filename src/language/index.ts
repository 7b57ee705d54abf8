export { fallbackLocale, isLocale, languages, localeTags, type LanguageDefinition, type Locale } from './registry.ts';
export { foldAnswer, foldText, lowerCase, mendUzbekApostrophes, mixesScripts, splitWords, type Word } from './text.ts';
