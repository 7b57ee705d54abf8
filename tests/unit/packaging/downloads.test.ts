import { createContentReader } from '#course/adapters/node-content';
import { packageFormats, planDownloads } from '#packaging';
import { describe, expect, test } from 'vitest';

const { content: own } = createContentReader('content')();
if (!own) throw new Error('content/ cannot be read');
const content = own;

const plan = (courses: string[], modules: string[] = []) =>
  planDownloads({ ...content, site: { ...content.site, downloads: { courses, modules } } });

describe('the files that a site gives away', () => {
  test('are made of a course in each language that has all its lessons', () => {
    const files = plan(['epub']).map(({ file }) => file);
    expect(files).toContain('downloads/media-literacy/media-literacy.kk.epub.epub');
    expect(files.filter((file) => file.startsWith('downloads/media-literacy/'))).toHaveLength(7);
    expect(new Set(files).size).toBe(files.length);
  });

  test('leave out a language in which a lesson is missing', () => {
    const [course, ...others] = content.courses;
    if (!course) throw new Error('There is no course.');
    const without = {
      ...course,
      modules: course.modules.map((module, at) => ({
        ...module,
        lessons: module.lessons.map((entry, index) =>
          at || index ? entry : { ...entry, versions: { en: entry.versions.en } },
        ),
      })),
    } as typeof course;
    const downloads = { courses: ['gift'], modules: ['gift'] };
    const files = planDownloads({
      ...content,
      courses: [without, ...others],
      site: { ...content.site, downloads },
    }).filter(({ course: { id } }) => id === course.id);
    const languages = (module: string | null) =>
      files.filter((file) => (file.module?.id ?? null) === module).flatMap(({ locales }) => locales);
    expect(languages(null)).toEqual(['en']);
    expect(languages(course.modules[0]?.id ?? '')).toEqual(['en']);
    expect(languages(course.modules[1]?.id ?? '')).toHaveLength(7);
  });

  test('hold all languages together where the format can, and the course is whole in several', () => {
    const several = plan(['scorm12', 'epub'], ['scorm12']).filter(({ locales }) => locales.length > 1);
    expect(several.map(({ file }) => file)).toContain('downloads/media-literacy/media-literacy.all.scorm12.zip');
    expect(several.every(({ format, module }) => packageFormats[format].multilingual && !module)).toBe(true);
  });

  test('are none where the site gives nothing away', () => {
    expect(plan([])).toEqual([]);
  });

  test('a format that does not exist is named with the one that was meant', () => {
    expect(() => plan(['scorm21'])).toThrow(/no format "scorm21".*Did you mean "scorm12"/u);
    expect(() => plan([], ['h5p-for-all'])).toThrow(/The formats are: .*epub/u);
  });
});
