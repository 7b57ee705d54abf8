/**
 * The languages among which a page of another site lets learners choose: `kk,ru` in the address of a frame, or in an
 * attribute of the element.
 *
 * @param known what can be shown; other names count for nothing
 * @returns each once, in the order of the host
 */
export function readLanguages(named: string | null, known: readonly string[]): string[] {
  return [...new Set((named ?? '').split(/[\s,]+/u))].filter((language) => known.includes(language));
}
