import type { ExerciseDraft } from '#course';
import type { Edit } from '#problem';
import { nameId } from './name-id.ts';
import { hasExercises, type PageReading, type PageSet, type Survey } from './survey.ts';
import { findAttribute } from './tag.ts';

// The ids of its answers are fixed; which answer an item is, only its author knows.
const withFixedIds = ['Verdict'];

/** Writes missing ids of exercises and options: in the source, and by position the same in its translations. */
export function fixIds({ pages, texts }: Survey): Edit[] {
  return pages.filter(hasExercises).flatMap((page) => fixPage(page, texts));
}

/** One exercise in the languages it exists in, the source first. */
type Row = readonly { readonly version: PageReading; readonly draft: ExerciseDraft }[];

function fixPage(page: PageSet, texts: ReadonlyMap<string, string>): Edit[] {
  const drafts = Object.values(page.versions).flatMap(({ body }) => body?.drafts ?? []);
  const taken = new Set(drafts.map(({ id }) => id));
  return gatherRows(page).flatMap((row) => [
    ...fixExercise(row, { page, taken, texts }),
    ...(withFixedIds.includes(row[0]?.draft.component ?? '') ? [] : fixOptions(row, page)),
  ]);
}

/** Pairs the nth exercise of a component with the nth of the same component in each translation. */
function gatherRows({ source, versions }: PageSet): Row[] {
  const original = versions[source];
  if (!original?.body) return [];
  const draftsOf = ({ body }: PageReading, component: string) =>
    (body?.drafts ?? []).filter((draft) => draft.component === component);
  const others = Object.values(versions).filter((version) => version !== original);
  return original.body.drafts.map((draft) => {
    const same = draftsOf(original, draft.component);
    const paired = others.flatMap((version) => {
      const translations = draftsOf(version, draft.component);
      const translation = translations[same.indexOf(draft)];
      // Where one is missing or added, position does not tell which is which, and a wrong id is wrong for good.
      return translation && translations.length === same.length ? { version, draft: translation } : [];
    });
    return [{ version: original, draft }, ...paired];
  });
}

interface Surroundings {
  readonly page: PageSet;
  /** Ids of all exercises of the page in any language; grows as ids are given. */
  readonly taken: Set<string>;
  readonly texts: ReadonlyMap<string, string>;
}

function fixExercise(row: Row, { page, taken, texts }: Surroundings): Edit[] {
  if (row.every(({ draft }) => draft.id)) return [];
  const known = row.map(({ draft }) => draft.id).find(Boolean);
  const words = { locale: page.source, text: row[0]?.draft.prompt ?? '' };
  const id = known ?? nameId(words, { taken, fallback: 'exercise' });
  taken.add(id);
  return row.flatMap(({ version, draft }) => {
    // Where another exercise of this language has the id, position does not tell which is which.
    if (draft.id || version.body?.drafts.some((other) => other.id === id)) return [];
    const { file } = version;
    const given = findAttribute(texts.get(file) ?? '', draft.idOffset - 1 - draft.component.length, 'id');
    const { start, end } = given ?? { start: draft.idOffset, end: draft.idOffset };
    return { file, start, end, text: ` id="${id}"` };
  });
}

function fixOptions(row: Row, { source }: PageSet): Edit[] {
  const taken = new Set(row.flatMap(({ draft }) => draft.slots.map((slot) => slot.id ?? '')));
  const [original] = row;
  return (original?.draft.slots ?? []).flatMap((slot) => {
    // The same number of parts, or position does not tell which is which.
    const alike = row.filter(({ draft }) => draft.slots.length === original?.draft.slots.length);
    const parts = alike.flatMap(({ version, draft }) => {
      const part = draft.slots.find(({ path }) => path === slot.path);
      return part ? { file: version.file, part, draft } : [];
    });
    if (parts.every(({ part }) => part.id !== null)) return [];
    const known = parts.map(({ part }) => part.id).find((id) => id !== null);
    const id = known ?? nameId({ locale: source, text: slot.text }, { taken, fallback: 'option' });
    taken.add(id);
    return parts.flatMap(({ file, part, draft }) => {
      if (part.id !== null || !part.text || draft.slots.some((other) => other.id === id)) return [];
      return { file, start: part.offset, end: part.offset, text: `[${id}] ` };
    });
  });
}
