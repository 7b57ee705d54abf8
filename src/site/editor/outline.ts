import { formNames, readForm } from '#authoring';
import { versionFor, type ContentReading } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { componentOf, isKind } from '#exercise';
import { fallbackLocale, type Locale } from '#language';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const schemaNames = ['course', 'course-page', 'glossary', 'lesson', 'page'] as const;

/** What the visual editor must know of the content to make its forms; `editor/config.ts` says what it does with it. */
export function makeOutline(reading: ContentReading, locale: Locale, { base, root }: { base: string; root: string }) {
  const { content, files } = reading;
  const courses = (content?.courses ?? []).map((course) => ({
    id: course.id,
    title: versionFor(course.pages, [locale, course.source])?.value.title ?? course.id,
    source: course.source,
    hasCheck: course.check !== null,
    modules: course.modules.map(({ id, pages }) => ({
      id,
      title: versionFor(pages, [locale, course.source])?.value.title ?? id,
    })),
  }));
  const exercises = formNames.map((kind) => {
    const component = isKind(kind) ? componentOf(kind) : 'Quiz';
    const form = readForm(files, parseMdx, { kind, locales: [locale, fallbackLocale], example: 1, id: `my-${kind}` });
    return { component, title: content?.gallery.get(kind)?.[locale]?.title ?? component, markdown: form?.text ?? '' };
  });
  const schemas = schemaNames.map((name): [string, unknown] => [
    name,
    JSON.parse(readFileSync(join(root, 'docs/schemas', `${name}.json`), 'utf8')),
  ]);
  return { locale, base, courses, exercises, schemas: Object.fromEntries(schemas) };
}
