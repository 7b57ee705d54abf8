/** A question as Moodle's importer of GIFT reads it. */
export interface GiftQuestion {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  readonly general: string;
  readonly single: boolean;
  readonly answers: readonly { readonly text: string; readonly fraction: number; readonly feedback: string }[];
  readonly pairs: readonly (readonly [stem: string, target: string])[];
  readonly category: string | null;
}

const signs: readonly (readonly [string, string, string])[] = [
  ['\\:', '&&058;', ':'],
  ['\\#', '&&035;', '#'],
  ['\\=', '&&061;', '='],
  ['\\{', '&&123;', '{'],
  ['\\}', '&&125;', '}'],
  ['\\~', '&&126;', '~'],
  ['\\n', '&&010', '\n'],
];

function before(text: string): string {
  const kept = text.replaceAll('\\\\', '&&092;');
  return signs
    .reduce((result, [escaped, placeholder]) => result.replaceAll(escaped, placeholder), kept)
    .replaceAll('&&092;', '\\');
}

function after(text: string): string {
  const plain = signs.reduce((result, [, placeholder, sign]) => result.replaceAll(placeholder, sign), text);
  return plain.replace(/^\[html\]/u, '').trim();
}

/** Reads a file as `qformat_gift` does: question by question at empty lines, with its order of replacements and searches. */
export function readGift(source: string): GiftQuestion[] {
  const questions: string[][] = [[]];
  for (const line of source.split('\n').map((one) => one.trim())) {
    if (line === '') questions.push([]);
    else questions.at(-1)?.push(line.startsWith('//') ? ' ' : line);
  }
  return questions
    .map((lines) => lines.join('\n').trim())
    .filter((text) => text !== '')
    .map(readQuestion);
}

const none = { name: '', text: '', general: '', single: false, answers: [], pairs: [], category: null };

function readQuestion(source: string): GiftQuestion {
  let text = before(source);
  if (text.startsWith('$CATEGORY:')) return { ...none, type: 'category', category: text.slice(10).trim() };
  const end = text.indexOf('::', 2);
  const name = after(text.slice(2, end));
  text = text.slice(end + 2).trim();
  const [start, finish] = [text.indexOf('{'), text.indexOf('}')];
  if (start < 0 || finish < 0 || finish !== text.length - 1) throw new Error(`braces: ${source}`);
  const inside = text.slice(start + 1, finish).trim();
  const cut = inside.lastIndexOf('####');
  const general = cut < 0 ? '' : after(inside.slice(cut + 4));
  const body = cut < 0 ? inside : inside.slice(0, cut).trim();
  const base = { ...none, name, text: after(text.slice(0, start).trim()), general };
  if (body === '') return { ...base, type: 'essay' };
  if (body.startsWith('#'))
    return { ...base, type: 'numerical', answers: split(body.slice(1), '=').map((one) => readAnswer(one, 1)) };
  if (body.includes('~')) {
    const answers = split(body.replaceAll('=', '~='), '~').map((one) =>
      one.startsWith('=') ? { ...readAnswer(one.slice(1), 0), fraction: 1 } : readAnswer(one, 0),
    );
    return { ...base, type: 'multichoice', single: body.includes('='), answers };
  }
  if (body.includes('=') && body.includes('->'))
    return { ...base, type: 'match', pairs: split(body, '=').map(readPair) };
  return { ...base, type: 'shortanswer', answers: split(body, '=').map((one) => readAnswer(one, 1)) };
}

function split(body: string, sign: string): string[] {
  const [first = '', ...others] = body.split(sign);
  return [...(first.trim() ? [first] : []), ...others].map((one) => one.trim());
}

function readAnswer(source: string, usual: number) {
  const weight = /^%-*([0-9]{1,2})\.?([0-9]*)%/u.exec(source);
  const fraction = weight ? Number(source.slice(1, source.indexOf('%', 1))) / 100 : usual;
  const rest = weight ? source.slice(source.indexOf('%', 1) + 1) : source;
  const [text = '', ...feedback] = rest.split('#');
  return { text: after(text.trim()), fraction, feedback: after(feedback.join('#').trim()) };
}

function readPair(source: string): readonly [string, string] {
  const at = source.indexOf('->');
  if (at < 0) throw new Error(`no pair: ${source}`);
  return [after(source.slice(0, at)), after(source.slice(at + 2))];
}
