import { interactionOf, keyOf, partIdsOf, solutionOf } from '#exercise';
import { describe, expect, test } from 'vitest';
import { errorsOf, readMarkdown, readOne } from './read.ts';

const choice = `<Choice id="publisher" hint="Look at the foot." hint-2="Read the name." attempts="3" invented skills="SRC LAT">

Who published *this* page?

- [x] [filters] A firm that sells **filters**
  > The footer names the firm.
- [ ] [newspaper] A newspaper
  > A newspaper names an editor.

</Choice>
`;

describe('a choice', () => {
  test('is read with its question, options, reasons, key and settings', () => {
    expect(errorsOf(choice)).toEqual([]);
    expect(readOne(choice)).toEqual({
      type: 'choice',
      id: 'publisher',
      locale: 'en',
      prompt: { html: '<p>Who published <em>this</em> page?</p>', text: 'Who published this page?' },
      hints: ['Look at the foot.', 'Read the name.'],
      attempts: 3,
      invented: true,
      ungraded: false,
      confidence: false,
      see: null,
      more: null,
      source: { start: 0, end: 291 },
      skills: ['SRC', 'LAT'],
      place: { file: 'en.mdx', line: 1, column: 1 },
      many: false,
      options: [
        {
          id: 'filters',
          content: { html: 'A firm that sells <strong>filters</strong>', text: 'A firm that sells filters' },
          reason: { html: '<p>The footer names the firm.</p>', text: 'The footer names the firm.' },
        },
        {
          id: 'newspaper',
          content: { html: 'A newspaper', text: 'A newspaper' },
          reason: { html: '<p>A newspaper names an editor.</p>', text: 'A newspaper names an editor.' },
        },
      ],
      key: ['filters'],
    });
    expect(interactionOf(readOne(choice))).toBe('choice');
    expect(solutionOf(readOne(choice)).map(({ text }) => text)).toEqual(['A firm that sells filters']);
  });

  test('keeps words whole where emphasis stands inside them', () => {
    const read = readOne(choice.replace('A newspaper\n', '**TikTok**та `x` сөз\n'));
    expect(read.type === 'choice' && read.options[1]?.content).toEqual({
      html: '<strong>TikTok</strong>та <code>x</code> сөз',
      text: 'TikTokта x сөз',
    });
  });

  test('has two attempts unless it says otherwise', () => {
    expect(readOne(choice.replace(' attempts="3"', '')).attempts).toBe(2);
  });

  test('may have several right options if it says so', () => {
    const several = choice.replace('- [ ]', '- [x]').replace('<Choice', '<Choice many');
    expect(errorsOf(several)).toEqual([]);
    expect(readOne(several)).toMatchObject({ many: true, key: ['filters', 'newspaper'] });
  });

  test.each([
    ['no id', choice.replace(' id="publisher"', ''), ['1:1 exercise-id-missing']],
    ['an id that is none', choice.replace('"publisher"', '"Who published"'), ['1:1 id-form']],
    ['no question', choice.replace('Who published *this* page?\n\n', ''), ['1:1 question-missing']],
    ['no list', `<Choice id="a">\n\nIs it so?\n\n</Choice>\n`, ['1:1 options-missing']],
    ['one option', choice.replace(/- \[ \][\s\S]*editor\.\n/u, ''), ['5:1 options-too-few']],
    ['no right option', choice.replace('[x]', '[ ]'), ['1:1 no-correct-option']],
    ['no marks at all', choice.replace('[x] ', '').replace('[ ] ', ''), ['1:1 no-correct-option']],
    ['two right options', choice.replace('[ ]', '[x]'), ['7:1 several-correct-options']],
    ['an option without id', choice.replace('[newspaper] ', ''), ['7:1 option-id-missing']],
    ['an option with a bad id', choice.replace('[newspaper]', '[Газета]'), ['7:1 id-form']],
    ['an id twice', choice.replace('[newspaper]', '[filters]'), ['7:1 option-id-duplicate']],
    ['an option without text', choice.replace('[newspaper] A newspaper', '[newspaper]'), ['7:1 option-without-text']],
    ['an option without reason', choice.replace('  > The footer names the firm.\n', ''), ['5:1 option-without-reason']],
    ['an empty reason', choice.replace('> The footer names the firm.', '>'), ['5:1 option-without-reason']],
    ['a list inside an option', choice.replace('  > The', '  - more\n  > The'), ['6:3 exercise-stray-content']],
    [
      'a second list',
      choice.replace('\n</Choice>', '\nAnd:\n\n- more\n\n</Choice>'),
      ['10:1 exercise-stray-content', '12:1 exercise-stray-content'],
    ],
    ['code in an option', choice.replace('  > The', '  ```\n  code\n  ```\n  > The'), ['6:3 exercise-stray-content']],
    ['an unknown attribute', choice.replace('hint-2', 'hint2'), ['1:1 attribute-unknown']],
    ['too many attempts', choice.replace('"3"', '"9"'), ['1:1 attribute-value']],
    ['a value where none belongs', choice.replace('invented', 'invented="no"'), ['1:1 attribute-value']],
    [
      'a component inside',
      choice.replace('A newspaper\n', 'A <Term id="claim">newspaper</Term>\n'),
      ['7:21 component-in-exercise'],
    ],
    [
      'an exercise in a sentence',
      'So <Choice id="a">x</Choice> it is.\n',
      ['1:4 component-not-a-block', '1:4 options-missing'],
    ],
  ])('with %s says so at its line', (_, source, expected) => {
    expect(errorsOf(source).sort()).toEqual([...expected].sort());
  });

  test('never brings markup of its author into the page', () => {
    const hostile = choice.replace(
      'A newspaper\n',
      'A [newspaper](javascript:alert(1)) <b onclick="x">bold</b> {1+1} ![p](x.png)\n',
    );
    const html = JSON.stringify(readOne(hostile));
    for (const part of ['javascript:', 'onclick', '<b', '1+1', '<img']) expect(html).not.toContain(part);
    expect(html).toContain('newspaper');
  });

  test('tells where ids are missing, for the program that writes them', () => {
    const source = choice.replace(' id="publisher"', '').replace('[newspaper] ', '');
    const [draft] = readMarkdown(source).drafts;
    expect(source.slice(0, draft?.idOffset)).toBe('<Choice');
    expect(draft?.prompt).toBe('Who published this page?');
    expect(draft?.slots.map(({ path, id }) => [path, id])).toEqual([
      ['0', 'filters'],
      ['1', null],
    ]);
    expect(source.slice(draft?.slots[1]?.offset)).toMatch(/^A newspaper\n/u);
  });
});

const verdict = `<Verdict id="bridge" confidence>

"Bridge closed from Monday."

- [x] [true] Sound
  > It names an office, a day and a place.
- [ ] [false]
  > Nothing here hides where it comes from.

</Verdict>
`;

describe('a verdict', () => {
  test('is read, with labels of the interface where it has none of its own', () => {
    expect(errorsOf(verdict)).toEqual([]);
    const read = readOne(verdict);
    expect(read).toMatchObject({ type: 'verdict', id: 'bridge', confidence: true, key: 'true' });
    expect(read.type === 'verdict' && read.options.map(({ id, content }) => [id, content.text])).toEqual([
      ['true', 'Sound'],
      ['false', ''],
    ]);
    expect([interactionOf(read), partIdsOf(read)]).toEqual(['true-false', ['false', 'true']]);
  });

  test('with a third answer is a choice for a learning platform', () => {
    const three = verdict.replace('\n</Verdict>', '- [ ] [unsure]\n  > You can find out.\n\n</Verdict>');
    expect(errorsOf(three)).toEqual([]);
    expect(interactionOf(readOne(three))).toBe('choice');
  });

  test.each([
    ['no id', verdict.replace(' id="bridge"', ''), ['1:1 exercise-id-missing']],
    ['no list', '<Verdict id="a">\n\nIs it so?\n\n</Verdict>\n', ['1:1 options-missing']],
    ['one answer', verdict.replace(/- \[ \][\s\S]*from\.\n/u, ''), ['1:1 options-too-few']],
    ['an unknown answer', verdict.replace('[false]', '[maybe]'), ['1:1 options-too-few', '7:1 verdict-option-unknown']],
    [
      'an answer without id',
      verdict.replace('[true] Sound', 'Sound'),
      ['1:1 options-too-few', '5:1 option-id-missing'],
    ],
    ['two right answers', verdict.replace('[ ]', '[x]'), ['7:1 several-correct-options']],
    ['no right answer', verdict.replace('[x]', '[ ]'), ['1:1 no-correct-option']],
    ['no reason', verdict.replace('  > Nothing here hides where it comes from.\n', ''), ['7:1 option-without-reason']],
    ['an attribute of a choice', verdict.replace('confidence', 'many'), ['1:1 attribute-unknown']],
  ])('with %s says so at its line', (_, source, expected) => {
    expect(errorsOf(source).sort()).toEqual([...expected].sort());
  });

  test('names its three ids where one is missing, and does not promise to write it', () => {
    const { problems } = readMarkdown(verdict.replace('[true] Sound', 'Sound'));
    expect(problems.find(({ rule }) => rule === 'option-id-missing')?.hint).toMatchInlineSnapshot(
      `"Write one of \`[true]\`, \`[false]\`, \`[unsure]\` before its text."`,
    );
  });
});

test('the key is the same text in every language, and differs where the answer differs', () => {
  const translated = choice
    .replace('A newspaper', 'Газет')
    .replace('Who published *this* page?', 'Бетті кім жариялады?');
  expect(keyOf(readOne(translated, 'kk'))).toBe(keyOf(readOne(choice)));
  expect(keyOf(readOne(verdict.replace('[x]', '[ ]').replace('[ ] [false]', '[x] [false]')))).not.toBe(
    keyOf(readOne(verdict)),
  );
});
