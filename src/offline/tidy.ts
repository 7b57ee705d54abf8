import { filesOf, type Edition } from './edition.ts';
import type { OfflineState } from './state.ts';

/** What stands on the device. */
export interface Inventory {
  readonly state: OfflineState;
  readonly editions: ReadonlyMap<string, Edition>;
  /** Open page → the edition that it was opened from. */
  readonly bindings: ReadonlyMap<string, string>;
  /** Hashes of the files. */
  readonly files: ReadonlySet<string>;
}

/** What nobody needs any more. */
export interface Rubbish {
  readonly editions: readonly string[];
  readonly bindings: readonly string[];
  readonly files: readonly string[];
}

/**
 * What can go: files of no edition, editions that no page was opened from and that are neither used nor being fetched,
 * and the notes about pages that are closed.
 *
 * @param open the pages that are open; null where that cannot be known, and then all count as open
 * @returns the state without the editions that go, and what goes
 */
export function findRubbish(
  { state, editions, bindings, files }: Inventory,
  open: ReadonlySet<string> | null,
): { readonly state: OfflineState; readonly rubbish: Rubbish } {
  const closed = [...bindings.keys()].filter((page) => open !== null && !open.has(page));
  const bound = new Set([...bindings].flatMap(([page, edition]) => (closed.includes(page) ? [] : edition)));
  const retained = state.retained.filter((edition) => open === null || bound.has(edition));
  const needed = new Set([state.active, state.pending?.edition, ...retained]);
  const kept = [...editions.values()].filter(({ id }) => needed.has(id));
  const hashes = new Set(kept.flatMap((edition) => filesOf(edition).map(({ hash }) => hash)));
  return {
    state: { ...state, retained },
    rubbish: {
      editions: [...editions.keys()].filter((id) => !needed.has(id)),
      bindings: closed,
      files: [...files].filter((hash) => !hashes.has(hash)),
    },
  };
}
