/** Text of a snippet in the syntax of VS Code, made piece by piece; places to fill are numbered in their order. */
export class SnippetText {
  private readonly numbers = new Map<string, number>();
  private written = '';

  /** Words that stand as they are. */
  plain(text: string): this {
    this.written += escapePlain(text);
    return this;
  }

  /** A place to fill, with words that stand there until then. Places with the same name are filled together. */
  place(words: string, name = `place ${this.numbers.size}`): this {
    const number = this.numbers.get(name) ?? this.numbers.size + 1;
    this.numbers.set(name, number);
    this.written += `\${${number}:${escapePlace(words)}}`;
    return this;
  }

  /** A place that is filled with one of a few words. */
  choice(words: readonly string[]): this {
    const number = this.numbers.size + 1;
    this.numbers.set(`choice ${number}`, number);
    this.written += `\${${number}|${words.map((word) => word.replace(/[\\,|]/gu, '\\$&')).join(',')}|}`;
    return this;
  }

  /** Words that are selected last, so that one key takes them away. */
  last(words: string): this {
    this.written += `\${0:${escapePlace(words)}}`;
    return this;
  }

  /** A variable of the editor, such as CURRENT_YEAR. */
  variable(name: string): this {
    this.written += `\${${name}}`;
    return this;
  }

  toString(): string {
    return this.written;
  }
}

/** Escaped, so that nothing in it is a place. */
function escapePlain(text: string): string {
  return text.replace(/[\\$]/gu, '\\$&');
}

function escapePlace(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}

const place =
  /\\(?<escaped>[\\$}|,])|\$\{(?:(?<number>\d+)(?::(?<words>(?:\\.|[^\\}])*)|\|(?<choice>(?:\\.|[^\\|])*)\|)|(?<variable>[A-Z_]+))\}/gu;

/**
 * What an author has after filling all places, as the editor would write it.
 *
 * @param fill the words for a place, given those that stand in it, its number and, for a choice, all there are
 */
export function fillSnippet(
  snippet: string,
  fill: (words: string, number: number, choices: readonly string[]) => string,
  variables: Readonly<Record<string, string>> = {},
): string {
  return snippet.replace(place, (...found) => {
    const { escaped, number, words = '', choice, variable } = found.at(-1) as Record<string, string | undefined>;
    if (escaped !== undefined) return escaped;
    if (variable !== undefined) return variables[variable] ?? '';
    const choices = (choice ?? '').split(/(?<!\\),/u).filter(Boolean);
    const shown = (choices[0] ?? words).replace(/\\(.)/gu, '$1');
    return fill(shown, Number(number), choices);
  });
}
