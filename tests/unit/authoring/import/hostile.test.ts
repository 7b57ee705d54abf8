import { ImportFault } from '#authoring';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { buildDocx, documentOf, paragraph } from './build-docx.ts';
import { draftOf } from './support.ts';

// Archives of hundreds of megabytes, unpacked.
vi.setConfig({ testTimeout: 60_000 });

/** What somebody is told whose file is refused. */
async function refusal(...args: Parameters<typeof draftOf>): Promise<string> {
  const fault = await draftOf(...args).then(
    ({ mdx }) => new Error(`It was taken:\n${mdx}`),
    (error: unknown) => error,
  );
  if (!(fault instanceof ImportFault)) throw fault;
  return fault.message;
}

const bomb = '<!DOCTYPE lol [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
const outside = '<!DOCTYPE x SYSTEM "file:///etc/passwd">';

describe('an archive that is no honest document is refused', () => {
  test.each([
    ['leads out of its folder', '../../evil.xml'],
    ['leads out of its folder from within', 'word/../../evil.xml'],
    ['leads out as Windows writes it', '..\\evil.xml'],
    ['begins at the root', '/etc/cron.d/evil'],
    ['begins with a drive', 'C:\\evil.xml'],
    ['holds a NUL', 'word/a\0.xml'],
    ['holds a line end', 'word/a\nb.xml'],
  ])('whose part %s', async (_, name) => {
    const message = await refusal(buildDocx({ body: paragraph('x'), parts: { [name]: 'x' } }), 'docx');
    expect(message).toContain('which would lie outside of its folder');
    expect(message).not.toMatch(/\p{Cc}/u);
  });

  test('that unpacks to more than a document has text', async () => {
    const body = `<w:p><w:r><w:t>${' '.repeat(13_000_000)}</w:t></w:r></w:p>`;
    expect(await refusal(buildDocx({ body }), 'docx')).toMatch(/unpacks to more than/u);
  });

  test('that unpacks to a thousand times its size', async () => {
    const zeros = Object.fromEntries(
      Array.from({ length: 5 }, (_, index) => [`word/media/${index}.png`, new Uint8Array(4_900_000)]),
    );
    expect(await refusal(buildDocx({ body: paragraph('x'), parts: zeros }), 'docx')).toContain(
      'more than 200 times its size',
    );
  });

  test('that says of its parts that they are small', async () => {
    const bytes = buildDocx({ body: `<w:p><w:r><w:t>${'a'.repeat(30_000_000)}</w:t></w:r></w:p>` });
    // The sizes stand in the head of each part and in the list at the end.
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 100, true);
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    }
    expect(await refusal(bytes, 'docx')).toMatch(/unpacks to more than|damaged/u);
  });

  test('with thousands of parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`word/media/${index}.txt`, 'x']));
    expect(await refusal(buildDocx({ body: paragraph('x'), parts }), 'docx')).toContain('more than 2000 parts');
  });

  test('that has two parts of one name', async () => {
    const honest = Buffer.from(
      buildDocx({ body: paragraph('x'), parts: { 'word/documenX.xml': documentOf(paragraph('y')) } }),
    );
    const twice = Buffer.from(honest.toString('latin1').replaceAll('word/documenX.xml', 'word/document.xml'), 'latin1');
    expect(await refusal(twice, 'docx')).toContain('two parts called "word/document.xml"');
  });

  test('that is cut off', async () => {
    const whole = buildDocx({ body: paragraph('сөз '.repeat(5000)) });
    for (const length of [4, 100, Math.floor(whole.length / 3)])
      expect(await refusal(whole.subarray(0, length), 'docx')).toMatch(/damaged or cut off|no Word document/u);
  });

  test.each([
    ['a spreadsheet', 'xl/workbook.xml', /looks like a spreadsheet/u],
    ['a presentation', 'ppt/presentation.xml', /looks like a presentation/u],
    ['a document of LibreOffice', 'content.xml', /looks like a document of LibreOffice: save it there as \.docx/u],
    ['an archive of anything', 'a.txt', /but no Word document\. Nothing in it was opened/u],
  ])('that is %s', async (_, name, words) => {
    expect(await refusal(zipSync({ [name]: strToU8('<a/>') }), 'docx')).toMatch(words);
  });

  test.each([
    ['expands entities', bomb],
    ['fetches an entity', outside],
  ])('whose XML %s', async (_, doctype) => {
    const document = documentOf(paragraph('x')).replace('<w:document', `${doctype}<w:document`);
    const message = await refusal(buildDocx({ body: '', parts: { 'word/document.xml': document } }), 'docx');
    expect(message).toContain('declares a document type (<!DOCTYPE …>)');
    const styles = `<?xml version="1.0"?>${doctype}<w:styles xmlns:w="x"/>`;
    expect(await refusal(buildDocx({ body: paragraph('x'), parts: { 'word/styles.xml': styles } }), 'docx')).toBe(
      message.replace('Line 2', 'Line 1'),
    );
  });

  test('whose elements stand thousands deep in one another', async () => {
    const body = '<w:tbl><w:tr><w:tc>'.repeat(5000) + '</w:tc></w:tr></w:tbl>'.repeat(5000);
    expect(await refusal(buildDocx({ body }), 'docx')).toContain('more than 200 deep');
  });

  test('whose XML is not UTF-8', async () => {
    const document = new Uint8Array(Buffer.from(documentOf(paragraph('\u00cf\u00f0')), 'latin1'));
    expect(await refusal(buildDocx({ body: '', parts: { 'word/document.xml': document } }), 'docx')).toContain(
      'is not UTF-8',
    );
  });
});

describe('a document takes nothing from outside of itself', () => {
  test('no map of styles, no macro and no archive in it', async () => {
    const draft = await draftOf(
      buildDocx({
        body: paragraph('Слово'),
        parts: {
          'mammoth/style-map': 'p => script',
          'word/vbaProject.bin': new Uint8Array([1]),
          'word/embeddings/Microsoft_Word_Document.docx': buildDocx({ body: paragraph('nested') }),
        },
      }),
      'docx',
    );
    expect(draft.body).toBe('Слово\n');
    expect(draft.lost).toEqual(['embedded', 'macros']);
  });
});

describe('a text that is made to do harm', () => {
  test.each([
    [
      'expands entities',
      `<?xml version="1.0"?>${bomb}<quiz>&b;</quiz>`,
      /line 1 declares a document type|Line 1 declares a document type/u,
    ],
    ['fetches an entity', `<?xml version="1.0"?>\n${outside}<quiz/>`, /Line 2 declares a document type/u],
    ['has elements thousands deep', '<quiz>'.repeat(100_000), /more than 200 deep/u],
  ])('in XML that %s is refused', async (_, xml, words) => {
    expect(await refusal(xml, 'moodle-xml')).toMatch(words);
  });

  test('in HTML thousands of elements deep is refused, with its question', async () => {
    const xml = `<quiz><question type="description"><questiontext format="html"><text><![CDATA[${'<div>'.repeat(50_000)}]]></text></questiontext></question></quiz>`;
    expect(await refusal(xml, 'moodle-xml')).toMatch(/^question 1, line 1: elements stand more than 200 deep/u);
  });

  test.each([
    ['quotations', '>'.repeat(10_000)],
    ['lists', '- '.repeat(5_000)],
  ])('in %s thousands deep is refused', async (_, markdown) => {
    expect(await refusal(`${markdown}a`, 'liascript')).toContain('more than 50 deep');
  });

  test.each([
    ['liascript', `${'<!-- '.repeat(100_000)}`, /line 1 has more than 20000 characters/u],
    ['liascript', `${'?[a '.repeat(100_000)}`, /line 1 has more than 20000 characters/u],
    ['gift', `A ${'{'.repeat(100_000)}`, /no question that can be read/u],
    ['gift', `A {${'=a#'.repeat(60_000)}`, /no question that can be read/u],
    ['gift', `::${'::'.repeat(80_000)} {T}`, /no question that can be read/u],
    ['gift', `A ${'\\'.repeat(90_000)} {T`, /no question that can be read/u],
    [
      'moodle-xml',
      `<quiz><question type="description"><questiontext><text><![CDATA[${'<b>a</b> '.repeat(20_000)}]]></text></questiontext></question></quiz>`,
      /paragraph has more than 50000 characters/u,
    ],
    [
      'moodle-xml',
      `<quiz><question type="description"><questiontext><text><![CDATA[${'<p>сөз сөз сөз</p>'.repeat(100_000)}]]></text></questiontext></question></quiz>`,
      /characters, which no lesson has/u,
    ],
    [
      'moodle-xml',
      `<quiz><question type="cloze"><questiontext><text>${'{1:SA:'.repeat(30_000)}</text></questiontext></question></quiz>`,
      /paragraph has more than 50000 characters/u,
    ],
  ] as const)(
    'in %s beyond all use is refused and costs no more than its reading (%#)',
    async (format, text, words) => {
      expect(await refusal(text, format)).toMatch(words);
    },
  );

  test('gives pictures names that stay in their folder', async () => {
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
    const names = ['../../../evil.png', '/etc/passwd', 'a\\..\\b.exe', 'CON.png'];
    const question = (name: string) =>
      `<question type="description"><questiontext format="html"><text><![CDATA[<p><img src="@@PLUGINFILE@@/${encodeURIComponent(name)}" alt="x"></p>]]></text><file name="${name}" encoding="base64">${png}</file></questiontext></question>`;
    const draft = await draftOf(`<quiz>${names.map(question).join('')}</quiz>`, 'moodle-xml');
    expect(draft.errors).toEqual([]);
    expect(draft.media.map((path) => path.replace('courses/demo/first/draft/', ''))).toEqual([
      'media/evil.png',
      'media/passwd.png',
      'media/b.png',
      'media/con.png',
    ]);
  });

  test('takes no file for a picture that is none, whatever its name says', async () => {
    const html = Buffer.from('<html><script>alert(1)</script></html>').toString('base64');
    const xml = `<quiz><question type="description"><questiontext format="html"><text><![CDATA[<p>a <img src="@@PLUGINFILE@@/a.png" alt="x"> b</p>]]></text><file name="a.png" encoding="base64">${html}</file></questiontext></question></quiz>`;
    const draft = await draftOf(xml, 'moodle-xml');
    expect(draft.media).toEqual([]);
    expect(draft.lost).toEqual(['picture-form']);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example/a',
    '\\\\evil.example\\a',
    'ftp://evil.example/',
    '/admin/',
    '../../secret/',
    'https://evil.example/"onmouseover="x',
    'mailto:nobody',
  ])('leads nowhere by %s', async (address) => {
    const safe = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    const xml = `<quiz><question type="description"><questiontext format="html"><text><![CDATA[<p>Слово <a href="${safe}">здесь</a>.</p>]]></text></questiontext></question></quiz>`;
    const draft = await draftOf(xml, 'moodle-xml', { locale: 'ru' });
    expect(draft.errors).toEqual([]);
    expect(draft.body).toMatch(/Слово здесь\.\n$/u);
    expect(draft.lost).toEqual(['link']);
  });

  test('does not become MDX, whatever it says', async () => {
    const lines = [
      'import x from "y"',
      'export const a = 1',
      '{process.exit(1)}',
      '<Figure src={x}/>',
      '<TrainerNote>',
      '# a',
      '---',
      '<!-- x',
      '</Choice>',
      '`a',
      '\\',
    ];
    const xml = `<quiz><question type="description"><questiontext format="plain_text"><text><![CDATA[${lines.join('\n\n')}]]></text></questiontext></question></quiz>`;
    const draft = await draftOf(xml, 'moodle-xml');
    expect(draft.errors).toEqual([]);
    expect(draft.lesson.sections.map(({ text }) => text)).toEqual([
      `✎ Open with a case or a question that readers know from their own life. ${lines.join(' ')}`.replace(
        '✎ Open with a case or a question that readers know from their own life. ',
        '',
      ),
    ]);
  });

  test('loses characters that turn or hide the text, and says so', async () => {
    const draft = await draftOf('Слово\u202E\u0007 здесь\u2066 {T}', 'gift', { locale: 'ru' });
    expect(draft.errors).toEqual([]);
    expect(draft.exercises[0]?.prompt.text).toBe('Слово здесь');
    expect(draft.notes.filter(({ what }) => what === 'hidden-character')).toHaveLength(3);
  });

  test.each([
    ['UTF-16 with its mark', Buffer.from('\uFEFFКто платит? {=фирма ~газета}', 'utf16le'), 'gift', 'utf-16le'],
    [
      'the encoding that XML declares',
      Buffer.concat([
        Buffer.from(
          '<?xml version="1.0" encoding="windows-1251"?><quiz><question type="description"><questiontext format="plain_text"><text>',
        ),
        Buffer.from([0xca, 0xf2, 0xee]),
        Buffer.from('</text></questiontext></question></quiz>'),
      ]),
      'moodle-xml',
      'windows-1251',
    ],
  ] as const)('is read in %s, and that is said', async (_, bytes, format, encoding) => {
    const draft = await draftOf(bytes, format, { locale: 'ru' });
    expect(draft.mdx).toContain('Кто');
    expect(draft.notes.filter(({ what }) => what === 'encoding').map(({ detail }) => detail)).toEqual([encoding]);
  });

  test('gives a draft that passes the check or a refusal, whatever signs stand in it', async () => {
    const sign = fc.constantFrom(
      ...'{}[]()~=#%:\\*_`<>!?|@$"\'& \n\t.-+/aЖə0'.split(''),
      '\n\n',
      '[[',
      ']]',
      '{{1}}',
      '<b>',
      '<script>',
      '****',
      '-> ',
      '::',
      '[(X)] ',
      '[[X]] ',
    );
    const text = fc.array(sign, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('gift', 'liascript'), async (source, format) => {
        const draft = await draftOf(source, format as 'gift').catch((error: unknown) => {
          if (error instanceof ImportFault) return null;
          throw error;
        });
        expect(draft?.errors ?? []).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
