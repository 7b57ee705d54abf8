import { lookup } from 'node:dns';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { LinkResult } from '../external-links.ts';

export interface LinkVisitOptions {
  /** The day that results bear, as 2026-11-23. */
  readonly today: string;
  /** Milliseconds after which a host that does not answer is left. */
  readonly timeout: number;
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
  /** Set where addresses of private networks may be visited, which a lesson from elsewhere must not make us do. */
  readonly allowPrivate: boolean;
}

const hostsAtOnce = 6;
const furthest = 5;
const agent = 'bilig-check (looks whether links still lead somewhere; one request at a time a host)';

/** Visits addresses: one request at a time a host, with a pause between them, and a few hosts at once. */
export async function visitLinks(urls: readonly string[], options: LinkVisitOptions): Promise<Map<string, LinkResult>> {
  const results = new Map<string, LinkResult>();
  const queues = [
    ...Map.groupBy(new Set(urls.filter((url) => URL.canParse(url))), (url) => new URL(url).host).values(),
  ];
  const visitQueues = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const [index, url] of queue.entries()) {
        if (index) await sleep(options.pause);
        results.set(url, await visit(url, options));
      }
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, visitQueues));
  return results;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** What an address answers: a status and where it leads on, or why nothing came. */
type Answer = { readonly status: number; readonly location: string | null } | { readonly fault: string };

async function visit(url: string, options: LinkVisitOptions): Promise<LinkResult> {
  const result = (state: LinkResult['state'], said: string, to: string | null = null): LinkResult => ({
    state,
    said,
    to,
    seen: options.today,
  });
  let address = url;
  // The last address that was reached by moves for good only.
  let moved = url;
  for (let step = 0; step <= furthest; step++) {
    const answer = await ask(address, options);
    if ('fault' in answer) return result('silent', answer.fault);
    const { status, location } = answer;
    if (status >= 300 && status < 400 && location !== null) {
      const next = URL.parse(location, address);
      if (!next || !/^https?:$/u.test(next.protocol)) return result('silent', `it leads on to "${location}"`);
      const isForGood = status === 301 || status === 308;
      if (isForGood && moved === address) moved = next.href;
      address = next.href;
      continue;
    }
    if (status === 404 || status === 410) return result('gone', `the host answers ${status}`);
    if (status >= 400) return result('silent', `the host answers ${status}`);
    return moved === url ? result('here', `the host answers ${status}`) : result('moved', `to ${moved}`, moved);
  }
  return result('silent', `it leads on more than ${furthest} times`);
}

/** Asks for the head alone, and for the page where the host does not answer such a question as it should. */
async function ask(url: string, options: LinkVisitOptions): Promise<Answer> {
  const head = await send('HEAD', url, options);
  const isRefused = 'fault' in head ? head.fault === hangsUp : head.status >= 400;
  return isRefused ? send('GET', url, options) : head;
}

function send(method: 'HEAD' | 'GET', url: string, { timeout, allowPrivate }: LinkVisitOptions): Promise<Answer> {
  return new Promise((done) => {
    const { protocol, hostname } = new URL(url);
    const bare = hostname.replace(/^\[|\]$/gu, '');
    if (!allowPrivate && isIP(bare) && isPrivate(bare)) {
      done({ fault: insideFault });
      return;
    }
    const request = protocol === 'https:' ? requestHttps : requestHttp;
    const headers = { 'user-agent': agent, accept: '*/*' };
    const settings: RequestOptions = { method, headers, agent: false, signal: AbortSignal.timeout(timeout) };
    if (!allowPrivate) settings.lookup = lookupPublic;
    const sent = request(url, settings, (response: IncomingMessage) => {
      // Nobody reads the page; hanging up is enough.
      response.destroy();
      done({ status: response.statusCode ?? 0, location: response.headers.location ?? null });
    });
    sent.on('error', (error) => done({ fault: describe(error) }));
    sent.end();
  });
}

const hangsUp = 'the host hangs up';
const insideFault = 'it leads into a private network, where it is not looked at';

function describe(error: Error & { code?: string }): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'the host does not answer in time';
  const known: Readonly<Record<string, string>> = {
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'names of hosts cannot be looked up at the moment',
    ECONNREFUSED: 'the host refuses the connection',
    ECONNRESET: hangsUp,
    CERT_HAS_EXPIRED: 'its certificate has expired',
    [privateCode]: insideFault,
  };
  return known[error.code ?? ''] ?? `there is no connection (${error.code ?? error.message})`;
}

const privateCode = 'BILIG_PRIVATE_ADDRESS';

/** Looks a name up and refuses addresses of private networks, which a name of the public net can have as well. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) {
      callback(error, []);
      return;
    }
    const open = addresses.filter(({ address }) => !isPrivate(address));
    if (open.length) callback(null, open);
    else callback(Object.assign(new Error(insideFault), { code: privateCode }), []);
  });
};

/** Networks that belong to nobody's public site (IANA special-purpose address registries). */
const privateNetworks = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  privateNetworks.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  privateNetworks.addSubnet(network, bits, 'ipv6');
}

function isPrivate(address: string): boolean {
  return privateNetworks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
