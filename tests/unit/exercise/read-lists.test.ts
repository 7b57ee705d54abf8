import { interactionOf, partIdsOf, solutionOf } from '#exercise';
import { describe, expect, test } from 'vitest';
import { errorsOf, readOne } from './read.ts';

const match = `<Match id="moves">

Match each move with what it does.

- [stop] Stop
  - You wait
  > Strong feeling is when we share.
- [trace] Trace
  - You look for where it stood
  > The first context says more.
- [spare]
  - You ask the author

</Match>
`;

describe('a match', () => {
  test('is read with its pairs and spare partners', () => {
    expect(errorsOf(match)).toEqual([]);
    const read = readOne(match);
    expect(
      read.type === 'match' && read.pairs.map(({ id, content, partner }) => [id, content.text, partner.text]),
    ).toEqual([
      ['stop', 'Stop', 'You wait'],
      ['trace', 'Trace', 'You look for where it stood'],
    ]);
    expect(read.type === 'match' && read.spares.map(({ id, content }) => [id, content.text])).toEqual([
      ['spare', 'You ask the author'],
    ]);
    expect([interactionOf(read), partIdsOf(read)]).toEqual(['matching', ['spare', 'stop', 'trace']]);
    expect(solutionOf(read).map(({ text }) => text)).toEqual([
      'Stop → You wait',
      'Trace → You look for where it stood',
    ]);
  });

  test.each([
    ['no id', match.replace(' id="moves"', ''), ['1:1 exercise-id-missing']],
    ['no list', '<Match id="a">\n\nMatch.\n\n</Match>\n', ['1:1 options-missing']],
    ['a pair without partner', match.replace('  - You wait\n', ''), ['5:1 pair-incomplete']],
    ['two partners', match.replace('  - You wait\n', '  - You wait\n  - You go\n'), ['5:1 pair-incomplete']],
    ['a spare without partner', match.replace('  - You ask the author\n', ''), ['11:1 pair-incomplete']],
    ['one pair', match.replace(/- \[trace\][\s\S]*more\.\n/u, ''), ['5:1 options-too-few']],
    ['an item without id', match.replace('[stop] ', ''), ['5:1 option-id-missing']],
    ['an id twice', match.replace('[spare]', '[stop]'), ['11:1 option-id-duplicate']],
    [
      'a pair without reason',
      match.replace('  > Strong feeling is when we share.\n', ''),
      ['5:1 option-without-reason'],
    ],
  ])('with %s says so at its line', (_, source, expected) => {
    expect(errorsOf(source).sort()).toEqual([...expected].sort());
  });
});

const categorise = `<Categorise id="kinds">

Put each sentence in its group.

- [news] News
  - [bridge] The bridge will close.
    > It can be checked.
- [opinion] Opinion
  - [ugly] The bridge is ugly.
    > It judges.

</Categorise>
`;

describe('a categorise', () => {
  test('is read with its groups and cards', () => {
    expect(errorsOf(categorise)).toEqual([]);
    const read = readOne(categorise);
    expect(read.type === 'categorise' && read.cards.map(({ id, group }) => [id, group])).toEqual([
      ['bridge', 'news'],
      ['ugly', 'opinion'],
    ]);
    expect([interactionOf(read), partIdsOf(read)]).toEqual(['matching', ['bridge', 'news', 'opinion', 'ugly']]);
    expect(solutionOf(read)[0]).toEqual({
      html: '<strong>News</strong>: The bridge will close.',
      text: 'News: The bridge will close.',
    });
  });

  test.each([
    ['no id', categorise.replace(' id="kinds"', ''), ['1:1 exercise-id-missing']],
    ['no question', categorise.replace('Put each sentence in its group.\n\n', ''), ['1:1 question-missing']],
    ['one group', categorise.replace(/- \[opinion\][\s\S]*judges\.\n/u, ''), ['5:1 options-too-few']],
    ['an empty group', categorise.replace(/ {2}- \[ugly\][\s\S]*judges\.\n/u, ''), ['8:1 group-empty']],
    ['a group without id', categorise.replace('[news] ', ''), ['5:1 option-id-missing']],
    ['a card without id', categorise.replace('[ugly] ', ''), ['9:3 option-id-missing']],
    ['a card without reason', categorise.replace('    > It judges.\n', ''), ['9:3 option-without-reason']],
    ['a card in two groups', categorise.replace('[ugly]', '[bridge]'), ['9:3 option-id-duplicate']],
    [
      'a list inside a card',
      categorise.replace('    > It judges.', '    - more\n    > It judges.'),
      ['10:5 exercise-stray-content'],
    ],
  ])('with %s says so at its line', (_, source, expected) => {
    expect(errorsOf(source).sort()).toEqual([...expected].sort());
  });
});

const order = `<Order id="steps">

Put the steps in order.

1. [pause] Pause
   > Nothing works while you are angry.
2. [open] Open a tab
   > The page cannot vouch for itself.
3. [read] Read
   > Others can know.

</Order>
`;

describe('an order', () => {
  test('is read with its steps in their right order', () => {
    expect(errorsOf(order)).toEqual([]);
    const read = readOne(order);
    expect(read.type === 'order' && read.steps.map(({ id }) => id)).toEqual(['pause', 'open', 'read']);
    expect(interactionOf(read)).toBe('sequencing');
    expect(solutionOf(read).map(({ text }) => text)).toEqual(['Pause', 'Open a tab', 'Read']);
  });

  test.each([
    ['no id', order.replace(' id="steps"', ''), ['1:1 exercise-id-missing']],
    ['no list', '<Order id="a">\n\nOrder.\n\n</Order>\n', ['1:1 options-missing']],
    ['no numbers', order.replace(/\d\. /gu, '- ').replaceAll('\n   >', '\n  >'), ['5:1 order-not-numbered']],
    ['two steps', order.replace(/3\. [\s\S]*know\.\n/u, ''), ['5:1 options-too-few']],
    ['a step without id', order.replace('[open] ', ''), ['7:1 option-id-missing']],
    ['an id twice', order.replace('[open]', '[pause]'), ['7:1 option-id-duplicate']],
    ['a step without reason', order.replace('   > Others can know.\n', ''), ['9:1 option-without-reason']],
    ['a step without text', order.replace('[read] Read', '[read]'), ['9:1 option-without-text']],
  ])('with %s says so at its line', (_, source, expected) => {
    expect(errorsOf(source).sort()).toEqual([...expected].sort());
  });
});

const answer = `<ShortAnswer id="name">

What do we call it?

- [x] lateral reading
  > Reading sideways.
- [x] reading laterally
- [ ] close reading
  > It stays on the page.

> The word comes from "side".

</ShortAnswer>
`;

describe('a short answer', () => {
  test('is read with accepted and foreseen answers and a reason for all others', () => {
    expect(errorsOf(answer)).toEqual([]);
    const read = readOne(answer);
    expect(read).toMatchObject({ type: 'short-answer', accepted: ['lateral reading', 'reading laterally'] });
    expect(read.type === 'short-answer' && read.foreseen.map((wrong) => [wrong.answer, wrong.reason.text])).toEqual([
      ['close reading', 'It stays on the page.'],
    ]);
    expect(read.type === 'short-answer' && read.otherwise.text).toBe('The word comes from "side".');
    expect([interactionOf(read), partIdsOf(read)]).toEqual(['fill-in', []]);
    expect(solutionOf(read)).toEqual([{ html: 'lateral reading', text: 'lateral reading' }]);
  });

  test('is shown as text, whatever its answer holds', () => {
    expect(solutionOf(readOne(answer.replace('lateral reading', 'a &lt; b')))).toEqual([
      { html: 'a &lt; b', text: 'a < b' },
    ]);
  });

  test.each([
    ['no id', answer.replace(' id="name"', ''), ['1:1 exercise-id-missing']],
    ['no list', '<ShortAnswer id="a">\n\nName it.\n\n</ShortAnswer>\n', ['1:1 options-missing']],
    ['no accepted answer', answer.replaceAll('[x]', '[ ]'), ['1:1 no-correct-option', '7:1 option-without-reason']],
    ['ids on answers', answer.replace('[x] lateral', '[x] [lateral] lateral'), ['5:1 exercise-stray-content']],
    ['no reason for the right answer', answer.replace('  > Reading sideways.\n', ''), ['5:1 option-without-reason']],
    ['no reason for a wrong answer', answer.replace('  > It stays on the page.\n', ''), ['8:1 option-without-reason']],
    [
      'no reason for all others',
      answer.replace('> The word comes from "side".\n\n', ''),
      ['5:1 option-without-reason'],
    ],
    ['an empty answer', answer.replace('reading laterally', '&#32;'), ['7:1 option-without-text']],
  ])('with %s says so at its line', (_, source, expected) => {
    expect(errorsOf(source).sort()).toEqual([...expected].sort());
  });
});
