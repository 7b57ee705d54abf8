import type { CoursePages, LaunchedModule } from '../pages/course-pages.ts';
import { element, type XmlElement } from '../xml.ts';
import { metadata12, metadata2004 } from './metadata.ts';

const instance = 'http://www.w3.org/2001/XMLSchema-instance';

/** What differs between the manifests of the two versions. */
interface Form {
  readonly namespaces: Readonly<Record<string, string>>;
  readonly version: string;
  metadata(pages: CoursePages): XmlElement;
  readonly organization: Readonly<Record<string, string>>;
  /** What an item says beside its title. */
  item(module: LaunchedModule): readonly XmlElement[];
  /** What the organization says after its items. */
  readonly after: readonly XmlElement[];
  readonly typeName: string;
}

export const form12: Form = {
  namespaces: {
    xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
    'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
    'xmlns:xsi': instance,
    'xsi:schemaLocation':
      'http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd ' +
      'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd ' +
      'http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd',
  },
  version: '1.2',
  metadata: metadata12,
  organization: {},
  item: ({ pass }) => (pass > 0 ? [element('adlcp:masteryscore', {}, [String(Math.ceil(pass * 100 - 1e-9))])] : []),
  after: [],
  typeName: 'adlcp:scormtype',
};

export const form2004: Form = {
  namespaces: {
    xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
    'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
    'xmlns:adlseq': 'http://www.adlnet.org/xsd/adlseq_v1p3',
    'xmlns:adlnav': 'http://www.adlnet.org/xsd/adlnav_v1p3',
    'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
    'xmlns:xsi': instance,
    'xsi:schemaLocation':
      'http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd ' +
      'http://www.adlnet.org/xsd/adlseq_v1p3 adlseq_v1p3.xsd http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd ' +
      'http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd',
  },
  version: '2004 4th Edition',
  metadata: metadata2004,
  organization: { 'adlseq:objectivesGlobalToSystem': 'false' },
  item: ({ pass }) => [
    element('imsss:sequencing', {}, [
      element('imsss:objectives', {}, [
        element(
          'imsss:primaryObjective',
          { objectiveID: 'module', satisfiedByMeasure: String(pass > 0) },
          pass > 0 ? [element('imsss:minNormalizedMeasure', {}, [String(pass)])] : [],
        ),
      ]),
      element('imsss:deliveryControls', { completionSetByContent: 'true', objectiveSetByContent: 'true' }),
    ]),
  ],
  after: [element('imsss:sequencing', {}, [element('imsss:controlMode', { choice: 'true', flow: 'true' })])],
  typeName: 'adlcp:scormType',
};

const firstOf = (words: LaunchedModule['titles']) => words[0]?.[1] ?? '';
const shared = 'shared';

/** The manifest: one item a module, and every file of the package, each once. */
export function writeScormManifest(pages: CoursePages, form: Form): XmlElement {
  const { modules } = pages;
  const counts = new Map<string, number>();
  for (const path of modules.flatMap(({ files }) => files)) counts.set(path, (counts.get(path) ?? 0) + 1);
  const common = [...counts]
    .filter(([, count]) => count > 1)
    .map(([path]) => path)
    .sort();
  const id = pages.id.replaceAll('/', '.');
  return element('manifest', { identifier: `bilig.${id}`, version: '1.0', ...form.namespaces }, [
    element('metadata', {}, [
      element('schema', {}, ['ADL SCORM']),
      element('schemaversion', {}, [form.version]),
      form.metadata(pages),
    ]),
    element('organizations', { default: 'course' }, [
      element('organization', { identifier: 'course', ...form.organization }, [
        element('title', {}, [firstOf(pages.titles)]),
        ...modules.map((module) =>
          element(
            'item',
            { identifier: `item.${module.id}`, identifierref: `module.${module.id}`, isvisible: 'true' },
            [element('title', {}, [firstOf(module.titles)]), ...form.item(module)],
          ),
        ),
        ...form.after,
      ]),
    ]),
    element('resources', {}, [
      ...modules.map((module) =>
        element(
          'resource',
          {
            identifier: `module.${module.id}`,
            type: 'webcontent',
            [form.typeName]: 'sco',
            href: addressOf(module.launch),
          },
          [
            ...module.files.filter((path) => (counts.get(path) ?? 0) < 2).map(fileElement),
            ...(common.length ? [element('dependency', { identifierref: shared })] : []),
          ],
        ),
      ),
      ...(common.length
        ? [
            element(
              'resource',
              { identifier: shared, type: 'webcontent', [form.typeName]: 'asset' },
              common.map(fileElement),
            ),
          ]
        : []),
    ]),
  ]);
}

function fileElement(path: string): XmlElement {
  return element('file', { href: addressOf(path) });
}

/** Paths are ASCII; what an address may not hold is written as a number. */
function addressOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
