/** A custom property, in a sheet or in what sets one. Names that differ in case are different ones. */
const property = /--[\w-]+/gu;

/**
 * Gives the tokens of a sheet short names wherever a style uses them. Their order in the sheet gives the names, so that
 * they change with the sheet's own address or not at all. Capitals and digits: no property that is written by hand has a
 * capital or begins with a digit, so a short name can be nobody else's.
 */
export function tokenShortener(sheet: string): (css: string) => string {
  const tokens = [...new Set(sheet.match(/--[\w-]+(?=:)/gu))];
  const names = new Map(tokens.map((token, at) => [token, `--${shortName(at)}`]));
  return (css) => css.replace(property, (name) => names.get(name) ?? name);
}

// As many as there can be of one character: there are hardly more tokens, and each stands in the sheet many times.
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A to 9, then AA, AB and on, as the columns of a table are named. */
function shortName(at: number): string {
  const last = signs.charAt(at % signs.length);
  return at < signs.length ? last : shortName(Math.floor(at / signs.length) - 1) + last;
}
