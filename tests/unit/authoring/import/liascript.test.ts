import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { draftOf } from './support.ts';

describe('a text of LiaScript in Azerbaijani', () => {
  const read = () => draftOf(readFileSync('tests/fixtures/import/lesson.md'), 'liascript', { locale: 'az' });

  test('becomes a draft with its sections and exercises, which passes the check', async () => {
    const draft = await read();
    expect(draft.errors).toEqual([]);
    expect(draft.lesson.title).toBe('Səhifəni tərk et');
    expect(draft.lesson.summary).toBe('Naməlum bir səhifəni beş dəqiqəyə yoxlamaq.');
    expect(draft.lesson.sections.map(({ heading }) => heading)).toEqual(['', 'Kim deyir?', 'Boşluqlar']);
    expect(draft.exercises.map(({ type }) => type)).toEqual([
      'choice',
      'choice',
      'short-answer',
      'choice',
      'gap',
      'short-answer',
    ]);
  });

  test('keeps hints, solutions, gaps and what is right', async () => {
    const { mdx } = await read();
    expect(mdx).toContain(
      [
        '<Choice id="bu-sehifeni-kim" hint="Səhifənin sonuna bax.">',
        '',
        'Bu səhifəni kim yayımlayıb?',
        '',
        '- [ ] [qezet] Qəzet',
        '  > ✎ Say why this is not right, and what to look at.',
        '- [x] [filtr-satan-firma] Filtr satan *firma*',
        '  > ✎ Say why this is right.',
        '- [ ] [hec-kim] Heç kim',
        '  > ✎ Say why this is not right, and what to look at.',
        '',
        '> Sonda firmanın adı durur.',
        '',
        '</Choice>',
      ].join('\n'),
    );
    expect(mdx).toContain('- [x] [yeni-vereq-acmaq] Yeni vərəq açmaq');
    expect(mdx).toContain('> Söz-söhbət [mənbəyə](#menbeye) aparılır, başlıq isə [tam](#tam) oxunmur.');
    expect(mdx).toContain('- [x] yanaşı oxu\n');
    expect(mdx).toContain('- [x] [baki] Bakı\n');
    expect(mdx).toContain('| Söz | Məna |\n| --- | --- |\n| iz | yol |');
  });

  test('has nothing in it that LiaScript would run, speak or fetch', async () => {
    const { mdx, media } = await read();
    expect(mdx).not.toMatch(/script|alert|@input|@onload|\{\{|youtube|javascript|yalnız səslə|şərh/u);
    expect(mdx).toContain('@bilig belə edir.');
    expect(media).toEqual([]);
  });

  test('says what it could not take, and where it stands', async () => {
    const { notes } = await read();
    expect(notes.map(({ what, place }) => [what, place].filter(Boolean).join(', '))).toEqual([
      ...[2, 3, 4, 5, 6].map((line) => `lia-setting, line ${line}`),
      ...['lia-macro, line 9', 'lia-macro, line 11', 'lia-narrator, line 18', 'lia-narrator, line 27', 'link, line 25'],
      ...[
        'gap-written, line 62',
        'gap-groups, line 62',
        'lia-survey, line 66',
        'lia-script, line 70',
        'lia-macro, line 74',
      ],
      ...['lia-script, line 77', 'media, line 83', 'formula, line 83', 'comment, line 87', 'picture-elsewhere'],
    ]);
  });
});

const bodyOf = async (text: string) => {
  const draft = await draftOf(text, 'liascript');
  expect(draft.errors).toEqual([]);
  return draft;
};

describe('a text of LiaScript', () => {
  test('has sections in their order, none skipped', async () => {
    const { body, lesson } = await bodyOf(
      '# Kurs\n\nA.\n\n### Derin\n\nB.\n\n## Bölmə\n\nC.\n\n#### Daha derin\n\nD.\n',
    );
    expect(lesson.title).toBe('Kurs');
    expect(body).toBe('A.\n\n## Derin\n\nB.\n\n## Bölmə\n\nC.\n\n### Daha derin\n\nD.\n');
  });

  test('leads to its own sections by their words', async () => {
    const { body } = await bodyOf('## Қайда?\n\n[Осында](#Қайда) және [жоқ](#басқа).');
    expect(body).toContain('[Осында](#қайда) және жоқ.');
  });

  test('keeps quizzes in code as code', async () => {
    const { body, exercises } = await bodyOf('Write:\n\n```\n[(X)] yes\n[( )] no\n```\n\nDone.');
    expect(exercises).toEqual([]);
    expect(body).toContain('```\n[(X)] yes\n[( )] no\n```');
  });

  test('asks for the question where only a heading stands above the answers', async () => {
    const { body } = await bodyOf('## Кто?\n\n[(X)] фирма\n[( )] газета\n');
    expect(body).toContain('## Кто?\n\n<Choice id="exercise-1">\n\n✎ Write the question.');
  });

  test.each([
    ['without a right answer', 'Q?\n\n[( )] a\n[( )] b\n'],
    ['with a single answer', 'Q?\n\n[(X)] a\n'],
    ['of a survey', 'Q?\n\n[(1)] a\n[(2)] b\n'],
    ['of a survey of several', 'Q?\n\n[[1]] a\n[[2]] b\n'],
    ['of a free text', 'Q?\n\n[[___ ___]]\n'],
    ['that a script judges', 'Q?\n\n[[!]]\n<script>true</script>\n'],
  ])('keeps the words of a question %s', async (_, text) => {
    const { body, exercises } = await bodyOf(text);
    expect(exercises).toEqual([]);
    expect(body).toMatch(/✎ A question stood here[\s\S]*> Q\?/u);
  });

  test('keeps every sign of a hint', async () => {
    const { exercises } = await bodyOf('Q?\n\n[(X)] a\n[( )] b\n[[?]] "a" {b} < c & &lt; *d*\n');
    expect(exercises[0]?.hints).toEqual(['"a" {b} < c & < d']);
  });

  test('takes a picture that stands in the text', async () => {
    const { media, body } = await bodyOf(
      'A ![Körpü](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==) b.',
    );
    expect(media).toEqual(['courses/demo/first/draft/media/picture.png']);
    expect(body).toContain('A b.\n\n<Figure src="media/picture.png" alt="Körpü"');
  });
});
