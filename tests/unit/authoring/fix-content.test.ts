import { fixContent } from '#authoring';
import { describe, expect, test } from 'vitest';
import { check, fixtureNames, overlay, overlayFixture, read } from './overlay.ts';

const source = 'courses/demo/first/two/en.mdx';
const translation = 'courses/demo/first/two/kk.mdx';
const front = '---\ntitle: Two\nsummary: A page.\ngoal: test.\nobjectives: [test]\n---\n\n## Second\n\n';
const draft = front.replace('---\n\n', 'translation: { state: machine-draft }\n---\n\n');

/** Fixes files laid over the clean content, and gives the texts that changed. */
function fix(texts: Readonly<Record<string, string | null>>): Map<string, string> {
  return fixContent(overlay(texts), read);
}

function body(texts: ReadonlyMap<string, string>, file: string): string | undefined {
  return texts.get(file)?.split('## Second\n\n')[1];
}

const question = `<Choice hint="a > b">

Who published this page?

- [x] The firm that sells water filters
  > Why it is right.
- [ ] A newspaper
  > Why it is wrong.

</Choice>
`;

describe('missing ids', () => {
  test('are made from words of the source and written into every language', () => {
    const kazakh = question
      .replace('Who published this page?', 'Бұл бетті кім жариялады?')
      .replace('A newspaper', 'Газет');
    const fixed = fix({ [source]: front + question, [translation]: draft + kazakh });
    expect(body(fixed, source)).toBe(
      question
        .replace('<Choice', '<Choice id="published-page"')
        .replace('[x] The', '[x] [firm-sells-water] The')
        .replace('[ ] A', '[ ] [newspaper] A'),
    );
    expect(body(fixed, translation)).toBe(
      kazakh
        .replace('<Choice', '<Choice id="published-page"')
        .replace('[x] The', '[x] [firm-sells-water] The')
        .replace('[ ] Газет', '[ ] [newspaper] Газет'),
    );
  });

  test('take the id that another language has already', () => {
    const named = question.replace('<Choice', '<Choice id="publisher"').replace('[ ] A', '[ ] [paper] A');
    const fixed = fix({ [source]: front + question, [translation]: draft + named });
    expect(body(fixed, source)).toContain('<Choice id="publisher" hint');
    expect(body(fixed, source)).toContain('- [ ] [paper] A newspaper');
    expect(body(fixed, translation)).toContain('- [x] [firm-sells-water] The firm');
  });

  test('stay unique, and are numbered where words give none in ASCII', () => {
    const cyrillic = question.replace('The firm that sells water filters', 'Фирма').replace('A newspaper', 'Газета');
    const fixed = fix({ [source]: front + cyrillic + question, [translation]: null });
    expect(body(fixed, source)).toContain('<Choice id="published-page" hint');
    expect(body(fixed, source)).toContain('<Choice id="published-page-2" hint');
    expect(body(fixed, source)).toContain('- [x] [option-1] Фирма');
    expect(body(fixed, source)).toContain('- [ ] [option-2] Газета');
  });

  test('replace an id that is there and empty', () => {
    const fixed = fix({ [source]: front + question.replace('<Choice', '<Choice id=""'), [translation]: null });
    expect(body(fixed, source)).toContain('<Choice id="published-page" hint="a > b">');
  });

  test('are left to the author where positions do not tell which exercise is which', () => {
    const fixed = fix({ [source]: front + question + question, [translation]: draft + question });
    expect(fixed.has(source)).toBe(true);
    expect(fixed.has(translation)).toBe(false);
  });

  test('are not invented for a verdict, whose ids are fixed', () => {
    const verdict =
      '<Verdict id="v">\n\nIs it so?\n\n- [x] Sound\n  > Why.\n- [ ] Misleading\n  > Why.\n\n</Verdict>\n';
    expect(fix({ [source]: front + verdict, [translation]: null }).size).toBe(0);
  });

  test('are written for pairs, groups, cards and steps, but not for partners and answers', () => {
    const text = `<Match id="m">\n\nMatch.\n\n- Stop\n  - You wait\n  > Why.\n- [spare]\n  - You ask\n\n</Match>

<Categorise id="c">\n\nGroup.\n\n- News\n  - The bridge closes\n    > Why.\n- Opinion\n  - It is ugly\n    > Why.\n\n</Categorise>

<Order id="o">\n\nOrder.\n\n1. Pause\n   > Why.\n2. Open\n   > Why.\n3. Read\n   > Why.\n\n</Order>

<ShortAnswer id="s">\n\nName.\n\n- [x] claim\n  > Why.\n\n> Otherwise.\n\n</ShortAnswer>\n`;
    expect(body(fix({ [source]: front + text, [translation]: null }), source)).toBe(
      text
        .replace('- Stop', '- [stop] Stop')
        .replace('- News', '- [news] News')
        .replace('- The bridge', '- [bridge-closes] The bridge')
        .replace('- Opinion', '- [opinion] Opinion')
        .replace('- It is ugly', '- [ugly] It is ugly')
        .replace('1. Pause', '1. [pause] Pause')
        .replace('2. Open', '2. [open] Open')
        .replace('3. Read', '3. [read] Read'),
    );
  });
});

describe('mends that can be made in one way', () => {
  test('write the apostrophes of Uzbek in prose, attributes, front matter and terms, and leave code and other languages', () => {
    const fixed = fixContent(overlayFixture('uzbek-apostrophes'), read);
    const text = fixed.get('courses/demo/first/two/uz.mdx');
    expect(text).toContain('title: "Ikki maʼno"');
    expect(text).toContain('## Oʻzbek taʼlim');
    expect(text).toContain('Toʻgʻri maʼno, sanʼat, [gʻoya](../one/) ‘yo’ <span lang="fr">d’Artagnan</span> `O\'z`.');
    expect(text).toContain('title="Boʻlim"');
    expect(fixed.get('glossary/claim.yaml')).toContain(
      "uz: { term: daʼvo, definition: 'Tekshirsa boʻladigan gap, it''s' }",
    );
  });

  test('remove direction characters and byte order marks', () => {
    const fixed = fixContent(overlayFixture('direction-characters'), read);
    expect(fixed.get(source)).toContain('A gpj.exe and  here.');
    expect(fixed.get('interface/descriptions.json')).toBe(
      '{\n  "nav.home": "Link.",\n  "results": "Above the list."\n}\n',
    );
    const marked = fix({ 'sources.yaml': '\uFEFFwork-2020: {}\n', [source]: `\uFEFF${front}${question}` });
    expect(marked.get('sources.yaml')).toBe('work-2020: {}\n');
    expect(marked.get(source)?.startsWith('---\ntitle')).toBe(true);
    expect(body(marked, source)).toContain('- [x] [firm-sells-water] The firm');
  });

  test('keep line ends of Windows and every other byte', () => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    const odd = `${front}Trailing  \n\ttab and &amp;, no end of line ${question.trimEnd()}`;
    const fixed = fix({
      [source]: windows(front + question),
      [translation]: windows(odd).replace('no end of line ', '\r\n\r\n'),
    });
    const text = fixed.get(source) ?? '';
    expect(
      text.replaceAll(' id="published-page"', '').replace('[firm-sells-water] ', '').replace('[newspaper] ', ''),
    ).toBe(windows(front + question));
  });

  test('write the slash at the end of links and of addresses in attributes', () => {
    const text = `See [the **first** one](../one), [its part](../one#first) and [бірінші](../one/).

<ShortAnswer id="s" see="../one#first">\n\nName.\n\n- [x] claim\n  > Why.\n\n> Otherwise.\n\n</ShortAnswer>\n`;
    expect(body(fix({ [source]: front + text, [translation]: null }), source)).toBe(
      text
        .replace('(../one)', '(../one/)')
        .replace('(../one#first)', '(../one/#first)')
        .replace('"../one#', '"../one/#'),
    );
  });

  test('give a quiz an id from its title, the same in every language', () => {
    const quiz = (title: string) =>
      `<Quiz title="${title}">\n\n${question.replace('<Choice', '<Choice id="q"')}\n</Quiz>\n`;
    const fixed = fix({ [source]: front + quiz('Check yourself'), [translation]: draft + quiz('Өзіңді тексер') });
    expect(body(fixed, source)).toContain('<Quiz id="check-yourself" title="Check yourself">');
    expect(body(fixed, translation)).toContain('<Quiz id="check-yourself" title="Өзіңді тексер">');
  });

  test('bring to translations what is the same in every language, and leave their words', () => {
    const named = question
      .replace('<Choice', '<Choice id="q"')
      .replace('[x] The', '[x] [a] The')
      .replace('[ ] A', '[ ] [b] A');
    const wanted = named.replace('id="q"', 'id="q" attempts="3" invented see="#second"');
    const given = named.replace('id="q" hint="a > b"', 'skills="LAT" id="q" hint="а > ә" attempts="5" confidence');
    const fixed = fix({ [source]: front + wanted, [translation]: draft + given });
    expect([...fixed.keys()]).toEqual([translation]);
    expect(body(fixed, translation)).toContain('<Choice id="q" invented see="#second" hint="а > ә" attempts="3">');
  });

  test('take the state of translation out of a source, in whatever way it is written', () => {
    for (const state of ['translation:\n  state: reviewed\n', 'translation: { state: in-review }\n']) {
      const text = front.replace('goal:', `${state}goal:`).replaceAll('\n', '\r\n');
      expect(fix({ [source]: text }).get(source)).toBe(front.replaceAll('\n', '\r\n'));
    }
  });

  test('never touch a file with bytes that are not UTF-8', () => {
    expect(fix({ [source]: `${front}Caf\uFFFD\n\n${question}`, [translation]: null }).size).toBe(0);
  });

  test('change nothing in clean content', () => {
    expect(fix({}).size).toBe(0);
  });

  test.each(fixtureNames)('change nothing when made twice, and add no problem: %s', (name) => {
    const files = overlayFixture(name);
    const once = fixContent(files, read);
    const mended = { ...files, texts: new Map([...files.texts, ...once]) };
    expect(fixContent(mended, read).size).toBe(0);
    expect(check(mended).length).toBeLessThanOrEqual(check(files).length);
  });
});
