import type { LessonEntry } from '#course';
import type { Locale } from '#language';
import { createPageContext, type PageContext } from '../page-context.ts';
import { lessonView, linkTo, type LessonView } from './lesson-view.ts';
import { lessonPaths, type LessonProps } from './static-paths.ts';
import type { PlacedExercise, TextView } from './text-view.ts';

/** What the head of an embedded page says, and what its frame knows it by. */
export interface EmbedMeta {
  readonly title: string;
  readonly description: string;
  readonly kind: 'module' | 'lesson' | 'exercise';
  /** course/module[/lesson[/exercise]] */
  readonly path: readonly string[];
  /** The same page of the site, after the locale, and the place in it. */
  readonly full: { readonly path: readonly string[]; readonly anchor?: string };
  /** Languages in which the page exists. */
  readonly languages: readonly Locale[];
  /** Full ids of the lessons of the module, all of which make it complete. */
  readonly lessons?: readonly string[];
}

/** The context of a page that stands in a frame: what is embedded leads from one page to the next in that frame. */
export function embedContext(locale: Locale): PageContext {
  const context = createPageContext(locale);
  const { links } = context;
  const to = (language: Locale, ...path: readonly string[]) =>
    path.length < 2 ? links.to(language, ...path) : links.file(`embed/${[language, ...path].join('/')}/`);
  return { ...context, links: { ...links, to } };
}

export interface ExerciseProps extends LessonProps {
  readonly exercise: string;
}

type ExerciseParams = { locale: Locale; course: string; module: string; lesson: string; exercise: string };

/** Every exercise in the languages in which its lesson exists. */
export function exercisePaths(): { params: ExerciseParams; props: ExerciseProps }[] {
  return lessonPaths().flatMap(({ params, props }) =>
    (props.entry.versions[params.locale]?.exercises ?? []).map(({ id }) => ({
      params: { ...params, exercise: id },
      props: { ...props, exercise: id },
    })),
  );
}

/** An exercise alone: the text with nothing else in it, so that it brings its own styles and its title stands first. */
export function exerciseAlone(text: TextView, id: string): { text: TextView; placed: PlacedExercise } | null {
  const placed = text.exercises.get(id);
  if (!placed) return null;
  const alone = { ...placed, isAlone: true as const };
  return { placed: alone, text: { ...text, exercises: new Map([[id, alone]]), quizzes: new Map() } };
}

/** Languages in which an exercise has a page of its own. */
export function languagesOfExercise({ versions }: LessonEntry, id: string, all: readonly Locale[]): Locale[] {
  return all.filter((locale) => versions[locale]?.exercises.some((exercise) => exercise.id === id));
}

/** The view of an embedded lesson: what lies beyond its module has not been embedded. */
export function embedLessonView({ module, entry, ...course }: LessonProps, context: PageContext): LessonView | null {
  const view = lessonView({ ...course, module, entry }, context);
  if (!view) return null;
  const at = module.lessons.indexOf(entry);
  const [previous, next] = [module.lessons[at - 1], module.lessons[at + 1]];
  return {
    ...view,
    // The text's own language speaks, and its links stay in the frame.
    text: { ...view.text, context: { ...view.text.context, links: context.links } },
    previous: previous ? linkTo(previous, context) : null,
    next: next ? linkTo(next, context) : null,
  };
}
