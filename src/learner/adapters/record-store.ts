/** Where a record is kept: JSON texts by key. Any method may fail: refused, full, closed by the browser. */
export interface RecordStore {
  readonly kind: StoreKind;
  /** What the learner should know of how it was opened. */
  readonly trouble?: 'apart' | 'newer' | 'restored' | undefined;
  /** All entries whose key begins with the prefix. */
  getAll(prefix: string): Promise<Map<string, string>>;
  /**
   * Writes what each change makes of the stored value; null removes it. No other tab writes in between, and in IndexedDB
   * all are written, or none. Gives what was written.
   */
  updateAll(changes: ReadonlyMap<string, Change>): Promise<Map<string, string | null>>;
}

export type StoreKind = 'indexed-db' | 'local-storage' | 'host';

export type Change = (stored: string | null) => string | null;
