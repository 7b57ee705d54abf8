import { describe, expect, test } from 'vitest';
import { check, overlayFixture } from './overlay.ts';

/** The first problem of a rule in a fixture, as an author reads it. */
function wordsOf(fixture: string, rule: string): string {
  const problem = check(overlayFixture(fixture)).find((found) => found.rule === rule);
  return `${problem?.severity}: ${problem?.message}\n→ ${problem?.hint}`;
}

describe('says what is wrong, why, and the edit that mends it', () => {
  test('a misspelt component', () => {
    expect(wordsOf('unknown-component-or-attribute', 'component-unknown')).toMatchInlineSnapshot(`
      "error: There is no component <Exmaple>.
      → Did you mean \`<Example>\`?"
    `);
  });
  test('a misspelt attribute', () => {
    expect(wordsOf('unknown-component-or-attribute', 'attribute-unknown')).toMatchInlineSnapshot(`
      "error: <Example> has no attribute "titel".
      → Did you mean \`title\`?"
    `);
  });
  test('a component that is never closed', () => {
    expect(wordsOf('unclosed-component', 'mdx-syntax')).toMatchInlineSnapshot(`
      "error: This is not MDX: Expected a closing tag for \`<Note>\`.
      → Write \`</Note>\` on a line of its own where it ends, after an empty line."
    `);
  });
  test('JavaScript', () => {
    expect(wordsOf('javascript-in-a-lesson', 'javascript')).toMatchInlineSnapshot(`
      "error: Here stands an import or export. A lesson is data: it holds no JavaScript, so that a lesson from elsewhere can be trusted.
      → Remove it. A brace that is meant as a character is written \`&#123;\`, a less-than sign \`&lt;\`."
    `);
  });
  test('a key of front matter or YAML that is missing', () => {
    expect(wordsOf('front-matter-at-fault', 'schema')).toMatchInlineSnapshot(`
      "error: The key "title" is missing.
      → Add \`title:\` with a text as its value."
    `);
  });
  test('an exercise without an id', () => {
    expect(wordsOf('exercise-without-id', 'exercise-id-missing')).toMatchInlineSnapshot(`
      "error: This <Choice> has no id. Answers, results and translations are kept by it.
      → Write \`<Choice id="a-short-name">\`, or let \`check --fix\` write one."
    `);
  });
  test('an option without a reason', () => {
    expect(wordsOf('option-without-reason', 'option-without-reason')).toMatchInlineSnapshot(`
      "error: "No" has no reason. Learners learn from why, right or wrong, far more than from a mark.
      → Write below it, indented as far as its text: \`> Why this is so.\`"
    `);
  });
  test('a link to a lesson that does not exist', () => {
    expect(wordsOf('dangling-link', 'link-unknown')).toMatchInlineSnapshot(`
      "error: The link "../onee/" leads to no page of this site.
      → Did you mean "one"?"
    `);
  });
  test('an anchor that does not exist', () => {
    expect(wordsOf('dangling-link', 'anchor-unknown')).toMatchInlineSnapshot(`
      "error: The link "../one/#frist" names a section that the page does not have. Anchors are those of the source language.
      → Did you mean \`#first\`?"
    `);
  });
  test('a link that could run something', () => {
    expect(wordsOf('link-scheme', 'link-scheme')).toMatchInlineSnapshot(`
      "error: The link "javascript:alert" has a scheme that may run something or hide where it leads.
      → Links are relative, or begin with one of: http, https, mailto, tel. Write a full address such as \`https://…\`."
    `);
  });
  test('a term that does not exist', () => {
    expect(wordsOf('dangling-term-and-source', 'term-unknown')).toMatchInlineSnapshot(`
      "error: The glossary has no term "clam".
      → Did you mean \`claim\`? Otherwise write glossary/clam.yaml."
    `);
  });
  test('a translation with another key', () => {
    expect(wordsOf('translation-with-other-key', 'translation-key')).toMatchInlineSnapshot(`
      "error: The right answer of "question" is not that of the source (courses/demo/first/one/en.mdx:19), so one of the two languages teaches the wrong thing.
      → Mark the same ids with \`[x]\`, put the same items in the same groups and the same steps in the same order, and use the same attributes."
    `);
  });
  test('a translation with other parts', () => {
    expect(wordsOf('translation-with-other-parts', 'translation-parts')).toMatchInlineSnapshot(`
      "error: The parts of "question" are not those of the source (courses/demo/first/one/en.mdx:19): [no] missing, [jok] unknown. Answers are kept by these ids.
      → Give each part the id it has in the source; only words are translated."
    `);
  });
  test('a translation with other headings', () => {
    expect(wordsOf('translation-with-other-headings', 'heading-differs')).toMatchInlineSnapshot(`
      "error: The heading \`## …\` for "First" (courses/demo/first/one/en.mdx:11) is missing: the source has more headings (1) than the translation (0). Anchors and places in the text are kept by the order of headings.
      → Give the translation the same headings as the source, in the same order and of the same level."
    `);
  });
  test('a word of two scripts', () => {
    expect(wordsOf('mixed-scripts', 'mixed-script')).toMatchInlineSnapshot(`
      "error: The word "Екi" mixes Latin and Cyrillic letters: "i" is Latin. It looks right, but no search finds it.
      → Type the whole word in one script, put a hyphen before a suffix in the other (\`TikTok-та\`), or write it as code. An example about lookalikes stands in \`<Example lookalike>\`."
    `);
  });
  test('an apostrophe that Uzbek does not use', () => {
    expect(wordsOf('uzbek-apostrophes', 'uzbek-apostrophe')).toMatchInlineSnapshot(`
      "error: "ma'no" has an apostrophe that Uzbek does not use; readers and searches take it for the end of the word.
      → Write \`maʼno\` (ʻ U+02BB after o and g, ʼ U+02BC elsewhere), or let \`check --fix\` write it. A name in another language stands in \`<span lang="en">\`."
    `);
  });
  test('a plural form that a language needs', () => {
    expect(wordsOf('interface-plural-forms-of-russian', 'interface-plural-missing')).toMatchInlineSnapshot(`
      "error: The counted phrase "results" lacks "results_many", which this language needs for some numbers.
      → Add \`"results_many": "…"\` beside its other forms."
    `);
  });
  test('a lesson in too few languages, as advice', () => {
    expect(wordsOf('translation-missing', 'translation-missing')).toMatchInlineSnapshot(`
      "advice: This lesson does not exist yet in kk; readers see it in the source language, with a notice.
      → Translate it to courses/demo/first/two/kk.mdx."
    `);
  });
});
