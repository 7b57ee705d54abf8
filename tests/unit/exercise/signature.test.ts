import { exerciseComponents, signatureOf } from '#exercise';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readOne } from './read.ts';

const choice = `<Choice id="publisher">

Who published this page?

- [x] [filters] A firm
  > The footer names it.
- [ ] [newspaper] A newspaper
  > It names an editor.

</Choice>
`;

test('a signature stays what it is for ever: answers stored by learners hang on it', () => {
  expect(signatureOf(readOne(choice))).toMatchInlineSnapshot(`"8bt0w2"`);
});

test('a signature does not depend on words, language, hints or the order of options', () => {
  const translated = choice.replace('Who published this page?', 'Бұл бетті кім жариялады?').replace('A firm', 'Фирма');
  const turned = choice.replace(/(- \[x\][\s\S]*?it\.\n)(- \[ \][\s\S]*?editor\.\n)/u, '$2$1');
  expect(turned).not.toBe(choice);
  const signature = signatureOf(readOne(choice));
  expect(signatureOf(readOne(translated, 'kk'))).toBe(signature);
  expect(signatureOf(readOne(turned))).toBe(signature);
  expect(signatureOf(readOne(choice.replace('id="publisher"', 'id="publisher" hint="Look." attempts="5"')))).toBe(
    signature,
  );
});

test('a signature changes with the key, the parts and the type', () => {
  const signatures = [
    choice,
    choice.replace('[x]', '[ ]').replace('[ ] [newspaper]', '[x] [newspaper]'),
    choice.replace('[newspaper]', '[paper]'),
    choice.replace('<Choice', '<Choice many'),
    choice.replace('\n</Choice>', '- [ ] [owner] Its owner\n  > The owner is named.\n\n</Choice>'),
  ].map((source) => signatureOf(readOne(source)));
  expect(new Set(signatures).size).toBe(signatures.length);
});

test('the types are those that the guide for authors shows', () => {
  const guide = readFileSync(resolve(import.meta.dirname, '../../../content/README.md'), 'utf8');
  const shown = [...guide.matchAll(/^\*\*([A-Z]\w+)\*\*/gmu)].map(([, name]) => name);
  expect(shown.sort()).toEqual([...exerciseComponents].sort());
});
