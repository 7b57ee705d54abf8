import { adviceAt, errorAt } from '#exercise';
import { fallbackLocale } from '#language';
import type { Problem } from '#problem';
import { startOf, type Survey } from '../survey.ts';

/** Advises on pages and terms that a language of the site does not have yet; the source stands in for them. */
export function checkCoverage({ pages, content, languages }: Survey): Problem[] {
  const missingPages = pages.flatMap(({ kind, folder, source, versions }) => {
    const missing = languages.filter((locale) => !versions[locale]);
    const file = versions[source]?.file;
    // A page without its source has an error of its own.
    return missing.length && file
      ? [adviceAt(startOf(file), 'translation-missing', missingWords(kind, missing, folder))]
      : [];
  });
  const terms = [...(content?.glossary ?? [])].flatMap(([id, term]) => {
    const file = `glossary/${id}.yaml`;
    if (!term[fallbackLocale]) return [errorAt(startOf(file), 'term-without-source', fallbackWords(id))];
    const missing = languages.filter((locale) => !term[locale]);
    return missing.length ? [adviceAt(startOf(file), 'translation-missing', missingTermWords(id, missing))] : [];
  });
  return [...missingPages, ...terms];
}

function missingWords(kind: string, missing: readonly string[], folder: string): { message: string; hint: string } {
  return {
    message: `This ${kind === 'gallery' ? 'example' : kind === 'check' ? 'form of the check' : kind} does not exist yet in ${missing.join(', ')}; readers see it in the source language, with a notice.`,
    hint: `Translate it to ${missing.map((locale) => `${folder}/${locale}.mdx`).join(', ')}.`,
  };
}

function missingTermWords(id: string, missing: readonly string[]): { message: string; hint: string } {
  return {
    message: `The term "${id}" does not exist yet in ${missing.join(', ')}; readers see its definition in English.`,
    hint: `Add \`${missing[0]}: { term: …, definition: …, state: machine-draft }\`.`,
  };
}

function fallbackWords(id: string): { message: string; hint: string } {
  return {
    message: `The term "${id}" has no "${fallbackLocale}", which stands in for every language it lacks.`,
    hint: `Add \`${fallbackLocale}:\` with \`term:\` and \`definition:\`.`,
  };
}
