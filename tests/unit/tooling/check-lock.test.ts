import { describe, expect, it } from 'vitest';
import { checkLock, type Lock } from '../../tooling/check-lock.ts';

const manifest = { devDependencies: { tool: '1.2.3' } };
const lockOf = (packages: Lock['packages']): Lock => ({
  packages: { '': {}, 'node_modules/tool': { version: '1.2.3' }, ...packages },
});

describe('checkLock', () => {
  it('passes a complete and exact lock file', () => {
    const lock = lockOf({
      'node_modules/tool': {
        version: '1.2.3',
        optionalDependencies: { 'tool-linux': '1.0.0', 'tool-darwin': '1.0.0' },
      },
      'node_modules/tool-linux': { version: '1.0.0' },
      'node_modules/tool/node_modules/tool-darwin': { version: '1.0.0' },
    });
    expect(checkLock(manifest, lock)).toEqual([]);
  });

  it('finds an optional package of another platform that is missing', () => {
    const lock = lockOf({
      'node_modules/a/node_modules/b': { version: '1.0.0', optionalDependencies: { 'b-win32': '1.0.0' } },
      'node_modules/c/node_modules/b-win32': { version: '1.0.0' },
    });
    expect(checkLock(manifest, lock)).toEqual([
      expect.stringContaining("'b-win32', optional for 'node_modules/a/node_modules/b', is missing"),
    ]);
  });

  it('finds an optional package hoisted one level up', () => {
    const lock = lockOf({
      'node_modules/a/node_modules/b': { version: '1.0.0', optionalDependencies: { 'b-win32': '1.0.0' } },
      'node_modules/a/node_modules/b-win32': { version: '1.0.0' },
    });
    expect(checkLock(manifest, lock)).toEqual([]);
  });

  it('finds an entry without a version, but not a link', () => {
    expect(checkLock(manifest, lockOf({ 'node_modules/b': {}, 'node_modules/c': { link: true } }))).toEqual([
      "package-lock.json: 'node_modules/b' has no version.",
    ]);
  });

  it('finds an address', () => {
    expect(checkLock(manifest, lockOf({ 'node_modules/b': { version: '1.0.0', resolved: 'somewhere' } }))).toEqual([
      expect.stringContaining("'node_modules/b' names where it was fetched"),
    ]);
  });

  it.each(['^1.2.3', '~1.2.3', '1.2', '1.x', '*', 'latest', '>=1.0.0', 'file:../tool', ''])(
    'refuses the version %j',
    (version) => {
      expect(checkLock({ devDependencies: { tool: version } }, lockOf({}))).toEqual([
        expect.stringContaining(`devDependencies.tool is '${version}'; write an exact version.`),
      ]);
    },
  );

  it('accepts an exact pre-release', () => {
    expect(
      checkLock(
        { dependencies: { tool: '2.0.0-rc.1' } },
        { packages: { '': {}, 'node_modules/tool': { version: '2.0.0-rc.1' } } },
      ),
    ).toEqual([]);
  });

  it('finds a lock file that lags behind package.json', () => {
    expect(checkLock({ devDependencies: { tool: '1.2.4', other: '1.0.0' } }, lockOf({}))).toEqual([
      expect.stringContaining('tool is 1.2.3 and package.json says 1.2.4'),
      expect.stringContaining('other is missing and package.json says 1.0.0'),
    ]);
  });

  it('says so when the file is no lock file of this kind', () => {
    expect(checkLock({}, {})).toEqual([expect.stringContaining('no entry for the project itself')]);
  });
});
