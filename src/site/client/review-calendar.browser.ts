import { comingDays, formatCalendar } from '#learner';
import { fill } from '../islands/feedback.ts';
import type { ReviewProps } from '../view/review-view.ts';
import type { ReviewReading } from './review-record.browser.ts';

/** How far a calendar file looks ahead, in days: intervals that are longer may well change before. */
const horizon = 120;

/** Saves a file with the days on which something comes back. */
export function saveCalendar(
  { deck, boosters, today }: ReviewReading,
  { words, site, locale, root }: ReviewProps,
): void {
  const counts = comingDays(deck, today, horizon);
  for (const { first, open } of boosters) {
    if (first > today) counts.set(first, (counts.get(first) ?? 0) + open.length);
  }
  const { reminders, lead } = words;
  const days = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([day, count]) => ({ day, title: fill(reminders.event, { site, count }), description: lead }));
  const head = {
    name: fill(reminders.calendar, { site }),
    locale,
    url: new URL(`${root}${locale}/review/`, location.href).href,
    site: location.host + root,
  };
  save('review.ics', new Blob([formatCalendar(days, head, Date.now())], { type: 'text/calendar;charset=utf-8' }));
}

function save(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
