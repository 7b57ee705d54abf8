import { reservedCourseIds, whyReserved, type ContentReading, type Course } from '#course';
import type { Locale } from '#language';
import { addToList } from './edit-yaml.ts';
import { orFill } from './fill.ts';
import { writeMdx, writeYaml } from './front-matter.ts';
import { creationOf, faultOfId, findCourse, isRefusal, refuse, type Creation, type Refusal } from './creation.ts';

interface ModuleWords {
  readonly id: string;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
}

export interface NewCourse {
  readonly id: string;
  /** The language that it is written in. */
  readonly source: Locale;
  readonly licence: string;
  readonly authors: readonly string[];
  readonly level: number;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly audience?: string | undefined;
  /** The first module: a course without one shows nothing. */
  readonly module: ModuleWords;
}

/** A course with its page and its first module. */
export function newCourse(reading: ContentReading, wanted: NewCourse): Creation | Refusal {
  const fault = faultOfId(wanted.id) ?? faultOfModule(wanted.module.id);
  if (fault) return refuse(fault);
  const taken = [...reservedCourseIds, ...(reading.content?.pages.keys() ?? [])];
  if (taken.includes(wanted.id)) return refuse(`The site has a page "${wanted.id}" of its own. Choose another id.`);
  const folder = `courses/${wanted.id}`;
  if (hasFiles(reading, folder)) return refuse(`${folder} exists already, and nothing is overwritten.`);
  const { source, licence, authors, level } = wanted;
  const course = { source, licence, authors, level, modules: [{ id: wanted.module.id }] };
  return creationOf({
    created: new Map([
      [`${folder}/course.yaml`, writeYaml(course)],
      [
        `${folder}/${source}.mdx`,
        writeMdx({
          title: orFill(wanted.title, 'The name of the course'),
          summary: orFill(wanted.summary, 'One or two sentences for lists and search results.'),
          audience: orFill(wanted.audience, 'Who the course is for.'),
        }),
      ],
      [`${folder}/${wanted.module.id}/${source}.mdx`, modulePage(wanted.module)],
    ]),
  });
}

export interface NewModule extends ModuleWords {
  readonly course: string;
}

/** A module at the end of a course. */
export function newModule(reading: ContentReading, wanted: NewModule): Creation | Refusal {
  const course = findCourse(reading, wanted.course);
  if (isRefusal(course)) return course;
  const fault = faultOfModule(wanted.id);
  if (fault) return refuse(fault);
  const folder = `courses/${course.id}/${wanted.id}`;
  if (hasFiles(reading, folder)) return refuse(`${folder} exists already, and nothing is overwritten.`);
  const created = new Map([[`${folder}/${course.source}.mdx`, modulePage(wanted)]]);
  if (course.modules.some(({ id }) => id === wanted.id)) return creationOf({ created });
  const changed = registerIn(course, reading, ['modules'], `id: ${wanted.id}`);
  return isRefusal(changed) ? changed : creationOf({ created, changed });
}

function faultOfModule(id: string): string | null {
  return whyReserved('module', id) ?? faultOfId(id);
}

function modulePage({ title, summary }: ModuleWords): string {
  return writeMdx({
    title: orFill(title, 'The name of the module'),
    summary: orFill(summary, 'One or two sentences for lists and search results.'),
  });
}

export function hasFiles({ files }: ContentReading, folder: string): boolean {
  return [...files.texts.keys(), ...files.others].some((file) => file.startsWith(`${folder}/`));
}

/** The course's course.yaml with an entry more in one of its lists. */
export function registerIn(
  course: Course,
  { files }: ContentReading,
  path: readonly (string | number)[],
  entry: string,
): ReadonlyMap<string, string> | Refusal {
  const file = `courses/${course.id}/course.yaml`;
  const edited = addToList(files.texts.get(file) ?? '', path, entry);
  if (edited !== null) return new Map([[file, edited]]);
  return refuse(
    `${file} is written in a way that leaves no safe place for a new entry. Add \`- ${entry}\` to its list yourself, and call this again.`,
  );
}
