import { lessonsOf, neighboursOf, versionFor, type ContentReading } from '#course';
import { describe, expect, test } from 'vitest';
import { overlay, read } from '../authoring/overlay.ts';

function readBase(texts: Readonly<Record<string, string | null>> = {}): ContentReading {
  return read(overlay(texts));
}

describe('content', () => {
  test('is read into courses, modules and lessons with their versions', () => {
    const { content, problems } = readBase();
    expect(problems).toEqual([]);
    const [course] = content?.courses ?? [];
    if (!course) throw new Error('no course');
    expect(course).toMatchObject({ id: 'demo', source: 'en', licence: 'CC0-1.0' });
    expect(lessonsOf(course).map(({ id, versions }) => [id, Object.keys(versions).sort()])).toEqual([
      ['one', ['en', 'kk']],
      ['two', ['en', 'kk']],
    ]);
    const [one, two] = lessonsOf(course);
    expect(one && neighboursOf(course, one)).toEqual({ previous: null, next: two });
    expect([...(content?.glossary.keys() ?? [])]).toEqual(['claim']);
    expect([...(content?.pages.keys() ?? [])]).toEqual(['about']);
  });

  test('has the easier courses first', () => {
    const yaml = (level: number) =>
      `source: en\nlicence: CC0-1.0\nauthors: [Demo]\nlevel: ${level}\nmodules:\n  - { id: first, announced: true }\n`;
    const { content } = readBase({ 'courses/a-hard-one/course.yaml': yaml(3), 'courses/between/course.yaml': yaml(2) });
    expect(content?.courses.map(({ id }) => id)).toEqual(['demo', 'between', 'a-hard-one']);
  });

  test('gives a translation the anchors of its source, so that links survive a change of language', () => {
    const lesson = readBase().content?.courses[0]?.modules[0]?.lessons[0];
    expect(lesson?.versions.kk?.sections.map(({ anchor, slug }) => [anchor, slug])).toEqual([
      ['', ''],
      ['first', 'бірінші'],
    ]);
  });

  test('hides machine drafts where the site says so', () => {
    const draft = 'courses/demo/first/two/kk.mdx';
    const texts = overlay({}).texts;
    const reading = readBase({
      'site.yaml': `${texts.get('site.yaml')}drafts: hide\n`,
      [draft]: (texts.get(draft) ?? '').replace('state: reviewed', 'state: machine-draft'),
    });
    const lessons = reading.content?.courses[0]?.modules[0]?.lessons ?? [];
    expect(lessons.map(({ versions }) => Object.keys(versions).sort())).toEqual([['en', 'kk'], ['en']]);
    expect(reading.readings.has(draft)).toBe(true);
  });

  test('says what counts as done: what course.yaml states, and the standard for what it leaves out', () => {
    const file = 'courses/demo/course.yaml';
    const yaml = overlay({}).texts.get(file) ?? '';
    const rulesOf = (line: string) =>
      readBase({ [file]: yaml.replace('level: 1', `level: 1\n${line}`) }).content?.courses[0]?.completion;
    expect(rulesOf('')).toEqual({ lessons: 1, answered: 0.8, score: 0 });
    expect(rulesOf('completion: { lessons: 0, score: 0.6 }')).toEqual({ lessons: 0, answered: 0.8, score: 0.6 });
  });

  test('takes rules of completion for a course whose lessons are all announced', () => {
    const yaml =
      'source: en\nlicence: CC0-1.0\nauthors: [Demo]\nlevel: 1\ncompletion: { score: 1 }\nmodules:\n  - { id: first, announced: true }\n';
    const { problems } = readBase({ 'courses/demo/course.yaml': yaml });
    expect(problems.filter(({ rule }) => rule.startsWith('completion'))).toEqual([]);
  });

  test('tells a value of the wrong kind from a missing one', () => {
    const { problems } = readBase({ 'site.yaml': 'name: Demo\nlanguages: kk\n' });
    const messages = problems.filter(({ file }) => file === 'site.yaml').map(({ message }) => message);
    expect(messages).toContain('The key "contact" is missing.');
    expect(messages).toContain('"languages" holds a text.');
  });

  test('names every fault of a YAML file at its own line', () => {
    const { problems } = readBase({ 'sources.yaml': 'a:\n  author: A\n  year: 2020\n  title: ""\n  langauge: en\n' });
    expect(problems.map(({ line, column, rule, message }) => [line, column, rule, message])).toEqual([
      [2, 3, 'schema', 'The key "a.language" is missing.'],
      [4, 10, 'schema', '"a.title" is not right: must not be empty.'],
      [5, 3, 'schema', 'There is no key "langauge" in a.'],
    ]);
  });

  test('reads the front matter of a page whose body cannot be read', () => {
    const { problems } = readBase({ 'pages/about/en.mdx': '---\ntitle: About\n---\n\n<Steps>\n' });
    expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
      [2, 'schema'],
      [5, 'mdx-syntax'],
    ]);
  });
});

test('a missing version is stood in for by the first language asked for that exists', () => {
  expect(versionFor({ en: 1, ru: 2 }, ['kk', 'ru', 'en'])).toEqual({ locale: 'ru', value: 2 });
  expect(versionFor({}, ['kk'])).toBeNull();
});
