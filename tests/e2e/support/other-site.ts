import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from './test.ts';

/** A site of somebody else, on an origin and a site of its own, as browsers count. */
export interface OtherSite {
  readonly origin: string;
  /** Puts a page at an address of it. */
  publish(path: string, html: string, policy?: string): void;
}

/** The `test` of tests with a page of another site around or beside those of this one. */
export const test = base.extend<{ otherSite: OtherSite; root: string }>({
  // Its own pages are not among those that may ask nobody for anything.
  expectedErrors: async ({}, use) => use([/^request: http:\/\/localhost:\d+\//u]),
  /** Where this site stands, base and all. */
  root: async ({ baseURL }, use) => use(baseURL ?? ''),
  otherSite: async ({}, use) => {
    const pages = new Map<string, { readonly html: string; readonly policy: string | undefined }>();
    const server = createServer((request, response) => {
      const page = pages.get(request.url ?? '');
      // Browsers ask every site for an icon.
      response.writeHead(page ? 200 : request.url === '/favicon.ico' ? 204 : 404, {
        'Content-Type': 'text/html; charset=utf-8',
        ...(page?.policy ? { 'Content-Security-Policy': page.policy } : {}),
      });
      response.end(page?.html ?? '');
    });
    const port = await listen(server);
    await use({
      // Another site than 127.0.0.1, where this one is served.
      origin: `http://localhost:${port}`,
      publish: (path, html, policy) => pages.set(path, { html, policy }),
    });
    await new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  },
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return (server.address() as AddressInfo).port;
}

export { expect } from './test.ts';
