import { exerciseNames, firstLoss, hiddenName, hideExercises, restoreStyle, showExercises } from '#authoring';
import { componentNames } from '#course';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const lessons = globSync('{content,drafts}/**/*.mdx');
const choice = '<Choice id="судья">\n\nКім?\n\n- [x] [a] “Ə” & <b>\n  > Себебі: 100 % {x}\n\n</Choice>';

describe('exercises in a visual editor', () => {
  test('are one component each, in every lesson there is, and come back byte for byte', () => {
    const found = lessons.map((file) => readFileSync(file, 'utf8'));
    const hidden = found.map(hideExercises);
    expect(lessons.length).toBeGreaterThan(270);
    expect(hidden.map(showExercises)).toEqual(found);
    const left = new RegExp(`^</?(?:${exerciseNames.join('|')})\\b|^ *- \\[[ x]\\]`, 'mu');
    expect(lessons.filter((_, at) => left.test(hidden[at] ?? ''))).toEqual([]);
  });

  test('have names that no author can write', () => {
    expect(exerciseNames.map(hiddenName).filter((name) => componentNames.includes(name))).toEqual([]);
  });

  test('keep signs that mean something in attributes, and stand in components, too', () => {
    const text = `<Note kind="tip">\n\n${choice}\n\n</Note>\n`;
    const hidden = hideExercises(text);
    expect(hidden).toMatch(/^<Note kind="tip">\n\n<ExerciseChoice markdown="[\w%.!~*'()-]+" \/>\n\n<\/Note>\n$/u);
    expect(showExercises(hidden)).toBe(text);
  });

  test('are left as text where they are not closed, so that the editor refuses the file', () => {
    expect(hideExercises('<Choice id="a">\n\n- [x] [a] A\n')).toBe('<Choice id="a">\n\n- [x] [a] A\n');
  });
});

describe('what an editor has written', () => {
  test('gets the style of lessons: hyphens for lists, no blank before the end of a component', () => {
    const written = '* бір\n  * екі\n\n> * үш\n\nA work <Source id="a" at="19-бап" />.\n';
    expect(restoreStyle(written)).toBe('- бір\n  - екі\n\n> - үш\n\nA work <Source id="a" at="19-бап"/>.\n');
  });

  test('has no indentation in components, and an empty line after and before their tags', () => {
    const written =
      '<Tabs>\n  <Tab title="a > b">\n    * бір\n      * екі\n\n    Мәтін\n  </Tab>\n</Tabs>\n\n<Term id="a">Söz</Term> və <Term id="b">söz</Term>\n\nSoñ\n';
    expect(restoreStyle(written)).toBe(
      '<Tabs>\n\n<Tab title="a > b">\n\n- бір\n  - екі\n\nМәтін\n\n</Tab>\n\n</Tabs>\n\n<Term id="a">Söz</Term> və <Term id="b">söz</Term>\n\nSoñ\n',
    );
  });

  test('keeps emphasis and what stands in a block of code', () => {
    const written = '*Əsas* fikir\n\n**Маңызды**\n\n```\n* as it is <b a="c" />\n```\n\n* list\n';
    expect(restoreStyle(written)).toBe(written.replace('* list', '- list'));
  });

  test.each<[string, string, string, string | null]>([
    ['the same with other white space', 'Бір  екі\nүш\n\n\nтөрт\n', '\nБір екі үш\n\nтөрт', null],
    ['a sign that is escaped', 'a\n\n- [x] b', 'a\n\n- \\[x] b', '- [x] b'],
    ['paragraphs made one', 'бір\n\nекі', 'бір\nекі', 'бір'],
    ['a paragraph more', 'бір', 'бір\n\nекі', 'екі'],
    ['a paragraph less', 'бір\n\nекі', 'бір', 'екі'],
  ])('is compared paragraph by paragraph: %s', (_, before, after, lost) => {
    expect(firstLoss(before, after)).toBe(lost);
  });
});
