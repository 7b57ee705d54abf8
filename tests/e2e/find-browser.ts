import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
}

/** All that the search asks of a machine, so that every branch can be tested without one. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  /** Where Playwright keeps its own browser, installed or not. */
  readonly ownBrowser: string;
  isExecutable(path: string): boolean;
  /** Runs a command and tells whether it ended well. */
  run(command: string, args: readonly string[]): boolean;
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const knownPlaces: Partial<Record<NodeJS.Platform, (env: Machine['env']) => string[]>> = {
  darwin: (env) =>
    ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['', env['HOME'] ?? ''].map((home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
    ),
  linux: () => [
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ],
  win32: (env) =>
    ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((key) => {
      const folder = env[key];
      return folder
        ? [`${folder}\\Google\\Chrome\\Application\\chrome.exe`, `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`]
        : [];
    }),
};

/** Flags that keep a browser from phoning home and from its sandbox only where that cannot work. */
export function browserArgs(isRoot: boolean): string[] {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return isRoot ? ['--no-sandbox', ...quiet] : quiet;
}

/** The first browser found: $CHROME_PATH, Playwright's own, then the system's. */
export function locateBrowser(machine: Machine): string | null {
  const chosen = machine.env['CHROME_PATH'];
  if (chosen) {
    // A wrong path is a mistake to report, not a wish to pass over.
    if (!machine.isExecutable(chosen))
      throw new Error(`CHROME_PATH is '${chosen}', which is no program. Correct or unset it.`);
    return chosen;
  }
  const isWindows = machine.platform === 'win32';
  const folders = (machine.env['PATH'] ?? '').split(isWindows ? ';' : ':').filter((folder) => folder !== '');
  const onPath = isWindows ? [] : names.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
  const places = [machine.ownBrowser, ...onPath, ...(knownPlaces[machine.platform]?.(machine.env) ?? [])];
  return places.find((place) => place !== '' && machine.isExecutable(place)) ?? null;
}

/** Finds a browser, installing one where there is none. Throws with the commands to run where that is not possible. */
export function findBrowser(machine: Machine): Browser {
  const args = browserArgs(machine.isRoot);
  let executablePath = locateBrowser(machine);
  if (executablePath === null) {
    machine.run('playwright', ['install', '--with-deps', 'chromium']);
    executablePath = locateBrowser(machine);
  }
  if (executablePath === null && machine.isRoot && machine.platform === 'linux') {
    if (machine.run('apt-get', ['update']) && machine.run('apt-get', ['install', '-y', 'chromium']))
      executablePath = locateBrowser(machine);
  }
  if (executablePath === null) throw new Error(howToInstall);
  return { executablePath, args };
}

const howToInstall = `No browser for the tests was found, and none could be installed. Run one of
  npx playwright install --with-deps chromium
  sudo apt-get update && sudo apt-get install -y chromium
or set CHROME_PATH to a Chromium, Chrome or Edge.`;

/** The machine this runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    ownBrowser: chromium.executablePath(),
    isExecutable: (path) => {
      try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
      } catch {
        return false;
      }
    },
    run: (command, args) => {
      console.log(`No browser found; trying: ${command} ${args.join(' ')}`);
      const bin = join(import.meta.dirname, '../../node_modules/.bin');
      const { status } = spawnSync(command, args, {
        // Never wait for a password nobody will type; never wait for a download that does not come.
        stdio: ['ignore', 'inherit', 'inherit'],
        timeout: 10 * 60_000,
        env: {
          ...process.env,
          PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
          DEBIAN_FRONTEND: 'noninteractive',
        },
        shell: process.platform === 'win32',
      });
      return status === 0;
    },
  };
}
