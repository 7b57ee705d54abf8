import type { ContentReading } from '#course';
import type { Locale } from '#language';
import { surveyContent } from '../survey.ts';
import { screenTranslation, type PageScreen, type ScreenFinding, type ScreenKind } from './screen-translation.ts';

/** What the screen has seen of one language. */
export interface LanguageScreen {
  readonly locale: Locale;
  readonly pages: number;
  readonly words: number;
  readonly counts: Readonly<Record<ScreenKind, number>>;
  /** The share of English words among all, and of terms that are used where their source stands. */
  readonly englishShare: number;
  readonly termShare: number;
  /** The least and the greatest length of a page, as a share of its source's. */
  readonly lengths: readonly [least: number, greatest: number];
  readonly findings: readonly ScreenFinding[];
}

/**
 * Screens the translations of lessons and pages, language by language.
 *
 * @param folder the folder in the content to which the screen is limited (`courses/media-literacy`); empty for all of it
 */
export function screenContent(reading: ContentReading, folder = ''): LanguageScreen[] {
  const { content, pages } = surveyContent(reading);
  if (!content) return [];
  const wanted = pages.filter((page) => page.folder === folder || page.folder.startsWith(folder && `${folder}/`));
  const screens = wanted.flatMap((page) => {
    const source = page.versions[page.source];
    if (!source) return [];
    return Object.values(page.versions).flatMap((version) =>
      version === source ? [] : (screenTranslation(source, version, content.glossary) ?? []),
    );
  });
  return content.site.languages.flatMap((locale) => {
    const those = screens.filter((screen) => screen.locale === locale);
    return those.length ? [addUp(locale, those)] : [];
  });
}

function addUp(locale: Locale, screens: readonly PageScreen[]): LanguageScreen {
  const findings = screens.flatMap((screen) => screen.findings);
  const sum = (of: (screen: PageScreen) => number) => screens.reduce((total, screen) => total + of(screen), 0);
  const count = (kind: ScreenKind) => findings.filter((finding) => finding.kind === kind).length;
  const counts = {
    letter: count('letter'),
    mixed: count('mixed'),
    english: count('english'),
    sentence: count('sentence'),
    term: count('term'),
    figure: count('figure'),
    source: count('source'),
    length: count('length'),
  };
  const [words, terms] = [sum((screen) => screen.words), sum((screen) => screen.terms)];
  const lengths = screens.map(({ length }) => length);
  return {
    locale,
    pages: screens.length,
    words,
    counts,
    englishShare: counts.english / Math.max(1, words),
    termShare: 1 - counts.term / Math.max(1, terms),
    lengths: [Math.min(...lengths), Math.max(...lengths)],
    findings,
  };
}
