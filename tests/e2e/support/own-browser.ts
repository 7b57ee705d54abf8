import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium, type BrowserContext } from '@playwright/test';
import { findBrowser, thisMachine } from '../find-browser.ts';

/** A browser with a profile on the disk, whose process a test may end as a battery does. */
export interface OwnBrowser {
  readonly context: BrowserContext;
  /** Ends the process on the spot, without a chance to write anything more. */
  kill(): Promise<void>;
}

/** @param profile the folder in which the browser keeps its data; what an earlier one has kept there is found again */
export async function startBrowser(profile: string): Promise<OwnBrowser> {
  const { executablePath, args } = findBrowser(thisMachine());
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--no-default-browser-check'];
  const child = spawn(executablePath, [...args, ...flags, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = once(child, 'exit');
  const address = await Promise.race([
    addressIn(child.stderr),
    exited.then(() => Promise.reject(new Error(`The browser ended at once: ${executablePath}`))),
  ]);
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no profile open.');
  return {
    context,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
      await browser.close().catch(() => undefined);
    },
  };
}

/** The address for DevTools, which the browser prints when it is ready. */
async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [, address] = /DevTools listening on (ws:\S+)/u.exec(line) ?? [];
    if (address) {
      output.resume();
      return address;
    }
  }
  throw new Error('The browser gave no address for DevTools.');
}
