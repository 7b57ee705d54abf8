import type { BodyReading } from '#course';
import { adviceAt } from '#exercise';
import type { Place, Problem } from '#problem';
import { startOf } from '../survey.ts';

interface Mentioned {
  /** What it is called in messages. */
  readonly what: string;
  readonly id: string;
  readonly place: Place;
}

/**
 * Advises on terms, citations, links, pictures and films that a translation has lost or has once more than its source:
 * a bracket that was dropped makes words of a link, and a line that was skipped is missed by nobody else.
 */
export function compareMentions(original: BodyReading, translated: BodyReading, file: string): Problem[] {
  const wanted = mentionsOf(original);
  const given = mentionsOf(translated);
  return [
    ...surplus(wanted, given).map((mention) =>
      missing(mention, placeInTranslation(mention, original, translated, file)),
    ),
    ...surplus(given, wanted).map(extra),
  ];
}

/** What a text mentions; where an exercise leads is one of its settings, and compared with them. */
export function mentionsOf({ terms, citations, links, media, drafts }: BodyReading): Mentioned[] {
  const isOfExercise = ({ place }: { place: Place }) => drafts.some((draft) => draft.place.line === place.line);
  return [
    ...terms.map(({ id, place }) => ({ what: 'the term', id, place })),
    ...citations.map(({ id, place }) => ({ what: 'the source', id, place })),
    // Mail and the web differ by language: a page of theirs may exist in one of them only.
    ...links
      .filter((link) => !/^[A-Za-z]+:/u.test(link.id) && !isOfExercise(link))
      .map(({ id, place }) => ({ what: 'the link', id, place })),
    ...media.map(({ src, href, place }) => ({ what: 'the picture or film', id: src ?? href ?? '', place })),
  ];
}

/** The mentions of one text that the other has less often: of several alike the last ones. */
function surplus(mentions: readonly Mentioned[], others: readonly Mentioned[]): Mentioned[] {
  const left = new Map<string, number>();
  const nameOf = ({ what, id }: Mentioned) => `${what}\n${id}`;
  for (const other of others) left.set(nameOf(other), (left.get(nameOf(other)) ?? 0) + 1);
  return mentions.filter((mention) => {
    const number = left.get(nameOf(mention)) ?? 0;
    left.set(nameOf(mention), number - 1);
    return number <= 0;
  });
}

/** The section of the translation that answers to the one in which something stands in the source. */
function placeInTranslation({ place }: Mentioned, original: BodyReading, translated: BodyReading, file: string): Place {
  const at = original.sections.findLastIndex((section) => section.place.line <= place.line);
  return translated.sections[at]?.place ?? translated.sections.at(-1)?.place ?? startOf(file);
}

function missing({ what, id, place }: Mentioned, here: Place): Problem {
  return adviceAt(here, 'translation-mention-missing', {
    message: `In this section ${what} "${id}" is missing, which the source has (${place.file}:${place.line}).`,
    hint: 'Look whether a bracket or a line was lost, and write it as it stands in the source.',
  });
}

function extra({ what, id, place }: Mentioned): Problem {
  return adviceAt(place, 'translation-mention-unknown', {
    message: `Here stands ${what} "${id}" once more than in the source.`,
    hint: 'Look whether a line stands twice, or whether the id is that of the source.',
  });
}
