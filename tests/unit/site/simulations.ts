import type { Exercise, RichText } from '#exercise';

const rich = (text: string): RichText => ({ html: text, text: text.replace(/<[^>]*>/gu, '') });
const option = (id: string, text: string, reason: string) => ({ id, content: rich(text), reason: rich(reason) });
const place = { line: 1, column: 1 };
const base = {
  hints: [],
  attempts: 2,
  invented: true,
  ungraded: false,
  confidence: false,
  see: null,
  more: rich('Üç yoxlamadan sonra inam haqlıdır.'),
  source: { start: 0, end: 0 },
  skills: [],
} as const;

/** A page to leave, in Azerbaijani. */
export const festival = {
  ...base,
  type: 'lateral-read',
  id: 'kitab',
  locale: 'az',
  prompt: rich('Bu səhifənin arxasında kim durur?'),
  place: { ...place, file: 'az.mdx' },
  budget: 1,
  address: 'kitab-bayrami.example/xeber',
  page: rich('<p><strong>Kitab bayramı!</strong> Giriş pulsuzdur.</p>'),
  results: [
    {
      ...option('about', 'Biz kimik?', 'Bu yenə həmin səsdir, ona görə səhifədən kənarda olan birini axtarın.'),
      address: 'kitab-bayrami.example/biz',
      trap: true,
      independent: false,
      page: [rich('Biz kitabı sevirik.')],
    },
    {
      ...option(
        'library',
        'Kitabxana: <em>bayram</em> günləri',
        'Bayramı kitabxana keçirir, deməli, girişi səhifəsiz də bilir.',
      ),
      address: 'kitabxana.example/bayram',
      trap: false,
      independent: true,
      page: [rich('Biletlər kitabxanada paylanır.'), rich('Giriş pulsuzdur.')],
    },
    {
      ...option('post', 'Pulsuz bayram!', 'Köçürülmüş mətn yeni vərəqdir, amma yeni şahid deyil.'),
      address: 'qonsular.example/52',
      trap: false,
      independent: false,
      page: [rich('Səhifənin sözləri köçürülüb.')],
    },
  ],
  question: rich('<p>Nə qərara gəlirsiniz?</p>'),
  verdicts: [
    option('sound', 'Xəbər doğrudur', 'Kitabxana səhifə ilə razıdır və bir təfərrüat əlavə edir.'),
    option('advert', 'Bu, gizli reklamdır', 'Əvvəlcə kimin qazandığını axtarın: burada heç nə satılmır.'),
  ],
  key: 'sound',
} as const satisfies Exercise;

const plainTool = { content: rich(''), lines: [], area: null, src: null };

/** A picture to examine, in Kazakh. */
export const street = {
  ...base,
  type: 'image-lab',
  id: 'koshe',
  locale: 'kk',
  prompt: rich('Арна: “Көше, бүгін” деп жазды.'),
  place: { ...place, file: 'kk.mdx' },
  picture: { src: 'media/koshe.svg', alt: 'Төрт үйі бар көше.', credit: 'Bilig', licence: 'CC-BY-SA-4.0' },
  tools: [
    {
      ...plainTool,
      id: 'crop',
      content: rich('Оң жақтағы ағаш: бір <em>жапырағы</em> да жоқ.'),
      area: { x: 75, y: 20, width: 25, height: 40 },
    },
    { ...plainTool, id: 'details', lines: [rich('Сақталған күні: 12 шілде')] },
    { ...plainTool, id: 'reverse', lines: [rich('Былтыр: кітапхана бетіндегі сол сурет.')] },
    { ...plainTool, id: 'compare', content: rich('Сол көше, қар астында.'), src: 'media/eski.svg' },
  ],
  lead: rich('<p>Не таптыңыз?</p>'),
  findings: [
    {
      ...option('bare', 'Ағаш жалаңаш.', 'Үлкейтіп қараңыз: жапырақ пен қар жыл мезгілін көрсетеді.'),
      right: true,
      needs: ['crop'],
    },
    {
      ...option('today', 'Сурет бүгін түсірілген.', 'Бұл – көшірме сақталған күн ғана, сурет түсірілген күн емес.'),
      right: false,
      needs: ['details'],
    },
    {
      ...option('older', 'Сурет былтыр да болған.', 'Алғаш қайда шыққанын іздеңіз: былтырғы сурет бүгінгі емес.'),
      right: true,
      needs: ['reverse', 'compare'],
    },
  ],
  question: rich('<p>Жазба туралы не дейсіз?</p>'),
  verdicts: [
    option('old', 'Сурет ескі', 'Ол былтыр жарияланған, сондықтан бүгінгі күнді көрсетпейді.'),
    option('new', 'Сурет бүгінгі', 'Алдымен мезгілге қараңыз: шілдеде ағаш жалаңаш болмайды.'),
  ],
  key: 'old',
} as const satisfies Exercise;
