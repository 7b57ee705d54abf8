/**
 * The mark of what a template leaves open. Nothing else in a lesson looks like it, it can stand in Markdown and YAML
 * without quotation marks, readers see it as a pencil, and the check names every place where it stands.
 */
export const fillMark = '✎';

/** The words given, or the mark with what should stand there. */
export function orFill(given: string | undefined, wanted: string): string {
  return given?.trim() || `${fillMark} ${wanted}`;
}
