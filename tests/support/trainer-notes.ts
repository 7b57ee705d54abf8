import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words that stand in a note for trainers and nowhere else in its file. */
export interface NoteWords {
  readonly file: string;
  readonly words: string;
}

/**
 * From every note below a content folder the longest piece without marks, long enough to be found nowhere else: what
 * formats write differently (quotation marks, emphasis, brackets) is not in it.
 */
export function trainerNotes(contentRoot: string): NoteWords[] {
  return globSync('courses/**/*.mdx', { cwd: contentRoot }).flatMap((file) => {
    // A lesson about lessons shows a note as an example, in code.
    const source = readFileSync(join(contentRoot, file), 'utf8').replace(/^(`{3,})[\s\S]*?^\1$/gmu, '');
    return [...source.matchAll(/<TrainerNote>([\s\S]*?)<\/TrainerNote>/gu)].flatMap(([, note = '']) => {
      const pieces = note.match(/[\p{L}\d ,;:-]+/gu) ?? [];
      const words = pieces.map((piece) => piece.trim()).toSorted((a, b) => b.length - a.length)[0] ?? '';
      return words.length > 20 ? [{ file, words }] : [];
    });
  });
}
