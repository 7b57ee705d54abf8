import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { steps } from '../../tooling/steps.ts';
import { beforeTheProject, runElsewhere, runHere } from './commands.ts';
import { readCommands, readReferences } from './read-docs.ts';

const root = resolve(import.meta.dirname, '../../..');
const names = [
  'README.md',
  'CONTRIBUTING.md',
  'DESIGN.md',
  'content/README.md',
  ...globSync(['src/*/README.md', 'docs/*.md'], { cwd: root }),
];
const docs = names
  .filter((name) => existsSync(join(root, name)))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));
const commands = docs.flatMap(({ name, text }) =>
  readCommands(text).map((command) => ({ ...command, place: `${name}:${command.line}` })),
);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** The npm script a command runs; null for other commands. */
function scriptOf(command: string): string | null {
  const [, run, direct] = /^npm (?:run ([\w:-]+)|(test|start)\b)/.exec(command) ?? [];
  return run ?? direct ?? null;
}

describe('the documents', () => {
  it('begin with a README', () => {
    expect(docs.map((doc) => doc.name)).toContain('README.md');
  });

  it('name npm scripts that exist', () => {
    const gone = commands.filter(({ text }) => {
      const script = scriptOf(text);
      return script !== null && !(script in manifest.scripts);
    });
    expect(gone.map(({ place, text }) => `${place}: '${text}' is no script of package.json`)).toEqual([]);
  });

  it('name only commands that something runs', () => {
    const unproved = commands.filter(
      ({ text }) =>
        !runHere.includes(text) && !(text in runElsewhere) && !beforeTheProject.some((pattern) => pattern.test(text)),
    );
    expect(
      unproved.map(
        ({ place, text }) =>
          `${place}: nothing runs '${text}'. Add it to runHere or runElsewhere in tests/unit/docs/commands.ts.`,
      ),
    ).toEqual([]);
  });

  it('name paths that exist, from the root or from where the document stands', () => {
    const gone = docs.flatMap(({ name, text }) =>
      readReferences(text)
        .filter(({ path }) => !existsSync(join(root, path)) && !existsSync(join(root, dirname(name), path)))
        .map(({ path, line }) => `${name}:${line}: '${path}' is not there`),
    );
    expect(gone).toEqual([]);
  });
});

describe('the tables of commands', () => {
  it('name steps and files that exist', () => {
    const known = new Set(steps.map((step) => step.name));
    const gone = Object.entries(runElsewhere).filter(
      ([, where]) => !known.has(where) && !existsSync(join(root, where)),
    );
    expect(gone).toEqual([]);
  });

  it('name npm scripts that exist', () => {
    const scripts = [...runHere, ...Object.keys(runElsewhere)].map(scriptOf).filter((script) => script !== null);
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });
});

describe('a documented command', () => {
  it.each(runHere)('works: %s', { timeout: 60_000 }, (command) => {
    const [program = '', ...args] = command.split(' ');
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect({ status, output: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, output: '' });
  });
});
