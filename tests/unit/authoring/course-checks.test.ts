import { fixContent } from '#authoring';
import { describe, expect, test } from 'vitest';
import { check, overlay, overlayFixture, read } from './overlay.ts';

const whole = overlayFixture('check-complete');
const form = (id: 'a' | 'b', locale: 'en' | 'kk' = 'en') => `courses/demo/check/${id}/${locale}.mdx`;

/** What is said of the complete check when each edit has been made in one of its files. */
function checkWith(file: string, ...edits: readonly (readonly [string | RegExp, string])[]) {
  const before = whole.texts.get(file) ?? '';
  const after = edits.reduce((text, [from, to]) => text.replace(from, to), before);
  expect(after).not.toBe(before);
  return check(overlay({ ...Object.fromEntries(whole.texts), [file]: after }));
}

const rulesOf = (problems: ReturnType<typeof check>) => [...new Set(problems.map(({ rule }) => rule))].sort();

describe('the check of a course', () => {
  test.each([
    ['a set that may stay undecided', 'confidence invented', 'confidence unsure invented', 'Remove `unsure`.'],
    ['a set that does not ask how sure one is', ' confidence', '', 'Add `confidence`.'],
    ['a set that can be answered again', ' attempts="1"', '', 'Write `attempts="1"`.'],
  ])('refuses %s', (_, from, to, hint) => {
    const found = checkWith(form('a'), [from, to]).filter(({ rule }) => rule === 'check-settings');
    expect(found.map((problem) => [problem.file, problem.line, problem.hint])).toEqual([[form('a'), 8, hint]]);
  });

  test.each([
    ['a heading', 'Decide for', '## First\n\nDecide for', 'heading'],
    ['a note', 'Decide for', '<Note kind="tip">\n\nLook twice.\n\n</Note>\n\nDecide for', '<Note>'],
    ['a quiz', 'Decide for', '<Quiz id="all" title="All">\n\nWords.\n\n</Quiz>\n\nDecide for', '<Quiz>'],
    [
      'an exercise of another type',
      'Decide for',
      '<ShortAnswer id="word">\n\nWhat is it?\n\n- [x] a claim\n  > A claim says something that can be looked up.\n\n</ShortAnswer>\n\nDecide for',
      '<ShortAnswer>',
    ],
  ])('refuses %s, in a translation as well', (_, from, to, name) => {
    for (const locale of ['en', 'kk'] as const) {
      const problems = checkWith(form('b', locale), [
        locale === 'en' ? from : 'Әр жазбаға',
        to.replace(from, 'Әр жазбаға'),
      ]);
      const found = problems.filter(({ rule }) => rule === 'check-stranger');
      expect(found.map(({ file, message }) => [file, message.includes(name)])).toEqual([[form('b', locale), true]]);
    }
  });

  test('lets emphasis and marked words of another language stand in its paragraphs', () => {
    const edit = ['Decide for', 'Decide *quietly* (<span lang="kk">асықпай</span>) for'] as const;
    expect(rulesOf(checkWith(form('a'), edit)).filter((rule) => rule.startsWith('check-'))).toEqual([]);
  });

  test('has half of its posts sound over all its sets, whatever the single sets have', () => {
    const even = checkWith(form('a'), ['- [ ] [dam]', '- [x] [dam]'], ['- [x] [goat]', '- [ ] [goat]']);
    expect(rulesOf(even)).not.toContain('check-balance');
    const found = checkWith(form('a'), ['- [ ] [dam]', '- [x] [dam]']).filter(({ rule }) => rule === 'check-balance');
    expect(found.map(({ file, severity }) => [file, severity])).toEqual([[form('a'), 'error']]);
    expect(found[0]?.message).toContain('Of the 12 posts in this form 7 are sound');
  });

  test('is told where a form is empty or too small', () => {
    const problems = checkWith(form('b'), [/<HeadlineSort[\s\S]*<\/HeadlineSort>/u, '']);
    expect(problems.find(({ rule }) => rule === 'check-small')).toMatchObject({ file: form('b'), line: 1 });
  });

  test('is held against its source like a lesson: a key that differs is an error', () => {
    const problems = checkWith(form('b', 'kk'), ['- [x] [gauge]', '- [ ] [gauge]'], ['- [ ] [dam]', '- [x] [dam]']);
    expect(problems.map(({ file, rule }) => [file, rule])).toContainEqual([form('b', 'kk'), 'translation-key']);
  });

  test('may have the same ids in both forms, and none twice in one', () => {
    const problems = checkWith(form('a'), ['id="second-set"', 'id="first-set"']);
    const found = problems.filter(({ rule }) => rule === 'exercise-id-duplicate');
    expect(found.map(({ file }) => file)).toEqual([form('a')]);
  });

  test('can be linked to from lessons', () => {
    const lesson = 'courses/demo/first/two/en.mdx';
    const text = whole.texts.get(lesson) ?? '';
    const files = {
      ...Object.fromEntries(whole.texts),
      [lesson]: `${text}\n[Measure](../../check/), [no form](../../check/a/).\n`,
    };
    const found = check(overlay(files)).filter(({ rule }) => rule === 'link-unknown');
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('../../check/a/')]);
  });

  test('gets missing ids from check --fix, the same in every language', () => {
    const without = (file: string) => (whole.texts.get(file) ?? '').replace('id="first-set" ', '');
    const files = [form('a'), form('a', 'kk')].map((file): [string, string] => [file, without(file)]);
    const fixed = fixContent(overlay({ ...Object.fromEntries([...whole.texts, ...files]) }), read);
    const ids = files.map(([file]) => /<HeadlineSort id="([^"]+)"/u.exec(fixed.get(file) ?? '')?.[1]);
    expect(ids[0]).toMatch(/^[a-z]/u);
    expect(ids[1]).toBe(ids[0]);
  });
});
