/** As much of Cache Storage as the record's copy uses, in memory; addresses are compared as browsers do, without anchors. */
export function fakeCaches(): CacheStorage {
  const all = new Map<string, Map<string, string>>();
  const addressOf = (request: RequestInfo | URL) => {
    const url = new URL(request instanceof Request ? request.url : request, 'https://bilig.example/kk/');
    url.hash = '';
    return url.href;
  };
  const cacheOf = (entries: Map<string, string>) => ({
    put: async (request: RequestInfo | URL, response: Response) =>
      void entries.set(addressOf(request), await response.text()),
    delete: (request: RequestInfo | URL) => Promise.resolve(entries.delete(addressOf(request))),
    keys: () => Promise.resolve([...entries.keys()].map((url) => ({ url }))),
    match: ({ url }: Request) => Promise.resolve(entries.has(url) ? new Response(entries.get(url)) : undefined),
  });
  return {
    open: (name: string) => {
      const entries = all.get(name) ?? new Map<string, string>();
      all.set(name, entries);
      return Promise.resolve(cacheOf(entries));
    },
    has: (name: string) => Promise.resolve(all.has(name)),
    delete: (name: string) => Promise.resolve(all.delete(name)),
  } as unknown as CacheStorage;
}
