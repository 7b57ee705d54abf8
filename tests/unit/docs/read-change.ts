import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readBlocks } from './read-docs.ts';

/** A change of the project as a document shows it. */
export interface Change {
  /** New files by path: blocks with `new <path>` behind their language. */
  readonly files: ReadonlyMap<string, string>;
  /** Edits of files that exist: blocks in the form of a diff, in which `+++ <path>` begins a file. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
}

export interface Edit {
  readonly before: string;
  readonly after: string;
}

/** Reads the change that a Markdown document shows. */
export function readChange(markdown: string): Change {
  const blocks = readBlocks(markdown);
  const files = blocks.flatMap(({ info, text }) => {
    const [, path] = /^new (\S+)$/u.exec(info) ?? [];
    return path ? [[path, `${text}\n`] as const] : [];
  });
  const edits = new Map<string, Edit[]>();
  for (const { text } of blocks.filter(({ language }) => language === 'diff')) {
    for (const part of text.split(/^\+\+\+ /mu).slice(1)) {
      const [path = '', ...lines] = part.trimEnd().split('\n');
      const hunks = lines.join('\n').split(/^@@$\n?/mu);
      edits.set(path, [...(edits.get(path) ?? []), ...hunks.map(readHunk)]);
    }
  }
  return { files: new Map(files), edits };
}

function readHunk(hunk: string): Edit {
  const lines = hunk.replace(/\n$/u, '').split('\n');
  const keep = (signs: string) =>
    lines
      .filter((line) => signs.includes(line.charAt(0)))
      .map((line) => line.slice(1))
      .join('\n');
  return { before: keep(' -'), after: keep(' +') };
}

/**
 * Makes a change in a folder.
 *
 * @throws where a file is there already, or the lines that an edit shows do not stand there exactly once
 */
export function applyChange({ files, edits }: Change, folder: string): void {
  for (const [path, text] of files) {
    if (existsSync(join(folder, path))) throw new Error(`${path} exists already.`);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [path, changes] of edits) {
    let text = readFileSync(join(folder, path), 'utf8');
    for (const { before, after } of changes) {
      const found = text.split(before).length - 1;
      if (!before || found !== 1) throw new Error(`${path} holds ${found} times: ${before}`);
      text = text.replace(before, () => after);
    }
    writeFileSync(join(folder, path), text);
  }
}
