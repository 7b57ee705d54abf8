import { posix } from 'node:path';
import { CASE_METHODS, INTL_MEMBERS, LOCALE_METHODS } from './locale-names.js';
import { findLoop } from './loops.ts';
import type { Exception, Rules } from './rules.ts';
import { readSource, type Import, type SourceFacts } from './source.ts';

/** Path from the repository's root, with `/`, to the file's text. */
export type Tree = ReadonlyMap<string, string>;

export interface Offence {
  readonly rule: RuleName;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export const ruleNames = [
  'imports',
  'packages',
  'loops',
  'file-names',
  'file-length',
  'export-star',
  'any',
  'silenced-compiler',
  'locale-data',
  'casing',
] as const;
export type RuleName = (typeof ruleNames)[number];

/** Checks every source file of a tree. `declared` holds the package names of package.json. */
export function checkTree(tree: Tree, rules: Rules, declared: ReadonlySet<string>): Offence[] {
  const facts = new Map<string, SourceFacts>();
  for (const [path, text] of tree) {
    if (/\.(ts|js|mjs|astro|svelte)$/.test(path)) facts.set(path, readSource(path, text));
  }
  const offences: Offence[] = [];
  const graph = new Map<string, string[]>();
  for (const [path, source] of facts) {
    const targets: string[] = [];
    for (const imported of source.imports) {
      const result = checkImport(path, imported, rules, declared);
      if (result.offence) offences.push({ ...result.offence, file: path, line: imported.line });
      if (result.target !== null && facts.has(result.target)) targets.push(result.target);
    }
    graph.set(path, targets);
    offences.push(...checkFile(path, source, rules));
  }
  const loop = findLoop(graph);
  if (loop) {
    const message = `imports itself in a loop: ${loop.join(' -> ')}. Move what both need to a file below them.`;
    offences.push({ rule: 'loops', file: loop[0] ?? '', line: 1, message });
  }
  return offences;
}

/** One line a person can act on: place, rule, what to do. */
export function formatOffence(offence: Offence): string {
  return `${offence.file}:${offence.line} [${offence.rule}] ${offence.message}`;
}

interface ImportResult {
  readonly offence: Pick<Offence, 'rule' | 'message'> | null;
  /** The file reached, from the repository's root, where it is one of ours. */
  readonly target: string | null;
}

const fine = (target: string | null): ImportResult => ({ offence: null, target });
const bad = (rule: RuleName, message: string, target: string | null = null): ImportResult => ({
  offence: { rule, message },
  target,
});

/** Adapters and browser files touch the outside; everything else in a subject is its core. */
const isEdge = (path: string) => path.includes('/adapters/') || /\.browser\.ts$/.test(path);

function areaOf(path: string): string | null {
  const parts = path.split('/');
  if (parts[0] !== 'src') return null;
  return parts.length === 2 ? 'pages' : (parts[1] ?? null);
}

function checkImport(path: string, imported: Import, rules: Rules, declared: ReadonlySet<string>): ImportResult {
  const area = areaOf(path);
  const name = imported.name;
  const isSubject = area !== null && area in rules.subjects;
  const isCore = isSubject && !isEdge(path);
  if (area === null || !(isSubject || area in rules.shells)) {
    return bad(
      'imports',
      `'src/${area}' is in no table. Add the folder to tests/architecture/rules.ts with what it may import.`,
    );
  }
  if (name === null) {
    return isCore
      ? bad('imports', 'imports a computed name, which nothing can check. Import a literal name.')
      : fine(null);
  }
  if (name.startsWith('#')) return checkSubjectImport(area, name, rules, isCore);
  if (name.startsWith('.') || name.startsWith('/')) return checkRelativeImport(path, area, name, rules, isCore);
  if (/^(node:|astro:|virtual:)/.test(name)) {
    return isCore
      ? bad(
          'packages',
          `'${name}' may not be used in a core. Take it as an argument, or move this to src/${area}/adapters/.`,
        )
      : fine(null);
  }
  const packageName = name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
  const allowed = rules.corePackages[area] ?? [];
  const isAllowed = allowed.some((entry) =>
    entry.endsWith('*') ? packageName.startsWith(entry.slice(0, -1)) : entry === packageName,
  );
  if (isCore && !isAllowed) {
    return bad(
      'packages',
      `'${name}' is not in the list of packages the core of '${area}' may import (tests/architecture/rules.ts).`,
    );
  }
  const isDeclared = declared.has(packageName) || declared.has(`@types/${packageName.replace(/^@(.+)\//, '$1__')}`);
  return isDeclared
    ? fine(null)
    : bad('packages', `'${packageName}' is not in package.json, so it is here by accident only.`);
}

function checkSubjectImport(area: string, name: string, rules: Rules, isCore: boolean): ImportResult {
  const [, subject = '', adapter] = /^#([a-z-]+)(?:\/adapters\/([\w./-]+))?$/.exec(name) ?? [];
  if (!(subject in rules.subjects)) {
    return bad('imports', `'${name}': a subject is entered by '#subject' or '#subject/adapters/name' only.`);
  }
  const target = adapter ? `src/${subject}/adapters/${adapter}.ts` : `src/${subject}/index.ts`;
  if (subject === area)
    return bad('imports', `'${name}': inside a subject, import the file by its relative path.`, target);
  const allowed = rules.subjects[area];
  if (allowed && !allowed.includes(subject)) {
    return bad('imports', `'${name}': '${area}' may import ${allowed.join(', ') || 'no other subject'} only.`, target);
  }
  if (adapter && isCore)
    return bad('imports', `'${name}': a core may not import an adapter. Take what it gives as an argument.`, target);
  return fine(target);
}

function checkRelativeImport(path: string, area: string, name: string, rules: Rules, isCore: boolean): ImportResult {
  const bare = name.replace(/\?.*$/, '');
  const target = bare.startsWith('/') ? bare.slice(1) : posix.normalize(posix.join(posix.dirname(path), bare));
  if (!/\.(ts|js|mjs|astro|svelte|json|css|svg|yaml)$/.test(target)) {
    return bad('imports', `'${name}': write the file's ending, such as '.ts'.`, target);
  }
  const targetArea = areaOf(target);
  if (targetArea === null) {
    const isAllowed = rules.outside.some((entry) => matches(entry, path) && target.startsWith(entry.target));
    return isAllowed ? fine(target) : bad('imports', `'${name}' leaves src.`, target);
  }
  if (targetArea !== area) {
    if (targetArea in rules.subjects)
      return bad('imports', `'${name}': enter the subject by '#${targetArea}'.`, target);
    const allowed = rules.shells[area];
    if (!allowed?.includes(targetArea))
      return bad('imports', `'${name}': '${area}' may not import '${targetArea}'.`, target);
  }
  if (isCore && isEdge(target))
    return bad('imports', `'${name}': a core may not import its adapters or browser code.`, target);
  return fine(target);
}

const matches = (entry: Exception, path: string) =>
  entry.path.endsWith('/') ? path.startsWith(entry.path) : path === entry.path;

function checkFile(path: string, source: SourceFacts, rules: Rules): Offence[] {
  const offences: Offence[] = [];
  const add = (rule: RuleName, line: number, message: string) => offences.push({ rule, file: path, line, message });

  const vague = path
    .split('/')
    .slice(1)
    .flatMap((part) => part.split('.'))
    .find((part) => /^(utils?|helpers?|misc)$/.test(part));
  if (vague) add('file-names', 1, `'${vague}' says nothing about what is inside. Name the file after its one job.`);

  const isComponent = /\.(astro|svelte)$/.test(path);
  if (!isComponent && source.lines > rules.maxLines && !rules.long.some((entry) => matches(entry, path))) {
    add(
      'file-length',
      rules.maxLines + 1,
      `has ${source.lines} lines, more than ${rules.maxLines}. Split it by what changes together.`,
    );
  }
  if (isComponent && source.scriptLines > rules.maxScriptLines) {
    add(
      'file-length',
      1,
      `has ${source.scriptLines} lines of script, more than ${rules.maxScriptLines}. Move the computing to a .ts file.`,
    );
  }
  const isNodeAdapter = /\/adapters\/node-[^/]+\.ts$/.test(path);
  const mayUseLocaleData = isNodeAdapter || rules.localeData.some((entry) => matches(entry, path));
  const mayChangeCase = rules.casing.some((entry) => matches(entry, path));
  for (const mark of source.marks) {
    if (mark.kind === 'export-star')
      add('export-star', mark.line, `'export * from ${mark.name}': name what is exported.`);
    else if (mark.kind === 'any')
      add('any', mark.line, "the type 'any' turns checking off. Use 'unknown' and narrow it.");
    else if (mark.kind === 'silenced')
      add('silenced-compiler', mark.line, `'${mark.name}': mend the type, or use '@ts-expect-error' with a reason.`);
    else if (INTL_MEMBERS.includes(mark.name) || LOCALE_METHODS.includes(mark.name)) {
      if (!mayUseLocaleData)
        add(
          'locale-data',
          mark.line,
          `'${mark.name}' has no data for az, uz, kk, ky in browsers. Format and sort at build time with '#language/adapters/node-intl'.`,
        );
    } else if (CASE_METHODS.includes(mark.name) && !mayChangeCase) {
      add(
        'casing',
        mark.line,
        `'${mark.name}' is wrong for i and I in az and tr. Use lowerCase from '#language', or add a reason to tests/architecture/rules.ts.`,
      );
    }
  }
  return offences;
}
