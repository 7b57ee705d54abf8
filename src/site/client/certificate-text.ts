import type { Certificate } from '#learner';
import type { CertificateSetup } from '../view/certificate-view.ts';

/** What stands in each field of a certificate; null where it says nothing of it. */
export type CertificateText = Readonly<Record<CertificateField, string | null>>;

export type CertificateField =
  'name' | 'course' | 'day' | 'lessons' | 'exercises' | 'score' | 'caught' | 'trusted' | 'language';

/** What a certificate says, in the words of the page. */
export function certificateText(
  { name, course, day, lessons, exercises, percent, discernment, locale }: Certificate,
  { words, courses, dates, languages }: Pick<CertificateSetup, 'words' | 'courses' | 'dates' | 'languages'>,
): CertificateText {
  const share = (reached: number, total: number) => (total === 0 ? null : fill(words.of, { reached, total }));
  return {
    name: name || null,
    course: courses[course]?.title ?? course,
    day: dayText(day, dates),
    lessons: share(lessons.count, lessons.total),
    exercises: share(exercises.count, exercises.total),
    score: percent === null ? null : fill(words.percent, { score: percent }),
    caught: discernment && share(discernment.caught, discernment.misleading),
    trusted: discernment && share(discernment.trusted, discernment.sound),
    language: languages[locale] ?? locale,
  };
}

/** A day (`2026-11-26`) as the language writes it. */
export function dayText(day: string, dates: readonly string[]): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return fill(dates[month - 1] ?? '', { day: date, year });
}

/** The day that a moment falls on where the reader is. */
export function dayAt(moment: number): string {
  const date = new Date(moment);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

// Not that of the islands: what every exercise loads would be cut into more files for the sake of this page.
function fill(template: string, values: Readonly<Record<string, number>>): string {
  return template.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name] ?? ''));
}
