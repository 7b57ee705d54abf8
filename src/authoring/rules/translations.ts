import { errorAt, keyOf, partIdsOf, type Exercise } from '#exercise';
import type { BodyReading } from '#course';
import { suggestName, type Place, type Problem } from '#problem';
import { createKeep } from '../keep.ts';
import { compareHeadings } from './translated-headings.ts';
import { compareMentions } from './translated-mentions.ts';
import { startOf, type PageReading, type PageSet, type Survey } from '../survey.ts';

/**
 * Reports translations that differ from their source in what must be equal: headings, exercises, parts and keys. What
 * was found between two versions is kept until one of them changes.
 */
export function createTranslationCheck(): (survey: Survey) => Problem[] {
  const keep = createKeep<PageReading, readonly Problem[]>();
  return ({ pages }) =>
    pages.flatMap((page) => {
      const source = page.versions[page.source];
      const translations = Object.values(page.versions).filter((version) => version !== source);
      return [
        ...(source ? sourceState(source) : []),
        ...translations.flatMap((translation) => [
          ...missingState(translation, page),
          ...(source ? keep(translation, source, () => compareVersions(source, translation)) : []),
        ]),
      ];
    });
}

function compareVersions(source: PageReading, translation: PageReading): Problem[] {
  return source.body && translation.body ? compare(source, source.body, translation.body, translation.file) : [];
}

function sourceState({ frontMatter, yaml, file }: PageReading): Problem[] {
  if (!frontMatter?.translation) return [];
  return [
    errorAt(yaml?.placeOf(['translation']) ?? startOf(file), 'translation-state-in-source', {
      message: 'This file is the source, so it has no state of translation.',
      hint: 'Remove `translation:` and the line below it, or let `check --fix` remove them.',
    }),
  ];
}

function missingState({ frontMatter, file }: PageReading, { source }: PageSet): Problem[] {
  if (!frontMatter || frontMatter.translation) return [];
  return [
    errorAt(startOf(file), 'translation-state-missing', {
      message: `This is a translation (the source is ${source}.mdx), and nothing says whether a person has reviewed it.`,
      hint: 'Add to the front matter `translation:` and below it, indented by two spaces, `state: machine-draft` (or in-review, reviewed).',
    }),
  ];
}

function compare(source: PageReading, original: BodyReading, translated: BodyReading, file: string): Problem[] {
  const problems = [
    ...compareHeadings(source.file, original, translated, file),
    ...compareExercises(source.file, original, translated, file),
  ];
  // Where a whole section or exercise is missing, so is what stands in it.
  return problems.length ? problems : compareMentions(original, translated, file);
}

function compareExercises(sourceFile: string, original: BodyReading, translated: BodyReading, file: string): Problem[] {
  const wanted = original.drafts.map((draft) => draft.id).filter(Boolean);
  const given = translated.drafts.map((draft) => draft.id).filter(Boolean);
  // An exercise without id has a problem of its own, and may well be the one looked for.
  const mayBe = ({ drafts }: BodyReading, component: string) =>
    drafts.some((draft) => !draft.id && draft.component === component);
  const missing = original.drafts.filter(
    ({ id, component }) => id && !given.includes(id) && !mayBe(translated, component),
  );
  const problems = missing.map(({ id, component, place }) =>
    errorAt(placeForMissing(id, original, translated, file), 'translation-exercise-missing', {
      message: `The exercise "${id}" of the source (${place.file}:${place.line}) is missing in this language.`,
      hint: `Add \`<${component} id="${id}">\` where the source has it.`,
    }),
  );
  for (const { id, component, place } of translated.drafts) {
    if (!id || wanted.includes(id) || mayBe(original, component)) continue;
    const near = suggestName(
      id,
      missing.map((draft) => draft.id),
    );
    problems.push(
      errorAt(place, 'translation-exercise-unknown', {
        message: `The source (${sourceFile}) has no exercise "${id}". Ids are not translated.`,
        hint: near
          ? `Did you mean \`id="${near}"\`?`
          : 'Give it the id it has in the source, or add it to the source and to every language.',
      }),
    );
  }
  return [...problems, ...compareOrder(wanted, given, translated), ...comparePairs(original, translated)];
}

/** A missing exercise is named where the one that follows it in the source stands, or at the file's last heading. */
function placeForMissing(id: string, original: BodyReading, translated: BodyReading, file: string): Place {
  const at = original.drafts.findIndex((draft) => draft.id === id);
  for (const next of original.drafts.slice(at + 1)) {
    const there = translated.drafts.find((draft) => draft.id === next.id);
    if (there) return there.place;
  }
  return translated.sections.at(-1)?.place ?? startOf(file);
}

function compareOrder(wanted: readonly string[], given: readonly string[], translated: BodyReading): Problem[] {
  const common = given.filter((id) => wanted.includes(id));
  const expected = wanted.filter((id) => given.includes(id));
  const at = common.findIndex((id, index) => id !== expected[index]);
  const draft = translated.drafts.find(({ id }) => id === common[at]);
  if (at < 0 || !draft || common.length !== expected.length) return [];
  return [
    errorAt(draft.place, 'translation-exercise-order', {
      message: `Here the source has the exercise "${expected[at]}", and the translation "${draft.id}".`,
      hint: 'Put the exercises in the order of the source.',
    }),
  ];
}

function comparePairs(original: BodyReading, translated: BodyReading): Problem[] {
  return translated.exercises.flatMap((exercise) => {
    const source = original.exercises.find(({ id }) => id && id === exercise.id);
    return source ? compareExercise(source, exercise) : [];
  });
}

function compareExercise(source: Exercise, exercise: Exercise): Problem[] {
  const at = `${source.place.file}:${source.place.line}`;
  const { id, place } = exercise;
  if (source.type !== exercise.type) {
    return [
      errorAt(place, 'translation-type', {
        message: `The exercise "${id}" is of type ${exercise.type} here and of type ${source.type} in the source (${at}).`,
        hint: 'Use the component of the source.',
      }),
    ];
  }
  const wanted = partIdsOf(source);
  const given = partIdsOf(exercise);
  // A part without an id has a problem of its own.
  if ([...wanted, ...given].includes('')) return compareSettings(source, exercise, at);
  if (wanted.join('\n') !== given.join('\n')) {
    return [
      errorAt(place, 'translation-parts', {
        message: `The parts of "${id}" are not those of the source (${at}): ${describeDifference(wanted, given)}. Answers are kept by these ids.`,
        hint: 'Give each part the id it has in the source; only words are translated.',
      }),
    ];
  }
  const problems = compareSettings(source, exercise, at);
  if (keyOf(source) === keyOf(exercise)) return problems;
  return [
    errorAt(place, 'translation-key', {
      message: `The right answer of "${id}" is not that of the source (${at}), so one of the two languages teaches the wrong thing.`,
      hint: 'Mark the same ids with `[x]`, put the same items in the same groups and the same steps in the same order, and use the same attributes.',
    }),
    ...problems,
  ];
}

function describeDifference(wanted: readonly string[], given: readonly string[]): string {
  const name = (ids: readonly string[]) => ids.map((id) => `[${id}]`).join(', ');
  const missing = wanted.filter((id) => !given.includes(id));
  const extra = given.filter((id) => !wanted.includes(id));
  const said = [missing.length ? `${name(missing)} missing` : '', extra.length ? `${name(extra)} unknown` : ''];
  return said.filter(Boolean).join(', ') || `${given.length} in place of ${wanted.length}`;
}

function compareSettings(source: Exercise, exercise: Exercise, at: string): Problem[] {
  const differing = [
    source.attempts === exercise.attempts ? '' : 'attempts',
    source.ungraded === exercise.ungraded ? '' : 'ungraded',
    source.invented === exercise.invented ? '' : 'invented',
    source.confidence === exercise.confidence ? '' : 'confidence',
    source.see === exercise.see ? '' : 'see',
    source.skills.join(' ') === exercise.skills.join(' ') ? '' : 'skills',
    source.hints.length === exercise.hints.length ? '' : 'the number of hints',
  ].filter(Boolean);
  if (!differing.length) return [];
  return [
    errorAt(exercise.place, 'translation-settings', {
      message: `In "${exercise.id}" something differs from the source (${at}) that is the same in every language: ${differing.join(', ')}.`,
      hint: 'Copy the attributes of the source and translate only the text of its hints, or let `check --fix` copy them.',
    }),
  ];
}
