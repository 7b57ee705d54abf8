import type { ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { stripVTControlCharacters } from 'node:util';

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

/** The environment of a person at a shell: nothing of vitest's own. */
export function plainEnv(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|NODE_ENV$|DEV$|PROD$|MODE$|SSR$|BASE_URL$|TEST$|BILIG_)/.test(name),
  );
  return {
    ...Object.fromEntries(entries),
    BILIG_BASE: '/',
    FORCE_COLOR: '0',
    ASTRO_TELEMETRY_DISABLED: '1',
    ...extra,
  };
}

/** What a process has printed so far, without colours. */
export function recordOutput(child: ChildProcess): () => string {
  let output = '';
  const read = (chunk: Buffer) => void (output += stripVTControlCharacters(chunk.toString()));
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  return () => output;
}

/** Resolves to the address the command prints; rejects with its output when it ends without one. */
export function printedAddress(child: ChildProcess, port: number): Promise<string> {
  const output = recordOutput(child);
  return new Promise((done, fail) => {
    const look = () => {
      const [address] = new RegExp(`http://(127\\.0\\.0\\.1|localhost):${port}/?`).exec(output()) ?? [];
      if (address) done(address);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`ended with ${code} before printing an address:\n${output()}`)));
  });
}
