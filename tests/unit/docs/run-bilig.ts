import { join } from 'node:path';
import { check } from '../../../src/cli/check.ts';
import { runCommand } from '../../../src/cli/command.ts';
import { exportPackage } from '../../../src/cli/export.ts';
import { create } from '../../../src/cli/new.ts';
import { screen } from '../../../src/cli/screen.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where a command works in place of the project. */
export interface Workplace {
  /** A copy of the content. */
  readonly content: string;
  /** Where files that a command writes go; the folder of the content unless said. */
  readonly folder?: string;
}

/**
 * Runs a command of `bilig` as a document prints it (`readCommands`) in a copy of the content.
 *
 * @throws where it is no command that can be run so
 */
export async function runBilig(command: string, { content, folder = content }: Workplace): Promise<Ran> {
  const [, name = '', rest = ''] = /^npm run bilig -- (check|export|new|screen)\b ?(.*)$/u.exec(command) ?? [];
  if (!name) throw new Error(`'${command}' cannot be run in a copy of the content.`);
  const written = { stdout: '', stderr: '' };
  const words = wordsOf(rest).map((word, at, all) => (all[at - 1] === '--out' ? join(folder, word) : word));
  const code = await runCommand(
    { check, export: exportPackage, new: create, screen },
    [name, ...words, '--content', content],
    {
      print: (text) => void (written.stdout += `${text}\n`),
      complain: (text) => void (written.stderr += `${text}\n`),
    },
  );
  return { code, ...written };
}

/** The words of a command as a shell divides them. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}
