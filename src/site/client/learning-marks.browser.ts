import { isMarked, markKey, parseMark, type Entries, type MarkEntry } from '#learner';
import type { LearningData, LearningLesson } from '../view/learning-view.ts';
import { element, lessonLink } from './learning-elements.browser.ts';

interface Marked {
  readonly anchor: string;
  readonly mark: MarkEntry;
}

/** Shows the bookmarks and notes in the order of the courses. Of what is gone from them the notes are shown at the end. */
export function showMarks(box: Element, { courses, root, words }: LearningData, entries: Entries): void {
  const byLesson = markedByLesson(entries);
  const lessons = courses.flatMap(({ modules }) => modules.flatMap((module) => module.lessons));
  const parts = lessons.flatMap((lesson) => {
    const list = lessonMarks(lesson, byLesson.get(lesson.id) ?? [], root, words.bookmarked);
    byLesson.delete(lesson.id);
    return list ? [element('h3', { text: lesson.title, lang: lesson.lang }), list] : [];
  });
  const gone = [...byLesson.values()].flat().filter(({ mark }) => mark.note.text !== '');
  if (gone.length) {
    const list = element('ul');
    list.append(...gone.map(({ mark }) => markItem(mark, [], words.bookmarked)));
    parts.push(element('h3', { text: words.gone }), list);
  }
  box.querySelector('div')?.replaceChildren(...parts);
  const none = box.querySelector('p');
  if (none) none.hidden = parts.length > 0;
}

function markedByLesson(entries: Entries): Map<string, Marked[]> {
  const byLesson = new Map<string, Marked[]>();
  for (const [key, json] of entries) {
    if (!key.startsWith('mark/')) continue;
    const mark = parseMark(json);
    if (!mark || !isMarked(mark)) continue;
    const at = key.indexOf('#');
    const lesson = key.slice('mark/'.length, at);
    const anchor = key.slice(at + 1);
    if (markKey(lesson, anchor) === key) byLesson.set(lesson, [...(byLesson.get(lesson) ?? []), { anchor, mark }]);
  }
  return byLesson;
}

function lessonMarks(
  { id, title, lang, sections }: LearningLesson,
  marked: readonly Marked[],
  root: string,
  bookmarked: string,
): HTMLElement | null {
  const known = sections.flatMap(([anchor, heading]) => {
    const found = marked.find((one) => one.anchor === anchor);
    return found
      ? [markItem(found.mark, [lessonLink(`${root}${id}/#${anchor}`, heading || title, lang)], bookmarked)]
      : [];
  });
  // The section was taken out of the lesson; what the learner wrote about it is hers.
  const loose = marked.filter(
    ({ anchor, mark }) => mark.note.text !== '' && !sections.some(([name]) => name === anchor),
  );
  const items = [...known, ...loose.map(({ mark }) => markItem(mark, [], bookmarked))];
  if (items.length === 0) return null;
  const list = element('ul');
  list.append(...items);
  return list;
}

function markItem({ bookmark, note }: MarkEntry, head: readonly HTMLElement[], bookmarked: string): HTMLElement {
  const item = element('li');
  item.append(...head);
  if (bookmark.on && head.length) item.append(' ', element('span', { className: 'chip', text: bookmarked }));
  if (note.text) item.append(element('p', { className: 'learning-note', text: note.text }));
  return item;
}
