import { describe, expect, test } from 'vitest';
import { errorsOf, readMarkdown } from '../exercise/read.ts';

describe('a lesson', () => {
  test('is divided at its headings, with anchors numbered where a heading stands twice', () => {
    const { sections } = readMarkdown('Opening.\n\n## First\n\nA *b*.\n\n### Deeper\n\n## First\n');
    expect(sections.map(({ anchor, depth, heading, text }) => [anchor, depth, heading, text])).toEqual([
      ['', 0, '', 'Opening.'],
      ['first', 2, 'First', 'A b.'],
      ['deeper', 3, 'Deeper', ''],
      ['first-1', 2, 'First', ''],
    ]);
  });

  test('has words that hold neither exercises nor notes for trainers, and the exercises it holds', () => {
    const { sections } = readMarkdown(
      '## First\n\nWords.\n\n<TrainerNote>\n\nSecret.\n\n</TrainerNote>\n\n<Choice id="q">\n\nHidden?\n\n- [x] [a] A\n\n</Choice>\n\n<Note kind="tip">\n\nMore.\n\n</Note>\n',
    );
    expect(sections[1]).toMatchObject({ text: 'Words. More.', exercises: ['q'] });
  });

  test('names its terms, sources, links and media with their places', () => {
    const body = readMarkdown(
      'A <Term id="claim">claim</Term> <Source id="work" at="p. 2"/> [b](../c/).\n\n<Figure src="media/x.svg" alt="X" credit="A" licence="B">\n\nCaption.\n\n</Figure>\n\n<Video href="https://film.example" title="T">\n\nWords.\n\n</Video>\n',
    );
    const at = (column: number, line = 1) => ({ file: 'en.mdx', line, column });
    expect(body.terms).toEqual([{ id: 'claim', place: at(3) }]);
    expect(body.citations).toEqual([{ id: 'work', at: 'p. 2', place: at(33) }]);
    expect(body.links).toEqual([
      { id: '../c/', place: at(63) },
      { id: 'https://film.example', place: at(1, 9) },
    ]);
    expect(body.media.map(({ component, src, href, text }) => [component, src, href, text])).toEqual([
      ['Figure', 'media/x.svg', null, 'Caption.'],
      ['Video', null, 'https://film.example', 'Words.'],
    ]);
  });

  test('gives runs of words with offsets that cut them out of the file, and leaves code out', () => {
    const source =
      'Бір **екі** `code` <span lang="en">three</span>.\n\n<Example lookalike title="Төрт">\n\nБес\n\n</Example>\n';
    const { runs } = readMarkdown(source, 'kk');
    expect(
      runs.filter(({ attribute }) => attribute === null).map(({ start, end }) => source.slice(start, end)),
    ).toEqual(['Бір ', 'екі', ' ', ' ', 'three', '.', 'Бес']);
    expect(
      runs.map(({ text, lookalike, foreign, attribute }) => [text.trim(), lookalike, foreign, attribute]),
    ).toContainEqual(['Төрт', true, false, 'title']);
    expect(runs.find(({ text }) => text === 'three')?.foreign).toBe(true);
  });

  test('names its quizzes with the exercises in them, which count in their section as well', () => {
    const choice = (id: string) => `<Choice id="${id}">\n\nA?\n\n- [x] [a] A\n\n</Choice>\n\n`;
    const { quizzes, sections, exercises } = readMarkdown(
      `${choice('before')}## Тексеру\n\n<Quiz id="check" title="Өзіңізді тексеріңіз" pass="75">\n\nАсықпаңыз.\n\n${choice('one')}<Note kind="tip">\n\n${choice('two')}</Note>\n\n</Quiz>\n\n<Quiz id="again" title="Тағы бір рет">\n\n${choice('three')}</Quiz>\n`,
      'kk',
    );
    expect(quizzes).toEqual([
      {
        id: 'check',
        title: 'Өзіңізді тексеріңіз',
        pass: 0.75,
        exercises: ['one', 'two'],
        place: { file: 'en.mdx', line: 11, column: 1 },
      },
      expect.objectContaining({ id: 'again', pass: 0.66, exercises: ['three'] }),
    ]);
    expect(sections[1]).toMatchObject({ text: 'Асықпаңыз.', exercises: ['one', 'two', 'three'] });
    expect(exercises.map(({ id }) => id)).toEqual(['before', 'one', 'two', 'three']);
  });

  test('has a quiz even where its only exercise cannot be read', () => {
    const { quizzes, problems } = readMarkdown(
      '<Quiz id="q" title="T">\n\n<Choice id="a">\n\nA?\n\n</Choice>\n\n</Quiz>\n',
    );
    expect(quizzes).toMatchObject([{ id: 'q', exercises: [] }]);
    expect(problems.map(({ rule }) => rule)).toEqual(['options-missing']);
  });

  test.each([
    ['import x from "y"\n', ['1:1 javascript']],
    ['export const a = 1\n', ['1:1 javascript']],
    ['A {1 + 1}.\n', ['1:3 javascript']],
    ['{/* comment */}\n', ['1:1 javascript']],
    ['<Note kind={"tip"}>\n\nA.\n\n</Note>\n', ['1:1 attribute-missing', '1:1 javascript']],
    ['<>\n\nA.\n\n</>\n', ['1:1 component-unknown']],
    ['<iframe src="x"/>\n', ['1:1 html-not-allowed']],
    ['<a href="javascript:x">b</a>\n', ['1:1 html-not-allowed']],
    ['<kbd onclick="x">b</kbd>\n', ['1:1 attribute-unknown']],
    ['![a](b.png)\n', ['1:1 image-outside-figure']],
    ['<Figure src="a" credit="b" licence="c">\n\nd\n\n</Figure>\n', ['1:1 alt-missing']],
    ['<Figure src="a" alt=" " credit="b" licence="c">\n\nd\n\n</Figure>\n', ['1:1 alt-missing']],
    ['<Tab>\n\nA.\n\n</Tab>\n', ['1:1 attribute-missing']],
    ['<Note kind="hint">\n\nA.\n\n</Note>\n', ['1:1 attribute-value']],
    ['<Example lookalike="yes">\n\nA.\n\n</Example>\n', ['1:1 attribute-value']],
    ['A <Note kind="tip">b</Note> c.\n', ['1:3 component-not-a-block']],
    ['<Note kind="tip">\n\n## A\n\n</Note>\n', ['3:1 heading-inside-component']],
    ['# A\n', ['1:1 heading-level']],
    ['### A\n', ['1:1 heading-level']],
    ['## A\n\n### B\n\n## C\n\n#### D\n', ['7:1 heading-level']],
    ['##\n', ['1:1 heading-empty']],
    ['<br/> <sub>a</sub> <abbr title="b">c</abbr> <q lang="kk">d</q>\n', []],
  ])('%j: %j', (source, expected) => {
    expect(errorsOf(source).sort()).toEqual([...expected].sort());
  });
});
