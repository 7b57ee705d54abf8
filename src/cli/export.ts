import { checkContent } from '#authoring';
import { readContent, type ContentReading } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { fallbackLocale, localeTags } from '#language';
import { pluralCategories } from '#language/adapters/node-intl';
import {
  isShownAsAsked,
  lessonsOfSelection,
  makePackage,
  makePagesPackage,
  missingLessons,
  packageFormats,
  presetNames,
  type MadePackage,
  type PackageFiles,
  type Selections,
} from '#packaging';
import { createPackageContext } from '#packaging/adapters/package-context';
import { writeWhole } from '#packaging/adapters/node-output';
import { pictureReader } from '#packaging/adapters/node-pictures';
import { zipFiles } from '#packaging/adapters/zip';
import type { Problem } from '#problem';
import { resolve } from 'node:path';
import { createLinks } from '../site/links.ts';
import { messageOf, type Command, type Output } from './command.ts';
import { createLineFinder, openContent } from './content-folder.ts';
import { openBuiltSite } from './export-site.ts';
import { listFormats, reportExport } from './export-report.ts';
import { readRequest, selectFrom, type ExportRequest } from './export-request.ts';
import { reportAsText } from './report/report-as-text.ts';

const usage = `Usage: bilig export FORMAT --course C [--module M] --locale L[,L2] [--preset P] --out FILE
       bilig export --list

Takes a course, or one of its modules, into a learning platform or a book: its exercises as a question bank, its
lessons with all that belongs to them, or the site's own pages to be played there, with a mark. Says what the format
cannot carry and what stands in for it.

  FORMAT         ${Object.keys(packageFormats).join(', ')}
  --course C     the folder of a course
  --module M     the folder of one of its modules (the whole course unless said)
  --locale L     the language: ${localeTags.join(', ')}; SCORM and cmi5 take several, parted by
                 commas, between which the learner chooses
  --fallback L   the language that lends lessons which L does not have; without it the export is refused
  --preset P     the platform that shall take it: ${presetNames.join(', ')}; refused where it does not
                 take the format
  --out FILE     the file to write; what it held is replaced
  --content DIR  the content folder (content unless said)
  --site DIR     the built site whose pages are taken; built first where there is none of this content
  --list         lists the formats with what takes them

Exit code: 0, 1 where lessons are missing or faulty or the file cannot be written, 2 for a wrong call.`;

/** `bilig export`: takes lessons into a learning platform or a book. */
export const exportPackage: Command = {
  summary: 'takes lessons or their exercises into a learning platform or a book',
  usage,
  options: {
    course: { type: 'string' },
    module: { type: 'string' },
    locale: { type: 'string' },
    fallback: { type: 'string' },
    preset: { type: 'string' },
    site: { type: 'string' },
    out: { type: 'string' },
    content: { type: 'string', default: 'content' },
    list: { type: 'boolean' },
  },
  takesWords: true,
  run: (values, output, words) => {
    if (values['list'] === true) {
      output.print(listFormats());
      return 0;
    }
    const request = readRequest(values, words);
    const given = String(values['content']);
    const root = resolve(given);
    const folder = openContent(root, given);
    const reading = readContent(folder.read(), parseMdx);
    const faults = faultsOf(reading, request);
    if (!reading.content || faults.length) {
      const lineOf = createLineFinder(reading.files);
      // Lines are looked up by the name in the content, and shown by the name from here.
      const lines = new Map(faults.map((problem) => [folder.nameFromHere(problem), lineOf(problem)]));
      const report = { problems: [...lines.keys()], read: reading.files.texts.size, fixed: 0 };
      output.complain(`Nothing was written: what was asked for has faults.\n`);
      const style = { colours: output.colours === true };
      output.complain(reportAsText({ ...report, lineOf: (problem) => lines.get(problem) ?? null }, style));
      return 1;
    }
    const site = values['site'] === undefined ? null : String(values['site']);
    return write(selectFrom(reading.content, request), request, { root, reading, output, site });
  },
};

interface Surroundings {
  readonly root: string;
  readonly reading: ContentReading;
  readonly output: Output;
  /** The folder of a built site, where one was named. */
  readonly site: string | null;
}

function write(selections: Selections, request: ExportRequest, around: Surroundings): number {
  const { output } = around;
  for (const selection of selections) {
    const missing = missingLessons(selection);
    if (!missing.length && lessonsOfSelection(selection).length) continue;
    const ids = missing.map(({ module, id }) => `${module}/${id}`);
    output.complain(refusal(ids, { ...request, locale: selection.locale }));
    return 1;
  }
  const made = make(selections, request, around);
  if (!made) return 1;
  const content = pack(request, made);
  try {
    writeWhole(request.path, content);
  } catch (error) {
    output.complain(`"${request.out}" cannot be written: ${messageOf(error)}. Nothing was left behind.`);
    return 1;
  }
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
  const { out, name, format, locales } = request;
  output.print(reportExport({ out, bytes, name, format, locales }, made));
  return 0;
}

/** Null where it cannot be made, which has been said. */
function make(selections: Selections, { format }: ExportRequest, around: Surroundings): MadePackage | null {
  const { root, reading, output, site: folder } = around;
  const [selection] = selections;
  const { base, address } = selection.content.site;
  const context = createPackageContext(reading.files, createLinks(base, address));
  if (format.of !== 'pages') {
    return makePackage(format, selection, context, pictureReader(root, reading.files.others));
  }
  const other = selections.find((one) => !isShownAsAsked(one));
  if (other) {
    output.complain(
      `The site lends lessons from ${fallbackLocale} only, and the package is made of its pages. Write --fallback ${fallbackLocale}; nothing was written.`,
    );
    return null;
  }
  const site = openBuiltSite({ folder, contentRoot: root, address, output });
  return site && makePagesPackage(format, selections, context, site);
}

function pack({ format }: ExportRequest, { files }: PackageFiles): string | Uint8Array {
  const [only] = files.values();
  return format.container === 'file' && only !== undefined ? only : zipFiles(files);
}

function refusal(missing: readonly string[], { locale, fallback, course, module }: ExportRequest): string {
  const what = module === null ? `The course ${course}` : `The module ${module} of ${course}`;
  if (!missing.length) return `${what} has no lessons yet, so there is nothing to write.`;
  const where = fallback === null || fallback === locale ? locale : `${locale} nor ${fallback}`;
  return [
    `${what} is not whole in ${locale}, so nothing was written. Lessons that exist not in ${where}:`,
    ...missing.map((id) => `  ${id}`),
    ...(fallback === null ? ['Write --fallback en to take them in English, marked with their language.'] : []),
  ].join('\n');
}

/** Errors in what was asked for: the course's own files, and the texts in the languages that are to be taken. */
function faultsOf(reading: ContentReading, { course, module, locales, fallback }: ExportRequest): Problem[] {
  const folders = [`courses/${course}/`, ...(module === null ? [] : [`courses/${course}/${module}/`])];
  const texts = [...locales, ...(fallback === null ? [] : [fallback])].map((tag) => `${tag}.mdx`);
  const concerns = (file: string) => {
    const [folder = '', name = ''] = /^(.*\/)?([^/]*)$/u.exec(file)?.slice(1) ?? [];
    const isInside = folder.startsWith(folders.at(-1) ?? '') || folder === folders[0];
    return (isInside && (!name.endsWith('.mdx') || texts.includes(name))) || file === 'site.yaml';
  };
  return checkContent(reading, pluralCategories).filter(({ severity, file }) => severity === 'error' && concerns(file));
}
