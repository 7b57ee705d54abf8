const licences: Readonly<Record<string, { readonly name: string; readonly url: string }>> = {
  'CC-BY-SA-4.0': { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'CC-BY-4.0': { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'CC0-1.0': { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'Apache-2.0': { name: 'Apache 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
};

/** The name readers know a licence by, from its SPDX identifier; unknown ones show themselves. */
export function licenceName(spdx: string): string {
  return licences[spdx]?.name ?? spdx;
}

/** Where the licence's text stands, or null where the identifier is not known. */
export function licenceUrl(spdx: string): string | null {
  return licences[spdx]?.url ?? null;
}
