import { writeCreation } from '#authoring/adapters/node-writer';
import { exerciseKinds } from '#exercise';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check } from '../../../src/cli/check.ts';
import { runCommand } from '../../../src/cli/command.ts';
import { create } from '../../../src/cli/new.ts';
import type { Asker } from '../../../src/cli/new/ask.ts';

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let content = '';
const courseFile = 'courses/demo/course.yaml';
const lessonFile = 'courses/demo/first/three/en.mdx';
const lesson = ['lesson', '--module', 'first', '--id', 'three', '--minutes', '20', '--skill', 'LAT,SRC'];

async function bilig(args: readonly string[], asker?: Asker): Promise<Result> {
  const written = { stdout: '', stderr: '' };
  const code = await runCommand({ new: create, check }, [...args, '--content', content], {
    print: (text) => void (written.stdout += `${text}\n`),
    complain: (text) => void (written.stderr += `${text}\n`),
    ...(asker ? { ask: () => Promise.resolve(asker) } : {}),
  });
  return { code, ...written };
}

async function make(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await bilig(['new', ...args]);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

function read(file: string): Promise<string> {
  return readFile(join(content, file), 'utf8');
}

/** Every file with its text, to see that nothing has changed. */
async function snapshot(): Promise<Record<string, string>> {
  const entries = await readdir(content, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(files.sort().map(async (file) => [file, await readFile(file, 'utf8')])));
}

/** The rules of errors, and of advice other than that nothing is translated yet. */
async function rulesFound(): Promise<string[]> {
  const { stdout } = await bilig(['check', '--json']);
  const found = JSON.parse(stdout) as { rule: string; severity: string }[];
  return [...new Set(found.map(({ rule }) => rule))].filter((rule) => rule !== 'translation-missing').sort();
}

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'bilig-new-'));
  await cp('tests/fixtures/authoring/base', content, { recursive: true });
});
afterEach(async () => {
  await rm(content, { recursive: true, force: true });
});

describe('what is new passes the check, with what is still to fill marked', () => {
  test('a lesson, registered without touching anything else of course.yaml', async () => {
    const before = `# Сабақтар\r\n${(await read(courseFile)).replaceAll('\n', '\r\n')}  # the end\r\n`;
    await writeFile(join(content, courseFile), before);
    const said = await make(...lesson);
    expect(said).toMatch(/^Written: .*first\/three\/en\.mdx\nChanged: .*course\.yaml\n/u);
    const [, added = ''] = /( {6}- \{ id: three, .*\r\n)/u.exec(await read(courseFile)) ?? [];
    expect(added).toMatch(
      /^ {6}- \{ id: three, minutes: 20, skills: \[LAT, SRC\], published: \d{4}-\d\d-\d\d \}\r\n$/u,
    );
    expect((await read(courseFile)).replace(added, '')).toBe(before);
    expect(await rulesFound()).toEqual(['to-fill']);
  });

  test('a lesson with its words said, in which only the text is left to fill', async () => {
    const words = [
      '--title',
      'Дереккөз: кім?',
      '--summary',
      'A "page".',
      '--goal',
      'check.',
      '--objective',
      'look: twice',
    ];
    await make(...lesson, ...words, '--published', '2026-12-01');
    expect(await read(lessonFile)).toMatch(/^---\ntitle: "Дереккөз: кім\?"\nsummary: A "page"\.\ngoal: check\.\n/u);
    expect((await read(lessonFile)).split('---')[1]).not.toContain('✎');
    expect(await rulesFound()).toEqual(['to-fill']);
  });

  test('a module, and a lesson in it', async () => {
    await make('module', '--id', 'numbers', '--title', 'Numbers');
    await make('lesson', '--module', 'numbers', '--id', 'three', '--minutes', '5', '--skill', 'EVI');
    expect(await read(courseFile)).toMatch(/ {2}- id: numbers\n {4}lessons:\n {6}- \{ id: three, /u);
    expect(await rulesFound()).toEqual(['to-fill']);
  });

  test('a lesson in a module that was announced, which is then shown', async () => {
    await make('module', '--id', 'later');
    await writeFile(join(content, courseFile), `${await read(courseFile)}    announced: true\n`);
    const said = await make('lesson', '--module', 'later', '--id', 'three', '--minutes', '5', '--skill', 'EVI');
    expect(said).toContain('was announced as coming later');
    expect(await read(courseFile)).not.toContain('announced');
    expect(await rulesFound()).toEqual(['to-fill']);
  });

  test('a course in Uzbek, with a lesson and an exercise in it', async () => {
    await writeFile(join(content, 'site.yaml'), (await read('site.yaml')).replace('[en, kk]', '[en, kk, uz]'));
    await cp(join(content, 'interface/kk.json'), join(content, 'interface/uz.json'));
    await make('course', '--id', 'media', '--module', 'start', '--locale', 'uz', '--title', 'Oʻzbekcha kurs');
    await make('lesson', '--course', 'media', '--module', 'start', '--id', 'one', '--minutes', '5', '--skill', 'SRC');
    await make('exercise', '--lesson', 'media/start/one', '--type', 'verdict', '--id', 'sound');
    expect(await read('courses/media/course.yaml')).toBe(
      'source: uz\nlicence: CC-BY-SA-4.0\nauthors:\n  - Demo\nlevel: 1\nmodules:\n  - id: start\n    lessons:\n' +
        /( {6}- \{ id: one.*\n)/u.exec(await read('courses/media/course.yaml'))?.[1],
    );
    expect(await read('courses/media/start/one/uz.mdx')).toContain('<Verdict id="sound"');
    expect(await rulesFound()).toEqual(['to-fill']);
  });

  test.each([...exerciseKinds, 'quiz'])(
    'an exercise of the type %s, in a lesson with line ends of Windows',
    async (type) => {
      await make(...lesson);
      await writeFile(join(content, lessonFile), (await read(lessonFile)).replaceAll('\n', '\r\n'));
      const before = await read(lessonFile);
      await make('exercise', '--lesson', 'three', '--type', type, '--id', 'my-own', '--after', 'the-idea');
      const after = await read(lessonFile);
      const [text = '', rest = ''] = after.split(/(?=## Your turn)/u);
      expect(text + rest).toBe(after);
      expect(before.startsWith(text.slice(0, text.indexOf('<')).trimEnd())).toBe(true);
      expect(before.endsWith(rest)).toBe(true);
      expect(after.match(/(?<!\r)\n/gu)).toBeNull();
      expect(after).toMatch(/^<[A-Z]\w+ id="my-own"/mu);
      const found = await rulesFound();
      expect(found.filter((rule) => rule !== 'quiz-exercise-without-see')).toEqual(['to-fill']);
    },
  );

  test('the second example of a type, and pictures under names that are free', async () => {
    await make(...lesson);
    await make('exercise', '--lesson', 'three', '--type', 'choice', '--id', 'several', '--example', '2');
    await make('exercise', '--lesson', 'three', '--type', 'image-lab', '--id', 'lab');
    await make('exercise', '--lesson', 'three', '--type', 'image-lab', '--id', 'lab-again');
    expect(await read(lessonFile)).toContain('<Choice id="several" many');
    expect((await readdir(join(content, 'courses/demo/first/three/media'))).sort()).toEqual([
      'street-after-2.svg',
      'street-after.svg',
      'street-older-2.svg',
      'street-older.svg',
    ]);
    expect(await rulesFound()).toEqual(['to-fill']);
  });

  test('an exercise in a lesson that is translated, of which the author is told', async () => {
    const said = await make('exercise', '--lesson', 'one', '--type', 'order', '--id', 'steps');
    expect(said).toContain('The lesson exists in kk too.');
    expect(await rulesFound()).toEqual(['to-fill', 'translation-exercise-missing']);
  });

  test('a picture, under a name that every disk and address can have', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'bilig-picture-'));
    const picture = join(outside, 'Қар Басқан Köpir.SVG');
    await cp('tests/fixtures/authoring/base/courses/demo/first/one/media/picture.svg', picture);
    await make(...lesson);
    const words = ['--alt', 'A "bridge" in the snow', '--credit', 'Aygül', '--licence', 'CC0-1.0'];
    await make('figure', '--lesson', 'three', '--after', 'the-case', '--file', picture, ...words);
    await make('figure', '--lesson', 'three', '--file', picture, '--licence', 'CC0-1.0');
    await rm(outside, { recursive: true });
    expect(await read(lessonFile)).toContain(
      'stands in an Example.\n\n<Figure src="media/k-pir.svg" alt="A &quot;bridge&quot; in the snow" credit="Aygül" licence="CC0-1.0">\n\n✎ ',
    );
    expect((await readdir(join(content, 'courses/demo/first/three/media'))).sort()).toEqual([
      'k-pir-2.svg',
      'k-pir.svg',
    ]);
    expect(await rulesFound()).toEqual(['to-fill']);
  });

  test('a term and a source that a lesson uses at once', async () => {
    await make(...lesson);
    await make('term', '--id', 'rumour', '--term', 'қауесет', '--lesson', 'three', '--after', 'the-idea');
    const work = ['--author', 'A', '--year', '2024', '--title', 'B', '--language', 'kk'];
    await make('source', '--id', 'work-2024', ...work, '--lesson', 'three');
    expect(await read(lessonFile)).toMatch(
      /## The idea[\s\S]*\n\n✎ Use it in a sentence: <Term id="rumour">қауесет<\/Term>\.\n\n## Your turn[\s\S]*\n\n✎ Use it in a sentence: <Source id="work-2024"\/>\.\n$/u,
    );
    expect(await rulesFound()).toEqual(['to-fill']);
  });

  test('a term and a source', async () => {
    const said = await make(
      'term',
      '--id',
      'rumour',
      '--term',
      'rumour',
      '--definition',
      'A: "b"',
      '--avoid',
      'gossip',
    );
    expect(said).toContain('<Term id="rumour">');
    expect(await read('glossary/rumour.yaml')).toBe(
      'en:\n  term: rumour\n  definition: \'A: "b"\'\n  avoid:\n    - gossip\n',
    );
    const before = await read('sources.yaml');
    const work = ['--author', 'Бекова, А.', '--year', '2024', '--title', 'Деректер: талдау', '--language', 'kk'];
    await make(
      'source',
      '--id',
      'bekova-2024',
      ...work,
      '--url',
      'https://a.example/?b=1',
      '--archive',
      'https://web.example/1',
    );
    expect(await read('sources.yaml')).toBe(
      `${before}bekova-2024:\n  author: Бекова, А.\n  year: 2024\n  title: "Деректер: талдау"\n  url: https://a.example/?b=1\n  archive: https://web.example/1\n  language: kk\n`,
    );
    expect(await rulesFound()).toEqual([]);
  });
});

describe('nothing is written, and it says why', () => {
  test.each<[string, readonly string[], string]>([
    ['nothing is named', [], 'Say what to make: course, module, lesson, exercise, figure, term, source.'],
    ['it cannot be made', ['leson'], 'Did you mean "lesson"?'],
    ['two words are named', ['lesson', 'three'], '"three" is too much'],
    ['options are missing', ['lesson', '--id', 'three'], '--module  the module it belongs to\n  --minutes '],
    ['an option is another kind’s', ['term', '--id', 'a', '--minutes', '5'], 'A term has no --minutes.'],
    ['an option is said twice', ['term', '--id', 'a', '--id', 'b'], '--id can be said once only.'],
    ['a text has two lines', ['term', '--id', 'a', '--term', 'b\nc'], '--term is a text of one line.'],
    ['an id is none', ['term', '--id', 'Дерек'], '"Дерек" is not written as ids are'],
    ['an id leads elsewhere', ['term', '--id', '../../x'], '"../../x" is not written as ids are'],
    ['a course is unknown', [...lesson, '--course', 'dmeo'], 'There is no course "dmeo". Did you mean "demo"?'],
    ['a module is unknown', [...lesson.slice(0, 1), ...lesson.slice(3), '--module', 'frist'], 'Did you mean "first"?'],
    ['a skill is unknown', [...lesson, '--skill', 'LTA'], 'There is no skill "LTA". Did you mean "LAT"?'],
    [
      'the minutes are words',
      [...lesson.slice(0, 5), '--minutes', 'ten', '--skill', 'LAT'],
      '"ten" is no whole number',
    ],
    ['the day is none', [...lesson, '--published', '2026-02-31'], 'is no day'],
    [
      'the lesson exists',
      ['lesson', '--module', 'first', '--id', 'two', '--minutes', '5', '--skill', 'LAT'],
      'exists already',
    ],
    [
      'the lesson is called media',
      ['lesson', '--module', 'first', '--id', 'media', '--minutes', '5', '--skill', 'LAT'],
      'media',
    ],
    [
      'the lesson has the address of the page for printing',
      ['lesson', '--module', 'first', '--id', 'print', '--minutes', '5', '--skill', 'LAT'],
      'No lesson can be called "print"',
    ],
    [
      'the module has the address of the downloads',
      ['module', '--id', 'downloads'],
      'No module can be called "downloads"',
    ],
    ['the module has the name of the check', ['module', '--id', 'check'], 'No module can be called "check"'],
    ['the module exists', ['module', '--id', 'first'], 'courses/demo/first exists already'],
    ['the course exists', ['course', '--id', 'demo', '--module', 'a'], 'courses/demo exists already'],
    ['the course has the address of a page', ['course', '--id', 'glossary', '--module', 'a'], 'has a page "glossary"'],
    ['the course has the address of the reviews', ['course', '--id', 'review', '--module', 'a'], 'has a page "review"'],
    ['the term exists', ['term', '--id', 'claim'], 'glossary/claim.yaml exists already'],
    [
      'the source exists',
      ['source', '--id', 'work-2020', '--author', 'a', '--year', '1', '--title', 'b', '--language', 'en'],
      'has a work "work-2020" already',
    ],
    [
      'an address is none',
      [
        'source',
        '--id',
        'a',
        '--author',
        'a',
        '--year',
        '1',
        '--title',
        'b',
        '--language',
        'en',
        '--url',
        'javascript:x',
      ],
      'is no address',
    ],
    [
      'a type is unknown',
      ['exercise', '--lesson', 'one', '--type', 'imge-lab', '--id', 'a'],
      'Did you mean "image-lab"?',
    ],
    ['a lesson is unknown', ['exercise', '--lesson', 'noe', '--type', 'choice', '--id', 'a'], 'Did you mean "one"?'],
    [
      'a section is unknown',
      ['exercise', '--lesson', 'one', '--type', 'choice', '--id', 'a', '--after', 'frist'],
      'Did you mean "first"?',
    ],
    [
      'the id of an exercise is taken',
      ['exercise', '--lesson', 'one', '--type', 'choice', '--id', 'question'],
      'has the id "question" already',
    ],
    [
      'the picture is not there',
      ['figure', '--lesson', 'one', '--file', 'none.svg', '--licence', 'CC0-1.0'],
      'no file',
    ],
    ['it is no picture', ['figure', '--lesson', 'one', '--file', 'package.json', '--licence', 'CC0-1.0'], 'no picture'],
    [
      'there is no such example',
      ['exercise', '--lesson', 'one', '--type', 'choice', '--id', 'a', '--example', '9'],
      'no example 9 of choice',
    ],
  ])('%s', async (_, args, said) => {
    const before = await snapshot();
    const { code, stdout, stderr } = await bilig(['new', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/^\s+at /mu);
    expect(await snapshot()).toEqual(before);
  });

  test('the lesson to add to is broken', async () => {
    await writeFile(
      join(content, 'courses/demo/first/two/en.mdx'),
      `${await read('courses/demo/first/two/en.mdx')}\n<Note>\n`,
    );
    const { code, stderr } = await bilig(['new', 'exercise', '--lesson', 'two', '--type', 'choice', '--id', 'a']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('cannot be read. Mend it first')]);
  });
});

describe('a creation is written whole or not at all', () => {
  const creation = {
    created: new Map([
      ['courses/new/a/en.mdx', 'A'],
      ['courses/new/b/en.mdx', 'B'],
    ]),
    changed: new Map([['sources.yaml', 'changed\n']]),
    copied: new Map<string, string>(),
    media: new Map([['courses/new/a/media/a.png', new Uint8Array([137, 80])]]),
    notes: [],
  };

  test('where a file has changed since it was read', async () => {
    const before = await snapshot();
    expect(() =>
      writeCreation(content, creation, { before: new Map([['sources.yaml', 'old\n']]), gallery: '' }),
    ).toThrow('has been changed at this very moment');
    expect(await snapshot()).toEqual(before);
    expect(existsSync(join(content, 'courses/new'))).toBe(false);
  });

  test('where a file has come since it was looked for', async () => {
    await writeFile(join(content, 'late.mdx'), 'mine');
    const before = await snapshot();
    const late = { ...creation, created: new Map([...creation.created, ['late.mdx', 'theirs']]) };
    expect(() => writeCreation(content, late, { before: new Map(), gallery: '' })).toThrow('EEXIST');
    expect(await snapshot()).toEqual(before);
  });

  test('where a picture to copy is gone', async () => {
    const before = await snapshot();
    const gone = { ...creation, changed: new Map(), copied: new Map([['media/a.svg', 'gallery/none.svg']]) };
    expect(() => writeCreation(content, gone, { before: new Map(), gallery: content })).toThrow('ENOENT');
    expect(await snapshot()).toEqual(before);
  });

  test('and then the texts that were there are replaced', async () => {
    const before = new Map([['sources.yaml', await read('sources.yaml')]]);
    writeCreation(content, creation, { before, gallery: '' });
    expect([await read('courses/new/b/en.mdx'), await read('sources.yaml')]).toEqual(['B', 'changed\n']);
    expect([...(await readFile(join(content, 'courses/new/a/media/a.png')))]).toEqual([137, 80]);
  });
});

/** Somebody at a terminal who gives these answers one after the other; null is Ctrl C. */
function answering(
  ...answers: readonly (string | readonly string[] | null)[]
): Asker & { readonly questions: string[] } {
  const left = [...answers];
  const questions: string[] = [];
  const next = (question: string) => {
    questions.push(question);
    const answer = left.shift();
    if (answer === undefined) throw new Error(`Nobody knows an answer to: ${question}`);
    return answer;
  };
  return {
    questions,
    text: (question, { faultOf }) => {
      let answer = next(question);
      // A person is asked again until the answer is right.
      while (typeof answer === 'string' && faultOf(answer) !== null) answer = next(question);
      return Promise.resolve(answer as string | null);
    },
    choose: (question) => Promise.resolve(next(question) as string | null),
    chooseSeveral: (question) => Promise.resolve(next(question) as readonly string[] | null),
  };
}

describe('where somebody can be asked', () => {
  test('all that was not said is asked for, until the answer can be used', async () => {
    const asker = answering(
      'lesson',
      'demo',
      'first',
      'Үш',
      'three',
      'Three',
      '',
      '',
      'look twice',
      'ten',
      '10',
      ['LAT'],
      '2026-12-01',
    );
    const { code, stderr } = await bilig(['new'], asker);
    expect([code, stderr]).toEqual([0, '']);
    expect(await read(lessonFile)).toMatch(
      /^---\ntitle: Three\nsummary: ✎ One or two .*\ngoal: ✎ .*\nobjectives:\n {2}- look twice\n/u,
    );
    expect(await read(courseFile)).toContain('- { id: three, minutes: 10, skills: [LAT], published: 2026-12-01 }');
  });

  test('what was said is not asked again', async () => {
    const asker = answering('A rumour is passed on.');
    await bilig(['new', 'term', '--id', 'rumour', '--term', 'rumour'], asker);
    expect(asker.questions).toEqual(['What does it mean, in one sentence? (may stay empty)']);
  });

  test.each([[[null]], [['term', null]], [['term', 'rumour', null]]])(
    'Ctrl C ends it, and nothing is written: %j',
    async (answers) => {
      const before = await snapshot();
      const { code, stdout } = await bilig(['new'], answering(...answers));
      expect([code, stdout]).toEqual([130, '']);
      expect(await snapshot()).toEqual(before);
    },
  );
});
