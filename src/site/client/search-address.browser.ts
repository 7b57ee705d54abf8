const longest = 200;

/** What the address asks to search for. */
export function readQuery(): string {
  return (new URLSearchParams(location.search).get('q') ?? '').slice(0, longest);
}

/**
 * Writes the query into the address, so that a reload or the way back from a result finds it again. Replaces the entry:
 * nobody wants to go back letter by letter, and nothing is sent anywhere.
 */
export function writeQuery(query: string): void {
  const address = new URL(location.href);
  if (query) address.searchParams.set('q', query.slice(0, longest));
  else address.searchParams.delete('q');
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // Safari allows a hundred changes in thirty seconds; the next one will tell the same story.
  }
}
