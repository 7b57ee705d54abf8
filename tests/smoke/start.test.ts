import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { start, stop } from '../tooling/npm.ts';

const root = resolve(import.meta.dirname, '../..');
type Child = ReturnType<typeof start>;
let running: Child | null = null;

afterEach(async () => {
  if (running) await stop(running);
  running = null;
});

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

/** The environment of a person at a shell: nothing of vitest's own. */
function plainEnv(port: number): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|NODE_ENV$|DEV$|PROD$|MODE$|SSR$|BASE_URL$|TEST$|BILIG_)/.test(name),
  );
  return {
    ...Object.fromEntries(entries),
    BILIG_BASE: '/',
    HOST: '127.0.0.1',
    PORT: String(port),
    FORCE_COLOR: '0',
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}

/** Resolves to the address the command prints; rejects with its output when it ends without one. */
function printedAddress(child: Child, port: number): Promise<string> {
  return new Promise((done, fail) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += stripVTControlCharacters(chunk.toString());
      const [address] = new RegExp(`http://(127\\.0\\.0\\.1|localhost):${port}/?`).exec(output) ?? [];
      if (address) done(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`ended with ${code} before printing an address:\n${output}`)));
  });
}

describe.each([
  ['npm start', ['start']],
  ['npm run dev', ['run', 'dev']],
])('%s', (_name, args) => {
  it('prints the address it was given and serves the site there', async () => {
    const port = await freePort();
    const child = start('npm', args, { cwd: root, env: plainEnv(port), stdio: ['ignore', 'pipe', 'pipe'] });
    running = child;
    const address = await printedAddress(child, port);
    const response = await fetch(new URL('/en/', address));
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/<html[^>]* lang="en"/);

    await stop(child);
    await expect(fetch(address)).rejects.toThrow();
  });
});
