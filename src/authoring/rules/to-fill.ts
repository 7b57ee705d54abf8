import { adviceAt } from '#exercise';
import type { Problem } from '#problem';
import { fillMark } from '../create/fill.ts';
import type { Survey } from '../survey.ts';

const shown = 60;

/** Advises on parts that a template has left open, so that nobody publishes one unnoticed. */
export function checkFilled(survey: Survey): Problem[] {
  return [...survey.texts]
    .filter(([file]) => !file.endsWith('.md'))
    .flatMap(([file, text]) => {
      // A search for one character, which nearly every file ends without.
      const found: Problem[] = [];
      for (let at = text.indexOf(fillMark); at >= 0; at = text.indexOf(fillMark, at + 1)) {
        const wanted = /^[^\r\n]*/u.exec(text.slice(at + fillMark.length, at + 500))?.[0].trim() ?? '';
        found.push(
          adviceAt(survey.placeAt(file, at), 'to-fill', {
            message: `This is still to fill: ${wanted ? `"${[...wanted].slice(0, shown).join('')}"` : 'nothing says what'}. Readers would see it as it stands.`,
            hint: `Write your own words in its place, and take the \`${fillMark}\` away.`,
          }),
        );
      }
      return found;
    });
}
