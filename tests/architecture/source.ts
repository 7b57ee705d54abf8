import ts from 'typescript';

/** What a file says that the rules ask about. Lines count from 1. */
export interface SourceFacts {
  readonly lines: number;
  readonly scriptLines: number;
  readonly imports: readonly Import[];
  readonly marks: readonly Mark[];
}

export interface Import {
  /** The name imported, or null where it is computed and cannot be checked. */
  readonly name: string | null;
  readonly line: number;
}

/** A use that some rule forbids: a property or global by name, the type `any`, `export *`, a silenced compiler. */
export interface Mark {
  readonly kind: 'member' | 'any' | 'export-star' | 'silenced';
  readonly name: string;
  readonly line: number;
}

interface Block {
  readonly code: string;
  /** Lines of the file before the block. */
  readonly before: number;
}

interface Parts {
  readonly scripts: readonly Block[];
  /** The rest of a component, null for plain TypeScript. */
  readonly markup: string | null;
}

/** Reads the TypeScript of a .ts, .astro or .svelte file, and the names used in the latter's markup. */
export function readSource(path: string, text: string): SourceFacts {
  const isComponent = /\.(astro|svelte)$/.test(path);
  const { scripts, markup } = isComponent ? splitComponent(text) : wholeFile(text);
  const imports: Import[] = [];
  const marks: Mark[] = [];
  for (const block of scripts) readBlock(block, imports, marks);
  if (markup !== null) readMarkup(markup, marks);
  const scriptLines = scripts.reduce((sum, block) => sum + countLines(block.code.trim()), 0);
  return { lines: countLines(text.trimEnd()), scriptLines, imports, marks };
}

const countLines = (text: string) => (text === '' ? 0 : text.split('\n').length);

const wholeFile = (text: string): Parts => ({ scripts: [{ code: text, before: 0 }], markup: null });

/** Cuts out frontmatter and scripts; the markup keeps its line numbers. */
function splitComponent(text: string): Parts {
  const scripts: Block[] = [];
  const take = (whole: string, code: string, offset: number) => {
    const start = offset + whole.indexOf(code);
    scripts.push({ code, before: text.slice(0, start).split('\n').length - 1 });
    return whole.replace(/[^\n]/g, ' ');
  };
  const markup = text
    .replace(/^\s*---\r?\n([\s\S]*?)\r?\n---(?=\s)/, (whole: string, code: string, offset: number) =>
      take(whole, code, offset),
    )
    .replace(/<script\b[^>]*>([\s\S]*?)<\/script>/g, (whole: string, code: string, offset: number) =>
      take(whole, code, offset),
    )
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, (whole: string) => whole.replace(/[^\n]/g, ' '));
  return { scripts, markup };
}

function readBlock(block: Block, imports: Import[], marks: Mark[]): void {
  const file = ts.createSourceFile('block.ts', block.code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1 + block.before;
  const addImport = (node: ts.Node, specifier: ts.Node | undefined) => {
    const name = specifier && ts.isStringLiteralLike(specifier) ? specifier.text : null;
    imports.push({ name, line: lineOf(node.getStart(file)) });
  };
  const mark = (node: ts.Node, kind: Mark['kind'], name: string) =>
    marks.push({ kind, name, line: lineOf(node.getStart(file)) });

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) addImport(node, node.moduleSpecifier);
    else if (ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier) addImport(node, node.moduleSpecifier);
      // `export * as name` is a named export; a bare star hides what a subject offers.
      if (node.moduleSpecifier && !node.exportClause) mark(node, 'export-star', node.moduleSpecifier.getText(file));
    } else if (ts.isImportTypeNode(node))
      addImport(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node);
    else if (ts.isExternalModuleReference(node)) addImport(node, node.expression);
    else if (ts.isCallExpression(node)) {
      const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword || isRequire) addImport(node, node.arguments[0]);
    } else if (ts.isPropertyAccessExpression(node)) mark(node.name, 'member', node.name.text);
    else if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
      mark(node.argumentExpression, 'member', node.argumentExpression.text);
    } else if (ts.isBindingElement(node)) mark(node, 'member', (node.propertyName ?? node.name).getText(file));
    else if (node.kind === ts.SyntaxKind.AnyKeyword) mark(node, 'any', 'any');
    ts.forEachChild(node, visit);
  };
  visit(file);
  readComments(block, marks);
}

/** Compiler directives count only in comments, so that a string naming one is no offence. */
function readComments(block: Block, marks: Mark[]): void {
  block.code.split('\n').forEach((line, index) => {
    const found =
      /^\s*(?:\/\/|\/\*+|\{\/\*)\s*(@ts-(?:ignore|nocheck))\b/.exec(line) ?? /\/\/\s*(@ts-ignore)\b/.exec(line);
    if (found?.[1]) marks.push({ kind: 'silenced', name: found[1], line: block.before + index + 1 });
  });
}

/** Expressions in markup are few and short: names after a dot are enough to find a forbidden method. */
function readMarkup(markup: string, marks: Mark[]): void {
  markup.split('\n').forEach((line, index) => {
    for (const found of line.matchAll(/\.\s*([A-Za-z]+)\s*(?=[(<.])/g)) {
      if (found[1]) marks.push({ kind: 'member', name: found[1], line: index + 1 });
    }
  });
}
