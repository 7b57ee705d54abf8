import { isSearchLanguage, searchKeys, searchLanguages, suggestLocale } from '#language';
import { readFileSync } from 'node:fs';
import { createUsageFault, type Command } from './command.ts';

const usage = `Usage: bilig tokens --locale L [--index]

Reads words or phrases from standard input, one a line, and prints the search keys of each as a JSON array a line.

  --locale L  the language: ${searchLanguages.join(', ')}
  --index     the keys that the index stores (without it, those that the browser computes for a query)

Exit code: 0, or 2 for a wrong call.`;

/** `bilig tokens`: what the search makes of a word. */
export const tokens: Command = {
  summary: 'shows the search keys of words',
  usage,
  options: { locale: { type: 'string' }, index: { type: 'boolean' } },
  run: (values, output) => {
    const locale = String(values['locale'] ?? '');
    if (!isSearchLanguage(locale)) {
      const near = suggestLocale(locale);
      const mend = near ? ` Did you mean "${near}"?` : '';
      throw createUsageFault(
        `Name one of the languages ${searchLanguages.join(', ')} with --locale.${mend}\n\n${usage}`,
      );
    }
    const lines = readFileSync(0, 'utf8').split('\n');
    // The line break at the end of the input ends its last line and begins none.
    if (lines.at(-1) === '') lines.pop();
    const answers = lines.map((line) => JSON.stringify(searchKeys(locale, line)));
    if (answers.length > 0) output.print(answers.join('\n'));
    return 0;
  },
};
