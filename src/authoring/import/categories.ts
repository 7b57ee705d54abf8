import { paragraphOf, textNode, type Found, type ImportContext, type Piece } from './found.ts';

/** What came of one question, and the category in which it stands. */
export interface CategorisedPiece {
  /** A path such as `$course$/top/Media/1.2 Sources`; null where none was named. */
  readonly category: string | null;
  readonly pieces: readonly Piece[];
}

/** The pieces with the last name of their category as a heading, or as the title where there is a single category. */
export function headCategories(
  all: readonly CategorisedPiece[],
  { note }: ImportContext,
): Pick<Found, 'title' | 'pieces'> {
  const names = [...new Set(all.map(({ category }) => category))];
  for (const name of names) if (name) note('category', '', lastName(name) ?? name);
  if (names.length < 2)
    return { title: names[0] ? lastName(names[0]) : null, pieces: all.flatMap(({ pieces }) => pieces) };
  return {
    title: null,
    pieces: names.flatMap((name): Piece[] => {
      const own = all.filter(({ category }) => category === name).flatMap(({ pieces }) => pieces);
      const heading = name ? lastName(name) : null;
      const node = { ...paragraphOf([textNode(heading ?? '')]), type: 'heading', depth: 2 };
      return heading && own.length ? [{ kind: 'text', nodes: [node] }, ...own] : own;
    }),
  };
}

/** Two slashes are one in a name. Null where a path names only what every bank has. */
function lastName(path: string): string | null {
  const names = path
    .replaceAll('//', '\u0000')
    .split('/')
    .map((name) => name.replaceAll('\u0000', '/').replace(/\s+/gu, ' ').trim())
    .filter((name) => name && !/^\$\w+\$$/u.test(name));
  const own = names[0] === 'top' ? names.slice(1) : names;
  return own.at(-1) ?? null;
}
