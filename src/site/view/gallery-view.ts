import { versionFor, type Page, type TranslationState } from '#course';
import { exerciseKinds } from '#exercise';
import type { Locale } from '#language';
import { readSiteContent } from '../content.ts';
import type { PageContext } from '../page-context.ts';
import { leastState } from './least-state.ts';
import { plainMeta, type PageMeta } from './page-meta.ts';
import { preferredLocales } from './preferred-locales.ts';
import { textView, type TextView } from './text-view.ts';

/** One type of exercise with its example. */
export interface GalleryEntry {
  /** Also its anchor. */
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly locale: Locale;
  readonly file: string;
  /** The Markdown of its exercises as it stands in the file. */
  readonly markdown: string;
}

export interface GalleryView {
  readonly meta: PageMeta;
  readonly entries: readonly GalleryEntry[];
  /** What the exercises of all entries look themselves up in. */
  readonly text: TextView;
  /** How far the least advanced text shown has come; null where all are sources. */
  readonly state: TranslationState | null;
}

/** The page with an example of every type of exercise, in the catalogue's order. */
export function galleryView(context: PageContext): GalleryView {
  const { t, locale, content } = context;
  const readings = readSiteContent();
  const examples = [...exerciseKinds, 'quiz'].flatMap((kind) => {
    const version = versionFor(content.gallery.get(kind) ?? {}, preferredLocales(locale, 'en'));
    const body = version && readings.readings.get(version.value.file)?.body;
    return body ? [{ kind, page: version.value, locale: version.locale, body }] : [];
  });
  const texts = examples.map(({ kind, page, body, ...example }) =>
    textView({ ...body, file: page.file, locale: example.locale }, `gallery/${kind}`),
  );
  const nothing = { sections: [], exercises: [], quizzes: [], terms: [], citations: [] };
  const empty = textView({ file: '', locale, ...nothing }, 'gallery');
  return {
    meta: plainMeta(context, { title: t('gallery.title'), description: t('gallery.lead'), path: ['exercises'] }),
    entries: examples.map(({ kind, page, locale: own }) => ({
      kind,
      title: page.title,
      summary: page.summary,
      locale: own,
      file: page.file,
      markdown: markdownOf(page, readings.files.texts),
    })),
    // The words of the islands stand once in the page, so they are those of its own language.
    text: {
      ...empty,
      exercises: new Map(texts.flatMap((text) => [...text.exercises])),
      quizzes: new Map(texts.flatMap((text) => [...text.quizzes])),
    },
    state: leastState(examples.map(({ page }) => page.translation?.state ?? null)),
  };
}

/** What stands below the front matter. */
function markdownOf({ file }: Page, texts: ReadonlyMap<string, string>): string {
  return (texts.get(file) ?? '').replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\s*?\r?\n/u, '').trim();
}
