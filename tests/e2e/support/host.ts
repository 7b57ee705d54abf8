import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createSiteServer } from '../serve.ts';
import { variants } from '../variants.ts';
import { test as base } from './test.ts';

/** A host of a test's own: it can be slow, be down, or publish another release. */
export interface Host {
  /** The site's address, with the slash at its end. */
  readonly address: string;
  /** Paths below the base that were asked for, in order. */
  readonly asked: string[];
  /** Publishes the site in another folder. */
  publish(folder: string): void;
  /** Answers each request so many milliseconds later. */
  slowDown(milliseconds: number): void;
  /** Called before each answer with the path below the base. */
  onRequest(listener: (path: string) => void): void;
  stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../../..');

async function startHost(folder: string, path: string): Promise<Host> {
  let published = resolve(root, folder);
  let delay = 0;
  let listener: (path: string) => void = () => undefined;
  const asked: string[] = [];
  const site = createSiteServer(() => published, path);
  const server = createServer((request, response) => {
    const wanted = (request.url ?? '').slice(path.length);
    asked.push(wanted);
    listener(wanted);
    setTimeout(() => site.emit('request', request, response), delay);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${path}`,
    asked,
    publish: (next) => (published = resolve(root, next)),
    slowDown: (milliseconds) => (delay = milliseconds),
    onRequest: (heard) => (listener = heard),
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The `test` of tests that do something to their host: each has one of its own, and so an origin of its own. */
export const test = base.extend<{ host: Host }>({
  host: async ({}, use, { project }) => {
    const variant = variants.find(({ name }) => name === project.name);
    if (!variant) throw new Error(`No site is built for the project ${project.name}.`);
    const host = await startHost(variant.folder, variant.base);
    await use(host);
    await host.stop();
  },
  baseURL: async ({ host }, use) => use(host.address),
});

export { expect } from './test.ts';
