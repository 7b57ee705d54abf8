// What lists and the device give is read as if a stranger had written it: the pages that are kept run as this site.

export type Plain = Readonly<Record<string, unknown>>;

/** The object that a text holds; null for anything else, and for texts that no honest list is as long as. */
export function parseObject(json: string | null, maxLength: number): Plain | null {
  if (json === null || json.length > maxLength) return null;
  try {
    const value: unknown = JSON.parse(json);
    return isPlain(value) ? value : null;
  } catch {
    return null;
  }
}

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** SHA-256 in the 43 letters of base64url. */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{43}$/u.test(value);
}

/** 4 GB: more than any course, less than what sums of numbers could hide. */
const mostBytes = 2 ** 32;

export function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= mostBytes;
}

/** A part's name, or that of a course or a language in it. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 200 && /^[A-Za-z0-9-]+(?:\/[A-Za-z0-9-]+)*$/u.test(value);
}

/**
 * An address below the site's base, as the build names its files: it cannot lead to another host, out of the base, or
 * to the same file under a second name.
 */
export function isPath(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 400 &&
    !/[\\:?#%\p{Cc}]/u.test(value) &&
    (value === '' ||
      value
        .replace(/\/$/u, '')
        .split('/')
        .every((part) => part !== '' && part !== '.' && part !== '..'))
  );
}
