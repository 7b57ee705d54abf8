import { startOf } from '#learner';
import { fill } from './feedback.ts';

/** How days are named in a language; worked out when the page was made, since browsers have no data for some. */
export interface DateNames {
  readonly today: string;
  readonly tomorrow: string;
  /** For each month, with `{{day}}` and, for other years than the present, `{{year}}`. */
  readonly withoutYear: readonly string[];
  readonly withYear: readonly string[];
}

/** The name of a day (days since 1970): today, tomorrow, or its date. */
export function nameDay(day: number, today: number, names: DateNames): string {
  if (day <= today) return names.today;
  if (day === today + 1) return names.tomorrow;
  const date = new Date(startOf(day));
  const year = date.getUTCFullYear();
  const patterns = year === new Date(startOf(today)).getUTCFullYear() ? names.withoutYear : names.withYear;
  return fill(patterns[date.getUTCMonth()] ?? '', { day: date.getUTCDate(), year });
}
