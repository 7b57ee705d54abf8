import { addressOf } from '../address.ts';
import type { Edition } from '../edition.ts';
import { parsePartList, type PartList } from '../part-list.ts';
import { listFile, releaseFile, type PartId } from '../parts.ts';
import { parseRelease, type Release } from '../release.ts';
import { sha256 } from './sha256.ts';

/** What a site says of itself at this moment. */
export interface Published {
  /** @throws where the site cannot be reached; null where what it says cannot be read */
  release(): Promise<Release | null>;
  /**
   * The lists of parts of a release; a list that the site does not give, or gives as another release has it, is missing.
   *
   * @param known editions on the device: what they have of the release is not fetched
   * @throws where the site cannot be reached
   */
  lists(
    parts: readonly PartId[],
    release: Release,
    known: readonly (Edition | null)[],
  ): Promise<ReadonlyMap<PartId, PartList>>;
}

/** Asks the site at an address; never what is kept of it. */
export function createPublished(scope: string, fetch: typeof globalThis.fetch): Published {
  const fetchText = async (path: string): Promise<string | null> => {
    const response = await fetch(addressOf(path, scope), { cache: 'no-store' });
    return response.ok ? response.text() : null;
  };

  const fetchList = async (part: PartId, hash: string | undefined): Promise<PartList | null> => {
    const text = await fetchText(listFile(part));
    const isRight = text !== null && (await sha256(new TextEncoder().encode(text))) === hash;
    return isRight ? parsePartList(text) : null;
  };

  return {
    release: async () => parseRelease(await fetchText(releaseFile)),
    async lists(parts, release, known) {
      const lists = new Map<PartId, PartList>();
      await Promise.all(
        parts.map(async (part) => {
          const hash = release.parts.get(part)?.hash;
          const held = known.map((edition) => edition?.parts.get(part)).find((list) => list?.hash === hash);
          const list = held ?? (await fetchList(part, hash));
          if (list) lists.set(part, list);
        }),
      );
      return lists;
    },
  };
}
