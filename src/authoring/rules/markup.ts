import { errorAt } from '#exercise';
import type { Problem } from '#problem';
import type { Survey } from '../survey.ts';

/** What is left of a link or of emphasis where one of its signs is missing; nobody writes these signs as words. */
const remains = /\]\(|\[[^\][]*\((?:\.{1,2}\/|#|https?:)|\](?:\.{1,2}\/|https?:)|\*\*/u;

/** Reports signs of Markdown that readers would see as they stand. */
export function checkMarkup({ pages, placeAt }: Survey): Problem[] {
  return pages
    .flatMap(({ versions }) => Object.values(versions))
    .flatMap(({ body, file }) =>
      (body?.runs ?? []).flatMap(({ text, start, attribute }) => {
        const found = attribute === null ? remains.exec(text) : null;
        if (!found) return [];
        return errorAt(placeAt(file, start + found.index), 'markup-left', {
          message: `Readers would see "${found[0].slice(0, 40)}" as it stands: a sign of the link or of the **strong** words is missing.`,
          hint: 'A link is written `[its words](../lesson/)`, strong words `**so**`; signs that are meant as such stand in `code`.',
        });
      }),
    );
}
