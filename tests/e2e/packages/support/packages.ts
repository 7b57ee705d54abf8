import { resolve } from 'node:path';
import { createContentReader } from '#course/adapters/node-content';
import type { Locale } from '#language';
import { makePagesPackage, packageFormats, type Selections } from '#packaging';
import { readBuiltSite } from '#packaging/adapters/node-site';
import { createPackageContext } from '#packaging/adapters/package-context';
import { createLinks } from '../../../../src/site/links.ts';
import { readStamp } from '../../../../src/site/build-stamp.ts';
import { moduleOutline, type ModuleOutline } from '#lms';
import type { Exercise } from '#exercise';

const root = resolve(import.meta.dirname, '../../../..');
const reading = createContentReader(resolve(root, 'content'))();
if (!reading.content) throw new Error('content/ cannot be read');
const { content, files } = { content: reading.content, files: reading.files };

export type PagesFormatName = {
  [Name in keyof typeof packageFormats]: (typeof packageFormats)[Name] extends { readonly of: 'pages' } ? Name : never;
}[keyof typeof packageFormats];

/** A module of the content, in one language or several, as its package. */
export interface TestedPackage {
  readonly format: PagesFormatName;
  readonly course: string;
  readonly module: string;
  readonly locales: readonly [Locale, ...Locale[]];
}

/** All modules of all courses that can be taken away, in every language in which all their lessons exist. */
export const allModules = content.courses.flatMap((course) =>
  course.modules
    .filter(({ lessons }) => lessons.length > 0)
    .map((module) => ({
      course: course.id,
      module: module.id,
      locales: content.site.languages.filter((locale) => module.lessons.every(({ versions }) => versions[locale])),
    })),
);

function find({ course: courseId, module: moduleId }: Pick<TestedPackage, 'course' | 'module'>) {
  const course = content.courses.find(({ id }) => id === courseId);
  const module = course?.modules.find(({ id }) => id === moduleId);
  if (!course || !module) throw new Error(`no module ${courseId}/${moduleId}`);
  return { course, module };
}

/** The files of a package, made of the site that the browser tests build. */
export function filesOf(tested: TestedPackage): ReadonlyMap<string, string | Uint8Array> {
  const { course, module } = find(tested);
  const folder = resolve(root, 'dist');
  const stamp = readStamp(folder);
  if (!stamp) throw new Error('dist is not built. Build it with: node tests/e2e/build-sites.ts');
  const { address } = content.site;
  const context = createPackageContext(files, createLinks(stamp.base, address));
  const selections = tested.locales.map((locale) => ({ content, course, module, locale, fallback: null }));
  const site = readBuiltSite(folder, { base: stamp.base, address });
  return makePagesPackage(packageFormats[tested.format], selections as unknown as Selections, context, site).files;
}

export interface TestedExercise {
  /** course/module/lesson/exercise */
  readonly fullId: string;
  readonly lesson: string;
  readonly exercise: Exercise;
}

/** The exercises of a module in a language, in order. */
export function exercisesOf(tested: Pick<TestedPackage, 'course' | 'module'>, locale: Locale): TestedExercise[] {
  const { module } = find(tested);
  return module.lessons.flatMap(({ id, versions }) => {
    const lesson = `${tested.course}/${tested.module}/${id}`;
    return (versions[locale]?.exercises ?? []).map((exercise) => ({
      fullId: `${lesson}/${exercise.id}`,
      lesson,
      exercise,
    }));
  });
}

export function outlineOf(tested: Pick<TestedPackage, 'course' | 'module'>): ModuleOutline {
  const { course, module } = find(tested);
  return moduleOutline(course, module);
}
