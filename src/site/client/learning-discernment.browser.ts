import { addDiscernment, type Discernment } from '#exercise';
import { discernmentHistory, type Results } from '#learner';
import type { LearningData, LearningWords } from '../view/learning-view.ts';
import { element, fill, shareBar } from './learning-elements.browser.ts';

/** Weeks that have a row of their own: a quarter of a year. */
const listed = 13;

/** Shows week by week how many misleading items were caught and how many sound ones suspected: a table whose cells are bars. */
export function showDiscernment(box: HTMLElement, { courses, words }: LearningData, results: Results): void {
  const exercises = courses.flatMap(({ modules }) =>
    modules.flatMap(({ lessons }) => lessons.flatMap(({ id, exercises: own }) => own.map(([name]) => `${id}/${name}`))),
  );
  const { weeks, total, bias } = discernmentHistory(exercises, results);
  box.hidden = weeks.length === 0;
  const earlier = weeks.slice(0, -listed);
  const groups = [
    ...(earlier.length ? [group(words.earlier, addDiscernment(earlier.map(({ counts }) => counts)), words)] : []),
    ...weeks
      .slice(-listed)
      .map(({ from, counts }) => group(fill(words.week, { date: dateOf(from, words) }), counts, words)),
    ...(weeks.length > 1 ? [group(words.total, total, words)] : []),
  ];
  const head = element('thead');
  head.append(element('tr'));
  for (const text of [words.caught, words.flagged]) {
    const cell = element('th', { text });
    cell.scope = 'col';
    head.firstElementChild?.append(cell);
  }
  box.querySelector('table')?.replaceChildren(head, ...groups);
  const sentence = box.querySelector('.learning-bias');
  if (sentence) sentence.textContent = bias ? words.bias[bias] : '';
}

/** A week has its name above its two bars, so that they have room on a narrow screen. */
function group(name: string, { hits, misleading, falseAlarms, sound }: Discernment, words: LearningWords): HTMLElement {
  const [body, top, row] = [element('tbody'), element('tr'), element('tr')];
  const head = element('th', { text: name });
  head.scope = 'rowgroup';
  head.colSpan = 2;
  top.append(head);
  row.append(rateCell(hits, misleading, 'caught', words), rateCell(falseAlarms, sound, 'flagged', words));
  body.append(top, row);
  return body;
}

function rateCell(count: number, total: number, kind: 'caught' | 'flagged', words: LearningWords): HTMLElement {
  const cell = element('td');
  if (total === 0) {
    cell.textContent = '–';
    return cell;
  }
  const share = count / total;
  cell.append(
    element('strong', { text: fill(words.percent, { score: Math.round(share * 100) }) }),
    ' ',
    element('span', { className: 'quiet', text: `${count} / ${total}` }),
    shareBar(share, `learning-${kind}`),
  );
  return cell;
}

function dateOf(moment: number, { dates }: LearningWords): string {
  const date = new Date(moment);
  return fill(dates[date.getUTCMonth()] ?? '', { day: date.getUTCDate(), year: date.getUTCFullYear() });
}
