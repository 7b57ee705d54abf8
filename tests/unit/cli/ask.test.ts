import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { createAsker, type Asker } from '../../../src/cli/new/ask.ts';

const enter = '\r';
const down = '\u001b[B';
const space = ' ';
const controlC = '\u0003';

const choices = ['choice', 'order', 'gap'].map((value) => ({ value, label: value }));
const anyText = { initial: '', faultOf: () => null };

/** Asks at a terminal at which these keys are pressed, each when the screen has been drawn after the one before. */
async function press<Answer>(keys: readonly string[], ask: (asker: Asker) => Promise<Answer>) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let screen = '';
  output.on('data', (chunk: Buffer) => (screen += chunk.toString()));
  const answer = ask(createAsker({ input, output }));
  for (const key of keys) {
    await new Promise((done) => setTimeout(done, 10));
    input.write(key);
  }
  return { answer: await answer, screen: stripVTControlCharacters(screen) };
}

test('a text is typed, in any alphabet', async () => {
  const { answer, screen } = await press(['Дереккөз', enter], (asker) => asker.text('What is its title?', anyText));
  expect(answer).toBe('Дереккөз');
  expect(screen).toContain('What is its title?');
});

test('a wrong text is named, and can be mended', async () => {
  const faultOf = (text: string) => (text === 'three' ? null : `"${text}" is no id.`);
  const { answer, screen } = await press(['thre', enter, 'e', enter], (asker) =>
    asker.text('Which id?', { initial: '', faultOf }),
  );
  expect(answer).toBe('three');
  expect(screen).toContain('"thre" is no id.');
});

test('one of a list is chosen, from the one that is likely or by typing', async () => {
  const ask = (asker: Asker) => asker.choose('Which type?', choices, 'order');
  expect((await press([enter], ask)).answer).toBe('order');
  expect((await press(['ga', enter], ask)).answer).toBe('gap');
});

test('several of a list are chosen', async () => {
  const ask = (asker: Asker) => asker.chooseSeveral('Which skills?', choices);
  expect((await press([space, down, down, space, enter], ask)).answer).toEqual(['choice', 'gap']);
});

test.each([
  ['a text', (asker: Asker) => asker.text('A?', anyText)],
  ['one of a list', (asker: Asker) => asker.choose('A?', choices, 'order')],
  ['several of a list', (asker: Asker) => asker.chooseSeveral('A?', choices)],
])('Ctrl C ends the asking for %s', async (_, ask: (asker: Asker) => Promise<unknown>) => {
  expect((await press([controlC], ask)).answer).toBeNull();
});
