import { wordsOf, type Found, type Markdown, type Piece } from './found.ts';

/**
 * The pieces with headings as a lesson has them: the first level below the title, none skipped. A heading of the
 * first level at the very start, and alone at that level, is the title.
 */
export function headPieces({ title, pieces }: Found): {
  readonly title: string | null;
  readonly pieces: readonly Piece[];
} {
  const all = pieces.flatMap((piece) =>
    piece.kind === 'text' ? piece.nodes.filter(({ type }) => type === 'heading') : [],
  );
  const [first] = pieces[0]?.kind === 'text' ? pieces[0].nodes : [];
  const level = (depth: number | undefined) => depth ?? 1;
  const isTitle =
    title === null &&
    first?.type === 'heading' &&
    level(first.depth) === 1 &&
    all.every((node) => node === first || level(node.depth) > level(first.depth));
  const own = isTitle ? wordsOf([first]) : title;
  const rest = isTitle ? all.slice(1) : all;
  const levels = [...new Set(rest.map(({ depth }) => level(depth)))].sort((a, b) => a - b);
  let before = 1;
  const lower = (nodes: Markdown): Markdown =>
    nodes.flatMap((node): Markdown => {
      if (node.type !== 'heading') return [node];
      if (isTitle && node === first) return [];
      const depth = Math.min(2 + levels.indexOf(level(node.depth)), before + 1, 6);
      before = depth;
      return [{ ...node, depth }];
    });
  return {
    title: own,
    pieces: pieces.flatMap((piece): Piece[] => {
      if (piece.kind !== 'text') return [piece];
      const nodes = lower(piece.nodes);
      return nodes.length ? [{ kind: 'text', nodes }] : [];
    }),
  };
}
