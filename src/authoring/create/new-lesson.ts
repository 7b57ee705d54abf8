import { whyReserved, type ContentReading, type Course, type Module } from '#course';
import { removeKey } from './edit-yaml.ts';
import { fillMark, orFill } from './fill.ts';
import { writeMdx } from './front-matter.ts';
import { hasFiles, registerIn } from './new-course.ts';
import {
  creationOf,
  faultOfId,
  findCourse,
  findModule,
  isRefusal,
  refuse,
  type Creation,
  type Refusal,
} from './creation.ts';

export interface NewLesson {
  readonly course: string;
  readonly module: string;
  readonly id: string;
  readonly minutes: number;
  readonly skills: readonly string[];
  /** The day of its first publication, as 2026-11-23. */
  readonly published: string;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly goal?: string | undefined;
  readonly objectives: readonly string[];
  /** Its text; a template to be filled unless said. */
  readonly body?: string | undefined;
  /** Files of its folder, by path from there. */
  readonly media?: ReadonlyMap<string, Uint8Array> | undefined;
  /** What its line of course.yaml should remind of. */
  readonly remark?: string | undefined;
}

// The order that the lessons here have: a case first, then the idea, then the learner's own work.
const template = `${fillMark} Open with a case or a question that readers know from their own life.

## The case

${fillMark} Tell a short story in which the skill is needed, and give it a heading of its own. An invented story stands in an Example.

## The idea

${fillMark} Explain the skill in short sentences, each with one thought.

## Your turn

${fillMark} Let readers do it themselves, with an exercise.
`;

/** A lesson at the end of a module, with its place in course.yaml. */
export function newLesson(reading: ContentReading, wanted: NewLesson): Creation | Refusal {
  const course = findCourse(reading, wanted.course);
  if (isRefusal(course)) return course;
  const module = findModule(course, wanted.module);
  if (isRefusal(module)) return module;
  const wrong = whyReserved('lesson', wanted.id) ?? faultOfId(wanted.id);
  if (wrong) return refuse(wrong);
  const folder = `courses/${course.id}/${module.id}/${wanted.id}`;
  if (hasFiles(reading, folder)) return refuse(`${folder} exists already, and nothing is overwritten.`);
  const created = new Map([[`${folder}/${course.source}.mdx`, lessonPage(wanted)]]);
  const media = new Map([...(wanted.media ?? [])].map(([path, bytes]) => [`${folder}/${path}`, bytes]));
  if (module.lessons.some(({ id }) => id === wanted.id)) return creationOf({ created, media });
  const registered = register(reading, course, module, wanted);
  if (isRefusal(registered)) return registered;
  const notes = module.announced
    ? [`The module "${module.id}" was announced as coming later; now that it has a lesson, it is shown.`]
    : [];
  return creationOf({ created, media, changed: registered, notes });
}

function lessonPage({ title, summary, goal, objectives, body }: NewLesson): string {
  const wanted = 'What the learner can do afterwards, beginning with a verb';
  return writeMdx(
    {
      title: orFill(title, 'The title of the lesson'),
      summary: orFill(summary, 'One or two sentences for lists and search results.'),
      goal: orFill(goal, 'The rest of the sentence that begins with After this lesson you can'),
      objectives: objectives.length ? objectives : [orFill(undefined, wanted)],
    },
    body ?? template,
  );
}

function register(
  reading: ContentReading,
  course: Course,
  module: Module,
  wanted: NewLesson,
): ReadonlyMap<string, string> | Refusal {
  const remarked = wanted.remark
    ? registerEntry(reading, course, module, `${entryOf(wanted)} # ${wanted.remark}`)
    : null;
  // A list that stands in one line has no place for a remark.
  return remarked && !isRefusal(remarked) ? remarked : registerEntry(reading, course, module, entryOf(wanted));
}

function entryOf({ id, minutes, skills, published }: NewLesson): string {
  return `{ id: ${id}, minutes: ${minutes}, skills: [${skills.join(', ')}], published: ${published} }`;
}

function registerEntry(
  reading: ContentReading,
  course: Course,
  module: Module,
  entry: string,
): ReadonlyMap<string, string> | Refusal {
  const at = course.modules.indexOf(module);
  if (!module.announced) return registerIn(course, reading, ['modules', at, 'lessons'], entry);
  const file = `courses/${course.id}/course.yaml`;
  const shown = removeKey(reading.files.texts.get(file) ?? '', ['modules', at, 'announced']);
  if (shown === null)
    return refuse(
      `The module "${module.id}" is announced as coming later. Take \`announced: true\` out of ${file} first.`,
    );
  const texts = new Map([...reading.files.texts, [file, shown]]);
  return registerIn(course, { ...reading, files: { ...reading.files, texts } }, ['modules', at, 'lessons'], entry);
}
