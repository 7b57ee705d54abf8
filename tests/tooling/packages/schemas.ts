import { relative } from 'node:path';
import { findFiles, findProgram, run, type Checker, type WrittenPackage } from './checker.ts';

/** Files of packages of a format that a schema judges. */
interface SchemaUse {
  /** File name of the schema, as its publisher names it. */
  readonly schema: string;
  readonly format: string;
  /** Of the files of a package, by path from its root. */
  judges(path: string): boolean;
}

const uses: readonly SchemaUse[] = [
  {
    schema: 'ccv1p1_imscp_v1p2_v1p0.xsd',
    format: 'common-cartridge-1.1',
    judges: (path) => path === 'imsmanifest.xml',
  },
  {
    schema: 'ccv1p1_qtiasiv1p2p1_v1p0.xsd',
    format: 'common-cartridge-1.1',
    judges: (path) => path.startsWith('quizzes/'),
  },
  { schema: 'ccv1p1_imswl_v1p1.xsd', format: 'common-cartridge-1.1', judges: (path) => path.startsWith('links/') },
  { schema: 'CourseStructure.xsd', format: 'cmi5', judges: (path) => path === 'cmi5.xml' },
  { schema: 'imscp_v1p1.xsd', format: 'qti2.1', judges: (path) => path === 'imsmanifest.xml' },
  { schema: 'imsqti_v2p1.xsd', format: 'qti2.1', judges: (path) => path.startsWith('items/') },
  { schema: 'imsqtiv3p0_imscpv1p2_v1p0.xsd', format: 'qti3.0', judges: (path) => path === 'imsmanifest.xml' },
  { schema: 'imsqti_asiv3p0_v1p0.xsd', format: 'qti3.0', judges: (path) => path.startsWith('items/') },
];

/** Validates against schemas that may not be passed on, from a folder in which somebody has put them. */
export function schemaCheckers(folder: string | null): Checker[] {
  return uses.map((use) => ({ name: use.schema, check: (packages) => check(use, packages, folder) }));
}

function check({ schema, format, judges }: SchemaUse, packages: readonly WrittenPackage[], folder: string | null) {
  if (folder === null) return { missing: '--schemas DIR names the folder that holds it' };
  const xmllint = findProgram('xmllint');
  if (!xmllint) return { missing: 'xmllint (of libxml2) is not on the path' };
  const [path] = findFiles(folder, (name) => name === schema);
  if (!path) return { missing: `it is not in ${folder}` };
  const files = packages
    .filter((one) => one.format === format)
    .flatMap(({ unpacked }) =>
      findFiles(unpacked, (name) => name.endsWith('.xml')).filter((file) =>
        judges(relative(unpacked, file).replaceAll('\\', '/')),
      ),
    );
  if (!files.length) return { ran: 0, faults: [] };
  const { isFine, output } = run(xmllint, ['--noout', '--nonet', '--schema', path, ...files]);
  const wrong = output.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'));
  return { ran: files.length, faults: isFine ? [] : wrong };
}
