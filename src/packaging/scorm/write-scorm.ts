import type { PackageFiles } from '../package-files.ts';
import type { CoursePages } from '../pages/course-pages.ts';
import { writeDocument } from '../xml.ts';
import { form12, form2004, writeScormManifest } from './manifest.ts';

/** A SCORM package: the manifest first, then the pages and what they load. */
export function writeScorm(pages: CoursePages, version: '1.2' | '2004'): PackageFiles {
  const manifest = writeScormManifest(pages, version === '1.2' ? form12 : form2004);
  const files = [...pages.files].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    files: new Map<string, string | Uint8Array>([
      ['imsmanifest.xml', writeDocument(manifest)],
      ...files.map(([path, { content }]) => [path, content] as const),
    ]),
    questions: pages.exercises,
    losses: pages.losses,
  };
}
