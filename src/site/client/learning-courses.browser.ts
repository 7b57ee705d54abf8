import { continueIn, lessonProgress, sumProgress, type Entries, type LessonParts, type Progress } from '#learner';
import type { LearningCourse, LearningData, LearningLesson } from '../view/learning-view.ts';
import { element, fill, lessonLink, shareBar } from './learning-elements.browser.ts';

/** Shows how far the learner is in a course, and where she goes on. */
export function showCourse(
  box: Element,
  course: LearningCourse,
  { root, words }: LearningData,
  entries: Entries,
): void {
  const lessons = course.modules.flatMap((module) => module.lessons);
  const progress = new Map(lessons.map((lesson) => [lesson, lessonProgress(partsOf(lesson), entries)]));
  const sum = sumProgress([...progress.values()]);
  for (const item of box.querySelectorAll<HTMLElement>('[data-count]')) {
    const name = item.dataset['count'];
    if (name === 'finished') showCount(item, words.finished, sum.finished, sum.lessons);
    if (name === 'read') showCount(item, words.sections, sum.read, sum.sections);
    if (name === 'answered') showCount(item, words.exercises, sum.answered, sum.exercises);
  }

  const place = box.querySelector('[data-learning-place]');
  const go = box.querySelector<HTMLAnchorElement>('[data-learning-go]');
  const ids = lessons.map(({ id }) => id);
  const found = continueIn(ids, entries);
  const lesson = lessons[ids.indexOf(found?.lesson ?? '')];
  const isComplete = sum.lessons > 0 && sum.finished === sum.lessons;
  place?.replaceChildren(...(isComplete ? [words.complete] : []));
  if (go) go.hidden = isComplete;
  if (go && found && lesson) {
    const section = lesson.sections.find(([anchor]) => anchor !== '' && anchor === found.anchor);
    const names = [lesson.title, ...(section ? [section[1]] : [])];
    const strong = element('strong', { text: names.join(' › '), lang: lesson.lang });
    const [before = '', after = ''] = words[found.isStarted ? 'stopped' : 'next'].split('{{heading}}');
    place?.replaceChildren(before, strong, after);
    go.href = `${root}${lesson.id}/${section ? `#${section[0]}` : ''}`;
    go.textContent = words.goOn;
  } else if (go && !isComplete) {
    go.href = `${root}${ids[0] ?? course.id}/`;
    go.textContent = words.start;
  }

  const details = box.querySelector<HTMLDetailsElement>('[data-learning-lessons]');
  if (!details) return;
  // A long list is made when somebody opens it.
  const list = () => {
    details.querySelector('div')?.remove();
    if (details.open) details.append(lessonList(course, progress, { root, words }));
  };
  details.ontoggle = list;
  list();
}

function lessonList(
  { modules }: LearningCourse,
  progress: ReadonlyMap<LearningLesson, Progress>,
  { root, words }: Pick<LearningData, 'root' | 'words'>,
): HTMLElement {
  const list = element('div');
  for (const { title, lang, lessons } of modules) {
    const rows = element('ol');
    for (const lesson of lessons) {
      const row = element('li');
      row.append(lessonLink(`${root}${lesson.id}/`, lesson.title, lesson.lang));
      const facts = element('p', { className: 'facts' });
      const { read = 0, sections = 0, answered = 0, exercises = 0, finished } = progress.get(lesson) ?? {};
      facts.append(
        element('span', { text: fill(words.sections, { done: read, total: sections }) }),
        element('span', { text: fill(words.exercises, { done: answered, total: exercises }) }),
        ...(finished ? [element('span', { className: 'learning-done', text: words.done })] : []),
      );
      row.append(facts);
      rows.append(row);
    }
    list.append(element('h4', { text: title, lang }), rows);
  }
  return list;
}

function showCount(item: Element, text: string, done: number, total: number): void {
  item.replaceChildren(element('span', { text: fill(text, { done, total }) }), shareBar(total ? done / total : 0));
}

function partsOf({ id, sections, exercises }: LearningLesson): LessonParts {
  return {
    id,
    sections: sections.map(([anchor]) => anchor),
    exercises: exercises.map(([exercise, signature]) => ({ id: exercise, signature })),
  };
}
