import type { PackageFiles } from '../package-files.ts';
import type { CoursePages, LaunchedModule, Words } from '../pages/course-pages.ts';
import { rightsOf } from '../scorm/metadata.ts';
import { element, writeDocument, type XmlElement } from '../xml.ts';

/** A cmi5 package: the course structure first, then the pages and what they load. */
export function writeCmi5(pages: CoursePages): PackageFiles {
  const files = [...pages.files].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    files: new Map<string, string | Uint8Array>([
      ['cmi5.xml', writeDocument(structureOf(pages))],
      ...files.map(([path, { content }]) => [path, content] as const),
    ]),
    questions: pages.exercises,
    losses: pages.losses,
  };
}

/** The course structure (cmi5 13): one assignable unit a module, each with an IRI of its own. */
function structureOf(pages: CoursePages): XmlElement {
  return element('courseStructure', { xmlns: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' }, [
    element('course', { id: `${pages.iri}#course` }, [
      strings('title', pages.titles),
      strings(
        'description',
        pages.descriptions.map(([locale, text]) => [locale, [text, rightsOf(pages)].filter(Boolean).join('\n\n')]),
      ),
    ]),
    ...pages.modules.map(unitOf),
  ]);
}

function unitOf({ iri, titles, descriptions, launch, pass }: LaunchedModule): XmlElement {
  const moves = pass > 0 ? { moveOn: 'CompletedAndPassed', masteryScore: String(pass) } : { moveOn: 'Completed' };
  return element('au', { id: iri, ...moves, launchMethod: 'AnyWindow' }, [
    strings('title', titles),
    strings('description', descriptions),
    element('url', {}, [launch]),
  ]);
}

function strings(name: string, words: Words): XmlElement {
  return element(
    name,
    {},
    words.map(([locale, text]) => element('langstring', { lang: locale }, [text])),
  );
}
