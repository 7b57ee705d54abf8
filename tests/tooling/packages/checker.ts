import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A package that was written to be checked, with the folder into which it was unpacked. */
export interface WrittenPackage {
  readonly name: string;
  readonly format: string;
  readonly file: string;
  readonly unpacked: string;
}

/** What a checker says of packages: faults, or why it could not run. */
export type Outcome = { readonly ran: number; readonly faults: readonly string[] } | { readonly missing: string };

/** A program from elsewhere that judges packages. */
export interface Checker {
  readonly name: string;
  check(packages: readonly WrittenPackage[]): Outcome;
}

/** A program of the project or of the system; null where there is none of the name. */
export function findProgram(name: string): string | null {
  const own = join(import.meta.dirname, '../../../node_modules/.bin', name);
  const places = [own, ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name))];
  return places.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs a program to its end. */
export function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env },
  });
  return { isFine: status === 0, output: `${stdout}${stderr}` };
}

/** Files of a name in a folder and all below it. */
export function findFiles(folder: string, test: (name: string) => boolean): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
