import { fillMark, isRefusal, type Gallery } from '#authoring';
import { readContent, type ContentFiles } from '#course';
import { readContentFiles } from '#course/adapters/node-content';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { suggestName } from '#problem';
import { resolve } from 'node:path';
import { openContent, type ContentFolder } from './content-folder.ts';
import { createUsageFault, type Command, type OptionTable } from './command.ts';
import type { Asker } from './new/ask.ts';
import { splitTags, type Answers, type Field } from './new/field.ts';
import { ended, gatherAnswers } from './new/gather-answers.ts';
import { kinds, type Kind } from './new/kinds.ts';
import { describeCreation, prove, write } from './new/write-creation.ts';

const endedByUser = 130;
const ownContent = resolve(import.meta.dirname, '../../content');

const usage = `Usage: bilig new ${Object.keys(kinds).join('|')} [options]

Writes files that pass the check, with what is still to fill marked by a pencil (${fillMark}), which the check then names. Asks for
what is missing where there is a terminal. Nothing that exists is overwritten, and where anything fails nothing is written.

${Object.entries(kinds)
  .map(([name, kind]) => describeKind(name, kind))
  .join('\n\n')}

  --content DIR  the content folder (content unless said)

Exit code: 0, 2 for a wrong call, 130 where the asking was ended.`;

function describeKind(name: string, { about, fields }: Kind): string {
  const lines = fields.map((field) => `    --${field.flag.padEnd(11)}${field.required ? '* ' : '  '}${field.about}`);
  return [`  ${name}: ${about} (* cannot be left out)`, ...lines].join('\n');
}

const allFields = Object.values(kinds).flatMap(({ fields }) => fields);
const options: OptionTable = {
  content: { type: 'string', default: 'content' },
  // A list of one kind may be a single text of another, so all are read as lists.
  ...Object.fromEntries(allFields.map(({ flag }) => [flag, { type: 'string' as const, multiple: true }])),
};

/** `bilig new`: writes the first form of a part of the content. */
export const create: Command = {
  summary: 'writes a new course, module, lesson, exercise, figure, term or source',
  usage,
  options,
  takesWords: true,
  run: async (values, output, words) => {
    const asker = output.ask ? await output.ask() : null;
    const [name, kind] = await findKind(words, asker);
    if (!kind) return endedByUser;
    const given = String(values['content']);
    const folder = openContent(resolve(given), given);
    const files = folder.read();
    const reading = readContent(files, parseMdx);
    const said = readOptions(name, kind, values);
    const answers = await gatherAnswers(kind.fields, said, { reading, asker });
    if (answers === ended) {
      output.complain('Nothing was written.');
      return endedByUser;
    }
    const gallery = openGallery(files, folder);
    const creation = kind.create(answers, reading, gallery);
    if (isRefusal(creation)) throw createUsageFault(creation.refused);
    prove(reading, creation);
    write(folder, creation, { files, gallery: gallery.root });
    output.print(describeCreation(folder, creation));
    return 0;
  },
};

async function findKind(words: readonly string[], asker: Asker | null): Promise<[string, Kind | null]> {
  const known = Object.keys(kinds);
  const [given, ...more] = words;
  if (more.length)
    throw createUsageFault(`"${more.join(' ')}" is too much: a text of several words stands in quotation marks.`);
  if (given === undefined && !asker) throw createUsageFault(`Say what to make: ${known.join(', ')}.\n\n${usage}`);
  const name =
    given ??
    (await asker?.choose(
      'What do you want to make?',
      known.map((value) => ({ value, label: `${value}: ${kinds[value]?.about ?? ''}` })),
      known[0] ?? '',
    )) ??
    null;
  if (name === null) return ['', null];
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind) return [name, kind];
  const near = suggestName(name, known);
  throw createUsageFault(
    `Nothing called "${name}" can be made. ${near ? `Did you mean "${near}"?` : `There are: ${known.join(', ')}.`}`,
  );
}

function readOptions(name: string, kind: Kind, values: Readonly<Record<string, unknown>>): Answers {
  const given = Object.entries(values).filter(([flag]) => flag !== 'content' && flag !== 'help');
  return Object.fromEntries(
    given.map(([flag, value]) => {
      const field = kind.fields.find((one) => one.flag === flag);
      if (!field)
        throw createUsageFault(
          `A ${name} has no --${flag}. It has: ${kind.fields.map((one) => `--${one.flag}`).join(', ')}.`,
        );
      return [flag, readOption(field, value as readonly string[])];
    }),
  );
}

function readOption({ flag, list, choices }: Field, given: readonly string[]): string | readonly string[] {
  const texts = given.map((text) => text.trim());
  if (texts.some((text) => /[\r\n]/u.test(text))) throw createUsageFault(`--${flag} is a text of one line.`);
  if (list) return choices ? splitTags(texts) : texts.filter(Boolean);
  if (texts.length > 1) throw createUsageFault(`--${flag} can be said once only.`);
  return texts[0] ?? '';
}

/** The folder's own gallery, or the project's where it has none. */
function openGallery(files: ContentFiles, { root }: ContentFolder): Gallery & { readonly root: string } {
  const hasOwn = [...files.texts.keys()].some((file) => file.startsWith('gallery/'));
  return hasOwn
    ? { files, parse: parseMdx, root }
    : { files: readContentFiles(ownContent), parse: parseMdx, root: ownContent };
}
