/** Days as ISO 8601 calendar dates, `2026-11-26`. */
export interface ReviewDates {
  /** When the lesson was last looked through; null where nobody has yet. */
  readonly reviewed: string | null;
  /** When it is to be looked through again, or for the first time. */
  readonly due: string;
}

/** A year, as for most of what is taught here; lessons on what moves quickly say a shorter time. */
const usualMonths = 12;

/** When a lesson was looked through and when that is due again, counted from its publication where it never was. */
export function reviewDates(file: {
  readonly published: string;
  readonly reviewed?: string | undefined;
  readonly reviewMonths?: number | undefined;
}): ReviewDates {
  const { published, reviewed = null, reviewMonths = usualMonths } = file;
  return { reviewed, due: monthsLater(reviewed ?? published, reviewMonths) };
}

/** The same day of a later month, or its last day where it is shorter: 31 August and six months are 28 February. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))).toISOString().slice(0, 10);
}
