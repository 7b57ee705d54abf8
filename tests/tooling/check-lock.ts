import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
export interface Lock {
  readonly packages?: Readonly<Record<string, LockEntry>>;
}
export type Manifest = Readonly<Partial<Record<DependencyField, Readonly<Record<string, string>>>>>;

const dependencyFields = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
type DependencyField = (typeof dependencyFields)[number];

/**
 * What would make `npm ci` fail, or install something else, on another machine or another npm.
 * npm can write a lock file without the optional packages of other platforms and refuse it afterwards.
 */
export function checkLock(manifest: Manifest, lock: Lock): string[] {
  const problems: string[] = [];
  const packages = lock.packages ?? {};
  if (!('' in packages))
    problems.push("package-lock.json: no entry for the project itself; write it with 'npm install'.");

  for (const field of dependencyFields) {
    for (const [name, version] of Object.entries(manifest[field] ?? {})) {
      if (!/^\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$/.test(version)) {
        problems.push(`package.json: ${field}.${name} is '${version}'; write an exact version.`);
        continue;
      }
      const locked = packages[`node_modules/${name}`]?.version;
      if (locked !== version) {
        problems.push(
          `package-lock.json: ${name} is ${locked ?? 'missing'} and package.json says ${version}; run 'npm install'.`,
        );
      }
    }
  }
  for (const [path, entry] of Object.entries(packages)) {
    if (entry.resolved !== undefined) {
      problems.push(
        `package-lock.json: '${path}' names where it was fetched ('resolved'); .npmrc turns that off, run 'npm install'.`,
      );
    }
    if (path !== '' && !entry.version && !entry.link) problems.push(`package-lock.json: '${path}' has no version.`);
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!isLocked(packages, path, name)) {
        problems.push(
          `package-lock.json: '${name}', optional for '${path || 'the project'}', is missing; pin an older version that has it.`,
        );
      }
    }
  }
  return problems;
}

/** Looks a package up as Node does: from the folder of the one that asks, upwards. */
function isLocked(packages: Readonly<Record<string, LockEntry>>, from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder}${folder ? '/' : ''}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '../..');
  const read = (name: string): unknown => JSON.parse(readFileSync(resolve(root, name), 'utf8'));
  // The visual editor has packages of its own.
  const problems = ['', 'editor/'].flatMap((folder) =>
    checkLock(read(`${folder}package.json`) as Manifest, read(`${folder}package-lock.json`) as Lock).map(
      (problem) => folder + problem,
    ),
  );
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log('The lock files are complete and exact.');
  process.exitCode = problems.length === 0 ? 0 : 1;
}
