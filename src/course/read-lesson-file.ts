import { errorAt, placeOf, type MarkdownNode } from '#exercise';
import type { Locale } from '#language';
import type { Problem } from '#problem';
import type { z } from 'zod';
import type { Lesson } from './lesson.ts';
import { readBody, type BodyReading } from './read-lesson.ts';
import { type lessonSchema } from './schema.ts';
import { readYaml, type YamlReading } from './yaml.ts';

/** Parses MDX into a tree, or says with a place why it cannot be parsed. An adapter stands behind it. */
export type MarkdownParser = (
  file: string,
  source: string,
) => { readonly tree: MarkdownNode; readonly problem: null } | { readonly tree: null; readonly problem: Problem };

export interface MdxFile {
  readonly file: string;
  readonly locale: Locale;
  readonly source: string;
}

/** An MDX file as read: its front matter, its body, and all that is wrong with either. */
export interface MdxReading<FrontMatter> {
  readonly file: string;
  readonly locale: Locale;
  readonly frontMatter: FrontMatter | null;
  readonly yaml: YamlReading<FrontMatter> | null;
  readonly body: BodyReading | null;
  readonly problems: readonly Problem[];
}

/** Reads an MDX file by the schema of its front matter. */
export function readMdx<Schema extends z.ZodType>(
  { file, locale, source }: MdxFile,
  schema: Schema,
  parse: MarkdownParser,
): MdxReading<z.output<Schema>> {
  const marked = source.startsWith('\uFEFF');
  const text = marked ? source.slice(1) : source;
  const tooLong = lengthProblem(text, file);
  const parsed = tooLong ? { tree: null, problem: tooLong } : parse(file, text);
  const problem = parsed.tree ? nestingProblem(parsed.tree, file) : parsed.problem;
  if (!parsed.tree || problem) {
    const front = frontMatterOf(text);
    const yaml = readYaml({ file, text: front ?? '', linesBefore: front === null ? 0 : 1 }, schema);
    const problems = [...yaml.problems, ...(problem ? [problem] : [])];
    return { file, locale, frontMatter: yaml.value, yaml, body: null, problems };
  }
  const front = parsed.tree.children?.find((node) => node.type === 'yaml');
  const yaml = readYaml({ file, text: front?.value ?? '', linesBefore: front ? 1 : 0 }, schema);
  const body = readBody(parsed.tree, { file, locale });
  const problems = [...yaml.problems, ...body.problems];
  if (marked) problems.push(byteOrderMark(file));
  return { file, locale, frontMatter: yaml.value, yaml, body, problems };
}

/** The front matter of a file whose body is no MDX, so that both can be mended at once. */
function frontMatterOf(text: string): string | null {
  const opening = /^---\r?\n/u.exec(text)?.[0];
  if (opening === undefined) return null;
  // Looked for from one line end to the next: a pattern for all between would overflow on a line of megabytes.
  const rest = text.slice(opening.length);
  const end = rest.search(/\r?\n---[ \t]*(?:\r?\n|$)/u);
  return end < 0 ? null : rest.slice(0, end);
}

const longestParagraph = 50_000;
const longestText = 2_000_000;

/**
 * Reports texts beyond all use before they are parsed: the parser's time grows with the square of the signs of markup
 * in one paragraph (`_a` two hundred thousand times takes it minutes).
 */
function lengthProblem(text: string, file: string): Problem | null {
  let line = 1;
  let length = 0;
  let begin = 1;
  for (const content of text.split('\n')) {
    if (content.trim() === '') length = 0;
    else {
      if (length === 0) begin = line;
      length += content.length + 1;
    }
    if (length > longestParagraph) break;
    line++;
  }
  if (length <= longestParagraph && text.length <= longestText) return null;
  const place = { file, line: length > longestParagraph ? begin : 1, column: 1 };
  return errorAt(place, 'text-too-long', {
    message: `This is longer than a ${length > longestParagraph ? `paragraph of ${longestParagraph}` : `page of ${longestText}`} characters, which no learner reads and no telephone shows.`,
    hint: 'Divide it by empty lines and headings, or into several lessons. A picture or a recording is a file in media/.',
  });
}

const deepest = 60;

/** Reports nesting beyond all use, which would exhaust the readers that walk the tree. Walks level by level itself. */
function nestingProblem(tree: MarkdownNode, file: string): Problem | null {
  let level: readonly MarkdownNode[] = [tree];
  for (let depth = 0; level.length; depth++) {
    const [first] = level;
    if (depth > deepest && first) {
      return errorAt(placeOf(first, file), 'nesting-too-deep', {
        message: `Lists, quotations or components stand more than ${deepest} deep in one another here.`,
        hint: 'Close what is open, or take the extra `>`, `*` or indentation out.',
      });
    }
    level = level.flatMap((node) => node.children ?? []);
  }
  return null;
}

function byteOrderMark(file: string): Problem {
  return {
    file,
    line: 1,
    column: 1,
    rule: 'byte-order-mark',
    severity: 'error',
    message: 'The file begins with an invisible byte order mark, which moves every place named in messages by one.',
    hint: 'Save it as "UTF-8" without "BOM".',
    fix: [{ file, start: 0, end: 1, text: '' }],
  };
}

/** The lesson that a reading holds, or null where its front matter or body could not be read. */
export function lessonOf(reading: MdxReading<z.output<typeof lessonSchema>>): Lesson | null {
  const { frontMatter, body, file, locale } = reading;
  if (!frontMatter || !body) return null;
  const { translation, ...words } = frontMatter;
  const { sections, exercises, quizzes, terms, citations, links, media } = body;
  return {
    file,
    locale,
    ...words,
    state: translation?.state ?? null,
    sections,
    exercises,
    quizzes,
    terms,
    citations,
    links,
    media,
  };
}

/** A translation with the source's anchors on its own headings: the nth heading takes the source's nth anchor. */
export function withAnchorsOf(source: Lesson, translation: Lesson): Lesson {
  const sections = translation.sections.map((section, index) => ({
    ...section,
    anchor: source.sections[index]?.anchor ?? section.slug,
  }));
  return { ...translation, sections };
}
