import { screenContent, type LanguageScreen } from '#authoring';
import { readContentFiles } from '#course/adapters/node-content';
import { describe, expect, test } from 'vitest';
import { overlay, read } from './overlay.ts';

const folder = 'courses/demo/first/one';
const front = '---\ntitle: T\nsummary: S\ngoal: G\nobjectives: [O]\n';
const english = (body: string) => `${front}---\n\n${body}\n`;
const translated = (body: string) => `${front}translation: { state: machine-draft }\n---\n\n${body}\n`;

const source = 'A source is checked at 8:00 by 1,240 readers.\n\n## The idea\n\nRead what others say about it.';

/** The screen of one lesson in one language. */
function screenOf(locale: 'az' | 'kk' | 'tr' | 'ru' | 'uz', body: string, original = source): LanguageScreen {
  const files = overlay({
    [`${folder}/en.mdx`]: english(original),
    [`${folder}/${locale}.mdx`]: translated(body),
    'glossary/source.yaml':
      'en: { term: source, definition: Where it is from. }\naz: { term: mənbə, definition: D., state: machine-draft }\nkk: { term: дереккөз, definition: D., state: machine-draft }\ntr: { term: kaynak, definition: D., state: machine-draft }\n',
    'site.yaml': (readContentFiles('tests/fixtures/authoring/base').texts.get('site.yaml') ?? '').replace(
      /languages:.*/u,
      'languages: [en, az, kk, tr, ru, uz]',
    ),
  });
  const [screen] = screenContent(read(files), folder).filter((one) => one.locale === locale);
  if (!screen) throw new Error(`Nothing was screened in ${locale}.`);
  return screen;
}

const found = (screen: LanguageScreen) => screen.findings.map(({ kind, text }) => `${kind}: ${text}`);

describe('a faithful translation', () => {
  test.each([
    ['az', 'Mənbəni saat 8:00-da 1 240 oxucu yoxlayır.\n\n## Fikir\n\nBaşqalarının onun haqqında dediklərini oxuyun.'],
    ['kk', 'Дереккөзді сағат 8:00-де 1 240 оқырман тексереді.\n\n## Ой\n\nБасқалар ол туралы не айтатынын оқыңыз.'],
    [
      'tr',
      'Kaynağı saat 8.00’de 1.240 okur kontrol eder.\n\n## Düşünce\n\nBaşkalarının onun hakkında dediğini okuyun.',
    ],
  ] as const)('has nothing to look at in %s, suffixes and separators being its own', (locale, body) => {
    expect(found(screenOf(locale, body))).toEqual([]);
    expect(screenOf(locale, body)).toMatchObject({ termShare: 1, englishShare: 0 });
  });
});

describe('finds', () => {
  test('a figure that has drifted', () => {
    const body = 'Mənbəni saat 8:00-da 1 420 oxucu yoxlayır.\n\n## Fikir\n\nBaşqalarının dediklərini oxuyun.';
    expect(found(screenOf('az', body))).toEqual(['figure: 1240 800 → 1420 800']);
  });
  test('a term that is called otherwise', () => {
    const body = 'Қайнарды сағат 8:00-де 1 240 оқырман тексереді.\n\n## Ой\n\nБасқалар ол туралы не айтатынын оқыңыз.';
    expect(found(screenOf('kk', body))).toEqual(['term: source → дереккөз']);
    expect(screenOf('kk', body).termShare).toBe(0);
  });
  test('a letter of a neighbour’s alphabet, and a word of two scripts', () => {
    const letters = 'Источник проверяют в 8:00 1240 читателей мақала.\n\n## Мысль\n\nПрочтите, что говoрят другие.';
    expect(found(screenOf('ru', letters))).toEqual(['letter: мақала (қ)', 'mixed: говoрят']);
  });
  test('English words in a text, but not in a quotation, a name or an address', () => {
    const body =
      'Kaynağı saat 8.00’de 1.240 okur with checked eder, “the bridge” Morning Heron the.example der.\n\n## Düşünce\n\nBaşkalarını okuyun.';
    expect(found(screenOf('tr', body))).toEqual(['english: with', 'english: checked']);
  });
  test('a sentence that was left in English', () => {
    const body = 'Mənbə 8:00, 1240.\n\n## Fikir\n\nRead what others say about it. Sonra geri qayıdın və fikirləşin.';
    expect(found(screenOf('az', body))).toContain('sentence: Read what others say about it.');
  });
  test('a source that is not cited, and a text that is far too short', () => {
    const long = `${source} ${'Look at the other pages before you decide what to do with this one. '.repeat(8)}`;
    const body = 'Kaynak saat 8.00, 1.240.\n\n## Düşünce\n\nOkuyun.';
    expect(found(screenOf('tr', body, `${long}<Source id="a-work"/>`))).toEqual([
      'source: a-work → ',
      expect.stringMatching(/^length: 0\.\d\d$/u),
    ]);
  });
});

test('screens nothing where there is no translation, and leaves the source alone', () => {
  expect(screenContent(read(overlay({})), 'courses/nowhere')).toEqual([]);
  expect(screenContent(read(overlay({}))).map(({ locale }) => locale)).not.toContain('en');
});
