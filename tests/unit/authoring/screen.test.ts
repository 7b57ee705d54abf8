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
function screenOf(
  locale: 'az' | 'kk' | 'ky' | 'tr' | 'ru' | 'uz',
  body: string,
  original = source,
  glossary: Readonly<Record<string, string>> = {},
): LanguageScreen {
  const files = overlay({
    [`${folder}/en.mdx`]: english(original),
    [`${folder}/${locale}.mdx`]: translated(body),
    'glossary/source.yaml':
      'en: { term: source, definition: Where it is from. }\naz: { term: mənbə, definition: D., state: machine-draft }\nkk: { term: дереккөз, definition: D., state: machine-draft }\ntr: { term: kaynak, definition: D., state: machine-draft }\n',
    'site.yaml': (readContentFiles('tests/fixtures/authoring/base').texts.get('site.yaml') ?? '').replace(
      /languages:.*/u,
      'languages: [en, az, kk, ky, tr, ru, uz]',
    ),
    ...glossary,
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

describe('a term is used', () => {
  const term = (entries: Readonly<Record<string, string>>) => ({
    'glossary/claim.yaml': Object.entries(entries)
      .map(
        ([locale, name]) =>
          `${locale}: { term: ${name}, definition: D.${locale === 'en' ? '' : ', state: machine-draft'} }\n`,
      )
      .join(''),
  });
  test.each([
    ['in a case', 'kk', 'context', 'контекст', 'Look at the context.', 'Контекстке қараңыз.'],
    ['in the plural', 'ru', 'channel', 'канал', 'Look at the channel.', 'Посмотрите каналы.'],
    ['as an adjective', 'ru', 'news', 'новость', 'A news site.', 'Новостной сайт.'],
    ['in the short form', 'ru', 'expertise', 'компетентность', 'Both have expertise.', 'Компетентны обе стороны.'],
    ['as a verb', 'ru', 'claim', 'утверждение', 'A visitor claims it.', 'Приезжий это утверждает.'],
    ['in a compound', 'ru', 'footage', 'источник', 'Find the footage.', 'Найдите первоисточник.'],
    [
      'in a possessive case',
      'az',
      'independence',
      'müstəqillik',
      'Ask for its independence.',
      'Müstəqilliyini soruşun.',
    ],
  ] as const)('%s (%s)', (_, locale, english, theirs, original, body) => {
    const screen = screenOf(locale, body, original, term({ en: english, [locale]: theirs }));
    expect(found(screen)).toEqual([]);
    expect(screen.termShare).toBe(1);
  });
  test('not by a shorter word, which is another one', () => {
    const news = term({ en: 'news', ky: 'жаңылык' });
    expect(found(screenOf('ky', 'Жаңы өтмөк ачыңыз.', 'Read the news.', news))).toEqual(['term: news → жаңылык']);
  });
  test('only where the source has the concept, and no verb that looks like it', () => {
    const claim = term({ en: 'claim', kk: 'мәлімдеме' });
    const original = 'They claim it. We claim no right. Two posts claim nothing.';
    expect(found(screenOf('kk', 'Олар айтады. Біз айтпаймыз. Екі жазба ештеңе айтпайды.', original, claim))).toEqual(
      [],
    );
    expect(found(screenOf('kk', 'Оны табыңыз.', 'Find the claim.', claim))).toEqual(['term: claim → мәлімдеме']);
  });
  test('never by words of two texts, of which each has a part', () => {
    const primary = term({ en: 'primary source', kk: 'бастапқы дереккөз' });
    expect(
      found(screenOf('kk', 'Бұл бастапқы.\n\nДереккөз осы.', 'This is primary.\n\nSource it is.', primary)),
    ).toEqual([]);
  });
});

describe('leaves alone', () => {
  test('what each language has of its own: spellings of an answer, quotations, addresses without a name', () => {
    const answer = (lead: string, ...accepted: string[]) =>
      `${lead}\n\n<ShortAnswer id="day">\n\n${lead}\n\n${accepted.map((one) => `- [x] ${one}\n`).join('')}  > ${lead}\n\n> ${lead}\n\n</ShortAnswer>`;
    const original = answer('It says “no”, at the.example or .test.', '3 May', 'May 3');
    const body = answer('Bu, “değil” deyir: the.example və ya .test.', '3 may', '03.05', 'mayın 3-ü');
    expect(found(screenOf('az', body, original))).toEqual([]);
  });
  test.each([
    ['uz', 'Buni his qiling, bu did masalasi.'],
    ['tr', 'Bu web sitesini ikinci kez açın.'],
  ] as const)('words of %s that are English ones as well', (locale, body) => {
    expect(found(screenOf(locale, body, 'His web site did it for a second time.'))).toEqual([]);
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
