import type { Citation, Mention, Quiz, Section, SourceFile } from '#course';
import type { Exercise } from '#exercise';
import type { Locale } from '#language';
import type { IslandWords } from '../islands/words.ts';
import { createPageContext, type PageContext } from '../page-context.ts';
import { exerciseWordsFor, islandWordsFor, type ExerciseWords } from './exercise-words.ts';
import { termView, type TermView } from './term-view.ts';

/** A cited work as its text numbers it. */
export interface NumberedSource {
  readonly number: number;
  readonly id: string;
  readonly work: SourceFile;
}

/** An exercise where it stands in a lesson. */
export interface PlacedExercise {
  readonly exercise: Exercise;
  readonly number: number;
  /** course/module/lesson/exercise, or gallery/kind/exercise */
  readonly fullId: string;
  /** It stands in a quiz. */
  readonly inQuiz: boolean;
  /** It is all that the page shows. */
  readonly isAlone?: true;
}

/** What the components inside a text written in Markdown look themselves up in. */
export interface TextView {
  /** The context of the text's own language, which differs from the page's where the text is borrowed. */
  readonly context: PageContext;
  readonly file: string;
  readonly terms: ReadonlyMap<string, TermView>;
  readonly sources: readonly NumberedSource[];
  /** The anchor of each heading by the slug that the Markdown compiler gives it. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly exercises: ReadonlyMap<string, PlacedExercise>;
  readonly quizzes: ReadonlyMap<string, Quiz>;
  readonly words: ExerciseWords;
  readonly islandWords: IslandWords;
  /** An element id that no other element of the page has. */
  uniqueId(name: string): string;
}

/** The parts of a lesson or page of prose that its text refers to. */
export interface TextParts {
  readonly file: string;
  readonly locale: Locale;
  readonly sections: readonly Section[];
  readonly exercises: readonly Exercise[];
  readonly quizzes: readonly Quiz[];
  readonly terms: readonly Mention[];
  readonly citations: readonly Citation[];
}

/** @param owner what the full ids of its exercises begin with: course/module/lesson; empty for a text without exercises */
export function textView(parts: TextParts, owner: string): TextView {
  const context = createPageContext(parts.locale);
  const used = new Map<string, number>();
  return {
    context,
    file: parts.file,
    terms: new Map(parts.terms.map(({ id }) => [id, termView(id, parts.locale, context)])),
    sources: numberSources(parts.citations, context),
    anchors: new Map(parts.sections.map((section) => [section.slug, section.anchor])),
    exercises: new Map(
      parts.exercises.map((exercise, index) => [
        exercise.id,
        {
          exercise,
          number: index + 1,
          fullId: `${owner}/${exercise.id}`,
          inQuiz: parts.quizzes.some((quiz) => quiz.exercises.includes(exercise.id)),
        },
      ]),
    ),
    quizzes: new Map(parts.quizzes.map((quiz) => [quiz.id, quiz])),
    words: exerciseWordsFor(parts.locale),
    islandWords: islandWordsFor(parts.locale),
    uniqueId: (name) => {
      const count = (used.get(name) ?? 0) + 1;
      used.set(name, count);
      return `${name}-${count}`;
    },
  };
}

/** Cited works in the order of their first citation. */
function numberSources(citations: readonly Citation[], { content }: PageContext): NumberedSource[] {
  const ids = [...new Set(citations.map((citation) => citation.id))];
  return ids.flatMap((id, index) => {
    const work = content.sources.get(id);
    return work ? [{ number: index + 1, id, work }] : [];
  });
}
