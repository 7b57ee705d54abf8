import { adviceAt } from '#exercise';
import { foldText, splitWords, type Locale } from '#language';
import type { Problem } from '#problem';
import type { Passage } from '../passages.ts';
import type { Survey } from '../survey.ts';

interface AvoidedForm {
  readonly id: string;
  readonly form: readonly string[];
  readonly written: string;
  /** The form to use, and its words. */
  readonly term: string;
  readonly preferred: readonly string[];
}

/** What is looked for in one language. */
interface Search {
  readonly forms: readonly AvoidedForm[];
  /** Folds a word; each is folded once, since a course says the same few thousand words again and again. */
  fold(word: string): string;
}

/** The forms that the glossary asks to avoid, by language. */
export interface TermSearch {
  in(locale: Locale): Search;
  /** A text that is the same as long as the glossary asks for the same. */
  identityOf(locale: Locale): string;
}

export function openTermSearch(survey: Survey): TermSearch {
  const searches = new Map<Locale, Search>();
  const open = (locale: Locale): Search => {
    const search = searches.get(locale) ?? openSearch(survey, locale);
    searches.set(locale, search);
    return search;
  };
  return { in: open, identityOf: (locale) => JSON.stringify(open(locale).forms) };
}

function openSearch(survey: Survey, locale: Locale): Search {
  const folded = new Map<string, string>();
  return {
    forms: gatherForms(survey, locale),
    fold: (word) => {
      const known = folded.get(word) ?? foldText(locale, word);
      folded.set(word, known);
      return known;
    },
  };
}

/** Advises on words that the glossary asks to avoid, in lessons and pages of that language. */
export function checkAvoidedTerms(
  survey: Survey,
  passages: readonly Passage[],
  search: TermSearch = openTermSearch(survey),
): Problem[] {
  return passages
    .filter((passage) => passage.prose && !passage.foreign)
    .flatMap((passage) => findForms(survey, passage, search.in(passage.locale)));
}

function gatherForms({ content }: Survey, locale: Locale): AvoidedForm[] {
  const words = (text: string) => splitWords(locale, text).map((word) => foldText(locale, word.text));
  return [...(content?.glossary ?? [])].flatMap(([id, term]) => {
    const entry = term[locale];
    return (entry?.avoid ?? []).map((written) => ({
      id,
      form: words(written),
      written,
      term: entry?.term ?? '',
      preferred: words(entry?.term ?? ''),
    }));
  });
}

function findForms(survey: Survey, passage: Passage, { forms, fold }: Search): Problem[] {
  if (!forms.length) return [];
  // The id of an option is no word of the language.
  const text = passage.text.replace(/^\[[^\]\n]*\]/u, (id) => ' '.repeat(id.length));
  const found = splitWords(passage.locale, text);
  const words = found.map((word) => fold(word.text));
  return forms.flatMap((avoided) =>
    found.flatMap((word, index) => {
      if (!standsAt(words, index, avoided.form) || isCovered(words, index, avoided)) return [];
      return adviceAt(survey.placeAt(passage.file, passage.start + word.start), 'term-avoided', {
        message: `The glossary asks to avoid "${avoided.written}" (glossary/${avoided.id}.yaml), so that learners meet one word for one thing.`,
        hint: `Write "${avoided.term}".`,
      });
    }),
  );
}

const shortestStem = 5;

/** True where the words of a form stand in a row; the last one may carry a suffix, as words of our languages do. */
function standsAt(words: readonly string[], at: number, form: readonly string[]): boolean {
  return (
    form.length > 0 &&
    form.every((wanted, index) => {
      const word = words[at + index] ?? '';
      const isStem = index === form.length - 1 && wanted.length >= shortestStem;
      return word === wanted || (isStem && word.startsWith(wanted));
    })
  );
}

/** True where the avoided form is only a piece of the preferred one. */
function isCovered(words: readonly string[], at: number, { form, preferred }: AvoidedForm): boolean {
  if (preferred.length < form.length) return false;
  const first = Math.max(0, at - preferred.length + 1);
  return words.slice(first, at + 1).some((_, offset) => {
    const begin = first + offset;
    return begin + preferred.length >= at + form.length && standsAt(words, begin, preferred);
  });
}
