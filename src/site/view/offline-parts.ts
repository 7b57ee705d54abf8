import type { Content } from '#course';
import { commonPart, coursePart, fontsPart, localePart, mediaPart, offlinePage, type PartId } from '#offline';
import { courseTitle } from './course-title.ts';

/** A part that can be kept: its name for readers, and the built files in it. */
export interface SitePart {
  readonly title: string;
  readonly files: readonly string[];
}

/**
 * Deals the files of a built site out to the parts that can be kept. What belongs to a course or a language is known
 * from the model and the folders of the site; no page is read for it.
 *
 * @param files the built files, from the site's base
 * @param coursesOfMedia ids of the courses whose pictures and recordings a file is one of
 */
export function partsOfSite(
  content: Content,
  files: readonly string[],
  coursesOfMedia: (file: string) => readonly string[],
): ReadonlyMap<PartId, SitePart> {
  const parts = new Map<PartId, string[]>([
    [commonPart, []],
    [fontsPart, []],
  ]);
  for (const course of content.courses) {
    parts.set(mediaPart(course.id), []);
    for (const locale of content.site.languages) parts.set(coursePart({ course: course.id, locale }), []);
  }
  for (const locale of content.site.languages) parts.set(localePart(locale), []);
  for (const file of [...files].sort())
    for (const part of partsOfFile(file, content, coursesOfMedia)) parts.get(part)?.push(file);
  const titles = new Map(
    content.courses.flatMap((course) =>
      content.site.languages.map((locale) => [
        coursePart({ course: course.id, locale }),
        courseTitle(course, locale).title,
      ]),
    ),
  );
  return new Map([...parts].map(([part, own]) => [part, { title: titles.get(part) ?? '', files: own }]));
}

function partsOfFile(
  file: string,
  { site, courses }: Content,
  coursesOfMedia: (file: string) => readonly string[],
): PartId[] {
  const [folder = '', name = ''] = file.split('/');
  if (/\.woff2?$|^andika-licence\.txt$/u.test(file)) return [fontsPart];
  // What stands in other sites' pages is shown by those, and they are not kept, nor is the page with the code for them;
  // packages have files of their own, and what is for trainers has the answers in it.
  if (
    /^(?:embed|package|teach)\/|^_astro\/(?:[Ee]mbed|[Pp]ackage|use\.|[Tt]each|slides\.|Kit)|\/use\/index\.html$/u.test(
      file,
    )
  )
    return [];
  if (folder === '_astro') return /\.(?:js|css)$/u.test(file) ? [commonPart] : coursesOfMedia(file).map(mediaPart);
  if (/^(?:index\.html|favicon\.svg|icon-[\w-]+\.png)$/u.test(file)) return [commonPart];
  const locale = site.languages.find((language) => (folder === 'search' ? name : folder) === language);
  if (!locale) return [];
  // Whatever is kept, a page that is not can be asked for in any language: each tells what is kept.
  if (file === `${offlinePage(locale)}index.html` || name === 'manifest.webmanifest') return [commonPart];
  const course = folder === 'search' ? undefined : courses.find(({ id }) => id === name);
  // The lessons are kept already, each on its own page.
  if (course && isForPrinting(file)) return [];
  if (course) return [coursePart({ course: course.id, locale })];
  return isOfNoUse(name) && folder !== 'search' ? [] : [localePart(locale)];
}

function isForPrinting(file: string): boolean {
  const [, , , page, ...rest] = file.split('/');
  return page === 'print' && rest.join('/') === 'index.html';
}

/** Examples of exercise types are for authors, a feed is for programs, and a wrong address is answered otherwise. */
function isOfNoUse(name: string): boolean {
  return name === 'exercises' || name === 'rss.xml' || name === '404';
}
