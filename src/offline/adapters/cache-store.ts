import { formatEdition, parseEdition, type Edition } from '../edition.ts';
import { encodingHeader, keptHeader } from '../headers.ts';
import { formatState, parseState, type OfflineState } from '../state.ts';
import { findRubbish } from '../tidy.ts';

/** Where kept files and what is known of them stand: in Cache Storage, which pages and the service worker share. */
export interface OfflineStore {
  state(): Promise<OfflineState>;
  /**
   * Changes the state in one step, one tab at a time.
   *
   * @param edition one that the new state names, written before it
   */
  change(change: (state: OfflineState) => OfflineState, edition?: Edition | null): Promise<OfflineState>;
  edition(id: string | null | undefined): Promise<Edition | null>;
  /** A file by the hash of its content, with the type it was sent with. */
  file(hash: string): Promise<Response | null>;
  /** @throws QuotaExceededError where the device is full */
  keep(hash: string, body: Uint8Array<ArrayBuffer>, type: string, isText: boolean): Promise<void>;
  /** Lets go of an edition and of files by their hashes, to make room where not even the state can be written. */
  drop(edition: string, hashes: readonly string[]): Promise<void>;
  /** The hashes of all files that are here. */
  held(): Promise<Set<string>>;
  /** The edition that a page was opened from; null where it came from the network. */
  boundTo(page: string): Promise<string | null>;
  bind(page: string, edition: string): Promise<void>;
  /** Lets go of what nobody needs. @param open the pages that are open; null where that cannot be known */
  tidy(open: ReadonlySet<string> | null): Promise<void>;
  /** Lets go of everything. */
  clear(): Promise<void>;
}

/** What the store needs of the browser. */
export interface StoreHost {
  readonly caches: Pick<CacheStorage, 'open' | 'has' | 'match' | 'delete'>;
  /** Missing in browsers before 2022; there two tabs should not change the state in the same moment. */
  readonly locks?: Pick<LockManager, 'request'> | undefined;
}

/** The store of the site at an address, the slash at its end included: one host may serve several sites. */
export function createOfflineStore(scope: string, { caches, locks }: StoreHost): OfflineStore {
  const name = `offline ${scope}`;
  const folder = `${scope}offline/kept/`;
  const addressOf = (kind: string, id: string) => `${folder}${kind}/${encodeURIComponent(id)}`;

  // Reading opens nothing: a cache that is opened is there from then on.
  const find = (kind: string, id: string) => caches.match(addressOf(kind, id), { cacheName: name });

  const read = async (kind: string, id: string): Promise<string | null> => {
    const found = await find(kind, id);
    return found ? found.text() : null;
  };

  const write = async (kind: string, id: string, text: string) => {
    const cache = await caches.open(name);
    await cache.put(addressOf(kind, id), new Response(text));
  };

  const drop = async (kind: string, ids: readonly string[]) => {
    const cache = await caches.open(name);
    await Promise.all(ids.map((id) => cache.delete(addressOf(kind, id))));
  };

  /** The ids of all entries, by kind. */
  const list = async (): Promise<Map<string, string[]>> => {
    const ids = new Map<string, string[]>();
    if (!(await caches.has(name))) return ids;
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const [kind = '', id = ''] = url.slice(folder.length).split('/');
      ids.set(kind, [...(ids.get(kind) ?? []), decodeURIComponent(id)]);
    }
    return ids;
  };

  const alone = async <Value>(action: () => Promise<Value>): Promise<Value> =>
    locks ? await locks.request(name, action) : action();

  const state = async () => parseState(await read('state', 'state'));
  const edition = async (id: string | null | undefined) => (id ? parseEdition(await read('edition', id)) : null);
  const boundTo = (page: string) => read('page', page);

  return {
    state,
    edition,
    boundTo,
    change: (change, added) =>
      alone(async () => {
        if (added) await write('edition', added.id, formatEdition(added));
        const changed = change(await state());
        await write('state', 'state', formatState(changed));
        return changed;
      }),
    async file(hash) {
      const found = await find('file', hash);
      if (!found?.body || !found.headers.has(encodingHeader)) return found ?? null;
      const headers = new Headers(found.headers);
      headers.delete(encodingHeader);
      return new Response(found.body.pipeThrough(new DecompressionStream('gzip')), { headers });
    },
    async keep(hash, body, type, isText) {
      const headers = new Headers({ 'Content-Type': type, [keptHeader]: 'yes' });
      let content: Uint8Array<ArrayBuffer> | ArrayBuffer = body;
      if (isText && typeof CompressionStream === 'function') {
        content = await pack(body);
        headers.set(encodingHeader, 'gzip');
      }
      const cache = await caches.open(name);
      await cache.put(addressOf('file', hash), new Response(content, { headers }));
    },
    drop: (id, hashes) => Promise.all([drop('edition', [id]), drop('file', hashes)]).then(() => undefined),
    held: async () => new Set((await list()).get('file')),
    bind: (page, id) => write('page', page, id),
    tidy: (open) =>
      alone(async () => {
        const ids = await list();
        const named = async <Value>(kind: string, value: (id: string) => Promise<Value | null>) => {
          const all = await Promise.all((ids.get(kind) ?? []).map(async (id) => [id, await value(id)] as const));
          return new Map(all.flatMap(([id, found]) => (found === null ? [] : [[id, found] as const])));
        };
        const before = await state();
        const editions = await named('edition', edition);
        const bindings = await named('page', boundTo);
        const files = new Set(ids.get('file'));
        const { state: after, rubbish } = findRubbish({ state: before, editions, bindings, files }, open);
        await write('state', 'state', formatState(after));
        await drop('page', rubbish.bindings);
        await drop('file', rubbish.files);
        await drop('edition', rubbish.editions);
      }),
    clear: () => alone(async () => void (await caches.delete(name))),
  };
}

/** Text takes a fifth of its room when it is packed, and is unpacked faster than it is read from a cheap phone's disk. */
async function pack(body: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const packed = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(packed).arrayBuffer();
}
