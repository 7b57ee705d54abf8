import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildDocx, paragraph, picture, png, run, styles } from './build-docx.ts';
import { draftOf } from './support.ts';

const cell = (words: string, more = '') =>
  `<w:tc><w:tcPr>${more}</w:tcPr>${words.startsWith('<') ? words : paragraph(words)}</w:tc>`;
const row = (...cells: string[]) =>
  `<w:tr>${cells.map((one) => (one.startsWith('<w:tc>') ? one : cell(one))).join('')}</w:tr>`;

describe('a Word document', () => {
  test('gives its title, sections and words in Kazakh', async () => {
    const body = [
      paragraph('Бетті жап', 'Title'),
      paragraph(`${run('Бет туралы ')}${run('басқа', '<w:b/>')}${run(' беттен ')}${run('оқы', '<w:i/>')}${run('.')}`),
      paragraph('Кім айтты?', 'Heading1'),
      paragraph('Атын ізде.'),
      paragraph('Тереңірек', 'Heading2'),
      paragraph('Дәйексөз.', 'Quote'),
    ].join('');
    const draft = await draftOf(buildDocx({ body, parts: { 'word/styles.xml': styles } }), 'docx', { locale: 'kk' });
    expect(draft.errors).toEqual([]);
    expect(draft.lesson.title).toBe('Бетті жап');
    expect(draft.body).toBe(
      'Бет туралы **басқа** беттен *оқы*.\n\n## Кім айтты?\n\nАтын ізде.\n\n### Тереңірек\n\n> Дәйексөз.\n',
    );
    expect(draft.lost).toEqual([]);
  });

  test('gives its links to the web and to its own headings, and no others', async () => {
    const link = (attributes: string, words: string) => `<w:hyperlink ${attributes}>${run(words)}</w:hyperlink>`;
    const body = [
      paragraph(
        ['r:id="web"', 'r:id="script"', 'r:id="file"', 'w:anchor="here"', 'w:anchor="gone"']
          .map((at) => link(at, 'x'))
          .join(run(' ')),
      ),
      `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="0" w:name="here"/>${run('Мына жер')}</w:p>`,
      paragraph('…'),
    ].join('');
    const relations = [
      ['web', 'hyperlink', 'https://bilig.example/a?b=1&amp;c', true],
      ['script', 'hyperlink', 'javascript:alert(1)', true],
      ['file', 'hyperlink', 'file:///etc/passwd', true],
    ] as const;
    const draft = await draftOf(buildDocx({ body, relations, parts: { 'word/styles.xml': styles } }), 'docx');
    expect(draft.errors).toEqual([]);
    expect(draft.body.split('\n')[0]).toBe('[x](https://bilig.example/a?b=1&c) x x [x](#мына-жер) x');
    expect(draft.notes.map(({ what, detail }) => [what, detail])).toEqual([
      ['link', 'javascript:alert(1)'],
      ['link', 'file:///etc/passwd'],
      ['link', '#gone'],
    ]);
  });

  test('gives its pictures with the words that say what they show, and fetches none', async () => {
    const body = [
      picture('in', 'Көпір'),
      picture('in', ''),
      picture('out', 'Алыс', true),
      picture('svg', 'Сурет'),
    ].join('');
    const relations = [
      ['in', 'image', 'media/image1.png'],
      ['out', 'image', 'https://far.example/a.png', true],
      ['svg', 'image', 'media/image2.svg'],
    ] as const;
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const draft = await draftOf(
      buildDocx({ body, relations, parts: { 'word/media/image1.png': png, 'word/media/image2.svg': svg } }),
      'docx',
    );
    expect(draft.errors).toEqual([]);
    expect(draft.media).toEqual([
      'courses/demo/first/draft/media/picture.png',
      'courses/demo/first/draft/media/picture-2.png',
    ]);
    expect(draft.body).toContain('<Figure src="media/picture.png" alt="Көпір" credit="✎ Who made it"');
    expect(draft.body).toContain('<Figure src="media/picture-2.png" alt="✎ What it shows');
    expect(draft.body).toContain('✎ A picture stood here: Алыс.');
    expect(draft.lost).toEqual(['picture-elsewhere', 'picture-form']);
  });

  test('gives its tables, and says where cells were joined', async () => {
    const table = `<w:tbl>${row('Сөз', 'A | B')}${row('бір', 'екі')}${row(cell('кең', '<w:gridSpan w:val="2"/>'))}</w:tbl>`;
    const draft = await draftOf(buildDocx({ body: paragraph('Кесте:') + table }), 'docx');
    expect(draft.errors).toEqual([]);
    expect(draft.body).toContain('| Сөз | A \\| B |\n| --- | --- |\n| бір | екі |\n| кең |  |');
    expect(draft.lost).toEqual(['table-form']);
  });

  test('accepts tracked changes, and leaves out comments, macros, formulas and embedded files, each with its place', async () => {
    const body = [
      paragraph(
        `${run('Бұл ')}<w:ins w:id="1" w:author="A">${run('жаңа')}</w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>ескі</w:delText></w:r></w:del>${run(' сөз.')}`,
      ),
      paragraph(`${run('Пікір')}<w:r><w:commentReference w:id="1"/></w:r>`),
      paragraph(`${run('Формула: ')}<m:oMath><m:r><m:t>a&lt;b</m:t></m:r></m:oMath>${run(' болды.')}`),
      paragraph(run('Түрлі түс', '<w:color w:val="FF0000"/><w:u w:val="single"/>')),
      paragraph('Ерекше', 'Odd'),
    ].join('');
    const comments =
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1"><w:p><w:r><w:t>secret</w:t></w:r></w:p></w:comment></w:comments>';
    const draft = await draftOf(
      buildDocx({
        body,
        relations: [['c', 'comments', 'comments.xml']],
        parts: {
          'word/styles.xml': styles,
          'word/comments.xml': comments,
          'word/vbaProject.bin': new Uint8Array([1, 2, 3]),
          'word/embeddings/inner.zip': new Uint8Array([0x50, 0x4b, 3, 4]),
          'word/header1.xml':
            '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Page</w:t></w:r></w:p></w:hdr>',
        },
      }),
      'docx',
    );
    expect(draft.errors).toEqual([]);
    expect(draft.body).toBe('Бұл жаңа сөз.\n\nПікір\n\nФормула: `a<b` болды.\n\nТүрлі түс\n\nЕрекше\n');
    expect(draft.notes.map(({ what, place, detail }) => [what, place, detail])).toEqual([
      ['macros', '', 'word/vbaProject.bin'],
      ['embedded', '', 'word/embeddings/inner.zip'],
      ['page-parts', '', 'header1.xml'],
      ['tracked-change', 'paragraph 1 (“Бұл жаңа сөз.”)', ''],
      ['comment', 'paragraph 2 (“Пікір”)', ''],
      ['formula', 'paragraph 3 (“Формула: a<b болды.”)', 'a<b'],
      ['formatting', 'paragraph 4 (“Түрлі түс”)', ''],
      ['style-unknown', '', 'Corporate Blurb'],
    ]);
  });

  test('gives its footnotes as a list at the end', async () => {
    const footnotes =
      '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:t>Ескерту.</w:t></w:r></w:p></w:footnote></w:footnotes>';
    const draft = await draftOf(
      buildDocx({
        body: paragraph(`${run('Сөз')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' бар.')}`),
        relations: [['f', 'footnotes', 'footnotes.xml']],
        parts: { 'word/footnotes.xml': footnotes },
      }),
      'docx',
    );
    expect(draft.errors).toEqual([]);
    expect(draft.body).toBe('Сөз<sup>\\[1\\]</sup> бар.\n\n1. Ескерту.\n');
    expect(draft.lost).toEqual(['footnote']);
  });

  test('is written in one script where letters were mixed, and in Uzbek with its own apostrophes', async () => {
    const draft = await draftOf(
      buildDocx({ body: paragraph('Слово cлово, YouTubeтағы, COVID-19дан және TikTok-та.') }),
      'docx',
      { locale: 'kk' },
    );
    expect(draft.errors).toEqual([]);
    expect(draft.body).toBe('Слово слово, YouTube-тағы, COVID-19дан және TikTok-та.\n');
    expect(draft.notes.map(({ detail }) => detail)).toEqual(['cлово → слово', 'YouTubeтағы → YouTube-тағы']);
    const uzbek = await draftOf(buildDocx({ body: paragraph("O'zbekcha ma'no: to`g`ri so‘z.") }), 'docx', {
      locale: 'uz',
    });
    expect(uzbek.errors).toEqual([]);
    expect(uzbek.body).toBe('Oʻzbekcha maʼno: toʻgʻri soʻz.\n');
    expect(uzbek.lost).toEqual(['mended']);
  });
});

describe('a document that a word processor has saved', () => {
  test('LibreOffice, with lists, a quotation, a picture, a table, changes, a comment and a footnote', async () => {
    const draft = await draftOf(readFileSync('tests/fixtures/import/libreoffice.docx'), 'docx', { locale: 'kk' });
    expect(draft.errors).toEqual([]);
    expect(draft.lesson.title).toBe('Көпір туралы хабар');
    expect(draft.body).toBe(
      [
        'Бір **жолдауда** былай дейді: «Көпір *жабылды*». [Хабар](https://bilig.example/kopir?a=1&b=2) мен [төмен](#кесте).',
        '## Кім айтты?',
        '- Жол кеңсесі\n  - тақтадағы хабарлама\n- Ешкім',
        '1. Тоқта\n2. Ашып көр',
        '> Көпір дүйсенбіде жабылады.',
        '<Figure src="media/picture.png" alt="Тас көпір" credit="✎ Who made it" licence="✎ Under which licence, such as CC-BY-4.0">',
        '✎ A caption that says what to look at.',
        '</Figure>',
        'Бұл жаңа сөз<sup>\\[1\\]</sup>, түрлі түс.',
        '## Кесте',
        '| Сөз | Мағына |\n| --- | --- |\n| із | жол \\| соқпақ |',
        'Соңы.',
        '1. Бірінші ескерту.\n',
      ].join('\n\n'),
    );
    expect(draft.lost).toEqual(['comment', 'footnote', 'formatting', 'tracked-change']);
  });

  test('python-docx, on a template of Word', async () => {
    const draft = await draftOf(readFileSync('tests/fixtures/import/python-docx.docx'), 'docx', { locale: 'ru' });
    expect(draft.errors).toEqual([]);
    expect(draft.lesson.title).toBe('Основной источник');
    expect(draft.lesson.sections.map(({ heading, depth }) => [heading, depth])).toEqual([
      ['', 0],
      ['Кто сказал?', 2],
      ['Таблица', 3],
    ]);
    expect(draft.body).toContain('- Дорожная служба\n- Никто\n\n1. Остановись\n2. Открой вкладку\n\n> Мост закрыт.');
    expect(draft.media).toHaveLength(1);
  });
});
