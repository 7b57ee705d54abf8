import { stringify } from 'yaml';

/** An MDX file from its front matter and its text. */
export function writeMdx(frontMatter: Readonly<Record<string, unknown>>, body = ''): string {
  return `---\n${writeYaml(frontMatter)}---\n${body ? `\n${body.trimEnd()}\n` : ''}`;
}

/** YAML with each text in one line and quotation marks only where they are needed. */
export function writeYaml(value: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(value).filter(([, part]) => part !== undefined);
  return stringify(Object.fromEntries(given), { lineWidth: 0 });
}
