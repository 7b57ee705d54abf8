import type { ContentReading } from '#course';
import { fallbackLocale } from '#language';
import { addEntry } from './edit-yaml.ts';
import { fillMark, orFill } from './fill.ts';
import { writeYaml } from './front-matter.ts';
import { creationOf, faultOfId, isRefusal, refuse, type Creation, type Refusal } from './creation.ts';
import { openLesson } from './open-lesson.ts';

/** Where in a lesson the new entry is to be used, if anywhere. */
interface Use {
  readonly lesson?: string | undefined;
  readonly after?: string | undefined;
}

export interface NewTerm extends Use {
  readonly id: string;
  readonly term?: string | undefined;
  readonly definition?: string | undefined;
  readonly avoid: readonly string[];
}

/** A term of the glossary in the language that stands in for all others. */
export function newTerm(reading: ContentReading, wanted: NewTerm): Creation | Refusal {
  const { files } = reading;
  const fault = faultOfId(wanted.id);
  if (fault) return refuse(fault);
  const file = `glossary/${wanted.id}.yaml`;
  if (files.texts.has(file)) return refuse(`${file} exists already, and nothing is overwritten.`);
  const entry = {
    term: orFill(wanted.term, 'The term as it stands in a sentence'),
    definition: orFill(wanted.definition, 'What it means, in one sentence.'),
    ...(wanted.avoid.length ? { avoid: wanted.avoid } : {}),
  };
  const words = wanted.term ?? 'the term';
  const use = useIn(reading, wanted, `<Term id="${wanted.id}">${words}</Term>`);
  if (isRefusal(use)) return use;
  return creationOf({ created: new Map([[file, writeYaml({ [fallbackLocale]: entry })]]), ...use });
}

export interface NewSource extends Use {
  readonly id: string;
  readonly author: string;
  readonly year: string;
  readonly title: string;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly archive?: string | undefined;
  readonly isbn?: string | undefined;
  /** BCP 47 tag of the work's own language. */
  readonly language: string;
  readonly licence?: string | undefined;
  readonly accessed?: string | undefined;
}

/** A work at the end of the bibliography. */
export function newSource(reading: ContentReading, { id, year, ...wanted }: NewSource): Creation | Refusal {
  const { files } = reading;
  const fault = faultOfId(id);
  if (fault) return refuse(fault);
  const file = 'sources.yaml';
  const text = files.texts.get(file);
  const { author, title, publisher, url, archive, isbn, language, licence, accessed } = wanted;
  const work = {
    author,
    year: /^\d{1,4}$/u.test(year) ? Number(year) : year,
    title,
    publisher,
    url,
    archive,
    isbn,
    language,
    licence,
    accessed,
  };
  const given = Object.fromEntries(Object.entries(work).filter(([, value]) => value !== undefined));
  const entry = writeYaml({ [id]: given });
  const use = useIn(reading, wanted, `<Source id="${id}"/>`);
  if (isRefusal(use)) return use;
  if (text === undefined) return creationOf({ created: new Map([[file, entry]]), ...use });
  const isKnown = new RegExp(`^["']?${id}["']?\\s*:`, 'mu').test(text);
  if (isKnown) return refuse(`${file} has a work "${id}" already, and nothing is overwritten.`);
  const edited = addEntry(text, entry);
  if (edited !== null) return creationOf({ ...use, changed: new Map([...use.changed, [file, edited]]) });
  return refuse(`${file} cannot be added to as it stands. Mend it first: \`bilig check\` says what is wrong with it.`);
}

/** A sentence to be written in a lesson, which uses what is new; without a lesson a note on how it is used. */
function useIn(
  reading: ContentReading,
  { lesson, after }: Use,
  markup: string,
): Pick<Creation, 'changed' | 'notes'> | Refusal {
  if (lesson === undefined) return { changed: new Map(), notes: [`In a lesson it is written \`${markup}\`.`] };
  const open = openLesson(reading, { lesson, after });
  if (isRefusal(open)) return open;
  return { changed: new Map([[open.file, open.insert(`${fillMark} Use it in a sentence: ${markup}.`)]]), notes: [] };
}
