import { languages, type Locale } from '#language';
import type { CodeFault } from '#learner';
import type { PageContext } from '../page-context.ts';
import { completionView, percentText, type CompletionView } from './completion-view.ts';
import { courseTitle } from './course-title.ts';

/** What the scripts of the page of certificates need to know of the page; it stands in the markup as JSON. */
export interface CertificateSetup {
  readonly locale: Locale;
  /** Public address of the page, to which a code is added. */
  readonly address: string;
  /** Names of the courses by id, and the language of a name where it is not the page's. */
  readonly courses: Readonly<Record<string, { readonly title: string; readonly lang?: Locale }>>;
  /** Names of the languages, in themselves. */
  readonly languages: Readonly<Partial<Record<string, string>>>;
  /** For each month how a date is written, with `{{day}}` and `{{year}}`. */
  readonly dates: readonly string[];
  readonly words: {
    /** With `{{reached}}` and `{{total}}`. */
    readonly of: string;
    /** With `{{score}}`. */
    readonly percent: string;
    readonly noName: string;
    readonly copied: string;
    readonly says: string;
    readonly faults: Readonly<Record<CodeFault, string>>;
  };
}

export function certificateSetup({ locale, content, links, t, format }: PageContext): CertificateSetup {
  const skipInterpolation = true;
  const named = content.courses.map((course) => {
    const { title, locale: lang } = courseTitle(course, locale);
    return [course.id, { title, ...(lang === locale ? {} : { lang }) }] as const;
  });
  return {
    locale,
    address: links.absolute(links.to(locale, 'certificate')),
    courses: Object.fromEntries(named),
    languages: Object.fromEntries(content.site.languages.map((tag) => [tag, languages[tag].name])),
    dates: format.datePatterns.withYear,
    words: {
      of: t('completion.of', { skipInterpolation }),
      percent: percentText('{{score}}', t),
      noName: t('certificate.check.noName'),
      copied: t('certificate.copied'),
      says: t('certificate.check.says'),
      faults: {
        empty: t('certificate.fault.empty'),
        mistyped: t('certificate.fault.mistyped'),
        'cut-off': t('certificate.fault.cutOff'),
        version: t('certificate.fault.version'),
        course: t('certificate.fault.course'),
        'made-up': t('certificate.fault.madeUp'),
      },
    },
  };
}

/** A course on the page of certificates. */
export interface CertificateCourse extends CompletionView {
  /** Where the same certificate is shown in the other languages of the course. */
  readonly others: readonly { readonly locale: Locale; readonly name: string; readonly href: string }[];
}

export function certificateCourses(context: PageContext): CertificateCourse[] {
  const { content, links, locale } = context;
  return content.courses.flatMap((course) => {
    const view = completionView(course, context);
    if (!view) return [];
    const anchor = view.certificate.slice(view.certificate.indexOf('#'));
    const others = content.site.languages
      .filter((other) => other !== locale && course.pages[other])
      .map((other) => ({
        locale: other,
        name: languages[other].name,
        href: links.to(other, 'certificate') + anchor,
      }));
    return { ...view, others };
  });
}
