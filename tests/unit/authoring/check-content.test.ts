import { fixtureNames, check, overlay, overlayFixture } from './overlay.ts';
import { describe, expect, test } from 'vitest';

type Expected = readonly (readonly [file: string, line: number, column: number, rule: string])[];

/** What each fixture must report, and nothing else. The advice that a page is not translated is left to its own case. */
const expected: Readonly<Record<string, Expected>> = {
  'alt-missing': [['courses/demo/first/one/en.mdx', 13, 1, 'alt-missing']],
  'avoided-term': [
    ['courses/demo/first/two/en.mdx', 11, 4, 'term-avoided'],
    ['courses/demo/first/two/en.mdx', 11, 22, 'term-avoided'],
  ],
  'broken-yaml': [
    ['glossary/claim.yaml', 2, 1, 'yaml-syntax'],
    ['sources.yaml', 1, 1, 'yaml-syntax'],
  ],
  'check-complete': [],
  'completion-at-fault': [
    ['courses/demo/course.yaml', 6, 12, 'schema'],
    ['courses/demo/course.yaml', 7, 13, 'schema'],
    ['courses/demo/course.yaml', 8, 10, 'schema'],
    ['courses/demo/course.yaml', 9, 3, 'schema'],
  ],
  'completion-empty': [['courses/demo/course.yaml', 5, 13, 'completion-empty']],
  'completion-impossible': [
    ['courses/demo/course.yaml', 6, 13, 'completion-impossible'],
    ['courses/demo/course.yaml', 7, 10, 'completion-impossible'],
  ],
  'course-without-yaml': [['courses/other/course.yaml', 1, 1, 'course-missing']],
  'dangling-link': [
    ['courses/demo/first/two/en.mdx', 11, 1, 'link-unknown'],
    ['courses/demo/first/two/en.mdx', 11, 16, 'link-without-slash'],
    ['courses/demo/first/two/en.mdx', 11, 29, 'anchor-unknown'],
    ['courses/demo/first/two/en.mdx', 11, 49, 'link-unknown'],
    ['courses/demo/first/two/en.mdx', 11, 87, 'link-unknown'],
    ['courses/demo/first/two/en.mdx', 11, 111, 'link-unknown'],
    ['courses/demo/first/two/en.mdx', 11, 146, 'link-unknown'],
    ['courses/demo/first/two/en.mdx', 13, 1, 'link-unknown'],
  ],
  'dangling-term-and-source': [
    ['courses/demo/first/two/en.mdx', 11, 1, 'term-unknown'],
    ['courses/demo/first/two/en.mdx', 11, 33, 'term-unknown'],
    ['courses/demo/first/two/en.mdx', 11, 68, 'source-unknown'],
    ['courses/demo/first/two/en.mdx', 11, 94, 'source-unknown'],
  ],
  'direction-characters': [
    ['courses/demo/first/two/en.mdx', 2, 11, 'direction-character'],
    ['courses/demo/first/two/en.mdx', 11, 3, 'direction-character'],
    ['interface/descriptions.json', 2, 20, 'direction-character'],
    ['interface/descriptions.json', 3, 20, 'direction-character'],
  ],
  'exercise-id-twice': [['courses/demo/first/two/en.mdx', 22, 1, 'exercise-id-duplicate']],
  'exercise-on-a-page': [
    ['pages/about/en.mdx', 10, 1, 'exercise-outside-lesson'],
    ['pages/about/kk.mdx', 8, 1, 'translation-exercise-missing'],
  ],
  'exercise-without-id': [['courses/demo/first/one/en.mdx', 19, 1, 'exercise-id-missing']],
  'exercises-in-another-order': [['courses/demo/first/two/kk.mdx', 13, 1, 'translation-exercise-order']],
  'files-that-nobody-reads': [
    ['courses/demo/first/one/EN2.mdx', 1, 1, 'file-empty'],
    ['courses/demo/first/one/kz.mdx', 1, 1, 'locale-unknown'],
    ['courses/demo/notes.mdx', 1, 1, 'locale-unknown'],
    ['extra.yaml', 1, 1, 'file-unread'],
    ['glossary/Fact_Check.yaml', 1, 1, 'id-form'],
    ['interface/kz.json', 1, 1, 'locale-unknown'],
  ],
  'front-matter-at-fault': [
    ['courses/demo/first/one/kk.mdx', 1, 1, 'schema'],
    ['courses/demo/first/one/kk.mdx', 1, 1, 'schema'],
    ['courses/demo/first/one/kk.mdx', 1, 1, 'schema'],
    ['courses/demo/first/one/kk.mdx', 1, 1, 'schema'],
    ['courses/demo/first/one/kk.mdx', 1, 1, 'translation-exercise-missing'],
    ['courses/demo/first/two/en.mdx', 3, 17, 'yaml-syntax'],
  ],
  'gallery-at-fault': [
    ['gallery/choice/en.mdx', 5, 1, 'gallery-other-kind'],
    ['gallery/choice/kk.mdx', 7, 1, 'gallery-other-kind'],
    ['gallery/order/en.mdx', 1, 1, 'gallery-empty'],
    ['gallery/order/kk.mdx', 1, 1, 'gallery-empty'],
    ['gallery/verdict/en.mdx', 5, 1, 'gallery-heading'],
    ['gallery/verdict/en.mdx', 7, 1, 'exercise-id-duplicate'],
    ['gallery/verdict/kk.mdx', 7, 1, 'gallery-heading'],
    ['gallery/vote/en.mdx', 1, 1, 'gallery-kind-unknown'],
  ],
  'heading-levels-skipped': [
    ['courses/demo/first/two/en.mdx', 11, 1, 'heading-level'],
    ['courses/demo/first/two/en.mdx', 13, 1, 'heading-level'],
  ],
  'headlines-out-of-balance': [['courses/demo/first/two/en.mdx', 13, 1, 'headline-balance']],
  'headlines-that-can-be-guessed': [
    ['courses/demo/first/two/en.mdx', 13, 1, 'headline-guessable'],
    ['courses/demo/first/two/en.mdx', 13, 1, 'headline-guessable'],
    ['courses/demo/first/two/kk.mdx', 15, 1, 'headline-guessable'],
  ],
  'html-off-the-list': [
    ['courses/demo/first/two/en.mdx', 11, 35, 'html-not-allowed'],
    ['courses/demo/first/two/en.mdx', 13, 1, 'html-not-allowed'],
    ['courses/demo/first/two/en.mdx', 15, 1, 'attribute-unknown'],
  ],
  'interface-broken': [
    ['interface/en.json', 3, 5, 'interface-description-missing'],
    ['interface/en.json', 6, 3, 'interface-description-missing'],
    ['interface/kk.json', 4, 3, 'json-syntax'],
  ],
  'interface-keys': [
    ['interface/descriptions.json', 4, 3, 'interface-key-unknown'],
    ['interface/en.json', 4, 5, 'interface-description-missing'],
    ['interface/en.json', 8, 3, 'interface-description-missing'],
    ['interface/kk.json', 1, 1, 'interface-key-missing'],
    ['interface/kk.json', 1, 1, 'interface-key-missing'],
    ['interface/kk.json', 3, 5, 'interface-placeholder'],
    ['interface/kk.json', 4, 5, 'interface-key-unknown'],
    ['interface/kk.json', 5, 5, 'interface-value'],
    ['interface/kk.json', 7, 3, 'interface-key-unknown'],
    ['interface/kk.json', 8, 3, 'interface-placeholder'],
    ['interface/kk.json', 8, 3, 'interface-plural-missing'],
  ],
  'interface-missing': [['interface/kk.json', 1, 1, 'interface-missing']],
  'interface-plural-forms-of-russian': [
    ['interface/ru.json', 3, 3, 'interface-placeholder'],
    ['interface/ru.json', 5, 3, 'interface-plural-missing'],
  ],
  'javascript-in-a-lesson': [
    ['courses/demo/first/two/en.mdx', 9, 1, 'javascript'],
    ['courses/demo/first/two/en.mdx', 13, 11, 'javascript'],
    ['courses/demo/first/two/en.mdx', 13, 24, 'attribute-missing'],
    ['courses/demo/first/two/en.mdx', 13, 24, 'javascript'],
    ['courses/demo/first/two/en.mdx', 15, 1, 'attribute-missing'],
    ['courses/demo/first/two/en.mdx', 15, 1, 'javascript'],
  ],
  'lesson-missing-and-unknown': [
    ['courses/demo/course.yaml', 9, 9, 'lesson-missing'],
    ['courses/demo/course.yaml', 10, 5, 'module-missing'],
    ['courses/demo/extra/en.mdx', 1, 1, 'module-unknown'],
    ['courses/demo/first/two/en.mdx', 1, 1, 'lesson-unknown'],
  ],
  'link-scheme': [
    ['courses/demo/first/two/en.mdx', 11, 1, 'link-scheme'],
    ['courses/demo/first/two/en.mdx', 11, 24, 'link-scheme'],
    ['courses/demo/first/two/en.mdx', 11, 52, 'link-scheme'],
    ['courses/demo/first/two/en.mdx', 11, 75, 'link-scheme'],
    ['courses/demo/first/two/en.mdx', 11, 119, 'link-scheme'],
    ['courses/demo/first/two/en.mdx', 13, 1, 'link-scheme'],
  ],
  'long-sentences': [['courses/demo/first/two/en.mdx', 1, 1, 'sentences-long']],
  'media-complete': [],
  'media-without-file-captions-or-transcript': [
    ['courses/demo/first/two/en.mdx', 11, 1, 'captions-missing'],
    ['courses/demo/first/two/en.mdx', 17, 1, 'media-missing'],
    ['courses/demo/first/two/en.mdx', 17, 1, 'transcript-missing'],
    ['courses/demo/first/two/en.mdx', 19, 1, 'captions-missing'],
    ['courses/demo/first/two/en.mdx', 19, 1, 'media-address'],
    ['courses/demo/first/two/en.mdx', 25, 1, 'media-address'],
  ],
  'mixed-scripts': [
    ['courses/demo/first/two/kk.mdx', 2, 8, 'mixed-script'],
    ['courses/demo/first/two/kk.mdx', 11, 1, 'translation-mention-missing'],
    ['courses/demo/first/two/kk.mdx', 13, 5, 'mixed-script'],
    ['courses/demo/first/two/kk.mdx', 13, 15, 'mixed-script'],
    ['courses/demo/first/two/kk.mdx', 13, 33, 'mixed-script'],
    ['courses/demo/first/two/kk.mdx', 13, 59, 'translation-mention-unknown'],
    ['courses/demo/first/two/kk.mdx', 13, 60, 'mixed-script'],
    ['courses/demo/first/two/kk.mdx', 25, 17, 'mixed-script'],
    ['interface/kk.json', 3, 23, 'mixed-script'],
  ],
  'no-correct-option': [
    ['courses/demo/first/one/en.mdx', 19, 1, 'no-correct-option'],
    ['courses/demo/first/one/kk.mdx', 21, 1, 'translation-key'],
  ],
  'option-without-id': [['courses/demo/first/one/en.mdx', 25, 1, 'option-id-missing']],
  'option-without-reason': [['courses/demo/first/one/en.mdx', 25, 1, 'option-without-reason']],
  'picture-of-an-exercise-missing': [['courses/demo/first/two/en.mdx', 21, 1, 'media-missing']],
  'picture-outside-figure': [['courses/demo/first/one/en.mdx', 13, 1, 'image-outside-figure']],
  'quiz-attributes-at-fault': [
    ['courses/demo/first/two/en.mdx', 11, 1, 'attribute-missing'],
    ['courses/demo/first/two/en.mdx', 11, 1, 'attribute-value'],
    ['courses/demo/first/two/en.mdx', 37, 1, 'attribute-missing'],
    ['courses/demo/first/two/en.mdx', 37, 1, 'attribute-unknown'],
    ['courses/demo/first/two/en.mdx', 37, 1, 'attribute-value'],
    ['courses/demo/first/two/en.mdx', 37, 1, 'id-form'],
    ['courses/demo/first/two/en.mdx', 63, 1, 'attribute-value'],
    ['courses/demo/first/two/kk.mdx', 39, 1, 'id-form'],
  ],
  'quiz-complete': [],
  'quiz-empty': [
    ['courses/demo/first/two/en.mdx', 11, 1, 'quiz-empty'],
    ['courses/demo/first/two/kk.mdx', 13, 1, 'quiz-empty'],
  ],
  'quiz-exercise-without-see': [['courses/demo/first/two/en.mdx', 24, 1, 'quiz-exercise-without-see']],
  'quiz-id-twice': [
    ['courses/demo/first/two/en.mdx', 37, 1, 'quiz-id-duplicate'],
    ['courses/demo/first/two/en.mdx', 63, 1, 'quiz-id-duplicate'],
    ['courses/demo/first/two/kk.mdx', 39, 1, 'quiz-id-duplicate'],
    ['courses/demo/first/two/kk.mdx', 65, 1, 'quiz-id-duplicate'],
  ],
  'quiz-in-a-quiz-or-an-exercise': [
    ['courses/demo/first/two/en.mdx', 35, 1, 'quiz-in-quiz'],
    ['courses/demo/first/two/en.mdx', 67, 1, 'component-in-exercise'],
    ['courses/demo/first/two/kk.mdx', 37, 1, 'quiz-in-quiz'],
    ['courses/demo/first/two/kk.mdx', 69, 1, 'component-in-exercise'],
  ],
  'quiz-without-score': [['courses/demo/first/two/en.mdx', 11, 1, 'quiz-without-score']],
  schema: [
    ['courses/demo/course.yaml', 2, 1, 'schema'],
    ['courses/demo/course.yaml', 4, 10, 'schema'],
    ['courses/demo/course.yaml', 5, 8, 'schema'],
    ['courses/demo/course.yaml', 9, 41, 'schema'],
    ['courses/demo/course.yaml', 9, 58, 'schema'],
  ],
  'short-answers-of-each-language': [],
  'short-reason': [['courses/demo/first/two/en.mdx', 15, 1, 'reason-short']],
  'site-missing': [['site.yaml', 1, 1, 'site-missing']],
  'translation-exercise-missing': [['courses/demo/first/one/kk.mdx', 13, 1, 'translation-exercise-missing']],
  'translation-exercise-renamed': [
    ['courses/demo/first/one/kk.mdx', 13, 1, 'translation-exercise-missing'],
    ['courses/demo/first/one/kk.mdx', 21, 1, 'translation-exercise-unknown'],
  ],
  'translation-missing': [
    ['courses/demo/first/two/en.mdx', 1, 1, 'translation-missing'],
    ['glossary/claim.yaml', 1, 1, 'translation-missing'],
    ['glossary/rumour.yaml', 1, 1, 'term-without-source'],
  ],
  'translation-of-another-type': [['courses/demo/first/one/kk.mdx', 21, 1, 'translation-type']],
  'translation-quiz-missing': [['courses/demo/first/two/kk.mdx', 13, 1, 'translation-quiz-missing']],
  'translation-quiz-renamed': [
    ['courses/demo/first/two/kk.mdx', 13, 1, 'translation-quiz-unknown'],
    ['courses/demo/first/two/kk.mdx', 15, 1, 'translation-quiz-missing'],
  ],
  'translation-state': [
    ['courses/demo/first/one/en.mdx', 8, 3, 'translation-state-in-source'],
    ['courses/demo/first/one/kk.mdx', 1, 1, 'translation-state-missing'],
  ],
  'translation-with-heading-of-other-level': [['courses/demo/first/one/kk.mdx', 15, 1, 'heading-differs']],
  'translation-with-other-headings': [['courses/demo/first/one/kk.mdx', 1, 1, 'heading-differs']],
  'translation-with-other-key': [['courses/demo/first/one/kk.mdx', 21, 1, 'translation-key']],
  'translation-with-other-parts': [['courses/demo/first/one/kk.mdx', 21, 1, 'translation-parts']],
  'translation-with-other-quiz': [
    ['courses/demo/first/two/kk.mdx', 13, 1, 'translation-quiz-exercises'],
    ['courses/demo/first/two/kk.mdx', 13, 1, 'translation-quiz-pass'],
  ],
  'translation-with-other-see': [['courses/demo/first/two/kk.mdx', 13, 1, 'translation-settings']],
  'translation-with-other-settings': [['courses/demo/first/one/kk.mdx', 21, 1, 'translation-settings']],
  'two-correct-options': [
    ['courses/demo/first/one/en.mdx', 25, 1, 'several-correct-options'],
    ['courses/demo/first/one/kk.mdx', 21, 1, 'translation-key'],
  ],
  'unclosed-component': [['courses/demo/first/two/en.mdx', 11, 1, 'mdx-syntax']],
  'unknown-component-or-attribute': [
    ['courses/demo/first/two/en.mdx', 11, 1, 'component-unknown'],
    ['courses/demo/first/two/en.mdx', 17, 1, 'attribute-unknown'],
    ['courses/demo/first/two/en.mdx', 23, 1, 'attribute-value'],
    ['courses/demo/first/two/en.mdx', 29, 1, 'html-not-allowed'],
  ],
  'uzbek-apostrophes': [
    ['courses/demo/first/two/uz.mdx', 2, 16, 'uzbek-apostrophe'],
    ['courses/demo/first/two/uz.mdx', 11, 1, 'translation-mention-missing'],
    ['courses/demo/first/two/uz.mdx', 11, 5, 'uzbek-apostrophe'],
    ['courses/demo/first/two/uz.mdx', 11, 13, 'uzbek-apostrophe'],
    ['courses/demo/first/two/uz.mdx', 13, 3, 'uzbek-apostrophe'],
    ['courses/demo/first/two/uz.mdx', 13, 11, 'uzbek-apostrophe'],
    ['courses/demo/first/two/uz.mdx', 13, 24, 'translation-mention-unknown'],
    ['courses/demo/first/two/uz.mdx', 15, 19, 'uzbek-apostrophe'],
    ['glossary/claim.yaml', 3, 15, 'uzbek-apostrophe'],
    ['glossary/claim.yaml', 3, 45, 'uzbek-apostrophe'],
  ],
  'verdicts-out-of-balance': [['courses/demo/first/two/en.mdx', 44, 1, 'verdict-balance']],
  'announced-with-lessons': [['courses/demo/course.yaml', 6, 5, 'announced-with-lessons']],
  'byte-order-mark': [['courses/demo/first/two/en.mdx', 1, 1, 'byte-order-mark']],
  'component-inside-a-sentence': [['courses/demo/first/two/en.mdx', 11, 11, 'component-not-a-block']],
  'control-character': [['courses/demo/first/two/en.mdx', 11, 8, 'control-character']],
  'course-page-missing': [['courses/demo/course.yaml', 1, 1, 'course-page-missing']],
  'heading-empty': [['courses/demo/first/two/en.mdx', 13, 1, 'heading-empty']],
  'heading-inside-a-component': [['courses/demo/first/two/en.mdx', 13, 1, 'heading-inside-component']],
  'interface-key-twice': [['interface/en.json', 4, 5, 'interface-key-duplicate']],
  // What has become of addresses is found out only when asked for; external-links.test.ts does.
  'links-outside': [],
  'nesting-too-deep': [['courses/demo/first/two/en.mdx', 11, 61, 'nesting-too-deep']],
  'not-utf8': [['courses/demo/first/two/en.mdx', 11, 4, 'not-utf8']],
  'reading-hard': [['courses/demo/first/two/en.mdx', 1, 1, 'reading-hard']],
  'signs-of-markdown-left': [['courses/demo/first/two/en.mdx', 11, 6, 'markup-left']],
  'skill-unknown': [
    ['courses/demo/first/two/en.mdx', 13, 1, 'skill-unknown'],
    ['courses/demo/first/two/kk.mdx', 15, 1, 'skill-unknown'],
  ],
  'still-to-fill': [
    ['courses/demo/first/two/en.mdx', 2, 8, 'to-fill'],
    ['courses/demo/first/two/en.mdx', 13, 1, 'to-fill'],
    ['glossary/claim.yaml', 1, 32, 'to-fill'],
  ],
  'text-too-long': [['courses/demo/first/two/en.mdx', 11, 1, 'text-too-long']],
  'translation-with-other-mentions': [
    ['courses/demo/first/two/kk.mdx', 11, 1, 'translation-mention-missing'],
    ['courses/demo/first/two/kk.mdx', 16, 1, 'translation-mention-unknown'],
  ],
  'verdicts-that-can-be-guessed': [
    ['courses/demo/first/two/en.mdx', 33, 1, 'verdict-guessable'],
    ['courses/demo/first/two/en.mdx', 33, 1, 'verdict-guessable'],
    ['courses/demo/first/two/en.mdx', 33, 1, 'verdict-guessable'],
  ],
};

test('finds nothing wrong with clean content', () => {
  expect(check(overlay({}))).toEqual([]);
});

test('has an expectation for every fixture folder', () => {
  expect(Object.keys(expected).sort()).toEqual([...fixtureNames].sort());
});

describe('reports every fault at its line and column, and nothing else', () => {
  test.each(Object.entries(expected))('%s', (name, problems) => {
    const found = check(overlayFixture(name)).filter(
      ({ rule }) => name === 'translation-missing' || rule !== 'translation-missing',
    );
    expect(found.map(({ file, line, column, rule }) => [file, line, column, rule])).toEqual(problems);
  });
});
