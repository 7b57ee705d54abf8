import { errorAt } from '#exercise';
import type { Problem } from '#problem';
import { createKeep } from '../keep.ts';
import type { PageReading, Survey } from '../survey.ts';

/** What is left of a link or of emphasis where one of its signs is missing; nobody writes these signs as words. */
const remains = /\]\(|\[[^\][]*\((?:\.{1,2}\/|#|https?:)|\](?:\.{1,2}\/|https?:)|\*\*/u;

/** Reports signs of Markdown that readers would see as they stand; what was found in a page is kept until it changes. */
export function createMarkupCheck(): (survey: Survey) => Problem[] {
  const keep = createKeep<PageReading, readonly Problem[]>();
  return (survey) =>
    survey.pages
      .flatMap(({ versions }) => Object.values(versions))
      .flatMap((version) => keep(version, '', () => checkMarkup(version, survey)));
}

function checkMarkup({ body, file }: PageReading, { placeAt }: Survey): Problem[] {
  return (body?.runs ?? []).flatMap(({ text, start, attribute }) => {
    const found = attribute === null ? remains.exec(text) : null;
    if (!found) return [];
    return errorAt(placeAt(file, start + found.index), 'markup-left', {
      message: `Readers would see "${found[0].slice(0, 40)}" as it stands: a sign of the link or of the **strong** words is missing.`,
      hint: 'A link is written `[its words](../lesson/)`, strong words `**so**`; signs that are meant as such stand in `code`.',
    });
  });
}
