import { suggestName } from '#problem';
import type { Asker } from './new/ask.ts';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Where a command writes: what was asked for, and what went wrong. */
export interface Output {
  print(text: string): void;
  complain(text: string): void;
  /** Set where what is printed goes to a terminal that shows colours. */
  readonly colours?: boolean;
  /** Comes when the user ends the command; a command that goes on until then asks for it. */
  interrupted?(): AbortSignal;
  /** Set where there is somebody to ask. */
  ask?(): Promise<Asker>;
}

export type OptionTable = NonNullable<ParseArgsConfig['options']>;

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** How it is called, and what each option does. */
  readonly usage: string;
  readonly options: OptionTable;
  /** Set where words may stand beside the options. */
  readonly takesWords?: true;
  /** Does the work and returns the exit code. */
  run(values: Readonly<Record<string, unknown>>, output: Output, words: readonly string[]): number | Promise<number>;
}

const usageFault = 'BILIG_USAGE';

/** A fault in how the program was called: shown without a stack, exit code 2. */
export function createUsageFault(message: string): Error {
  return Object.assign(new Error(message), { code: usageFault });
}

/** What an error says, for a message. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isUsageFault(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === usageFault;
}

/** Finds the command, reads its options, runs it and returns the exit code: 2 for a wrong call, which is explained. */
export async function runCommand(
  commands: Readonly<Record<string, Command>>,
  args: readonly string[],
  output: Output,
): Promise<number> {
  try {
    return await dispatch(commands, args, output);
  } catch (error) {
    if (!isUsageFault(error)) throw error;
    output.complain(error.message);
    return 2;
  }
}

async function dispatch(
  commands: Readonly<Record<string, Command>>,
  [name, ...rest]: readonly string[],
  output: Output,
): Promise<number> {
  const general = generalUsage(commands);
  if (name === '--help' || name === 'help') {
    output.print(general);
    return 0;
  }
  if (!name) throw createUsageFault(general);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw createUsageFault(`${unknown('command', name, Object.keys(commands))}\n\n${general}`);
  const { values, words } = readOptions(command, rest);
  if (values['help'] !== true) return command.run(values, output, words);
  output.print(command.usage);
  return 0;
}

interface ReadOptions {
  readonly values: Readonly<Record<string, unknown>>;
  readonly words: readonly string[];
}

function readOptions(command: Command, args: readonly string[]): ReadOptions {
  const options: OptionTable = { ...command.options, help: { type: 'boolean' } };
  try {
    const allowPositionals = command.takesWords === true;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals });
    return { values: { ...values }, words: positionals };
  } catch (error) {
    throw createUsageFault(`${describeFault(error, args, Object.keys(options))}\n\n${command.usage}`);
  }
}

function describeFault(error: unknown, args: readonly string[], known: readonly string[]): string {
  const message = messageOf(error);
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const isKnown = (arg: string) => known.includes(arg.replace(/^--?/u, '').replace(/=.*$/su, ''));
    const given = args.find((arg) => arg.startsWith('-') && !isKnown(arg)) ?? '';
    return unknown(
      'option',
      given.replace(/=.*$/su, ''),
      known.map((option) => `--${option}`),
    );
  }
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return 'This command takes options only, no names of files.';
  return message;
}

/** Says that there is no such thing, and what was probably meant. */
export function unknown(what: string, given: string, known: readonly string[]): string {
  const near = suggestName(given, known);
  return `There is no ${what} "${given}".${near ? ` Did you mean "${near}"?` : ''}`;
}

function generalUsage(commands: Readonly<Record<string, Command>>): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return ['Usage: bilig <command> [options]', '', ...lines, '', 'bilig <command> --help says more about one.'].join(
    '\n',
  );
}
