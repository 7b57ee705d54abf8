export type CartridgeVersion = '1.1' | '1.3';

/** What differs between the versions of Common Cartridge: names and types that carry the version, in every file. */
export interface CartridgeDialect {
  readonly schemaVersion: string;
  /** Namespace of the manifest. */
  readonly manifest: string;
  readonly metadata: string;
  readonly webLink: string;
  readonly webLinkType: string;
  readonly assessmentType: string;
  /** Where the schema of each namespace stands. */
  readonly schemas: Readonly<Record<'manifest' | 'metadata' | 'webLink' | 'assessment', string>>;
}

/** Questions are QTI 1.2 in every version. */
export const questionNamespace = 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2';

const profile = 'http://www.imsglobal.org/profile/cc';

function dialect(name: string, schemaVersion: string): CartridgeDialect {
  const namespace = `http://www.imsglobal.org/xsd/imscc${name}`;
  return {
    schemaVersion,
    manifest: `${namespace}/imscp_v1p1`,
    metadata: `http://ltsc.ieee.org/xsd/imscc${name}/LOM/manifest`,
    webLink: `${namespace}/imswl_${name}`,
    webLinkType: `imswl_xml${name}`,
    assessmentType: `imsqti_xmlv1p2/imscc_xml${name}/assessment`,
    schemas: {
      manifest: `${profile}/cc${name}/cc${name}_imscp_v1p2_v1p0.xsd`,
      metadata: `${profile}/cc${name}/LOM/cc${name}_lommanifest_v1p0.xsd`,
      webLink: `${profile}/cc${name}/cc${name}_imswl_${name}.xsd`,
      assessment: `${profile}/cc${name}/cc${name}_qtiasiv1p2p1_v1p0.xsd`,
    },
  };
}

export const cartridgeDialects: Readonly<Record<CartridgeVersion, CartridgeDialect>> = {
  '1.1': dialect('v1p1', '1.1.0'),
  '1.3': dialect('v1p3', '1.3.0'),
};
