/** What the address of the search page says. */
export interface SearchAddress {
  readonly query: string;
  /** The course, or `glossary`, that the search is kept to; empty for everything. */
  readonly place: string;
}

const longest = 200;

/** What the address asks to search for. */
export function readAddress(): SearchAddress {
  const parameters = new URLSearchParams(location.search);
  return { query: (parameters.get('q') ?? '').slice(0, longest), place: parameters.get('in') ?? '' };
}

/**
 * Writes the query into the address, so that a reload or the way back from a result finds it again. Replaces the entry:
 * nobody wants to go back letter by letter, and nothing is sent anywhere.
 */
export function writeAddress({ query, place }: SearchAddress): void {
  const address = new URL(location.href);
  const set = (name: string, value: string) => {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  };
  set('q', query.slice(0, longest));
  set('in', place);
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // Safari allows a hundred changes in thirty seconds; the next one will tell the same story.
  }
}
