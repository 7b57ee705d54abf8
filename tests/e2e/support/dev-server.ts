import { resolve } from 'node:path';
import { freePort, plainEnv, printedAddress, recordOutput } from '../../smoke/site-process.ts';
import { start, stop } from '../../tooling/npm.ts';

const root = resolve(import.meta.dirname, '../../..');

/** A development server of a test's own. */
export interface DevServer {
  /** With a slash at its end. */
  readonly address: string;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts `npm run dev` over a content folder, on a port that nobody has. */
export async function startDev(content: string, env: Readonly<Record<string, string>> = {}): Promise<DevServer> {
  const port = await freePort();
  const child = start('npm', ['run', 'dev'], {
    cwd: root,
    env: plainEnv({ HOST: '127.0.0.1', PORT: String(port), BILIG_CONTENT: content, ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = recordOutput(child);
  try {
    await printedAddress(child, port);
  } catch (error) {
    await stop(child);
    throw error;
  }
  return { address: `http://127.0.0.1:${port}/`, output, stop: () => stop(child) };
}
