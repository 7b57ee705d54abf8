import { describe, expect, it } from 'vitest';
import { readBlocks, readCommands, readReferences } from './read-docs.ts';

const texts = (markdown: string) => readCommands(markdown).map((command) => command.text);

describe('readCommands', () => {
  it('reads shell blocks line by line', () => {
    const markdown = [
      'Run:',
      '```sh',
      '$ npm ci && npm test  # all of it',
      '# a comment',
      '',
      'PORT=8080 npm -s  start',
      '```',
    ].join('\n');
    expect(readCommands(markdown)).toEqual([
      { text: 'npm ci', line: 3 },
      { text: 'npm test', line: 3 },
      { text: 'npm start', line: 6 },
    ]);
  });

  it('joins lines and knows indented blocks', () => {
    expect(texts('1. Do\n   ```bash\n   npm run -s bilig -- \\\n     check\n   ```')).toEqual([
      'npm run bilig -- check',
    ]);
  });

  it('leaves other blocks alone', () => {
    expect(texts('```ts\nnpm run x\n```\n```\nnpm run y\n```\n````mdx\n```sh\nnpm run z\n```\n````')).toEqual([]);
  });

  it('reads npm commands in running text', () => {
    expect(
      texts(
        'Use `npm run lint`, `npm test`, `npm run -s bilig -- check`; `npm` and `git status` are no commands of ours.',
      ),
    ).toEqual(['npm run lint', 'npm test', 'npm run bilig -- check']);
  });
});

describe('readBlocks', () => {
  it('gives language, what stands behind it, text and line', () => {
    expect(readBlocks('Bir\n\n```mdx breaks=id-form\n<Gap id="Ə">\n\n</Gap>\n```\n\n```sh\nnpm test\n```\n')).toEqual([
      { language: 'mdx', info: 'breaks=id-form', text: '<Gap id="Ə">\n\n</Gap>', line: 3 },
      { language: 'sh', info: '', text: 'npm test', line: 9 },
    ]);
  });

  it('keeps a fence that a longer one encloses', () => {
    expect(readBlocks('````mdx\n```sh\nls\n```\n````')).toEqual([
      { language: 'mdx', info: '', text: '```sh\nls\n```', line: 1 },
    ]);
  });
});

describe('readReferences', () => {
  const paths = (markdown: string) => readReferences(markdown).map((reference) => reference.path);

  it('finds paths in code and in links', () => {
    expect(
      paths('See `src/course/index.ts`, `tests/`, `package.json`, `LICENSE` and [the guide](CONTRIBUTING.md#tests).'),
    ).toEqual(['src/course/index.ts', 'tests/', 'package.json', 'LICENSE', 'CONTRIBUTING.md']);
  });

  it('passes over patterns, imports, words, addresses and examples', () => {
    expect(
      paths(
        '`content/<course>/x.mdx`, `src/**/*.ts`, `#course`, `index.ts`, `SCORM`, [a](https://example.org), [b](#c), `[x](y.md)`',
      ),
    ).toEqual([]);
    expect(paths('```\n`src/none.ts`\n```')).toEqual([]);
  });
});
