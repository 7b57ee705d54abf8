import type { Quiz } from '#course';
import type { Edit } from '#problem';
import { nameId } from './name-id.ts';
import { offsetOfPlace } from './place.ts';
import type { PageReading, PageSet, Survey } from './survey.ts';
import { findAttribute } from './tag.ts';

/** Writes missing ids of quizzes: in the source, and the nth the same in its translations. */
export function fixQuizIds({ pages, texts }: Survey): Edit[] {
  return pages.flatMap((page) => {
    const source = page.versions[page.source];
    const bodies = Object.values(page.versions).flatMap(({ body }) => body ?? []);
    const taken = new Set(bodies.flatMap(({ drafts, quizzes }) => [...drafts, ...quizzes].map(({ id }) => id)));
    return (source?.body?.quizzes ?? []).flatMap((_, index) => fixRow(rowOf(page, index), { page, taken, texts }));
  });
}

interface Placed {
  readonly version: PageReading;
  readonly quiz: Quiz;
}

/** One quiz in the languages in which it can be told which one it is: those with as many quizzes as the source. */
function rowOf({ source, versions }: PageSet, index: number): Placed[] {
  const number = versions[source]?.body?.quizzes.length;
  return Object.values(versions).flatMap((version) => {
    const quizzes = version.body?.quizzes ?? [];
    const quiz = quizzes[index];
    return quiz && quizzes.length === number ? [{ version, quiz }] : [];
  });
}

function fixRow(
  row: readonly Placed[],
  { page, taken, texts }: { page: PageSet; taken: Set<string>; texts: ReadonlyMap<string, string> },
): Edit[] {
  if (row.every(({ quiz }) => quiz.id)) return [];
  const title = row.find(({ version }) => version.locale === page.source)?.quiz.title ?? '';
  const known = row.map(({ quiz }) => quiz.id).find(Boolean);
  const id = known ?? nameId({ locale: page.source, text: title }, { taken, fallback: 'quiz' });
  taken.add(id);
  return row.flatMap(({ version: { file, body }, quiz }) => {
    if (quiz.id || body?.quizzes.some((other) => other.id === id)) return [];
    const text = texts.get(file) ?? '';
    const tag = offsetOfPlace(text, quiz.place);
    const after = tag + '<Quiz'.length;
    const { start, end } = findAttribute(text, tag, 'id') ?? { start: after, end: after };
    return { file, start, end, text: ` id="${id}"` };
  });
}
