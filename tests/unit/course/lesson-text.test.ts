import { readText, readTrainersText, type TextNode } from '#course';
import { createContentReader } from '#course/adapters/node-content';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { describe, expect, test } from 'vitest';

const read = (source: string, anchors: readonly string[] = []) =>
  readText({ file: 'a.mdx', source }, anchors, parseMdx);

/** Nodes in one line: `name[attributes](children)`. */
function show(nodes: readonly TextNode[] | null): string {
  return (nodes ?? [])
    .map((node) => {
      if (typeof node === 'string') return /^\n+$/u.test(node) ? '' : node;
      const attributes = Object.entries(node.attributes).map(([name, value]) => `${name}=${value}`);
      return `${node.name}${attributes.length ? `[${attributes.join(' ')}]` : ''}(${show(node.children)})`;
    })
    .join('');
}

describe('the text of a lesson', () => {
  test.each([
    ['Бет *туралы* **айт**.', 'p(Бет em(туралы) strong(айт).)'],
    ['| a | b |\n| - | - |\n| c | d |', 'table(thead(tr(th(a)th(b)))tbody(tr(td(c)td(d))))'],
    ['3. c\n4. d', 'ol[start=3](li(c)li(d))'],
    ['`x < y`', 'p(code(x < y))'],
    ['```js\nlet a;\n```', 'pre(code(let a;\n))'],
    ['A <kbd>K</kbd>, <span lang="uz">oʻzbek</span>.', 'p(A kbd(K), span[lang=uz](oʻzbek).)'],
    ['<Term id="claim">İddia</Term>.', 'p(Term[id=claim](İddia).)'],
    ['Söz <Source id="a-2020" at="s. 3"/>.', 'p(Söz Source[id=a-2020 at=s. 3]().)'],
    ['<Note kind="tip">\n\nСөз.\n\n</Note>', 'Note[kind=tip](p(Сөз.))'],
    ['<Example title="Ә" lookalike>\n\nСөз.\n\n</Example>', 'Example[title=Ә lookalike=](p(Сөз.))'],
  ])('%j reads as %s', (source, shown) => {
    expect(show(read(source))).toBe(shown);
  });

  test('an exercise has its id alone, and a trainers’ note is left out', () => {
    const source = [
      'Алдымен.',
      '<Choice id="who" many hint="x">\n\nКім?\n\n- [x] [a] A\n  > B\n\n</Choice>',
      '<TrainerNote>\n\nСекрет.\n\n</TrainerNote>',
      '<Quiz id="q" title="T">\n\n<Verdict id="v">\n\nШын?\n\n- [x] [true]\n- [ ] [false]\n\n</Verdict>\n\n</Quiz>',
    ].join('\n\n');
    expect(show(read(source))).toBe('p(Алдымен.)Choice[id=who]()Quiz[id=q title=T](Verdict[id=v]())');
  });

  test('is read with its notes for trainers where somebody asks for just that', () => {
    const source = 'Сөз.\n\n<TrainerNote>\n\n**Талқылау.** <Term id="claim">Мәлімдеме</Term> ме?\n\n</TrainerNote>';
    const file = { file: 'a.mdx', source };
    expect(show(readTrainersText(file, [], parseMdx))).toBe(
      'p(Сөз.)TrainerNote(p(strong(Талқылау.) Term[id=claim](Мәлімдеме) ме?))',
    );
    expect(show(readText(file, [], parseMdx))).toBe('p(Сөз.)');
    expect(readTrainersText({ file: 'a.mdx', source: '<Note>' }, [], parseMdx)).toBeNull();
  });

  test('a heading has the anchor of its section, in the order of the sections', () => {
    const source = 'Кіріспе.\n\n## Бірінші\n\nСөз.\n\n### Екінші\n\nСөз.';
    expect(show(read(source, ['', 'first', 'second']))).toBe(
      'p(Кіріспе.)h2[id=first](Бірінші)p(Сөз.)h3[id=second](Екінші)p(Сөз.)',
    );
    expect(show(read('## Жалғыз'))).toBe('h2(Жалғыз)');
  });

  test.each([
    ['A [b](javascript:x) c.', 'p(A b c.)'],
    ['A [b](java&#10;script:x) c.', 'p(A b c.)'],
    ['A ![b](x.png).', 'p(A .)'],
    ['A <u>b</u>.', 'p(A b.)'],
    ['A <kbd onclick="x">b</kbd>.', 'p(A kbd(b).)'],
    ['A <constructor>b</constructor>.', 'p(A b.)'],
    ['A {b} c.', 'p(A  c.)'],
    ['<Note kind="tip" onclick="x">\n\nB.\n\n</Note>', 'Note[kind=tip](p(B.))'],
    ['<Unknown id="x">\n\nB.\n\n</Unknown>', 'p(B.)'],
    ['- [ ] a', 'ul(li( a))'],
  ])('%j gives no more than %s', (source, shown) => {
    expect(show(read(source))).toBe(shown);
  });

  test('what is no MDX has none, and a byte order mark is no letter', () => {
    expect(read('<Note kind="tip">')).toBeNull();
    expect(show(read('\uFEFFСөз.'))).toBe('p(Сөз.)');
  });

  test('every lesson of the repository has its exercises in the order of the model, in every language', () => {
    const { content, files } = createContentReader('content')();
    const lessons = (content?.courses ?? []).flatMap(({ modules }) =>
      modules.flatMap((module) => module.lessons.flatMap(({ versions }) => Object.values(versions))),
    );
    expect(lessons.length).toBeGreaterThan(20);
    for (const { file, sections, exercises, quizzes } of lessons) {
      const anchors = sections.map(({ anchor }) => anchor);
      const nodes = readText({ file, source: files.texts.get(file) ?? '' }, anchors, parseMdx) ?? [];
      const ids = (tree: readonly TextNode[], test: (name: string) => boolean): string[] =>
        tree.flatMap((node) =>
          typeof node === 'string'
            ? []
            : [...(test(node.name) ? [node.attributes['id'] ?? ''] : []), ...ids(node.children, test)],
        );
      const others = ['Term', 'Source', 'Figure', 'Note', 'Example', 'Steps', 'Tabs', 'Tab', 'Video', 'Audio'];
      const named = ids(nodes, (name) => /^[A-Z]/u.test(name) && !others.includes(name));
      const groups = quizzes.map(({ id }) => id);
      expect([file, named.filter((id) => !groups.includes(id))]).toEqual([file, exercises.map(({ id }) => id)]);
      expect(ids(nodes, (name) => /^h[1-6]$/u.test(name))).toEqual(anchors.slice(1));
    }
  });
});
