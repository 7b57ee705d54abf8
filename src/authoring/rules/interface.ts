import { errorAt } from '#exercise';
import { fallbackLocale, type Locale } from '#language';
import { suggestName, type Problem } from '#problem';
import { createKeepLast } from '../keep.ts';
import { readCatalogue, splitPlural, type CatalogueReading } from '../catalogue.ts';
import { startOf, type Survey } from '../survey.ts';

const sourceFile = `interface/${fallbackLocale}.json`;
const descriptionsFile = 'interface/descriptions.json';

/**
 * Reports interface catalogues that differ from the source's: keys, plural forms and placeholders; and words without
 * a description for translators. What was found is kept until a catalogue changes.
 *
 * @param pluralCategories the CLDR categories of a language, from an adapter with full locale data
 */
export function createInterfaceCheck(
  pluralCategories: (locale: Locale) => string[],
): (survey: Survey) => readonly Problem[] {
  const keep = createKeepLast<readonly Problem[]>();
  return (survey) => {
    const catalogues = [...survey.texts].filter(([file]) => file.startsWith('interface/')).flat();
    return keep([...catalogues, ...survey.languages], () => checkInterface(survey, pluralCategories));
  };
}

function checkInterface(survey: Survey, pluralCategories: (locale: Locale) => string[]): Problem[] {
  const { texts, languages } = survey;
  const read = (file: string) => {
    const text = texts.get(file);
    return text === undefined ? null : readCatalogue(file, text, (offset) => survey.placeAt(file, offset));
  };
  const source = read(sourceFile);
  if (!source) return [missingCatalogue(sourceFile)];
  const problems = [...source.problems, ...checkPlurals(source, source, pluralCategories(fallbackLocale))];
  for (const locale of languages) {
    const file = `interface/${locale}.json`;
    if (file === sourceFile) continue;
    const catalogue = read(file);
    if (!catalogue) problems.push(missingCatalogue(file));
    else if (catalogue.entries)
      problems.push(...catalogue.problems, ...compare(source, catalogue, pluralCategories(locale)));
    else problems.push(...catalogue.problems);
  }
  return [...problems, ...checkDescriptions(source, read(descriptionsFile))];
}

function missingCatalogue(file: string): Problem {
  return errorAt(startOf(file), 'interface-missing', {
    message: `${file} does not exist, so the buttons and labels of this language would be missing.`,
    hint: file === sourceFile ? 'Write the interface’s words there.' : `Translate ${sourceFile} to it.`,
  });
}

function compare(source: CatalogueReading, catalogue: CatalogueReading, categories: readonly string[]): Problem[] {
  if (!source.entries || !catalogue.entries) return [];
  const wanted = [...source.entries.keys()].filter((key) => !isPlural(key, source));
  const problems = wanted
    .filter((key) => !catalogue.entries?.has(key))
    .map((key) => missingKey(catalogue.file, key, source.entries?.get(key)?.text ?? ''));
  for (const [key, entry] of catalogue.entries) {
    const { base, category } = splitPlural(key);
    if (source.entries.has(key) && !isPlural(key, source)) {
      problems.push(...comparePlaceholders(key, source.entries.get(key)?.text ?? '', entry));
    } else if (category && pluralBases(source).has(base)) {
      problems.push(...comparePluralForm(source, { base, category, entry, categories }));
    } else problems.push(unknownKey(key, entry, wanted));
  }
  return [...problems, ...checkPlurals(source, catalogue, categories)];
}

type Entry = { readonly text: string; readonly place: Problem | { file: string; line: number; column: number } };

function pluralBases({ entries }: CatalogueReading): Set<string> {
  const keys = [...(entries?.keys() ?? [])].map(splitPlural);
  // `_other` exists in every language, so only a key that has it is counted; `step_one` alone is a name.
  return new Set(keys.filter(({ category }) => category === 'other').map(({ base }) => base));
}

function isPlural(key: string, source: CatalogueReading): boolean {
  const { base, category } = splitPlural(key);
  return category !== null && pluralBases(source).has(base);
}

/** Reports forms of counted phrases that the language needs and the catalogue lacks. */
function checkPlurals(
  source: CatalogueReading,
  { file, entries }: CatalogueReading,
  categories: readonly string[],
): Problem[] {
  if (!entries) return [];
  return [...pluralBases(source)].flatMap((base) => {
    const missing = categories.filter((category) => !entries.has(`${base}_${category}`));
    if (!missing.length) return [];
    return errorAt(entries.get(`${base}_other`)?.place ?? startOf(file), 'interface-plural-missing', {
      message: `The counted phrase "${base}" lacks ${missing.map((category) => `"${base}_${category}"`).join(', ')}, which this language needs for some numbers.`,
      hint: `Add ${missing.map((category) => `\`"${base.split('.').at(-1)}_${category}": "…"\``).join(', ')} beside its other forms.`,
    });
  });
}

function comparePluralForm(
  source: CatalogueReading,
  {
    base,
    category,
    entry,
    categories,
  }: { base: string; category: string; entry: Entry; categories: readonly string[] },
): Problem[] {
  // i18next takes `_zero` in every language.
  if (!categories.includes(category) && category !== 'zero') {
    return [
      errorAt(entry.place, 'interface-key-unknown', {
        message: `This language has no plural form "${category}", so these words would never be shown.`,
        hint: `Its forms are: ${categories.join(', ')}. Remove \`${base.split('.').at(-1)}_${category}\`.`,
      }),
    ];
  }
  // "one" means the number 1 alone where there is no "few"; elsewhere it holds 21 and 31 too, and needs the number.
  const mayOmitCount = category === 'zero' || (category === 'one' && !categories.includes('few'));
  const original = source.entries?.get(`${base}_other`)?.text ?? '';
  return comparePlaceholders(`${base}_${category}`, original, entry, mayOmitCount ? ['count'] : []);
}

function comparePlaceholders(
  key: string,
  original: string,
  { text, place }: Entry,
  optional: readonly string[] = [],
): Problem[] {
  const wanted = placeholdersOf(original).filter((name) => !optional.includes(name));
  const given = placeholdersOf(text).filter((name) => !optional.includes(name));
  if (wanted.join('\n') === given.join('\n')) return [];
  const write = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join(', ') || 'no placeholder';
  return [
    errorAt(place, 'interface-placeholder', {
      message: `"${key}" has ${write(given)} where the source has ${write(wanted)}. What stands in braces is a name for the program and is not translated.`,
      hint: `Use ${write(wanted)}, where the sentence needs it: "${original}".`,
    }),
  ];
}

function placeholdersOf(text: string): string[] {
  const names = [...text.matchAll(/\{\{-?\s*([^{},\s]+)[^{}]*\}\}|\$t\(([^),]+)/gu)].map(
    ([, name, key]) => name ?? `$t(${key})`,
  );
  return [...new Set(names)].sort();
}

function missingKey(file: string, key: string, original: string): Problem {
  return errorAt(startOf(file), 'interface-key-missing', {
    message: `The key "${key}" is missing, so its words would be missing on the page.`,
    hint: `Translate "${original}" and add it under \`${key}\`.`,
  });
}

function unknownKey(key: string, { place }: Entry, known: readonly string[]): Problem {
  const near = suggestName(key, known);
  return errorAt(place, 'interface-key-unknown', {
    message: `The source has no key "${key}", so these words would never be shown.`,
    hint: near ? `Did you mean \`${near}\`?` : `Remove it, or add it to ${sourceFile} first.`,
  });
}

function checkDescriptions(source: CatalogueReading, descriptions: CatalogueReading | null): Problem[] {
  if (!source.entries) return [];
  const bases = new Map(
    [...source.entries].map(([key, entry]) => [isPlural(key, source) ? splitPlural(key).base : key, entry]),
  );
  if (descriptions && !descriptions.entries) return [...descriptions.problems];
  const described = descriptions?.entries ?? new Map<string, Entry>();
  const missing = [...bases]
    .filter(([key]) => !described.has(key))
    .map(([key, { text, place }]) =>
      errorAt(place, 'interface-description-missing', {
        message: `Nothing tells translators where "${text}" stands and what it is for.`,
        hint: `Add \`"${key}": "…"\` to ${descriptionsFile}.`,
      }),
    );
  const unknown = [...described]
    .filter(([key]) => !bases.has(key))
    .map(([key, entry]) => unknownKey(key, entry, [...bases.keys()]));
  return [...(descriptions?.problems ?? []), ...missing, ...unknown];
}
