import { errorAt, placeOf, type MarkdownNode } from '#exercise';
import type { Problem } from '#problem';
import { plainText } from './rich-text.ts';

/** Reports a heading that skips a level, is the page's own level, or says nothing. */
export function checkHeading(node: MarkdownNode, before: number, reading: { file: string; problems: Problem[] }): void {
  const place = placeOf(node, reading.file);
  const depth = node.depth ?? 1;
  const deepest = Math.max(before, 1) + 1;
  if (depth === 1 || depth > deepest) {
    reading.problems.push(
      errorAt(place, 'heading-level', {
        message:
          depth === 1
            ? 'A lesson has no `#` heading of its own: its title is the page’s.'
            : `This heading is of level ${depth} below one of level ${Math.max(before, 1)}; readers who listen to the page lose their way.`,
        hint: `Write it with ${'#'.repeat(depth === 1 ? 2 : deepest)}.`,
      }),
    );
  }
  if (!plainText(node).trim()) {
    reading.problems.push(
      errorAt(place, 'heading-empty', { message: 'This heading has no words.', hint: 'Write it, or remove the line.' }),
    );
  }
}
