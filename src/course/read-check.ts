import { errorAt } from '#exercise';
import { suggestName, type Place } from '#problem';
import type { Locale } from '#language';
import { checkFolder, checkForms, type CheckForm, type CheckFormId, type CourseCheck } from './check.ts';
import type { MdxReading } from './read-lesson-file.ts';
import type { Reader } from './reader.ts';
import { pageSchema, type PageFrontMatter } from './schema.ts';

/** Where a course's check stands, and where its course.yaml begins. */
interface CheckContext {
  readonly folder: string;
  readonly source: Locale;
  readonly at: Place;
  readonly reader: Reader;
}

/** Reads the two forms of a course's check; null where the course has none, or not both of them in its source language. */
export function readCheck(course: string, source: Locale, at: Place, reader: Reader): CourseCheck | null {
  const folder = `courses/${course}/${checkFolder}`;
  if (!reader.folders(`courses/${course}`).includes(checkFolder)) return null;
  const context: CheckContext = { folder, source, at, reader };
  for (const name of reader.folders(folder)) if (!isForm(name)) reportUnknownForm(name, context);
  const check = { a: readForm('a', context), b: readForm('b', context) };
  return check.a[source] && check.b[source] ? check : null;
}

function readForm(id: CheckFormId, { folder, source, at, reader }: CheckContext): CourseCheck[CheckFormId] {
  const versions: Partial<Record<Locale, CheckForm>> = {};
  for (const reading of Object.values(reader.versions(`${folder}/${id}`, pageSchema))) {
    const form = formOf(reading);
    if (form) versions[form.locale] = form;
  }
  const name = `${folder}/${id}/${source}.mdx`;
  // A file that is there but could not be read has its own messages already.
  if (!reader.files.texts.has(name)) {
    reader.report(
      errorAt(at, 'check-form-missing', {
        message: `The check of this course has no ${name}, and needs both of its forms: one is shown before the course, the other after it.`,
        hint: `Write ${name}, or remove the folder ${folder}.`,
      }),
    );
  }
  return versions;
}

function formOf({ frontMatter, body, file, locale }: MdxReading<PageFrontMatter>): CheckForm | null {
  if (!frontMatter || !body) return null;
  const { title, summary, translation } = frontMatter;
  const exercises = body.exercises.filter((exercise) => exercise.type === 'headline-sort');
  return { file, locale, title, summary, state: translation?.state ?? null, exercises };
}

function isForm(name: string): name is CheckFormId {
  return checkForms.some((form) => form === name);
}

function reportUnknownForm(name: string, { folder, source, reader }: CheckContext): void {
  const [first] = [...reader.files.texts.keys()].filter((file) => file.startsWith(`${folder}/${name}/`));
  const near = suggestName(name, checkForms);
  reader.report(
    errorAt({ file: first ?? `${folder}/${name}/${source}.mdx`, line: 1, column: 1 }, 'check-form-unknown', {
      message: `A check has the forms ${checkForms.join(' and ')}, and none called "${name}", so nobody would ever see this.`,
      hint: `Rename the folder to ${folder}/${near ?? checkForms[0]}, or remove it.`,
    }),
  );
}
