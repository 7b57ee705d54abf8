import { describe, expect, it } from 'vitest';
import { browserArgs, findBrowser, locateBrowser, type Machine } from '../../e2e/find-browser.ts';

const own = '/home/ada/.cache/ms-playwright/chromium/chrome';
const viaPlaywright = 'playwright install --with-deps chromium';

interface Options extends Partial<Omit<Machine, 'isExecutable' | 'run'>> {
  readonly programs?: readonly string[];
  /** Command -> the program it installs, or null where it ends well without any. Others fail. */
  readonly installs?: Readonly<Record<string, string | null>>;
}

function fakeMachine({ programs = [], installs = {}, ...rest }: Options): Machine & { readonly ran: string[] } {
  const present = new Set(programs);
  const ran: string[] = [];
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    isRoot: false,
    ownBrowser: own,
    ...rest,
    ran,
    isExecutable: (path) => present.has(path),
    run: (command, args) => {
      const line = [command, ...args].join(' ');
      ran.push(line);
      const installed = installs[line];
      if (installed) present.add(installed);
      return installed !== undefined;
    },
  };
}

describe('locateBrowser', () => {
  it('takes CHROME_PATH before everything else', () => {
    const machine = fakeMachine({
      env: { CHROME_PATH: '/x/chrome', PATH: '/usr/bin' },
      programs: ['/x/chrome', own, '/usr/bin/chromium'],
    });
    expect(locateBrowser(machine)).toBe('/x/chrome');
  });

  it('reports a CHROME_PATH that is no program, although others are there', () => {
    const machine = fakeMachine({ env: { CHROME_PATH: '/x/none', PATH: '/usr/bin' }, programs: [own] });
    expect(() => locateBrowser(machine)).toThrow("CHROME_PATH is '/x/none'");
  });

  it("takes Playwright's own before the system's", () => {
    expect(locateBrowser(fakeMachine({ programs: [own, '/usr/bin/chromium'] }))).toBe(own);
  });

  it.each(['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge-stable'])(
    'finds %s on the path',
    (name) => {
      expect(locateBrowser(fakeMachine({ programs: [`/usr/local/bin/${name}`] }))).toBe(`/usr/local/bin/${name}`);
    },
  );

  it('prefers chromium to chrome, wherever they stand on the path', () => {
    expect(locateBrowser(fakeMachine({ programs: ['/usr/local/bin/google-chrome', '/usr/bin/chromium'] }))).toBe(
      '/usr/bin/chromium',
    );
  });

  it.each<[NodeJS.Platform, Machine['env'], string]>([
    ['linux', {}, '/snap/bin/chromium'],
    ['darwin', { HOME: '/Users/ada' }, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', { HOME: '/Users/ada' }, '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium'],
    [
      'win32',
      { PROGRAMFILES: 'C:\\Programs', PATH: 'C:\\bin' },
      'C:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  ])('knows where %s keeps one', (platform, env, program) => {
    expect(locateBrowser(fakeMachine({ platform, env, programs: [program] }))).toBe(program);
  });

  it('finds nothing where there is nothing', () => {
    expect(locateBrowser(fakeMachine({}))).toBeNull();
    expect(locateBrowser(fakeMachine({ platform: 'freebsd', env: {}, ownBrowser: '' }))).toBeNull();
  });
});

describe('findBrowser', () => {
  it('installs nothing where a browser is found', () => {
    const machine = fakeMachine({ programs: ['/usr/bin/chromium'] });
    expect(findBrowser(machine)).toEqual({ executablePath: '/usr/bin/chromium', args: browserArgs(false) });
    expect(machine.ran).toEqual([]);
  });

  it('lets Playwright install its own', () => {
    const machine = fakeMachine({ installs: { [viaPlaywright]: own } });
    expect(findBrowser(machine).executablePath).toBe(own);
    expect(machine.ran).toEqual([viaPlaywright]);
  });

  it("uses the system's packages as root when that fails", () => {
    const machine = fakeMachine({
      isRoot: true,
      installs: { 'apt-get update': null, 'apt-get install -y chromium': '/usr/bin/chromium' },
    });
    expect(findBrowser(machine).executablePath).toBe('/usr/bin/chromium');
    expect(machine.ran).toEqual([viaPlaywright, 'apt-get update', 'apt-get install -y chromium']);
  });

  it('does not believe an installer that installed nothing', () => {
    const machine = fakeMachine({
      isRoot: true,
      installs: { [viaPlaywright]: null, 'apt-get update': null, 'apt-get install -y chromium': null },
    });
    expect(() => findBrowser(machine)).toThrow('No browser');
  });

  it('stops when the package lists cannot be read', () => {
    const machine = fakeMachine({ isRoot: true });
    expect(() => findBrowser(machine)).toThrow('No browser');
    expect(machine.ran).toEqual([viaPlaywright, 'apt-get update']);
  });

  it.each<[string, Options]>([
    ['an ordinary user', { isRoot: false }],
    ['root of another system', { isRoot: true, platform: 'darwin' }],
  ])('tells %s what to run', (_who, options) => {
    const machine = fakeMachine(options);
    expect(() => findBrowser(machine)).toThrow(
      /npx playwright install --with-deps chromium[^]*sudo apt-get update && sudo apt-get install -y chromium[^]*CHROME_PATH/,
    );
    expect(machine.ran).toEqual([viaPlaywright]);
  });
});

describe('browserArgs', () => {
  it('gives up the sandbox as root only', () => {
    expect(browserArgs(true)).toContain('--no-sandbox');
    expect(browserArgs(false)).not.toContain('--no-sandbox');
    expect(browserArgs(false)).toContain('--disable-background-networking');
  });
});
