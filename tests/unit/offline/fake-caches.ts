/** Cache Storage in memory, with as much room as it is given. */
export interface FakeCaches {
  readonly caches: Pick<CacheStorage, 'open' | 'has' | 'match' | 'delete'>;
  /** Addresses of all entries. */
  addresses(): string[];
  /** From now on what is written fails as on a full device, until something is deleted. */
  fill(isFull: boolean): void;
}

export function createFakeCaches(): FakeCaches {
  const stores = new Map<string, Map<string, Response>>();
  let full = false;
  const open = (name: string) => {
    const entries = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, entries);
    return {
      put: async (url: string, response: Response) => {
        if (full) throw new DOMException('No room', 'QuotaExceededError');
        entries.set(url, new Response(await response.arrayBuffer(), { headers: response.headers }));
      },
      delete: async (url: string) => {
        const deleted = entries.delete(url);
        if (deleted) full = false;
        return deleted;
      },
      keys: async () => [...entries.keys()].map((url) => ({ url })),
    } as unknown as Cache;
  };
  return {
    caches: {
      open: async (name) => open(name),
      has: async (name) => stores.has(name),
      match: async (url, { cacheName = '' } = {}) => stores.get(cacheName)?.get(String(url))?.clone(),
      delete: async (name) => stores.delete(name),
    },
    addresses: () => [...stores.values()].flatMap((entries) => [...entries.keys()]),
    fill: (isFull) => (full = isFull),
  };
}
