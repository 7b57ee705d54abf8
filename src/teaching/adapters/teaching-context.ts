import { readTrainersText, type ContentFiles, type TextNode } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import type { PackageContext } from '#packaging';
import { createPackageContext, type SiteLinks } from '#packaging/adapters/package-context';

/** What a teaching kit asks of the world: the same as a package, with the notes for trainers in the texts. */
export function createTeachingContext(files: ContentFiles, links: SiteLinks): PackageContext {
  return {
    ...createPackageContext(files, links),
    text: ({ file, sections }): readonly TextNode[] => {
      const source = files.texts.get(file) ?? '';
      const anchors = sections.map(({ anchor }) => anchor);
      return readTrainersText({ file, source }, anchors, parseMdx) ?? [];
    },
  };
}
