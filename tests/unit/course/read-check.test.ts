import { fullFormId, type Content } from '#course';
import { describe, expect, test } from 'vitest';
import { overlay, overlayFixture, read } from '../authoring/overlay.ts';

const whole = overlayFixture('check-complete');
const folder = 'courses/demo/check';

/** The complete check with texts laid over it; null takes a file away. */
function readWith(texts: Readonly<Record<string, string | null>>) {
  return read(overlay({ ...Object.fromEntries(whole.texts), ...texts }));
}

const checkOf = (content: Content | null) => content?.courses[0]?.check;

describe('the check of a course', () => {
  test('is read with both forms in each language, apart from the modules', () => {
    const { content, problems } = readWith({});
    expect(problems).toEqual([]);
    const check = checkOf(content);
    expect(Object.keys(check?.a ?? {}).sort()).toEqual(['en', 'kk']);
    expect(check?.b.kk).toMatchObject({ locale: 'kk', title: 'Он екі жазба: Ә жинағы', state: 'reviewed' });
    expect(check?.a.en?.exercises.map(({ id, headlines }) => [id, headlines.length])).toEqual([
      ['first-set', 6],
      ['second-set', 6],
    ]);
    expect(content?.courses[0]?.modules.map(({ id }) => id)).toEqual(['first']);
    expect(fullFormId('demo', 'b')).toBe('demo/check/b');
  });

  test('is none where the course has no folder of that name', () => {
    const { content, problems } = read(overlay({}));
    expect([checkOf(content), problems]).toEqual([null, []]);
  });

  test('is none where a form lacks the language of the course, which is said once', () => {
    const { content, problems } = readWith({ [`${folder}/b/en.mdx`]: null });
    expect(checkOf(content)).toBeNull();
    expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
      ['courses/demo/course.yaml', 'check-form-missing'],
    ]);
  });

  test('keeps quiet about a missing form where its file is there and at fault itself', () => {
    const { problems } = readWith({ [`${folder}/b/en.mdx`]: '---\ntitle: [\n---\n' });
    expect(problems.map(({ rule }) => rule)).not.toContain('check-form-missing');
  });

  test('names a folder that is no form, and what the form may be called', () => {
    const text = whole.texts.get(`${folder}/a/en.mdx`) ?? '';
    const { problems } = readWith({ [`${folder}/A/en.mdx`]: text });
    expect(problems.map(({ file, rule }) => [file, rule])).toEqual([[`${folder}/A/en.mdx`, 'check-form-unknown']]);
    expect(problems[0]?.hint).toContain(`${folder}/a`);
  });

  test('takes its name from any module, and says so at the module’s id', () => {
    const yaml = overlay({}).texts.get('courses/demo/course.yaml') ?? '';
    const { content, problems } = readWith({
      'courses/demo/course.yaml': yaml.replace('modules:\n', 'modules:\n  - { id: check, announced: true }\n'),
    });
    expect(problems).toContainEqual(expect.objectContaining({ rule: 'check-reserved', line: 6, column: 11 }));
    expect(checkOf(content)).toBeNull();
  });

  test('hides machine drafts where the site says so', () => {
    const draft = `${folder}/a/kk.mdx`;
    const { content } = readWith({
      'site.yaml': `${whole.texts.get('site.yaml')}drafts: hide\n`,
      [draft]: (whole.texts.get(draft) ?? '').replace('state: reviewed', 'state: machine-draft'),
    });
    expect(Object.keys(checkOf(content)?.a ?? {})).toEqual(['en']);
    expect(Object.keys(checkOf(content)?.b ?? {}).sort()).toEqual(['en', 'kk']);
  });
});
