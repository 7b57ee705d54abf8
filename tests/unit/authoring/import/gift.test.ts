import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { draftOf } from './support.ts';

describe('a bank in GIFT in Uzbek', () => {
  const read = () => draftOf(readFileSync('tests/fixtures/import/questions.gift'), 'gift', { locale: 'uz' });

  test('becomes a draft with an exercise for each question, which passes the check', async () => {
    const draft = await read();
    expect(draft.errors).toEqual([]);
    expect(draft.lesson.title).toBe('Manbani top');
    expect(draft.exercises.map(({ type }) => type)).toEqual([
      ...[
        'choice',
        'choice',
        'verdict',
        'short-answer',
        'short-answer',
        'rate',
        'match',
        'reflect',
        'choice',
        'verdict',
      ],
    ]);
  });

  test('keeps what is right and each reason, in the orthography of Uzbek', async () => {
    const { mdx } = await read();
    expect(mdx).toContain(
      [
        '<Choice id="saytga-kim-pul">',
        '',
        'Saytga **kim** pul toʻlaydi: egasimi?',
        '',
        '- [x] [filtr-sotadigan-firma] Filtr sotadigan firma',
        '  > Sahifa pastida uning nomi turadi.',
        '- [ ] [gazeta] Gazeta',
        '  > Gazetada muharrir boʻladi.',
        '- [ ] [hech-kim] Hech kim',
        '  > ✎ Say why this is not right, and what to look at.',
        '',
        '> Reyestr egasini aytadi.',
        '',
        '</Choice>',
      ].join('\n'),
    );
    // The first of two pieces of feedback is for whoever is wrong.
    expect(mdx).toContain(
      '- [ ] [true]\n  > Qulf faqat ulanish haqida aytadi.\n- [x] [false]\n  > Ha, qulf aldovchilarda ham bor.',
    );
    expect(mdx).toContain(
      '- [x] yonma-yon oʻqish\n  > ✎ Say why this is right.\n- [ ] oʻqish\n  > Qanday oʻqish?\n\n> Qoʻshni oynalarni oching.',
    );
    expect(mdx).toContain('- [within] [from: 25] [to: 35]\n  > Yaxshi.');
    expect(mdx).toContain('Bu faqat matn: 10 = 10, yoʻl https://bilig.example/a.');
    expect(mdx).toContain('**Qalin** va `kod`');
  });

  test('says what it could not take, and where it stands', async () => {
    const { notes } = await read();
    const said = notes.filter(({ what }) => what !== 'mended').map(({ what, place, detail }) => [what, place, detail]);
    expect(said).toEqual([
      ['comment', 'line 1', ''],
      ['tags', 'line 4', 'manba'],
      ['part-marks', 'question 1, line 5', ''],
      ['part-marks', 'question 4, line 20', "o'qish"],
      ['part-marks', 'question 6, line 24', ''],
      ['tolerance', 'question 6, line 24', ''],
      ['question-unread', 'line 38', 'it ends before a brace is closed'],
      ['category', '', 'Manbani top'],
    ]);
  });
});

const bodyOf = async (text: string) => {
  const draft = await draftOf(text, 'gift');
  expect(draft.errors).toEqual([]);
  return draft;
};

describe('a question in GIFT', () => {
  test('keeps every escaped sign as a word', async () => {
    const draft = await bodyOf('Signs \\~ \\= \\# \\{ \\} \\: \\\\ {=a \\= b \\{c\\} ~\\~d \\: e#\\#f}');
    expect(draft.exercises[0]?.prompt.text).toBe('Signs ~ = # { } : \\');
    expect(draft.body).toContain(
      '- [x] [b-c] a = b &#123;c&#125;\n  > ✎ Say why this is right.\n- [ ] [d-e] \\~d : e\n  > \\#f',
    );
  });

  test('may hold signs that are not escaped, as Moodle allows', async () => {
    const draft = await bodyOf('See https://bilig.example/a=b#c: what? {=12:30 ~http://x.example}');
    expect(draft.body).toContain('See https://bilig.example/a=b#c: what?');
    expect(draft.body).toContain('- [x] [12-30] 12:30'.replace('[12-30]', '[option-1]'));
  });

  test('with an answer in the middle shows where it belongs', async () => {
    const draft = await bodyOf('Мост открыли {=1931 ~1941} году.');
    expect(draft.body).toContain('Мост открыли \\_\\_\\_\\_\\_ году.');
  });

  test('has the colon of a partner', async () => {
    const draft = await bodyOf('M {=a -> b\\: c =d -> e =f -> g}');
    const [match] = draft.exercises;
    expect(match?.type === 'match' && match.pairs.map(({ partner }) => partner.text)).toEqual(['b: c', 'e', 'g']);
  });

  test.each([
    ['is whole', '{#5}', 'ShortAnswer'],
    ['is a fraction', '{#3.14}', '- [x] 3.14\n  > ✎ Say why this is right.\n\n>'],
    ['lies within bounds', '{#10..20}', '<Rate id="many" min="0" max="70" step="1">'],
    ['is negative', '{#-5:1}', '<Rate id="many" min="-16" max="6" step="1">'],
    ['has a tolerance of fractions', '{#0.5:0.1}', '- [x] 0.5'],
  ])('about a number that %s', async (_, answers, expected) => {
    expect((await bodyOf(`How many? ${answers}`)).body).toContain(expected);
  });

  test('stays in words where two of its answers read the same', async () => {
    const draft = await bodyOf('Same {=a ~a ~b}');
    expect(draft.notes.map(({ detail }) => detail)).toEqual(['two of its answers read the same']);
  });
});

describe('a bank that Moodle itself has written, with questions in Kazakh, Azerbaijani and English', () => {
  const read = () => draftOf(readFileSync('tests/fixtures/import/moodle-4.5.gift'), 'gift', { locale: 'az' });

  test('becomes a draft with an exercise for each question that is in it, which passes the check', async () => {
    const draft = await read();
    expect(draft.errors).toEqual([]);
    expect(draft.exercises.map(({ type }) => type)).toEqual([
      ...['match', 'choice', 'choice', 'short-answer', 'verdict'],
      ...['reflect', 'short-answer', 'rate'],
      ...['choice', 'order', 'verdict'],
    ]);
    expect(draft.mdx).toContain('Aşağıdakı suallar *uydurulmuş* bir xəbərə aiddir: «Göyçay kəndində');
  });

  test('names the questions that GIFT cannot hold, and no other comment of Moodle’s', async () => {
    const { notes } = await read();
    expect(
      notes.filter(({ what }) => what === 'question-absent').map(({ place, detail }) => `${place}: ${detail}`),
    ).toEqual(['line 9: Сөйлемді толықтырыңыз', 'line 56: Sözləri sürüşdürün', 'line 66: Boşluqları doldurun']);
    expect(notes.map(({ what }) => what)).not.toContain('comment');
  });
});

describe('a question of order, as Moodle adds it to GIFT', () => {
  test.each([
    ['all settings', '>0 ALL VERTICAL RELATIVE_TO_CORRECT SHOW abc\n'],
    ['few settings', '>3 RANDOM H\n'],
    ['none but the count', ' > 4\n'],
  ])('keeps its steps, with %s', async (_, settings) => {
    const source = `::Қадамдар::[html]<p>Ретін тап\\: не бірінші?</p>{${settings}Тоқта\nІзде: <b>түпнұсқаны</b>\nНо емес, ALL\n}`;
    const { exercises, mdx } = await draftOf(source, 'gift', { locale: 'kk' });
    expect(exercises.map(({ type }) => type)).toEqual(['order']);
    expect(mdx).toMatch(/1\. \[\S+\] Тоқта\n[^]+2\. \[\S+\] Ізде: \*\*түпнұсқаны\*\*\n[^]+3\. \[\S+\] Но емес, ALL\n/u);
    expect(mdx).toContain('Ретін тап: не бірінші?');
  });

  test('is no question of order where ">" begins an answer', async () => {
    const { exercises } = await draftOf('Hansı işarə? {=> işarəsi ~< işarəsi}', 'gift', { locale: 'az' });
    expect(exercises.map(({ type }) => type)).toEqual(['choice']);
  });
});
