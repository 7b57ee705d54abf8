import { skillLevels, type Results } from '#learner';
import type { LearningData } from '../view/learning-view.ts';
import { element, fill, shareBar } from './learning-elements.browser.ts';

/** Shows what the learner can do, a bar a skill. */
export function showSkills(box: HTMLElement, { courses, words }: LearningData, results: Results): void {
  const exercises = courses.flatMap(({ modules }) =>
    modules.flatMap(({ lessons }) =>
      lessons.flatMap((lesson) =>
        lesson.exercises.map(([id, , skills = lesson.skills]) => ({ fullId: `${lesson.id}/${id}`, skills })),
      ),
    ),
  );
  const order = Object.keys(words.skills);
  const levels = skillLevels(exercises, results).sort((a, b) => order.indexOf(a.skill) - order.indexOf(b.skill));
  box.hidden = levels.length === 0;
  const rows = levels.map(({ skill, score, answers }) => {
    const row = element('li');
    const value =
      score === null
        ? element('span', { className: 'quiet', text: words.tooFew })
        : element('strong', { text: fill(words.percent, { score: Math.round(score * 100) }) });
    row.append(
      element('span', { text: words.skills[skill] ?? skill }),
      value,
      shareBar(score ?? 0),
      element('span', { className: 'quiet', text: fill(words.answers, { answers }) }),
    );
    return row;
  });
  box.querySelector('ul')?.replaceChildren(...rows);
}
