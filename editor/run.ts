import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

// npm run edit: installs the editor's packages where they are missing or old, then starts the development server with it.
const folder = import.meta.dirname;
const root = resolve(folder, '..');
const shell = process.platform === 'win32';

/** True where what is installed is what the lock asks for. */
function isInstalled(): boolean {
  const installed = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const packages = (file: string) => {
    const { packages: all } = JSON.parse(readFileSync(file, 'utf8')) as {
      packages: Record<string, { version?: string; optional?: boolean }>;
    };
    return Object.entries(all)
      .filter(([path, { optional }]) => path && !optional)
      .map(([path, { version }]) => `${path}@${version}`)
      .sort()
      .join();
  };
  return packages(installed) === packages(join(folder, 'package-lock.json'));
}

function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell, ...options });
  if (status !== 0) process.exit(status ?? 1);
}

if (!isInstalled()) {
  process.stdout.write(
    'The editor needs some 190 packages of its own, which are installed once, in the folder editor.\n',
  );
  run('npm', ['ci', '--ignore-scripts'], { cwd: folder });
}
if (!process.argv.includes('--install-only'))
  run('npx', ['-s', 'astro', 'dev', '--ignore-lock'], { cwd: root, env: { ...process.env, BILIG_EDIT: '1' } });
