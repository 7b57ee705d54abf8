import { adviseOnLinks, checkContent, gatherExternalLinks, type LinkResult } from '#authoring';
import { readContent, type ContentFiles } from '#course';
import { readContentFiles } from '#course/adapters/node-content';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { pluralCategories } from '#language/adapters/node-intl';
import type { Problem } from '#problem';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const fixtures = 'tests/fixtures';
const lessonFile = 'courses/demo/first/two/en.mdx';
const translationFile = 'courses/demo/first/two/kk.mdx';
const front =
  '---\ntitle: Two\nsummary: A page for tests.\ngoal: test the check.\nobjectives:\n  - find a fault\n---\n\n## Second\n\n';
const translatedFront =
  '---\ntitle: Екі\nsummary: Сынақ беті.\ngoal: тексеруді сынау.\nobjectives:\n  - қате табу\ntranslation:\n  state: reviewed\n---\n\n## Екінші\n\n';
const link = 'See [the glossary](../../../glossary/#claim).\n';
const translatedLink = '[Сөздік](../../../glossary/#claim).\n';
const removed = '(removed)\n';

const edits = z.array(z.tuple([z.string(), z.string()])).default([]);
const texts = z.record(z.string(), z.string().nullable()).default({});

/** How tests/fixtures/rules describes an example; its comments say what each key means. */
const recordSchema = z.record(
  z.string(),
  z.strictObject({
    in: z.string().optional(),
    files: texts,
    lesson: z.string().optional(),
    kk: z.string().optional(),
    media: z.array(z.string()).default([]),
    without: z.array(z.string()).default([]),
    file: z.string().optional(),
    /** Edits that put the fault into `file`; taking them back mends it. */
    spoil: edits,
    /** Files that only the right one has. */
    missing: z.array(z.string()).default([]),
    mend: edits,
    /** Like `mend`, wherever it stands. */
    all: edits,
    /** Written at the end of the file. */
    end: z.string().default(''),
    right: texts,
    /** Advice that the right one may still be given. */
    still: z.array(z.string()).default([]),
    /** The addresses in it are looked at, by results that are made up. */
    links: z.boolean().default(false),
  }),
);
type Spec = z.output<typeof recordSchema>[string];

/** A rule with something that breaks it and the same without the fault. */
export interface RuleExample {
  readonly rule: string;
  /** The file that shows the fault. */
  readonly file: string;
  readonly wrong: ContentFiles;
  readonly right: ContentFiles;
  /** All that the check says of either. */
  readonly problems: { readonly wrong: readonly Problem[]; readonly right: readonly Problem[] };
  readonly still: readonly string[];
}

/** The example of every rule, by the order of their names. */
export function readRuleExamples(): RuleExample[] {
  const exercises = readSpecs('exercises').map(([rule, spec]) => makeExample(rule, spec, exerciseFiles(spec)));
  const content = readSpecs('content').map(([rule, spec]) => makeExample(rule, spec, contentFiles(spec)));
  return [...exercises, ...content].sort((a, b) => (a.rule < b.rule ? -1 : 1));
}

function readSpecs(name: string): [string, Spec][] {
  return Object.entries(recordSchema.parse(parse(readFileSync(`${fixtures}/rules/${name}.yaml`, 'utf8'))));
}

let base: ContentFiles | null = null;

function overlay(over: Readonly<Record<string, string | null>>, others: Iterable<string> = []): ContentFiles {
  base ??= readContentFiles(`${fixtures}/authoring/base`);
  return change(base, over, others);
}

function change(
  files: ContentFiles,
  over: Readonly<Record<string, string | null>>,
  others: Iterable<string> = [],
): ContentFiles {
  const merged = new Map(files.texts);
  for (const [file, text] of Object.entries(over)) {
    if (text === null || text === removed) merged.delete(file);
    else merged.set(file, text);
  }
  return { texts: merged, others: new Set([...files.others, ...others]) };
}

/** An exercise of the fixtures, in a lesson of its own. */
function exerciseFiles({ in: name, mend: mends }: Spec): ContentFiles {
  const text = readFileSync(`${fixtures}/exercise/${name}.mdx`, 'utf8');
  const words = text + mends.flat().join(' ');
  const pictures = [...words.matchAll(/media\/[\w-]+\.svg/gu)].map(([path]) => `courses/demo/first/two/${path}`);
  return overlay({ [lessonFile]: front + text, [translationFile]: null }, pictures);
}

function contentFiles(spec: Spec): ContentFiles {
  const over = spec.in === undefined ? null : readContentFiles(`${fixtures}/authoring/${spec.in}`);
  const texts: Record<string, string | null> = { ...Object.fromEntries(over?.texts ?? []), ...spec.files };
  if (spec.lesson !== undefined) {
    texts[lessonFile] = `${front}${spec.lesson}\n`;
    texts[translationFile] = null;
  }
  if (spec.kk !== undefined) {
    // A translation has what its source has.
    texts[lessonFile] = front + link;
    texts[translationFile] = `${translatedFront}${spec.kk}\n\n${translatedLink}`;
  }
  if (spec.file !== undefined && spec.spoil.length) {
    const whole = texts[spec.file] ?? overlay({}).texts.get(spec.file) ?? '';
    texts[spec.file] = mend(whole, { mend: spec.spoil, all: [], end: '' });
  }
  for (const name of spec.missing) texts[name] = null;
  const files = overlay(texts, [...(over?.others ?? []), ...spec.media]);
  return { ...files, others: new Set([...files.others].filter((name) => !spec.without.includes(name))) };
}

function makeExample(rule: string, spec: Spec, wrong: ContentFiles): RuleExample {
  const problems = check(wrong, spec);
  const file = spec.file ?? problems.find((problem) => problem.rule === rule)?.file ?? '';
  const text = wrong.texts.get(file) ?? '';
  const once = [...spec.mend, ...spec.spoil.map(([right, fault]): [string, string] => [fault, right])];
  const mended = once.length || spec.all.length || spec.end ? { [file]: mend(text, { ...spec, mend: once }) } : {};
  const whole = spec.missing.length ? readContentFiles(`${fixtures}/authoring/${spec.in}`).texts : wrong.texts;
  const back = Object.fromEntries(spec.missing.map((name) => [name, whole.get(name) ?? '']));
  const right = change(wrong, { ...mended, ...back, ...spec.right });
  return { rule, file, wrong, right, problems: { wrong: problems, right: check(right, spec) }, still: spec.still };
}

function mend(text: string, { mend: once, all, end }: Pick<Spec, 'mend' | 'all' | 'end'>): string {
  let mended = text;
  for (const [from, to] of once) {
    if (!mended.includes(from)) throw new Error(`There is no ${JSON.stringify(from)} to mend.`);
    mended = mended.replace(from, () => to);
  }
  for (const [from, to] of all) mended = mended.replaceAll(from, to);
  return mended + end;
}

const seen = '2026-11-26';
const results = new Map<string, LinkResult>([
  ['https://gone.example/work', { state: 'gone', said: 'the host answers 404', to: null, seen }],
  [
    'https://moved.example/work',
    { state: 'moved', said: 'to https://new.example/work', to: 'https://new.example/work', seen },
  ],
  ['https://silent.example/work', { state: 'silent', said: 'the host does not answer in time', to: null, seen }],
]);

function check(files: ContentFiles, { links }: Spec): Problem[] {
  const reading = readContent(files, parseMdx);
  const advice = links ? adviseOnLinks(gatherExternalLinks(reading), results) : [];
  return [...checkContent(reading, pluralCategories), ...advice];
}
