/** Where a record is kept: JSON texts by key. Any method may fail: refused, full, closed by the browser. */
export interface RecordStore {
  readonly kind: StoreKind;
  get(key: string): Promise<string | null>;
  /** All entries whose key begins with the prefix. */
  getAll(prefix: string): Promise<Map<string, string>>;
  /** Writes what `change` makes of the stored value; null removes it. No other tab writes in between. */
  update(key: string, change: Change): Promise<string | null>;
  /** The same for many at once; in IndexedDB all are written, or none. */
  updateAll(changes: ReadonlyMap<string, Change>): Promise<void>;
  clear(): Promise<void>;
}

export type StoreKind = 'indexed-db' | 'local-storage';

export type Change = (stored: string | null) => string | null;
