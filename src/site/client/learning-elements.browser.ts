/** An element with a class, a text and the language of that text, where it is another than the page's. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { className = '', text = '', lang = '' }: { className?: string; text?: string; lang?: string | undefined } = {},
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  if (lang) made.lang = lang;
  return made;
}

/** A text with its placeholders filled in. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/gu, (placeholder, name: string) => String(values[name] ?? placeholder));
}

const svg = 'http://www.w3.org/2000/svg';

/** A bar that shows a share from 0 to 1, which is said in words beside it. */
export function shareBar(share: number, kind = ''): SVGElement {
  const bar = document.createElementNS(svg, 'svg');
  bar.setAttribute('class', `learning-bar ${kind}`.trim());
  bar.setAttribute('viewBox', '0 0 1 1');
  bar.setAttribute('preserveAspectRatio', 'none');
  bar.setAttribute('aria-hidden', 'true');
  for (const width of [1, share]) {
    const part = document.createElementNS(svg, 'rect');
    part.setAttribute('width', String(width));
    part.setAttribute('height', '1');
    bar.append(part);
  }
  return bar;
}

/** A link to a lesson or one of its sections. */
export function lessonLink(href: string, text: string, lang: string | undefined): HTMLElement {
  const link = element('a', { text, lang });
  link.href = href;
  return link;
}
