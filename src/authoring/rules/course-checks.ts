import { checkForms, type CheckFormId } from '#course';
import { componentOf, errorAt, type HeadlineSortExercise } from '#exercise';
import type { Problem } from '#problem';
import { startOf, type PageReading, type PageSet, type Survey } from '../survey.ts';

/** Of fewer posts one answer more or less turns the result round. */
const fewestPosts = 12;

/** Reports forms of a course's check with which nothing could be measured, or not the same before the course and after it. */
export function checkCourseChecks({ pages }: Survey): Problem[] {
  const forms = pages.filter(({ kind }) => kind === 'check');
  return forms.flatMap((form) => [
    ...Object.values(form.versions).flatMap(checkBody),
    // Keys are the same in all languages: one report is enough.
    ...(form.versions[form.source] ? checkPosts(form.versions[form.source] as PageReading) : []),
    ...compareForms(form, forms),
  ]);
}

function checkBody({ body }: PageReading): Problem[] {
  if (!body) return [];
  const strangers = [
    ...body.components.filter(({ id }) => /^\p{Lu}/u.test(id)).map(({ id, place }) => ({ what: `<${id}>`, place })),
    ...body.exercises
      .filter(({ type }) => type !== 'headline-sort')
      .map((exercise) => ({ what: `<${componentOf(exercise.type)}>`, place: exercise.place })),
    ...body.sections.filter(({ depth }) => depth > 0).map(({ place }) => ({ what: 'heading', place })),
  ];
  return [
    ...strangers.map(({ what, place }) =>
      errorAt(place, 'check-stranger', {
        message: `Here stands a ${what}. A form of a check is measured alike before and after a course, so it holds paragraphs and <HeadlineSort> alone.`,
        hint: 'Move it into a lesson, or remove it.',
      }),
    ),
    ...body.exercises.filter((exercise) => exercise.type === 'headline-sort').flatMap(checkSettings),
  ];
}

function checkSettings({ id, unsure, confidence, attempts, place }: HeadlineSortExercise): Problem[] {
  const report = (message: string, hint: string) => errorAt(place, 'check-settings', { message, hint });
  return [
    ...(unsure
      ? [
          report(
            `The set "${id}" lets learners leave a post undecided; what is measured has to be decided.`,
            'Remove `unsure`.',
          ),
        ]
      : []),
    ...(confidence
      ? []
      : [
          report(
            `The set "${id}" does not ask how sure the learner is, which belongs to what is measured.`,
            'Add `confidence`.',
          ),
        ]),
    ...(attempts === 1
      ? []
      : [
          report(
            `The set "${id}" can be answered ${attempts} times, and what is measured is the first answer.`,
            'Write `attempts="1"`.',
          ),
        ]),
  ];
}

function checkPosts({ body, file }: PageReading): Problem[] {
  if (!body) return [];
  const { sound, all } = countPosts({ body });
  if (all < fewestPosts) {
    return [
      errorAt(startOf(file), 'check-small', {
        message: `This form has ${all} posts. With fewer than ${fewestPosts} a single answer would turn the result round.`,
        hint: `Write ${fewestPosts} posts in all, in one <HeadlineSort> or several.`,
      }),
    ];
  }
  if (sound * 2 === all) return [];
  return [
    errorAt(startOf(file), 'check-balance', {
      message: `Of the ${all} posts in this form ${sound} are sound. Who trusts everything, or nothing, would seem to have learned something.`,
      hint: 'Have as many sound posts as misleading ones.',
    }),
  ];
}

function countPosts({ body }: Pick<PageReading, 'body'>): { sound: number; all: number } {
  const posts = (body?.exercises ?? []).flatMap((exercise) =>
    exercise.type === 'headline-sort' ? exercise.headlines : [],
  );
  return { sound: posts.filter(({ sound }) => sound).length, all: posts.length };
}

/** The second form is held against the first. */
function compareForms(form: PageSet, forms: readonly PageSet[]): Problem[] {
  const [first, second] = checkForms.map((id) => folderOf(form, id));
  const one = forms.find(({ folder }) => folder === first);
  const [own, other] = [form.versions[form.source], one?.versions[form.source]];
  if (form.folder !== second || !own?.body || !other?.body) return [];
  const [here, there] = [countPosts(own).all, countPosts(other).all];
  if (here === there) return [];
  return [
    errorAt(startOf(own.file), 'check-forms-differ', {
      message: `This form has ${here} posts and the other one (${other.file}) ${there}, so the two results cannot be laid side by side.`,
      hint: 'Write as many posts here as there, of the same topics and the same difficulty.',
    }),
  ];
}

function folderOf({ folder }: PageSet, id: CheckFormId): string {
  return folder.replace(/[^/]+$/u, id);
}
