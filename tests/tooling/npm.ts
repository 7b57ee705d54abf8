import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

// On Windows npm is a script, which only a shell can start; elsewhere a process group of its own can be ended as a whole.
const isWindows = process.platform === 'win32';

/** Starts a command of the project (npm, or a program of node_modules/.bin when run by npm) that `stop` can end with its children. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  return spawn(command, args, { ...options, shell: isWindows, detached: !isWindows });
}

/** Ends a process started by `start` and every process it started itself, and nothing else. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const ended = isOver() ? Promise.resolve() : new Promise<void>((done) => child.once('exit', () => done()));
  if (isWindows) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  else signal(child.pid, 'SIGTERM');
  const isDone = await Promise.race([
    ended.then(() => true),
    new Promise((done) => setTimeout(done, 5_000, false).unref()),
  ]);
  if (!isDone && !isWindows) signal(child.pid, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
