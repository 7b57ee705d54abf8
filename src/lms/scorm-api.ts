/** A platform's API as we call it: every call gives a text, and none throws. */
export type ScormCall = (name: string, ...values: readonly string[]) => string;

/** A window, as far as an API is looked for in it. */
export interface ApiWindow {
  readonly parent: ApiWindow | null;
  readonly opener?: ApiWindow | null;
}

const mostParents = 50;

/**
 * Looks for the API that a platform puts into a window around this one, or around the one that has opened it (SCORM 1.2
 * RTE 3.3.6.1, SCORM 2004 RTE 3.2.1).
 *
 * @param name `API` in SCORM 1.2, `API_1484_11` in SCORM 2004
 * @returns null where there is none; a window of another site is looked at and passed by
 */
export function findApi(own: ApiWindow, name: string): ScormCall | null {
  const [top, found] = searchParents(own, name);
  const opener = found ? null : (tryTo(() => top.opener) ?? tryTo(() => own.opener) ?? null);
  const api = found ?? (opener ? searchParents(opener, name)[1] : null);
  return api && wrapApi(api);
}

function searchParents(own: ApiWindow, name: string): [last: ApiWindow, api: object | null] {
  let current = own;
  for (let step = 0; step <= mostParents; step += 1) {
    const api = tryTo(() => (current as unknown as Readonly<Record<string, unknown>>)[name]);
    if ((typeof api === 'object' && api !== null) || typeof api === 'function') return [current, api];
    const parent = tryTo(() => current.parent);
    if (!parent || parent === current) break;
    current = parent;
  }
  return [current, null];
}

function wrapApi(api: object): ScormCall {
  return (name, ...values) => {
    const call = tryTo(() => (api as Readonly<Record<string, unknown>>)[name]);
    const result =
      typeof call === 'function'
        ? tryTo(() => (call as (...all: string[]) => unknown).apply(api, [...values]))
        : undefined;
    return result === undefined || result === null ? '' : String(result);
  };
}

/** Windows of other sites throw when anything of them is asked for, and so do some platforms. */
function tryTo<Value>(ask: () => Value): Value | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
