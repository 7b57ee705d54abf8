import { check } from './check.ts';
import { runCommand, type Command } from './command.ts';
import { exportPackage } from './export.ts';
import { importFile } from './import.ts';
import type { Asker } from './new/ask.ts';
import { create } from './new.ts';
import { screen } from './screen.ts';
import { search } from './search.ts';
import { tokens } from './tokens.ts';

/** Commands of `bilig` by name; a new one is a file and a line here. */
const commands: Readonly<Record<string, Command>> = {
  check,
  export: exportPackage,
  import: importFile,
  new: create,
  screen,
  search,
  tokens,
};

// A reader such as `head` may close the pipe early; that is no fault of ours.
process.stdout.on('error', () => process.exit());

/** The signal of Ctrl C. Only a command that asks for it has to end by itself. */
function listenForInterrupt(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

/** Loads the prompts, which only a command that asks needs. */
async function openAsker(): Promise<Asker> {
  const { createAsker } = await import('./new/ask.ts');
  return createAsker({ input: process.stdin, output: process.stdout });
}

const isInteractive = process.stdin.isTTY && process.stdout.isTTY && !process.env['CI'];

process.exitCode = await runCommand(commands, process.argv.slice(2), {
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  // https://no-color.org: any value but an empty one turns colours off.
  colours: process.stdout.isTTY && !process.env['NO_COLOR'] && process.stdout.hasColors(),
  interrupted: listenForInterrupt,
  ...(isInteractive ? { ask: openAsker } : {}),
});
