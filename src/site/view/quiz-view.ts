import { versionFor, type Content, type LessonEntry, type Quiz } from '#course';
import { addDiscernment, gradeExercise, isScored, signatureOf, type Exercise, type QuizPart } from '#exercise';
import type { Locale } from '#language';
import type { DiscernmentWords, OwnWords } from './exercise-words.ts';
import { exerciseHead } from './exercise-head.ts';
import { preferredLocales } from './preferred-locales.ts';
import type { PlacedExercise, TextView } from './text-view.ts';

/** Where an exercise is explained. */
export interface SeeLink {
  readonly href: string;
  /** The heading of the section; null where it is not known here. */
  readonly section: string | null;
  /** The title of the lesson, where it is another one. */
  readonly lesson: string | null;
}

/** An exercise of a quiz as its summary knows it: by id, with no word of its answer. */
export interface QuizPartProps extends QuizPart {
  readonly fullId: string;
  readonly signature: string;
  readonly title: string;
  readonly see: SeeLink | null;
}

/** The properties of the island that sums a quiz up. */
export interface QuizProps {
  readonly pass: number;
  readonly parts: readonly QuizPartProps[];
  /** Names of the skills; empty where a summary by skill would repeat the total. */
  readonly skills: Readonly<Record<string, string>>;
  readonly words: OwnWords['quiz'];
  readonly discernment: DiscernmentWords;
}

export interface QuizView {
  readonly id: string;
  readonly title: string;
  /** What passing means, in sentences. */
  readonly about: readonly string[];
  readonly summary: QuizProps;
}

/** What stands around the exercises of a quiz. */
export function quizView(quiz: Quiz, text: TextView): QuizView {
  const { own, discernment } = text.words;
  const placed = quiz.exercises.flatMap((id) => text.exercises.get(id) ?? []);
  const scored = placed.map(({ exercise }) => exercise).filter(isScored);
  const parts = placed.map((part) => partOf(part, text));
  const percent = own.quiz.percent.replace('{{score}}', String(Math.round(quiz.pass * 100)));
  return {
    id: quiz.id,
    title: quiz.title,
    about: [
      own.quiz.about.replace('{{count}}', String(scored.length)).replace('{{pass}}', percent),
      ...(hasBothKinds(scored) ? [discernment.rule] : []),
    ],
    summary: { pass: quiz.pass, parts, skills: skillNames(parts, text), words: own.quiz, discernment },
  };
}

function partOf({ exercise, fullId, number }: PlacedExercise, text: TextView): QuizPartProps {
  const lesson = lessonOf(fullId.split('/'), text.context.content);
  return {
    id: exercise.id,
    counts: isScored(exercise),
    skills: exercise.skills.length ? exercise.skills : (lesson?.skills ?? []),
    fullId,
    signature: signatureOf(exercise),
    title: exerciseHead(exercise, number, text.words).title,
    see: exercise.see === null ? null : seeLink(exercise.see, lesson, text),
  };
}

function hasBothKinds(exercises: readonly Exercise[]): boolean {
  const counts = addDiscernment(exercises.flatMap((exercise) => gradeExercise(exercise, null).discernment ?? []));
  return counts.misleading > 0 && counts.sound > 0;
}

function skillNames(parts: readonly QuizPartProps[], { context }: TextView): QuizProps['skills'] {
  const sets = new Set(parts.filter(({ counts }) => counts).map(({ skills }) => [...skills].sort().join(' ')));
  if (sets.size < 2) return {};
  const names: Readonly<Record<string, string>> = context.t('skill', { returnObjects: true });
  const used = parts.flatMap(({ skills }) => skills);
  return Object.fromEntries(used.map((skill) => [skill, names[skill] ?? skill]));
}

function lessonOf([course, module, lesson]: readonly string[], { courses }: Content): LessonEntry | null {
  const modules = courses.find(({ id }) => id === course)?.modules ?? [];
  return modules.find(({ id }) => id === module)?.lessons.find(({ id }) => id === lesson) ?? null;
}

/** @param here the lesson in which the link stands; null for the gallery, all of which is one page */
function seeLink(href: string, here: LessonEntry | null, { context: { content, locale } }: TextView): SeeLink {
  const address = here ? [here.course, here.module, here.id].join('/') : 'exercises';
  const target = new URL(href, `https://site.example/${locale}/${address}/`);
  const lesson = lessonOf(target.pathname.split('/').slice(2), content);
  const version = lesson && shownVersion(lesson, locale);
  const anchor = decodeURIComponent(target.hash.slice(1));
  const section = version?.sections.find((part) => anchor !== '' && part.anchor === anchor);
  return {
    href,
    section: section?.heading ?? version?.title ?? null,
    lesson: section && lesson !== here ? (version?.title ?? null) : null,
  };
}

function shownVersion({ versions, source }: LessonEntry, locale: Locale) {
  return versionFor(versions, preferredLocales(locale, source))?.value ?? null;
}
