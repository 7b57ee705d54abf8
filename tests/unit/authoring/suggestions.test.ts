import { describe, expect, test } from 'vitest';
import { check, overlay } from './overlay.ts';

const lesson = 'courses/demo/first/two/en.mdx';
const front = '---\ntitle: Two\nsummary: A page.\ngoal: test.\nobjectives: [test]\n---\n\n## Second\n\n';
const course = 'source: en\nlicence: a\nauthors: [A]\nlevel: 1\nmodules:\n  - id: first\n    lessons:\n';

/** The problems of a text laid over clean content, as `line:column rule → hint`. */
function hintsFor(file: string, text: string): string[] {
  return check(overlay({ [file]: text }))
    .filter(
      (problem) =>
        problem.file === file && !['translation-missing', 'translation-mention-missing'].includes(problem.rule),
    )
    .map(({ line, column, rule, hint }) => `${line}:${column} ${rule} → ${hint}`);
}

describe('what was probably meant is named', () => {
  test.each([
    ['a component', '<Exmaple title="A">\n\nA.\n\n</Exmaple>', 'component-unknown → Did you mean `<Example>`?'],
    ['a component in small letters', '<note kind="tip">\n\nA.\n\n</note>', 'html-not-allowed → Did you mean `<Note>`?'],
    ['an element', 'A <kdb>b</kdb>.', 'html-not-allowed → Did you mean `<kbd>`?'],
    ['an attribute of a component', '<Note kidn="tip">\n\nA.\n\n</Note>', 'attribute-unknown → Did you mean `kind`?'],
    ['an attribute of an element', 'A <span lnag="kk">b</span>.', 'attribute-unknown → Did you mean `lang`?'],
    ['a kind of note', '<Note kind="cuation">\n\nA.\n\n</Note>', 'attribute-value → Did you mean `kind="caution"`?'],
    [
      'a term',
      '<Term id="clami">a</Term>',
      'term-unknown → Did you mean `claim`? Otherwise write glossary/clami.yaml.',
    ],
    ['a source', 'A <Source id="wrok-2020"/>.', 'source-unknown → Did you mean `work-2020`?'],
    ['a lesson', '[A](../oen/)', 'link-unknown → Did you mean "one"?'],
    [
      'a skill',
      '<ShortAnswer id="a" skills="LTA">\n\nA?\n\n- [x] b\n  > A reason that is long enough to name the move.\n\n> A reason that is long enough to name the move.\n\n</ShortAnswer>',
      'skill-unknown → Did you mean `LAT`?',
    ],
  ])('%s', (_, text, expected) => {
    const hints = hintsFor(lesson, `${front}${text}\n`);
    expect(
      hints.some((hint) => hint.includes(expected)),
      hints.join('\n'),
    ).toBe(true);
  });

  test.each<[string, string, string, readonly string[]]>([
    [
      'a language by its country',
      'glossary/claim.yaml',
      'en: { term: a, definition: b }\nkz: { term: a, definition: b }\n',
      ['2:1 schema → Did you mean `kk`?'],
    ],
    [
      'a key of a term',
      'glossary/claim.yaml',
      'en: { term: a, definition: b, aviod: [c] }\n',
      ['1:31 schema → Did you mean `avoid`?'],
    ],
    [
      'a key of a source',
      'sources.yaml',
      'work-2020: { author: A, year: 1, title: b, language: en, accessd: 2020-01-01 }\n',
      ['1:58 schema → Did you mean `accessed`?'],
    ],
    [
      'a key of a lesson in course.yaml',
      'courses/demo/course.yaml',
      `${course}      - { id: one, minuts: 5, skills: [SRC], published: 2026-01-31 }\n`,
      ['8:9 schema → Add `minutes:` with a number as its value.', '8:20 schema → Did you mean `minutes`?'],
    ],
    [
      'a skill in course.yaml',
      'courses/demo/course.yaml',
      `${course}      - { id: one, minutes: 5, skills: [SRS], published: 2026-01-31 }\n`,
      ['8:41 schema → Did you mean `SRC`?'],
    ],
    [
      'the language of a course',
      'courses/demo/course.yaml',
      course.replace('source: en', 'source: az-Latn-AZ').replace('lessons:\n', 'lessons: []\n'),
      ['1:9 schema → Did you mean `az`?'],
    ],
    [
      'a state of translation',
      'courses/demo/first/two/kk.mdx',
      '---\ntitle: Екі\nsummary: Бет.\ngoal: а.\nobjectives: [а]\ntranslation: { state: reveiwed }\n---\n\n## Екінші\n',
      ['6:23 schema → Did you mean `reviewed`?'],
    ],
    [
      'a lesson whose folder has another name',
      'courses/demo/course.yaml',
      `${course}      - { id: one, minutes: 5, skills: [SRC], published: 2026-01-31 }\n      - { id: tow, minutes: 5, skills: [SRC], published: 2026-01-31 }\n`,
      ['9:9 lesson-missing → Did you mean `two`? Otherwise write courses/demo/first/tow/en.mdx.'],
    ],
    [
      'a file of a language by its country',
      'courses/demo/first/two/kg.mdx',
      front,
      ['1:1 locale-unknown → Did you mean `ky.mdx`?'],
    ],
    [
      'a catalogue of a language by its name',
      'interface/kazakh.json',
      '{}\n',
      ['1:1 locale-unknown → Did you mean `kk.json`?'],
    ],
  ])('%s', (_, file, text, expected) => {
    expect(hintsFor(file, text)).toEqual(expected);
  });
});

describe('a value of another form is not called missing', () => {
  test.each([
    ['a text for a list', front.replace('[test]', 'test'), '"objectives" holds a text.'],
    ['a list for a text', front.replace('A page.', '[a]'), '"summary" holds a list.'],
    ['a number for a text', front.replace('Two', '2'), '"title" holds a number.'],
    ['nothing', front.replace(' Two', ''), 'The key "title" has no value.'],
    ['no key', front.replace('title: Two\n', ''), 'The key "title" is missing.'],
    [
      'too many',
      front.replace('[test]', '[a, b, c, d, e, f, g]'),
      '"objectives" is not right: it has more than 6 entries.',
    ],
    ['none', front.replace('[test]', '[]'), '"objectives" is not right: it needs at least one entry.'],
  ])('%s', (_, text, message) => {
    const problems = check(overlay({ [lesson]: text, 'courses/demo/first/two/kk.mdx': null }));
    expect(problems.filter(({ rule }) => rule === 'schema').map((problem) => problem.message)).toEqual([message]);
  });
});
