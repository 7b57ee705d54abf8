/** A custom property, in a sheet or in what sets one. Names that differ in case are different ones. */
const property = /--[\w-]+/gu;

/**
 * Gives the tokens of a sheet short names wherever a style uses them. Their order in the sheet gives the names, so that
 * they change with the sheet's own address or not at all. Capitals: no property that is written by hand has one, so a
 * short name can be nobody else's.
 */
export function tokenShortener(sheet: string): (css: string) => string {
  const tokens = [...new Set(sheet.match(/--[\w-]+(?=:)/gu))];
  const names = new Map(tokens.map((token, at) => [token, `--${shortName(at)}`]));
  return (css) => css.replace(property, (name) => names.get(name) ?? name);
}

const letters = 26;

/** A to Z, then AA, AB and on, as the columns of a table are named. */
function shortName(at: number): string {
  const last = String.fromCharCode(65 + (at % letters));
  return at < letters ? last : shortName(Math.floor(at / letters) - 1) + last;
}
