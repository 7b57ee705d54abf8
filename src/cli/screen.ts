import { lengthBounds, screenContent, screenKinds, type LanguageScreen } from '#authoring';
import { readContent } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { isLocale, suggestLocale } from '#language';
import { resolve } from 'node:path';
import { createUsageFault, type Command } from './command.ts';
import { openContent } from './content-folder.ts';

const usage = `Usage: bilig screen [--locale L] [--folder F] [--content DIR] [--list]

Looks through translations for what can be seen without reading the language: letters that its alphabet has not, words of
two scripts, English words and sentences, terms of the glossary that are not used where the source has them, figures and
sources that differ from the source's, and lengths beyond ${lengthBounds.join(' to ')} of the source. Prints a table, a line a language.

  --locale L     only this language
  --folder F     only what stands in this folder of the content (courses/media-literacy)
  --list         every finding with its file and line
  --content DIR  the content folder (content unless said)

Exit code: 0, or 2 for a wrong call. What it finds is for a person to judge; what must not be is said by \`bilig check\`.`;

/** `bilig screen`: what a machine sees in translations. */
export const screen: Command = {
  summary: 'looks through translations for English words, unused terms and other figures',
  usage,
  options: {
    locale: { type: 'string' },
    folder: { type: 'string', default: '' },
    list: { type: 'boolean' },
    content: { type: 'string', default: 'content' },
  },
  run: (values, output) => {
    const locale = values['locale'] === undefined ? null : String(values['locale']);
    if (locale !== null && !isLocale(locale)) {
      const near = suggestLocale(locale);
      throw createUsageFault(`There is no language "${locale}".${near ? ` Did you mean "${near}"?` : ''}\n\n${usage}`);
    }
    const given = String(values['content']);
    const folder = openContent(resolve(given), given);
    const within = String(values['folder']).replace(/\/+$/u, '');
    const reading = readContent(folder.read(), parseMdx);
    const screens = screenContent(reading, within).filter((one) => locale === null || one.locale === locale);
    if (!screens.length) {
      output.complain(
        `There is no translation ${within ? `in "${within}"` : 'here'}${locale ? ` into ${locale}` : ''}.`,
      );
      return 0;
    }
    if (values['list'] === true)
      for (const { findings } of screens)
        for (const finding of findings) {
          const { file, line } = folder.nameFromHere({ ...finding.place, ...problemParts });
          output.print(`${file}:${line}  ${finding.kind}  ${finding.text}`);
        }
    output.print(tableOf(screens));
    return 0;
  },
};

// A finding is no problem; only its place is named.
const problemParts = { rule: '', severity: 'advice', message: '', hint: '' } as const;

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

function tableOf(screens: readonly LanguageScreen[]): string {
  const head = ['', 'pages', 'words', ...screenKinds, 'English', 'terms used', 'length'];
  const rows = screens.map((one) => [
    one.locale,
    String(one.pages),
    String(one.words),
    ...screenKinds.map((kind) => String(one.counts[kind])),
    percent(one.englishShare),
    percent(one.termShare),
    one.lengths.map((length) => length.toFixed(2)).join('–'),
  ]);
  const widths = head.map((title, index) => Math.max(...[head, ...rows].map((row) => (row[index] ?? title).length)));
  return [head, ...rows]
    .map((row) => row.map((cell, index) => cell.padStart(widths[index] ?? 0)).join('  '))
    .join('\n');
}
