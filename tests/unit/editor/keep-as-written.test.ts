import { keepAsWritten, writeNew } from '#authoring';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';

const course = readFileSync('content/courses/media-literacy/course.yaml', 'utf8');

/** A file as a form editor writes it: all keys anew, each in a line, without comments. */
function rewritten(text: string, change: (data: Record<string, unknown>) => void = () => {}): string {
  const [whole, front] = /^---\n([\s\S]*?\n)---\n/u.exec(text) ?? [];
  const data = parse(front ?? text) as Record<string, unknown>;
  change(data);
  const yaml = stringify(data, { lineWidth: 40, singleQuote: true });
  return whole === undefined ? yaml : `---\n${yaml}---\n${text.slice(whole.length).trimStart()}`;
}

const page = '---\n# Кімге?\ntitle: "Ким ишенет: сенми?"\nsummary: Ein\nobjectives: [a, b]\n---\n\nTekst.\n';

describe('a file saved in a form', () => {
  test('stays as it is, byte for byte, where nothing was changed', () => {
    const files = globSync('content/**/*.{mdx,yaml}');
    expect(files.length).toBeGreaterThan(290);
    const changed = files.filter((file) => {
      const text = readFileSync(file, 'utf8');
      return keepAsWritten(text, rewritten(text)) !== text;
    });
    expect(changed).toEqual([]);
  });

  test('changes the value that was changed, and not a byte more', () => {
    const after = rewritten(page, (data) =>
      Object.assign(data, { title: 'Kim „inanır“: sən?', objectives: ['a', 'x, y'] }),
    );
    expect(keepAsWritten(page, after)).toBe(
      page.replace('"Ким ишенет: сенми?"', '"Kim „inanır“: sən?"').replace('[a, b]', '[a, "x, y"]'),
    );
  });

  test('keeps the line ends of Windows and the white space around the text', () => {
    const windows = `${page}\n\n`.replaceAll('\n', '\r\n');
    const after = rewritten(page).replace('Tekst.', 'Bir.\n\nIkki.');
    expect(keepAsWritten(windows, after)).toBe(
      `${page}\n\n`.replace('Tekst.', 'Bir.\n\nIkki.').replaceAll('\n', '\r\n'),
    );
  });

  test('takes a new lesson into the list of its module in the way of the others, and leaves the rest alone', () => {
    const lesson = { id: 'new-one', minutes: 10, skills: ['LAT', 'SRC'], published: '2026-12-01' };
    const after = rewritten(course, (data) => (data['modules'] as { lessons: object[] }[])[0]?.lessons.push(lesson));
    const kept = keepAsWritten(course, after) ?? '';
    const added = kept.split('\n').filter((line) => !course.split('\n').includes(line));
    expect(added).toEqual(['      - { id: new-one, minutes: 10, skills: [LAT, SRC], published: 2026-12-01 }']);
    expect(course.split('\n').filter((line) => !kept.split('\n').includes(line))).toEqual([]);
  });

  test('loses a lesson that was taken away, and no other', () => {
    const after = rewritten(course, (data) => (data['modules'] as { lessons: object[] }[])[0]?.lessons.splice(1, 1));
    const before = parse(course) as { modules: { lessons: { id: string }[] }[] };
    before.modules[0]?.lessons.splice(1, 1);
    expect(parse(keepAsWritten(course, after) ?? '')).toEqual(before);
  });

  test('does not write what a form leaves empty, and takes away what was made empty', () => {
    const term =
      'en:\n  term: claim\n  definition: A.\n  state: reviewed\nkk:\n  avoid: []\n  term: пікір\n  definition: Б.\n';
    const after =
      'en: {term: claim, definition: A., state: "", avoid: []}\nkk: {avoid: [], term: пікір, definition: Б.}\nru: {avoid: []}\n';
    expect(keepAsWritten(term, after)).toBe(term.replace('  state: reviewed\n', ''));
  });

  test('keeps zero, which is a value', () => {
    expect(keepAsWritten('completion:\n  score: 0.5\n', 'completion: {score: 0, lessons: null}\n')).toBe(
      'completion:\n  score: 0\n',
    );
  });

  test.each([
    ['it begins with a byte order mark', `\uFEFF${page}`, page],
    ['it is no YAML', '---\ntitle: "a\n---\n', '---\ntitle: a\n---\n'],
    ['what comes is no YAML', page, '---\ntitle: "a\n---\n'],
    ['a page has lost its front matter', page, 'Tekst.\n'],
  ])('is left alone where %s', (_, before, after) => {
    expect(keepAsWritten(before, after)).toBeNull();
  });

  test('that is new is written without what is empty', () => {
    expect(writeNew("---\ntitle: 'A: b'\ntranslation:\n  state: machine-draft\nobjectives: []\n---\nМәтін.\n")).toBe(
      '---\ntitle: "A: b"\ntranslation:\n  state: machine-draft\n---\n\nМәтін.\n',
    );
    expect(writeNew('en:\n  term: a\n  avoid: []\nkk:\n  avoid: []\n')).toBe('en:\n  term: a\n');
  });
});
