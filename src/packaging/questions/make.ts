import { isScored, type Exercise, type ExerciseKind } from '#exercise';
import { asBlocks, mapElements, markupOf, paragraph, type Markup } from '../markup.ts';
import type { Loss, LossId } from '../losses.ts';
import type { Form, Question, Reason } from '../question.ts';
import { element } from '../xml.ts';
import { draftChecklist, draftChoice, draftHeadlineSort, draftTriage, draftVerdict } from './choices.ts';
import type { Draft, DraftContext } from './draft.ts';
import {
  draftAudienceMap,
  draftCategorise,
  draftCorrectIt,
  draftGap,
  draftMatch,
  draftMessageHouse,
  draftOrder,
} from './matches.ts';
import { draftImageLab, draftLateralRead } from './simulations.ts';
import { draftHighlight, draftPostEdit } from './spans.ts';
import { draftBranch } from './stories.ts';
import { draftRate, draftReflect, draftShortAnswer } from './texts.ts';

interface Maker<Kind extends Exercise> {
  readonly draft: (exercise: Kind, context: DraftContext) => Draft[];
  /** What no question bank carries of this type. */
  readonly loses?: readonly LossId[];
}

/** How each type of exercise becomes questions; a new type is one more line. */
const makers: { readonly [Kind in ExerciseKind]: Maker<Extract<Exercise, { type: Kind }>> } = {
  choice: { draft: draftChoice },
  verdict: { draft: draftVerdict },
  'headline-sort': { draft: draftHeadlineSort, loses: ['both-kinds'] },
  rate: { draft: draftRate },
  highlight: { draft: draftHighlight },
  'lateral-read': { draft: draftLateralRead, loses: ['search'] },
  'image-lab': { draft: draftImageLab, loses: ['tools'] },
  checklist: { draft: draftChecklist },
  match: { draft: draftMatch },
  categorise: { draft: draftCategorise },
  order: { draft: draftOrder },
  triage: { draft: draftTriage },
  branch: { draft: draftBranch, loses: ['story'] },
  'message-house': { draft: draftMessageHouse, loses: ['house'] },
  'audience-map': { draft: draftAudienceMap },
  gap: { draft: draftGap },
  'correct-it': { draft: draftCorrectIt, loses: ['correct-order'] },
  'short-answer': { draft: draftShortAnswer },
  reflect: { draft: draftReflect, loses: ['self-rating'] },
  'post-edit': { draft: draftPostEdit, loses: ['mending'] },
};

/** The lesson in which an exercise stands, as far as its questions speak of it. */
export interface LessonContext extends DraftContext {
  /** course/module/lesson */
  readonly lesson: string;
  /** Its number in the course and its title, for the names of questions. */
  readonly heading: string;
  readonly tags: readonly string[];
  /** Id of the set in which the exercise stands; null where it stands alone. */
  readonly quiz: string | null;
  /** Says where the question comes from and under which licence: stands below every question's reasons. */
  readonly source: Markup;
  /** The whole address of a link that stands in the lesson. */
  resolve(href: string): string;
}

/** The questions that an exercise makes, and what is lost whatever the format. */
export function makeQuestions(
  exercise: Exercise,
  number: number,
  context: LessonContext,
): { readonly questions: Question[]; readonly losses: Loss[] } {
  const id = `${context.lesson}/${exercise.id}`;
  // The table pairs each kind with its own model, which the compiler cannot follow by index.
  const { draft, loses = [] } = makers[exercise.type] as Maker<Exercise>;
  const questions = draft(exercise, context).map((one) => finish(exercise, number, one, context));
  const lost: LossId[] = [
    ...loses,
    ...(exercise.confidence ? (['confidence'] as const) : []),
    ...(context.quiz === null ? [] : (['quiz'] as const)),
  ];
  return { questions, losses: lost.map((what) => ({ exercise: id, what })) };
}

function finish(exercise: Exercise, number: number, draft: Draft, context: LessonContext): Question {
  const { words, heading, lesson, resolve } = context;
  const own = draft.part === undefined ? exercise.id : `${exercise.id}/${draft.part}`;
  const labels = [exercise.invented ? words.invented : [], exercise.ungraded ? words.ungraded : []].flat();
  const absolute = (markup: Markup) => resolveLinks(markup, resolve);
  return {
    id: `${lesson}/${own}`,
    name: [heading, words.exercise(number), own].join(' · '),
    locale: exercise.locale,
    prompt: absolute([
      ...labels.map((label) => paragraph([element('strong', {}, [label])])),
      ...asBlocks(markupOf(exercise.prompt)),
      ...(draft.material ?? []),
    ]),
    hints: exercise.hints,
    points: isScored(exercise) ? draft.points : 0,
    pictures: draft.pictures ?? [],
    reasons: resolveReasons(draft.reasons ?? [], absolute),
    closing: absolute([
      ...(draft.closing ?? []),
      ...(exercise.more ? asBlocks(markupOf(exercise.more)) : []),
      ...(exercise.see === null ? [] : [paragraph([element('a', { href: exercise.see }, [words.explains])])]),
      ...context.source,
    ]),
    tags: [
      ...(exercise.skills.length ? exercise.skills : context.tags),
      ...(context.quiz === null ? [] : [context.quiz]),
    ],
    form: resolveForm(draft.form, absolute),
  };
}

/** Links of a lesson are relative to its page, and a question stands elsewhere. */
function resolveLinks(markup: Markup, resolve: (href: string) => string): Markup {
  return mapElements(markup, (node) =>
    node.name === 'a'
      ? { ...node, attributes: { ...node.attributes, href: resolve(node.attributes['href'] ?? '') } }
      : node,
  );
}

type Change = (markup: Markup) => Markup;

function resolveReasons(reasons: readonly Reason[], change: Change): Reason[] {
  return reasons.map(({ part, reason }) => ({ part: change(part), reason: change(reason) }));
}

function resolveForm(form: Form, change: Change): Form {
  const withWords = <Part extends { readonly content: Markup; readonly reason: Markup }>(parts: readonly Part[]) =>
    parts.map((part) => ({ ...part, content: change(part.content), reason: change(part.reason) }));
  const inPassage = <Piece extends object>(passage: readonly (readonly (Piece | { readonly words: Markup })[])[]) =>
    passage.map((pieces) =>
      pieces.map((piece) => ('words' in piece ? { words: change(piece.words as Markup) } : piece)),
    );
  switch (form.kind) {
    case 'choice':
      return { ...form, options: withWords(form.options) };
    case 'hottext':
      return { ...form, options: withWords(form.options), passage: inPassage(form.passage) };
    case 'match':
      return {
        ...form,
        stems: withWords(form.stems),
        targets: withWords(form.targets),
        passage: form.passage && inPassage(form.passage),
      };
    case 'order':
      return { ...form, steps: withWords(form.steps) };
    case 'scale':
      return {
        ...form,
        reasons: Object.fromEntries(Object.entries(form.reasons).map(([band, reason]) => [band, change(reason)])),
      };
    case 'short-text':
      return {
        ...form,
        reason: change(form.reason),
        otherwise: change(form.otherwise),
        foreseen: form.foreseen.map((wrong) => ({ ...wrong, reason: change(wrong.reason) })),
      };
    case 'essay':
      return { ...form, guide: change(form.guide) };
  }
}
