import { addressOf, offlinePage, pathOf } from '../address.ts';
import { readRange } from '../byte-range.ts';
import { filesOf, type Edition } from '../edition.ts';
import { isImmutable } from '../part-list.ts';
import { nothingKept } from '../state.ts';
import type { OfflineStore } from './cache-store.ts';

export interface AnswersHost {
  /** The address of the site's base. */
  readonly scope: string;
  readonly store: OfflineStore;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** A request with the page that makes it and the page or worker that comes of it, by their ids. */
export interface Asked {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
}

export interface Answers {
  /** False for what is none of the worker's business and goes its way as if there were none. */
  concerns(request: Request): boolean;
  answer(asked: Asked): Promise<Response>;
  /** The pages that are open, with those that are being opened. @param listed the pages that the browser lists */
  withOpening(listed: readonly string[]): Set<string>;
}

/** An edition and its files by path. */
interface Shelf {
  readonly edition: Edition;
  readonly hashes: ReadonlyMap<string, string>;
}

/**
 * How requests are answered where something is kept. A page that is kept is opened from the device, and all that it asks
 * for comes from the same edition as long as it is open, whatever is fetched or updated meanwhile. All else comes from
 * the network, and from what is kept only where there is none.
 */
export function createAnswers({ scope, store, fetch }: AnswersHost): Answers {
  const shelves = new Map<string, Promise<Shelf | null>>();
  const bound = new Map<string, string | null>();
  const opening = new Set<string>();

  // A store that fails is no reason not to ask the network.
  const readState = () => store.state().catch(() => nothingKept);

  const shelfOf = (id: string | null): Promise<Shelf | null> => {
    if (id === null) return Promise.resolve(null);
    const known = shelves.get(id) ?? readShelf(id);
    shelves.set(id, known);
    return known;
  };

  const readShelf = async (id: string): Promise<Shelf | null> => {
    const edition = await store.edition(id).catch(() => null);
    return edition && { edition, hashes: new Map(filesOf(edition).map(({ path, hash }) => [path, hash])) };
  };

  const bindingOf = async (page: string): Promise<string | null> => {
    if (page === '') return null;
    const known = bound.get(page);
    if (known !== undefined) return known;
    const found = await store.boundTo(page).catch(() => null);
    bound.set(page, found);
    return found;
  };

  const bind = async (page: string, edition: string) => {
    if (page === '') return;
    bound.set(page, edition);
    opening.add(page);
    // On a full device the note is lost when the worker rests, and the page then asks the network first.
    await store.bind(page, edition).catch(() => undefined);
  };

  /** The file at a path in an edition; null where it has none, or the device has lost it. */
  const take = async (shelf: Shelf | null, path: string): Promise<Response | null> => {
    const hash = shelf?.hashes.get(path);
    return hash === undefined ? null : store.file(hash).catch(() => null);
  };

  const answerPage = async ({ request, resultingClientId }: Asked, path: string): Promise<Response> => {
    const { active } = await readState();
    const shelf = await shelfOf(active);
    const kept = await take(shelf, path);
    if (kept && active !== null) {
      await bind(resultingClientId, active);
      return kept;
    }
    if (shelf?.hashes.has(`${path}/`)) return redirect(request, `${path}/`);
    try {
      return await fetch(request);
    } catch (error) {
      const instead = await sayWhatIsKept(shelf, path);
      if (!instead || active === null) throw error;
      await bind(resultingClientId, active);
      return instead;
    }
  };

  const redirect = (request: Request, path: string): Response => {
    const { search } = new URL(request.url);
    return Response.redirect(addressOf(path, scope) + search);
  };

  /** The page that tells what is kept, in the language of the address, else in one that is kept. */
  const sayWhatIsKept = async (shelf: Shelf | null, path: string): Promise<Response | null> => {
    const languages = [path.split('/', 1)[0] ?? '', ...(shelf?.edition.choices ?? []).map(({ locale }) => locale)];
    for (const language of languages) {
      const page = await take(shelf, offlinePage(language));
      if (page) return new Response(page.body, { status: 503, headers: page.headers });
    }
    return null;
  };

  const answerFile = async ({ request, clientId, resultingClientId }: Asked, path: string): Promise<Response> => {
    const own = await bindingOf(clientId);
    // A worker that a page starts is part of it.
    if (own !== null && resultingClientId !== '') await bind(resultingClientId, own);
    const { active, retained } = await readState();
    const editions = isImmutable(path) ? [own, active, ...retained] : [own];
    for (const id of editions) {
      const kept = await take(await shelfOf(id), path);
      if (kept) return cut(kept, request);
    }
    try {
      return await fetch(request);
    } catch (error) {
      const kept = await take(await shelfOf(active), path);
      if (!kept) throw error;
      return cut(kept, request);
    }
  };

  return {
    withOpening(listed) {
      for (const page of listed) opening.delete(page);
      return new Set([...listed, ...opening]);
    },
    concerns: (request) =>
      // What is not to come from any store is a download, or a question whether there is something new.
      request.method === 'GET' && request.cache !== 'no-store' && pathOf(request.url, scope) !== null,
    answer(asked) {
      const path = pathOf(asked.request.url, scope) ?? '';
      return asked.request.mode === 'navigate' ? answerPage(asked, path) : answerFile(asked, path);
    },
  };
}

/** The part of a file that is asked for: players take films in parts and refuse whole ones. */
async function cut(file: Response, request: Request): Promise<Response> {
  const header = request.headers.get('Range');
  if (header === null) return file;
  const whole = await file.blob();
  const range = readRange(header, whole.size);
  const type = file.headers.get('Content-Type') ?? '';
  if (range === null) return new Response(whole, { headers: { 'Content-Type': type } });
  if (range === 'bad')
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${whole.size}` } });
  const headers = { 'Content-Type': type, 'Content-Range': `bytes ${range.start}-${range.end}/${whole.size}` };
  return new Response(whole.slice(range.start, range.end + 1), { status: 206, headers });
}
