/** A command a document tells its reader to type. */
export interface Command {
  /** With single spaces, without npm's silence and without variables set before it. */
  readonly text: string;
  readonly line: number;
}

export interface Reference {
  readonly path: string;
  readonly line: number;
}

const inlineCode = /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g;

/** The commands of a Markdown document: shell blocks, and `npm …` in running text. */
export function readCommands(markdown: string): Command[] {
  const commands: Command[] = [];
  for (const { text, line, block } of readLines(markdown)) {
    if (block === null) {
      for (const [, , code = ''] of text.matchAll(inlineCode)) {
        if (/^(npm (run|ci|test|start|install)\b|\.ci\/)/.test(code)) commands.push(...splitLine(code, line));
      }
    } else if (['sh', 'bash', 'shell', 'console'].includes(block)) commands.push(...splitLine(text, line));
  }
  return commands;
}

/** A fenced block as it stands. */
export interface Block {
  readonly language: string;
  /** What stands behind the language on the opening line. */
  readonly info: string;
  readonly text: string;
  /** Line of its opening fence. */
  readonly line: number;
}

/** The fenced blocks of a Markdown document that stand at the margin. */
export function readBlocks(markdown: string): Block[] {
  return [...markdown.matchAll(/^(```+)([\w-]+)[ \t]*([^\n]*)\n([\s\S]*?)\n\1$/gmu)].map(
    ({ index, 2: language = '', 3: info = '', 4: text = '' }) => ({
      language,
      info: info.trim(),
      text,
      line: markdown.slice(0, index).split('\n').length,
    }),
  );
}

/** Paths in inline code and targets of relative links that a reader would expect to find in the repository. */
export function readReferences(markdown: string): Reference[] {
  const references: Reference[] = [];
  for (const { text, line, block } of readLines(markdown)) {
    if (block !== null) continue;
    for (const [, , code = ''] of text.matchAll(inlineCode)) {
      if (isRepositoryPath(code)) references.push({ path: code, line });
    }
    for (const [, target = ''] of text.replace(inlineCode, '').matchAll(/\]\(([^)\s]+)\)/g)) {
      if (!/^([a-z]+:|#|\/)/.test(target)) references.push({ path: target.replace(/#.*$/, ''), line });
    }
  }
  return references;
}

/** A path from the root, not a pattern (`content/<course>`), an import (`#course`) or a name relative to something else (`index.ts`). */
function isRepositoryPath(code: string): boolean {
  if (/[\s<>{}*…$|]/.test(code)) return false;
  if (/^(\.\/)?(src|tests|content|public|docs|\.ci|\.github)(\/|$)/.test(code)) return true;
  return (
    /^(package(-lock)?\.json|tsconfig[\w.]*\.json|[\w.]+\.config\.(js|mjs|ts)|[A-Z]+(\.md)?|\.(nvmrc|npmrc|prettierrc|editorconfig))$/.test(
      code,
    ) && isFileName(code)
  );
}

/** `LICENSE` is a file; `SCORM` is a word. */
const isFileName = (code: string) => code.includes('.') || ['LICENSE', 'NOTICE'].includes(code);

function splitLine(line: string, number: number): Command[] {
  const bare = line
    .trim()
    .replace(/^\$\s+/, '')
    .replace(/(^|\s)#.*$/, '')
    .trim();
  return bare === '' ? [] : bare.split(/\s*&&\s*/).map((text) => ({ text: normalise(text), line: number }));
}

function normalise(command: string): string {
  return command
    .replace(/\s+/g, ' ')
    .replace(/^([A-Z_]+=\S+ )+/, '')
    .replace(/^npm (?:-s |--silent )?(run|test|start)(?: -s| --silent)?(?= |$)/, 'npm $1')
    .trim();
}

/** Every line with the language of the block it stands in (null outside blocks); lines ending in `\` are joined. */
function* readLines(markdown: string): Generator<{ text: string; line: number; block: string | null }> {
  let block: { language: string; fence: string } | null = null;
  let held = '';
  for (const [index, text] of markdown.split('\n').entries()) {
    const [, fence = '', language = ''] = /^\s*(```+|~~~+)\s*([\w-]*)/.exec(text) ?? [];
    if (fence !== '') {
      if (!block) block = { language, fence };
      else if (text.trim().startsWith(block.fence) && language === '') block = null;
      continue;
    }
    if (block && text.endsWith('\\')) {
      held += `${text.slice(0, -1)} `;
      continue;
    }
    yield { text: held + text, line: index + 1, block: block ? block.language : null };
    held = '';
  }
}
