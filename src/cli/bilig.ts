import { check } from './check.ts';
import { runCommand, type Command } from './command.ts';
import { exportPackage } from './export.ts';
import { search } from './search.ts';
import { tokens } from './tokens.ts';

/** Commands of `bilig` by name; a new one is a file and a line here. */
const commands: Readonly<Record<string, Command>> = { check, export: exportPackage, search, tokens };

// A reader such as `head` may close the pipe early; that is no fault of ours.
process.stdout.on('error', () => process.exit());

process.exitCode = await runCommand(commands, process.argv.slice(2), {
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
});
