import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { start, stop } from '../tooling/npm.ts';
import { freePort, plainEnv, printedAddress } from './site-process.ts';

const root = resolve(import.meta.dirname, '../..');
let running: ReturnType<typeof start> | null = null;

afterEach(async () => {
  if (running) await stop(running);
  running = null;
});

describe.each([
  ['npm start', ['start']],
  ['npm run dev', ['run', 'dev']],
])('%s', (_name, args) => {
  it('prints the address it was given and serves the site there', async () => {
    const port = await freePort();
    const env = plainEnv({ HOST: '127.0.0.1', PORT: String(port) });
    const child = start('npm', args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    running = child;
    const address = await printedAddress(child, port);
    const response = await fetch(new URL('/en/', address));
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/<html[^>]* lang="en"/);

    await stop(child);
    await expect(fetch(address)).rejects.toThrow();
  });
});
