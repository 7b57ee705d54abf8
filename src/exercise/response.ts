/** What a learner has answered: by id, safe to store as JSON. A list may be an order or a record of moves. */
export type Response = string | readonly string[] | Readonly<Record<string, string>>;

// A stored response may come from another build, so its form is asked for and never assumed.

export function asText(response: Response | null): string {
  return typeof response === 'string' ? response : '';
}

export function asList(response: Response | null): readonly string[] {
  return Array.isArray(response) ? (response as readonly string[]) : [];
}

export function asRecord(response: Response | null): Readonly<Record<string, string>> {
  const isRecord = typeof response === 'object' && response !== null && !Array.isArray(response);
  return isRecord ? (response as Readonly<Record<string, string>>) : {};
}
