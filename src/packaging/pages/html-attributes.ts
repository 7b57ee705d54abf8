// The attributes of a page that we have built ourselves, so its form is known: names in small letters, every tag closed.

const script = /(<script\b[^>]*>)([\s\S]*?)(<\/script>)/u;
const tag = /<([a-z][a-z\d-]*)((?:\s+[^\s=>"'/]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)(\s*\/?>)/gu;
const attribute = /([^\s=>"'/]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu;

/**
 * The page with the attributes of each tag as `change` gives them; what it leaves as it was stays byte for byte. What
 * stands inside scripts is not looked at.
 */
export function mapAttributes(
  html: string,
  change: (tag: string, attributes: ReadonlyMap<string, string>) => ReadonlyMap<string, string>,
): string {
  return html
    .split(new RegExp(script, 'gu'))
    .map((part, index) => (index % 4 === 2 ? part : mapTags(part, change)))
    .join('');
}

function mapTags(html: string, change: Parameters<typeof mapAttributes>[1]): string {
  return html.replace(tag, (whole, name: string, written: string, end: string) => {
    const before = new Map(
      [...written.matchAll(attribute)].map(([, key = '', double, single, bare]) => [
        key,
        decode(double ?? single ?? bare ?? ''),
      ]),
    );
    const after = change(name, before);
    const isSame = after.size === before.size && [...after].every(([key, value]) => before.get(key) === value);
    return isSame ? whole : `<${name}${[...after].map(writeAttribute).join('')}${end}`;
  });
}

function writeAttribute([name, value]: readonly [string, string]): string {
  if (value === '') return ` ${name}`;
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  // JSON is full of one kind of quotation mark.
  return text.includes('"') ? ` ${name}='${text.replaceAll("'", '&#39;')}'` : ` ${name}="${text}"`;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/gu, (whole, decimal, hex, name: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(parseInt(String(hex), 16));
    return named[name] ?? whole;
  });
}
