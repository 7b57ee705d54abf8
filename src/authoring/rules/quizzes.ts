import type { BodyReading, Quiz } from '#course';
import { adviceAt, errorAt, isScored, type Exercise } from '#exercise';
import { suggestName, type Problem } from '#problem';
import { startOf, type PageSet, type Survey } from '../survey.ts';

/**
 * Reports quizzes that share an id, cannot be scored, or are not the same in all languages; advises on exercises in
 * them that lead nowhere when they were missed.
 */
export function checkQuizzes({ pages }: Survey): Problem[] {
  return pages.flatMap((page) => [
    ...Object.values(page.versions).flatMap(({ body }) => (body ? duplicates(body) : [])),
    ...checkSource(page.versions[page.source]?.body ?? null),
    ...compareVersions(page),
  ]);
}

/** What is the same in all languages: one report is enough. */
function checkSource(body: BodyReading | null): Problem[] {
  return (body?.quizzes ?? []).flatMap((quiz) => {
    const exercises = body ? exercisesOf(quiz, body) : [];
    const withoutPoints = exercises.length > 0 && exercises.every((exercise) => !isScored(exercise));
    return [
      ...(withoutPoints ? [withoutScore(quiz)] : []),
      ...exercises.filter((exercise) => !exercise.see).map(withoutSee),
    ];
  });
}

function exercisesOf(quiz: Quiz, { exercises }: BodyReading): Exercise[] {
  return exercises.filter(({ id }) => id && quiz.exercises.includes(id));
}

function duplicates({ quizzes, drafts }: BodyReading): Problem[] {
  return quizzes.flatMap(({ id, place }, index) => {
    const first = [...quizzes.slice(0, index), ...drafts].find((other) => other.id === id);
    if (!id || !first) return [];
    return errorAt(place, 'quiz-id-duplicate', {
      message: `The id "${id}" stands twice in this lesson (also in line ${first.place.line}). It is the quiz’s address in the page.`,
      hint: `Give the quiz another id, in every language: \`<Quiz id="${id}-quiz" …>\`.`,
    });
  });
}

function withoutScore({ place }: Quiz): Problem {
  return errorAt(place, 'quiz-without-score', {
    message: 'No exercise of this quiz counts: all are ungraded or have no points, so nobody could pass it.',
    hint: 'Take `ungraded` out of at least one exercise, or leave the quiz’s tags out.',
  });
}

function withoutSee({ id, place }: Exercise): Problem {
  return adviceAt(place, 'quiz-exercise-without-see', {
    message: `The exercise "${id}" stands in a quiz and names no section that explains it, so a learner who misses it is led nowhere.`,
    hint: 'Add `see="#anchor"`, or `see="../lesson/#anchor"` for a section of another lesson.',
  });
}

function compareVersions({ source, versions }: PageSet): Problem[] {
  const original = versions[source];
  const originalBody = original?.body;
  if (!originalBody) return [];
  return Object.values(versions)
    .filter((version) => version !== original)
    .flatMap(({ body, file }) => (body ? compareQuizzes(originalBody, body, file) : []));
}

function compareQuizzes(original: BodyReading, translated: BodyReading, file: string): Problem[] {
  const [wanted, given] = [original.quizzes, translated.quizzes];
  // A quiz without an id has a problem of its own, and may well be the one looked for.
  const isUnclear = [...wanted, ...given].some(({ id }) => !id);
  const missing = wanted.filter(({ id }) => !isUnclear && !given.some((quiz) => quiz.id === id));
  return [
    ...missing.map((quiz) => missingQuiz(quiz, translated, file)),
    ...given.flatMap((quiz, index) => {
      // One whose id stood before is reported as such.
      if (given.findIndex(({ id }) => id === quiz.id) !== index) return [];
      const source = wanted.find(({ id }) => id === quiz.id);
      if (source)
        return quiz.id ? [...comparePass(source, quiz), ...compareExercises(source, quiz, original, translated)] : [];
      return isUnclear ? [] : [unknownQuiz(quiz, missing)];
    }),
  ];
}

/** A missing quiz is named where its first exercise stands. */
function missingQuiz({ id, place, exercises }: Quiz, { drafts }: BodyReading, file: string): Problem {
  const first = drafts.find((draft) => draft.id && exercises.includes(draft.id));
  return errorAt(first?.place ?? startOf(file), 'translation-quiz-missing', {
    message: `The quiz "${id}" of the source (${place.file}:${place.line}) is missing in this language.`,
    hint: `Put \`<Quiz id="${id}" title="…">\` and \`</Quiz>\` around the same exercises as in the source.`,
  });
}

function unknownQuiz({ id, place }: Quiz, missing: readonly Quiz[]): Problem {
  const near =
    suggestName(
      id,
      missing.map((quiz) => quiz.id),
    ) ?? (missing.length === 1 ? missing[0]?.id : null);
  return errorAt(place, 'translation-quiz-unknown', {
    message: `The source has no quiz "${id}". Ids are not translated.`,
    hint: near
      ? `Did you mean \`id="${near}"\`?`
      : 'Give it the id it has in the source, or add it to the source and to every language.',
  });
}

function comparePass(source: Quiz, { id, pass, place }: Quiz): Problem[] {
  if (pass === source.pass) return [];
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  return [
    errorAt(place, 'translation-quiz-pass', {
      message: `The quiz "${id}" is passed with ${percent(pass)} here and with ${percent(source.pass)} in the source (${placeIn(source)}).`,
      hint: 'Copy the `pass` of the source, or let `check --fix` copy it; only the title is translated.',
    }),
  ];
}

function compareExercises(source: Quiz, quiz: Quiz, original: BodyReading, translated: BodyReading): Problem[] {
  // An exercise that one of the languages lacks, or has in another place, is reported as such.
  const known = (ids: readonly string[], { drafts }: BodyReading) =>
    ids.filter((id) => id && drafts.some((draft) => draft.id === id));
  const wanted = known(source.exercises, translated);
  const given = known(quiz.exercises, original);
  if ([...wanted].sort().join('\n') === [...given].sort().join('\n')) return [];
  return [
    errorAt(quiz.place, 'translation-quiz-exercises', {
      message: `The quiz "${quiz.id}" holds other exercises than in the source (${placeIn(source)}): there ${wanted.join(', ') || 'none'}, here ${given.join(', ') || 'none'}.`,
      hint: 'Open and close the quiz at the same exercises as in the source.',
    }),
  ];
}

function placeIn({ place }: Quiz): string {
  return `${place.file}:${place.line}`;
}
