import { posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { isLesson, type BuiltPage, type BuiltSite } from '../e2e/support/built-site.ts';

/** What a page weighs for a reader who comes for the first time, in bytes after Brotli at its highest quality. */
export interface Weight {
  readonly path: string;
  readonly exercises: number;
  readonly html: number;
  readonly css: number;
  /** HTML and CSS with the first six exercises of the lesson, the measure that the bar is set for. */
  readonly six: number;
  /** Scripts that run at load: those in the page itself and the modules it asks for. */
  readonly script: number;
  /** What the first exercise loads beyond that when it comes into view, the framework's runtime included. */
  readonly firstExercise: number;
  /** The heaviest exercise of the page, were it the first one. */
  readonly heaviestExercise: number;
}

/** The lightest page is no promise to the reader of another: bars hold for every lesson in every language. The one for
 *  text is set for a page with six exercises; what a seventh adds is printed and has no bar. */
export const bars = {
  text: 18 * 1024,
  script: 4 * 1024,
  idle: 4 * 1024,
  tools: 4 * 1024,
  reading: 4 * 1024,
  exercise: 24 * 1024,
  island: 12 * 1024,
} as const;

export function weighLessons(site: BuiltSite): Weight[] {
  const scale = createScale(site);
  return site.pages.filter(isLesson).map((page) => weighPage(page, site, scale));
}

/** What each kind of island of a page loads beyond what all of them share, by the name of its script; styles included. */
export function weighIslands(page: BuiltPage, site: BuiltSite): ReadonlyMap<string, number> {
  const scale = createScale(site);
  const scripts = exerciseScripts(page, site);
  const shared = scripts.reduce((a, b) => a.intersection(b));
  const names = [...page.document.querySelectorAll('astro-island')].map((island) => {
    const file = posix.basename(island.getAttribute('component-url') ?? '');
    return file.slice(0, file.indexOf('.'));
  });
  return new Map(
    scripts.map((files, index) => [
      names[index] ?? '',
      [...files.difference(shared)].reduce((total, file) => total + scale.file(file), 0),
    ]),
  );
}

/** What files weigh together, each compressed on its own as hosts do. */
export function weighFiles(files: Iterable<string>, site: BuiltSite): number {
  const scale = createScale(site);
  return [...files].reduce((total, file) => total + scale.file(file), 0);
}

interface Scale {
  file(file: string): number;
  text(text: string): number;
}

function createScale(site: BuiltSite): Scale {
  const known = new Map<string, number>();
  return {
    text: (text) => compress(Buffer.from(text)),
    file: (file) => {
      const bytes = known.get(file) ?? compress(site.read(file));
      known.set(file, bytes);
      return bytes;
    },
  };
}

function compress(bytes: Buffer): number {
  if (bytes.length === 0) return 0;
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function weighPage(page: BuiltPage, site: BuiltSite, scale: Scale): Weight {
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + scale.file(file), 0);
  const atLoad = scriptsAtLoad(page, site);
  const exercises = exerciseScripts(page, site).map((files) => sum(files.difference(atLoad)));
  return {
    path: page.path,
    exercises: exercises.length,
    html: scale.text(page.html.replace(inlineScript, '')),
    css: sum(stylesheets(page, site)),
    six: scale.text(withoutSeventh(page.html).replace(inlineScript, '')) + sum(sheetsWithoutSeventh(page, site)),
    script: scale.text(inlineScripts(page)) + sum(atLoad),
    firstExercise: exercises[0] ?? 0,
    heaviestExercise: Math.max(0, ...exercises),
  };
}

/** Scripts in the page itself count as scripts and not as text; structured data is text. */
const inlineScript = /<script>[\s\S]*?<\/script>/gu;

/** The page as it would be had the lesson ended its exercises with the sixth. */
function withoutSeventh(html: string): string {
  const later = [...html.matchAll(/<section class="exercise"[\s\S]*?<\/section>/gu)].slice(6);
  return later.reduce((rest, [section]) => rest.replace(section, ''), html);
}

/** The stylesheets of that page: a rarer type of exercise brings its own, and what only the seventh needs is not there. */
function sheetsWithoutSeventh(page: BuiltPage, site: BuiltSite): Set<string> {
  const kinds = [...page.document.querySelectorAll('section.exercise astro-island')].map((island) => kindOf(island));
  const onlyLater = new Set(kinds.slice(6)).difference(new Set(kinds.slice(0, 6)));
  const isOnlyLater = (file: string) => onlyLater.has(posix.basename(file).split('.')[0] ?? '');
  return new Set([...stylesheets(page, site)].filter((file) => !isOnlyLater(file)));
}

/** The kind of an exercise by its script: `HeadlineSort.hash.js` is that of `headline-sort`. */
function kindOf(island: { getAttribute(name: string): string | null }): string {
  const [name = ''] = posix.basename(island.getAttribute('component-url') ?? '').split('.');
  return name.replace(/\B[A-Z]/gu, '-$&').toLocaleLowerCase('en');
}

function inlineScripts({ html }: BuiltPage): string {
  return (html.match(inlineScript) ?? []).join('\n');
}

function fileAt(address: string | null, page: BuiltPage, site: BuiltSite): string {
  const found = site.resolve(address ?? '', page);
  if (!found) throw new Error(`${page.path} loads ${address} from another host`);
  return found.file;
}

export function stylesheets(page: BuiltPage, site: BuiltSite): Set<string> {
  const links = [...page.document.querySelectorAll('link[rel="stylesheet"]')];
  return new Set(links.map((link) => fileAt(link.getAttribute('href'), page, site)));
}

/** Files of the scripts that run when a page is loaded, with everything they import. */
export function scriptsAtLoad(page: BuiltPage, site: BuiltSite): Set<string> {
  const scripts = [...page.document.querySelectorAll('script[src]')];
  const preloads = [...page.document.querySelectorAll('link[rel="modulepreload"]')];
  return withImports(
    [
      ...scripts.map((script) => fileAt(script.getAttribute('src'), page, site)),
      ...preloads.map((link) => fileAt(link.getAttribute('href'), page, site)),
    ],
    site,
  );
}

/** Files of the modules that a script loads later, by their names in the source, with everything they import. */
export function scriptsNamed(names: readonly string[], site: BuiltSite): Set<string> {
  return withImports(
    names.map((name) => {
      const file = [...site.files].find((path) => posix.basename(path).startsWith(`${name}.`) && path.endsWith('.js'));
      if (!file) throw new Error(`No script ${name} was built.`);
      return file;
    }),
    site,
  );
}

/** For each exercise in turn the files it needs to answer. */
export function exerciseScripts(page: BuiltPage, site: BuiltSite): Set<string>[] {
  return [...page.document.querySelectorAll('astro-island')].map((island) =>
    withImports(
      ['component-url', 'renderer-url', 'before-hydration-url']
        .map((name) => island.getAttribute(name))
        .filter((address) => address !== null)
        .map((address) => fileAt(address, page, site)),
      site,
    ),
  );
}

// Built modules begin with their imports: import{a as b}from"./x.js", import"./x.js".
const staticImport = /(?:\bfrom|\bimport)\s*["']([^"']+)["']/gu;

function withImports(files: readonly string[], site: BuiltSite): Set<string> {
  const found = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const [, target = ''] of site.read(file).toString().matchAll(staticImport)) {
      const imported = posix.join(posix.dirname(file), target);
      if (target.startsWith('.') && site.files.has(imported)) open.push(imported);
    }
  }
  return found;
}
