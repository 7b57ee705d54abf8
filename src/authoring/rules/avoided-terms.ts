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

/** Advises on words that the glossary asks to avoid, in lessons and pages of that language. */
export function checkAvoidedTerms(survey: Survey, passages: readonly Passage[]): Problem[] {
  const known = new Map<Locale, AvoidedForm[]>();
  return passages
    .filter((passage) => passage.prose && !passage.foreign)
    .flatMap((passage) => {
      const forms = known.get(passage.locale) ?? gatherForms(survey, passage.locale);
      known.set(passage.locale, forms);
      return forms.length ? findForms(survey, passage, forms) : [];
    });
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

function findForms(survey: Survey, passage: Passage, forms: readonly AvoidedForm[]): Problem[] {
  // The id of an option is no word of the language.
  const text = passage.text.replace(/^\[[^\]\n]*\]/u, (id) => ' '.repeat(id.length));
  const found = splitWords(passage.locale, text);
  const words = found.map((word) => foldText(passage.locale, word.text));
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
