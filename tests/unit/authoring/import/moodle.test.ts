import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { draftOf } from './support.ts';

const quiz = (...questions: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>\n`;
const question = (type: string, text: string, more = '') =>
  `<question type="${type}"><name><text>n</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${more}</question>`;
const answer = (fraction: number, text: string, reason = '') =>
  `<answer fraction="${fraction}" format="html"><text><![CDATA[${text}]]></text><feedback format="html"><text><![CDATA[${reason}]]></text></feedback></answer>`;

describe('a bank of Moodle in Russian', () => {
  const read = () => draftOf(readFileSync('tests/fixtures/import/questions.xml'), 'moodle-xml', { locale: 'ru' });

  test('becomes a draft with an exercise for each question, which passes the check', async () => {
    const draft = await read();
    expect(draft.errors).toEqual([]);
    expect(draft.lesson.title).toBe('Кто это сказал?');
    expect(draft.exercises.map(({ type }) => type)).toEqual([
      ...['choice', 'choice', 'verdict', 'short-answer', 'match', 'categorise', 'short-answer', 'rate'],
      ...['order', 'gap', 'gap', 'reflect'],
    ]);
    expect(draft.media).toEqual(['courses/demo/first/draft/media/picture.png']);
  });

  test('keeps what is right, reasons, hints, links to the web and pictures', async () => {
    const { mdx } = await read();
    expect(mdx).toContain(
      [
        '<Figure src="media/picture.png" alt="Страница с зелёной шапкой" credit="✎ Who made it" licence="✎ Under which licence, such as CC-BY-4.0">',
        '',
        '✎ A caption that says what to look at.',
        '',
        '</Figure>',
        '',
        '<Choice id="exercise-1" hint="Посмотри вниз.">',
        '',
        'Кто **платит** за этот сайт? Смотри [внизу](https://bilig.example/o-sayte?a=1&b=2), не здесь.',
        '',
        '- [x] [option-1] Фирма, которая продаёт фильтры',
        '  > Её называет подвал страницы.',
        '- [ ] [option-2] Никто',
        '  > ✎ Say why this is not right, and what to look at.',
        '- [ ] [option-3] Газета',
        '  > У газеты есть редакция.',
        '',
        '> Реестр называет владельца.',
        '',
        '</Choice>',
      ].join('\n'),
    );
    expect(mdx).toContain(
      '- [ ] [true]\n  > Замок говорит лишь о соединении.\n- [x] [false]\n  > Да: замок есть и у обманщиков.',
    );
    expect(mdx).toContain(
      '- [x] латеральное чтение\n  > Так читают проверяющие факты.\n- [x] 5 \\* 5\n- [ ] чтение\n  > Какое?\n\n> Открой соседние вкладки.',
    );
    expect(mdx).toContain('> Слух ведут к [источнику](#gap-1), а [статью](#gap-2) читают целиком.');
    expect(mdx).toContain('> Столица: [Астана](#gap-1), год [1997](#gap-2), язык [казахский](#gap-3).');
    expect(mdx).toContain('Найти первоисточник &lt;сразу>');
    expect(mdx).not.toContain('javascript');
    expect(mdx).not.toContain('alert');
  });

  test('says what it could not take, and where it stands', async () => {
    const { notes } = await read();
    const said = notes.map(({ what, place, detail }) => [what, place, detail].filter(Boolean).join(' | '));
    expect(said).toContain('question-type | question 13, line 143 | calculated');
    expect(said).toContain('hidden | question 14, line 150');
    expect(said).toContain('active | question 1, line 13 | <script>');
    expect(said).toContain('link | question 1, line 13 | javascript:alert(1)');
    expect(said).toContain('wildcard | question 4, line 64 | латеральн*');
    expect(said).toContain('gap-groups | question 10, line 121');
    expect(notes.filter(({ what }) => what === 'encoding')).toEqual([]);
  });

  test('keeps the words of a question that is no exercise, marked as still to fill', async () => {
    const { mdx } = await read();
    expect(mdx).toContain('✎ A question of the type "calculated" stood here.');
    expect(mdx).toContain('> Сколько будет &#123;a&#125; + &#123;b&#125;?');
  });
});

describe('a question of Moodle', () => {
  test('stands below its category where there are several', async () => {
    const category = (path: string) => `<question type="category"><category><text>${path}</text></category></question>`;
    const one = question('truefalse', 'Рас па?', answer(100, 'true') + answer(0, 'false'));
    const draft = await draftOf(
      quiz(category('$course$/top/A//Б'), one, category('$course$/top/C'), one),
      'moodle-xml',
    );
    expect(draft.errors).toEqual([]);
    expect(draft.lesson.sections.map(({ heading }) => heading)).toEqual(['', 'A/Б', 'C']);
  });

  test('with an answer that is a picture says what the picture shows', async () => {
    const image = (name: string, alt: string) => `<img src="@@PLUGINFILE@@/${name}" alt="${alt}">`;
    const draft = await draftOf(
      quiz(question('multichoice', 'Hansı?', answer(100, image('a.png', 'Körpü')) + answer(0, image('b.png', '')))),
      'moodle-xml',
      { locale: 'az' },
    );
    expect(draft.errors).toEqual([]);
    expect(draft.body).toContain('- [x] [korpu] Körpü\n');
    expect(draft.body).toContain('✎ Say what the picture shows');
    expect(draft.lost).toContain('picture-elsewhere');
  });

  test.each([
    ['with one answer', question('multichoice', 'Q?', answer(100, 'a'))],
    ['without a right answer', question('multichoice', 'Q?', answer(0, 'a') + answer(0, 'b'))],
    ['without pairs', question('matching', 'Q?')],
    [
      'with one pair for all',
      question(
        'matching',
        'Q?',
        ['a', 'b', 'c']
          .map((x) => `<subquestion><text>${x}</text><answer><text>z</text></answer></subquestion>`)
          .join(''),
      ),
    ],
    [
      'with a gap that has no word',
      question('gapselect', 'Q [[7]]?', '<selectoption><text>a</text><group>1</group></selectoption>'),
    ],
    ['with an order of two', question('ordering', 'Q?', answer(1, 'a') + answer(2, 'b'))],
    ['with a field of several right answers', question('cloze', 'Q {1:MULTIRESPONSE:=a~=b}')],
    ['with a number that is none', question('numerical', 'Q?', answer(100, 'many'))],
    ['with a pattern alone', question('shortanswer', 'Q?', answer(100, 'a*'))],
    ['of a type that nobody knows', question('constructor', 'Q?')],
  ])('%s is kept in words, and the draft passes the check', async (_, one) => {
    const draft = await draftOf(quiz(one), 'moodle-xml');
    expect(draft.errors).toEqual([]);
    expect(draft.exercises).toEqual([]);
    expect(draft.body).toMatch(/^✎ A question (?:stood here|of the type)[\s\S]*> Q/u);
  });

  test('keeps two gaps with the same word apart', async () => {
    const options = ['iz', 'yol']
      .map((word) => `<selectoption><text>${word}</text><group>1</group></selectoption>`)
      .join('');
    const draft = await draftOf(
      quiz(question('ddwtos', '<p>[[1]] və [[1]]</p>', options.replaceAll('selectoption', 'dragbox'))),
      'moodle-xml',
      { locale: 'az' },
    );
    expect(draft.errors).toEqual([]);
    expect(draft.body).toContain('> [iz](#iz) və [iz](#iz-2)');
    expect(draft.body).toContain('- [iz] [also: iz-2]');
  });

  test('whose HTML was not escaped is read all the same', async () => {
    const xml =
      '<quiz><question type="description"><questiontext format="html"><text><p>Кто <b>платит</b>? a &lt; b</p><p>Я.</p></text></questiontext></question></quiz>';
    const draft = await draftOf(xml, 'moodle-xml', { locale: 'ru' });
    expect(draft.errors).toEqual([]);
    expect(draft.body).toBe('Кто **платит**? a &lt; b\n\nЯ.\n');
  });

  test('has its formulas in TeX as code', async () => {
    const draft = await draftOf(
      quiz(question('description', '<p>Формула \\(a^2\\), цена $5.</p><p>$$x_1$$</p>')),
      'moodle-xml',
      { locale: 'ru' },
    );
    expect(draft.errors).toEqual([]);
    expect(draft.body).toBe('Формула `a^2`, цена $5.\n\n`x_1`\n');
    expect(draft.lost).toEqual(['formula', 'title']);
  });

  test('with HTML of every kind leaves only what a lesson may hold', async () => {
    const html = [
      '<h1>Başlıq</h1><p onclick="x()">a <u>b</u> <sub>2</sub> <span lang="kk">қ</span> <span lang="en">e</span><br>c</p>',
      '<ol><li>bir<ul><li>iki</li></ul></li></ol><table><tr><th>x</th></tr><tr><td colspan="2">y</td></tr></table>',
      '<iframe src="https://x.example"></iframe><svg onload="x()"></svg><video src="v.mp4"></video><math><mi>x</mi></math>',
      '<pre>a  {b}</pre><blockquote>import x from "y"</blockquote><form><input value="1"></form><style>p{}</style>',
    ].join('');
    const draft = await draftOf(quiz(question('description', html)), 'moodle-xml');
    expect(draft.errors).toEqual([]);
    expect(draft.lesson.title).toBe('Başlıq');
    expect(draft.body).toBe(
      [
        'a b <sub>2</sub> <span lang="kk">қ</span> e<br/>c',
        '1. bir\n   - iki',
        '| x |  |\n| --- | --- |\n| y |  |',
        '`x`',
        '```\na  {b}\n```',
        '> &#105;mport x from "y"',
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/u, '\n'),
    );
    expect(draft.lost).toEqual(['active', 'formatting', 'formula', 'media', 'table-form', 'title']);
  });
});

describe('a bank that Moodle itself has written, with questions in Kazakh, Azerbaijani and English', () => {
  const read = () => draftOf(readFileSync('tests/fixtures/import/moodle-4.5.xml'), 'moodle-xml', { locale: 'kk' });

  test('becomes a draft with an exercise for each question, which passes the check', async () => {
    const draft = await read();
    expect(draft.errors).toEqual([]);
    expect(draft.exercises.map(({ type }) => type)).toEqual([
      ...['gap', 'match', 'choice', 'choice', 'short-answer', 'verdict'],
      ...['gap', 'reflect', 'gap', 'short-answer', 'rate'],
      ...['choice', 'order', 'verdict'],
    ]);
    expect(draft.media).toEqual(['courses/demo/first/draft/media/picture.png']);
    for (const heading of ['Қазақша: дереккөз', 'Azərbaycanca: rəqəmlər', 'English: steps'])
      expect(draft.mdx).toContain(`\n## ${heading}\n`);
  });

  test('keeps what is right: words of gaps, a partner that fits nothing, shares, an order, a number', async () => {
    const { mdx } = await read();
    expect(mdx).toContain('> Қауесет [дереккөзге](#gap-1) апарады, ал мақаланы [соңына дейін](#gap-2) оқиды.');
    expect(mdx).toContain('- [item-4]\n  - ұнату батырмасын басу');
    expect(mdx).toContain('- [x] [option-2] Құжатқа сілтеме берілген\n  > Сілтемені ашып оқуға болады.');
    expect(mdx).toContain('[30](#gap-1) ailə istifadə edir; hesab [2024](#gap-2) ildə aparılıb, payı isə [75](#gap-3)');
    expect(mdx).toContain('- [x] 75\n  > 30 : 40 = 0,75.');
    expect(mdx).toContain('- [within] [from: 108] [to: 128]');
    expect(mdx).toMatch(/1\. \[[a-z0-9-]+\] Stop\n[\s\S]+4\. \[[a-z0-9-]+\] Decide whether to share/u);
  });

  test('leaves no break where a picture stood at the end of a question', async () => {
    const { mdx } = await read();
    expect(mdx).toContain('**Алдымен** нені тексересіз?\n');
    expect(mdx).toContain('alt="Өзеннің үстіндегі көпірдің кескіні"');
  });
});

test('a picture between two lines leaves one break, and none at the ends', async () => {
  const line = (text: string) =>
    quiz(question('multichoice', text, `<single>true</single>${answer(100, 'иә')}${answer(0, 'жоқ')}`));
  const image = '<img src="@@PLUGINFILE@@/a.png" alt="көпір">';
  const between = await draftOf(line(`<p>Бірінші<br>${image}<br>екінші</p>`), 'moodle-xml', { locale: 'kk' });
  expect(between.mdx).toContain('Бірінші<br/>екінші\n');
  const around = await draftOf(line(`<p>${image}<br>Жалғыз<br> ${image} </p>`), 'moodle-xml', { locale: 'kk' });
  expect(around.mdx).toMatch(/\nЖалғыз\n/u);
});
