import { createNotes, describeNotes, fillMark, importLesson, ImportFault, isRefusal, type Imported } from '#authoring';
import {
  formatOfName,
  importFormats,
  isImportFormat,
  readImport,
  type ImportFormat,
} from '#authoring/adapters/import-file';
import { readContent } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { fallbackLocale, isLocale } from '#language';
import { resolve } from 'node:path';
import { createUsageFault, unknown, type Command, type OptionTable } from './command.ts';
import { openContent } from './content-folder.ts';
import * as fields from './new/fields.ts';
import { gatherAnswers } from './new/gather-answers.ts';
import { listOf, needed, splitTags, textOf, type Answers } from './new/field.ts';
import { describeCreation, prove, write } from './new/write-creation.ts';

const optional = { required: undefined } as const;
const known = [
  fields.course,
  fields.module,
  { ...fields.id('lesson', 'leave-the-page'), ...optional, about: 'its permanent id (made of its title unless said)' },
  {
    ...fields.locale,
    initial: () => null,
    about: 'the language of the file: that of the course, which it is unless said',
  },
  { ...fields.minutes, ...optional, about: 'the time that an average learner needs (estimated unless said)' },
  { ...fields.skills, ...optional },
  fields.published,
];

const usage = `Usage: bilig import FILE --module M [--course C] [options]

Makes a draft lesson of a file that you have already, at the end of a module, as \`bilig new lesson\` writes one: nothing is
overwritten, and where anything fails nothing is written. What only you can say is marked by a pencil (${fillMark}), which the check
names. Says what of the file was taken and what was not. Nothing in the file is run, and nothing is fetched.

  Formats: ${Object.entries(importFormats)
    .map(([name, endings]) => `${name} (${endings.join(', ')})`)
    .join(', ')}

${known.map((field) => `  --${field.flag.padEnd(11)}${field.required ? '* ' : '  '}${field.about}`).join('\n')}
  --format       the format, where the name of the file does not say it
  --content      the content folder (content unless said)

docs/import.md says what is taken of each format. Exit code: 0, or 2 for a wrong call and for a file that cannot be imported.`;

const options: OptionTable = {
  content: { type: 'string', default: 'content' },
  format: { type: 'string' },
  ...Object.fromEntries(known.map(({ flag }) => [flag, { type: 'string' as const, multiple: flag === 'skill' }])),
};

/** `bilig import`: makes a draft lesson of a file in another format. */
export const importFile: Command = {
  summary: 'makes a draft lesson of a Word document, a question bank or a LiaScript text',
  usage,
  options,
  takesWords: true,
  run: async (values, output, words) => {
    const file = fileOf(words);
    const format = readFormat(values['format'], file);
    const given = String(values['content']);
    const folder = openContent(resolve(given), given);
    const files = folder.read();
    const reading = readContent(files, parseMdx);
    // There is nobody to be asked: a file is imported by one call, or by a program.
    const answers = await gatherAnswers(known, readAnswers(values), { reading, asker: null });
    if (typeof answers === 'symbol') return 2;
    const { notes, note } = createNotes();
    const course = reading.content?.courses.find(({ id }) => id === textOf(answers, 'course'));
    const locale = course?.source ?? fallbackLocale;
    const imported = await refuseFaults(async () => {
      const found = await readImport(file, { format, locale, note });
      return importLesson(reading, wantedOf(answers), { found, parse: parseMdx, note });
    });
    if (isRefusal(imported)) throw createUsageFault(imported.refused);
    prove(reading, imported.creation);
    write(folder, imported.creation, { files, gallery: folder.root });
    output.print(
      [
        describeCreation(folder, imported.creation),
        '',
        describeTaken(imported),
        ...describeLost(describeNotes(notes)),
      ].join('\n'),
    );
    return 0;
  },
};

function fileOf(words: readonly string[]): string {
  const [file, ...more] = words;
  if (file === undefined) throw createUsageFault(`Name the file to import.\n\n${usage}`);
  if (more.length)
    throw createUsageFault(`One file is imported at a time, and ${words.length} were named: ${words.join(', ')}.`);
  return file;
}

function readFormat(given: unknown, file: string): ImportFormat {
  const names = Object.keys(importFormats);
  if (typeof given === 'string') {
    if (isImportFormat(given)) return given;
    throw createUsageFault(`${unknown('format', given, names)} The formats are ${names.join(', ')}.`);
  }
  const format = formatOfName(file);
  if (format) return format;
  throw createUsageFault(`The name of "${file}" does not say what it is. Say it with --format: ${names.join(', ')}.`);
}

function readAnswers(values: Readonly<Record<string, unknown>>): Answers {
  return Object.fromEntries(
    known.flatMap(({ flag }): [string, string | readonly string[]][] => {
      const value = values[flag];
      if (value === undefined) return [];
      if (Array.isArray(value)) return [[flag, splitTags(value as string[])]];
      return [[flag, String(value).trim()]];
    }),
  );
}

function wantedOf(answers: Answers): Parameters<typeof importLesson>[1] {
  const minutes = textOf(answers, 'minutes');
  const locale = textOf(answers, 'locale');
  return {
    course: needed(answers, 'course'),
    module: needed(answers, 'module'),
    id: textOf(answers, 'id'),
    locale: locale !== undefined && isLocale(locale) ? locale : undefined,
    minutes: minutes === undefined ? undefined : Number(minutes),
    skills: listOf(answers, 'skill'),
    published: needed(answers, 'published'),
  };
}

/** What readers of files throw on purpose is an answer for whoever called. */
async function refuseFaults<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ImportFault) throw createUsageFault(`Nothing is written. ${error.message}`);
    throw error;
  }
}

function describeTaken({ taken }: Imported): string {
  const { headings, paragraphs, lists, tables, pictures, exercises } = taken;
  const asked = [...exercises.values()].reduce((sum, count) => sum + count, 0);
  const kinds = [...exercises].map(([component, count]) => `${component} ${count}`).join(', ');
  return [
    `Taken: headings ${headings}, paragraphs ${paragraphs}, lists ${lists}, tables ${tables}, pictures ${pictures}`,
    `exercises ${asked}${kinds ? ` (${kinds})` : ''}.`,
  ].join(', ');
}

function describeLost(lines: readonly string[]): string[] {
  return lines.length ? ['', 'Not taken, or changed on the way:', ...lines] : ['', 'Nothing was lost on the way.'];
}
