import type { RichText } from './model.ts';

/** Words that are no Markdown, such as an attribute's or a number, as a text that can be shown. */
export function plainText(text: string): RichText {
  return { html: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'), text };
}
