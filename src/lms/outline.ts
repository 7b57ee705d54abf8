import { fullLessonId, isCounted, type Course, type LessonEntry, type Module } from '#course';
import { interactionOf, isScored, signatureOf, solveExercise, type InteractionType, type Response } from '#exercise';
import { answerWords } from './answer-words.ts';

/** A module as far as a learning platform is told of it: the same in every language, without a word of its texts. */
export interface ModuleOutline {
  /** course/module */
  readonly id: string;
  /** The share of the exercises to answer, and of their points to reach, from 0 to 1; 0 asks for nothing. */
  readonly rules: { readonly answered: number; readonly score: number };
  readonly lessons: readonly LessonOutline[];
}

export interface LessonOutline {
  /** course/module/lesson */
  readonly id: string;
  /** Anchors of its sections, the source language's. */
  readonly anchors: readonly string[];
  readonly exercises: readonly ExerciseOutline[];
}

export interface ExerciseOutline {
  /** Unique in its lesson. */
  readonly id: string;
  readonly signature: string;
  /** False for a warm-up question. */
  readonly counted: boolean;
  /** False for what has no points, such as a text of one's own. */
  readonly scored: boolean;
  readonly skills: readonly string[];
  /** Null for what no platform is told of. */
  readonly type: InteractionType | null;
  /** A set of posts to tell apart: each is told of for itself. */
  readonly apart: boolean;
  /** What answers are made of, those that name a part to be answered first. */
  readonly words: readonly string[];
  /** How many of the words name such a part. */
  readonly named: number;
  /** An answer that earns everything; null where there are many, such as numbers within a range. */
  readonly key: Response | null;
}

/** Lessons that are only announced are not in it. */
export function moduleOutline({ completion }: Course, { course, id, lessons }: Module): ModuleOutline {
  const { answered, score } = completion;
  return { id: `${course}/${id}`, rules: { answered, score }, lessons: lessons.flatMap(lessonOutline) };
}

function lessonOutline(entry: LessonEntry): LessonOutline[] {
  const lesson = entry.versions[entry.source];
  if (!lesson) return [];
  return [
    {
      id: fullLessonId(entry),
      anchors: lesson.sections.map(({ anchor }) => anchor),
      exercises: lesson.exercises.map((exercise) => {
        const type = interactionOf(exercise);
        const isOpen = type === null || type === 'numeric' || type === 'fill-in' || type === 'likert';
        return {
          id: exercise.id,
          signature: signatureOf(exercise),
          counted: isCounted(exercise),
          scored: isScored(exercise),
          skills: exercise.skills.length ? exercise.skills : entry.skills,
          type,
          apart: exercise.type === 'headline-sort',
          ...answerWords(exercise),
          key: isOpen ? null : solveExercise(exercise),
        };
      }),
    },
  ];
}
