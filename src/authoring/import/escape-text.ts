/** What the check takes for the remains of a link or of strong words; meant as such, it stands as code. */
const remains = /(?:\]\(|\[[^\][]*\((?:\.{1,2}\/|#|https?:)|\](?:\.{1,2}\/|https?:)|\*{2,})+/gu;

/** Words in which nothing is a sign of Markdown, of MDX or of HTML. */
export function escapeText(text: string): string {
  const flat = text.replace(/\s+/gu, ' ');
  let result = '';
  let end = 0;
  for (const { 0: found, index } of flat.matchAll(remains)) {
    result = beforeCode(result + escapeSigns(flat.slice(end, index))) + writeCode(found);
    end = index + found.length;
  }
  return result + escapeSigns(flat.slice(end));
}

function escapeSigns(text: string): string {
  return text
    .replace(/[\\`*_[\]~]/gu, (sign) => `\\${sign}`)
    .replace(/&(?=#?[\p{L}\p{N}]+;)/gu, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;');
}

/** Escaped words as code may follow them: an escaped backslash or backtick right before it is taken for a part of its mark. */
export function beforeCode(escaped: string): string {
  return escaped.replace(/\\([\\`])$/u, (_, sign: string) => `&#${sign.codePointAt(0)};`);
}

/** Words as code, with as many signs around them as they need. */
export function writeCode(words: string): string {
  const flat = words.replace(/\s+/gu, ' ');
  const longest = Math.max(0, ...[...flat.matchAll(/`+/gu)].map(([run]) => run.length));
  const sign = '`'.repeat(longest + 1);
  const space = /^[` ]|[` ]$/u.test(flat) && flat.trim() ? ' ' : '';
  return sign + space + flat + space + sign;
}
