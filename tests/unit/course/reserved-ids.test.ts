import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reservedCourseIds, reservedIds, whyReserved } from '#course';
import { overlay, read } from '../authoring/overlay.ts';

/** Names that pages have of their own at one level of addresses: no index, and none whose name is a parameter. */
function pagesAt(level: string): string[] {
  return readdirSync(`src/pages/${level}`, { withFileTypes: true })
    .map(({ name }) => name.split('.')[0] ?? '')
    .filter((name) => name !== 'index' && !name.startsWith('['));
}

const yaml = overlay({}).texts.get('courses/demo/course.yaml') ?? '';

function problemsWith(changed: string) {
  const { problems } = read(overlay({ 'courses/demo/course.yaml': changed }));
  return problems.map(({ rule, line, column, message }) => ({ rule, line, column, message }));
}

describe('ids that the site needs for itself', () => {
  test.each(['[locale]/[course]', '[locale]/[course]/[module]'])('hold every page of %s', (level) => {
    expect(pagesAt(level)).not.toEqual([]);
    for (const name of pagesAt(level)) expect(reservedIds).toContain(name);
  });

  test('hold every page below a language, for courses', () => {
    const files = ['manifest'];
    for (const name of pagesAt('[locale]').filter((name) => !files.includes(name)))
      expect(reservedCourseIds).toContain(name);
  });

  test.each(['print', 'use', 'downloads', 'teach', 'preview', 'media'])('refuse a module and a lesson "%s"', (id) => {
    const module = problemsWith(yaml.replace('modules:\n', `modules:\n  - { id: ${id}, announced: true }\n`));
    expect(module).toContainEqual({
      rule: 'id-reserved',
      line: 6,
      column: 11,
      message: expect.stringContaining(`No module can be called "${id}"`) as string,
    });
    const lesson = problemsWith(yaml.replace('{ id: one,', `{ id: ${id},`));
    expect(lesson).toContainEqual(
      expect.objectContaining({
        rule: 'id-reserved',
        message: expect.stringContaining(`No lesson can be called "${id}"`) as string,
      }),
    );
  });

  test('refuse a lesson "check" by the same rule, and a module by its own', () => {
    const lesson = problemsWith(yaml.replace('{ id: one,', '{ id: check,'));
    expect(lesson.map(({ rule }) => rule)).toContain('id-reserved');
    const module = problemsWith(yaml.replace('modules:\n', 'modules:\n  - { id: check, announced: true }\n'));
    expect(module.map(({ rule }) => rule)).toContain('check-reserved');
    expect(module.map(({ rule }) => rule)).not.toContain('id-reserved');
  });

  test('leave all others free, also those that only contain such a word or that every object has', () => {
    for (const id of ['printing', 'use-it', 'fact-check', 'constructor', 'teachers'])
      expect(whyReserved('lesson', id)).toBeNull();
  });
});
