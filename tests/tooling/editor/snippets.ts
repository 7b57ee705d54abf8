import { formNames, readForm } from '#authoring';
import { readContentFiles } from '#course/adapters/node-content';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { parse } from 'yaml';
import { makeComponentSnippets, type Snippet } from './component-snippets.ts';
import { exerciseSnippet } from './exercise-snippet.ts';

/** All snippets: exercises as the gallery has them, and what else stands in lessons and YAML files. */
export function makeSnippets(): Snippet[] {
  return [...makeExerciseSnippets(), ...makeComponentSnippets()];
}

/** The file .vscode/bilig.code-snippets. */
export function makeSnippetFile(): string {
  const entries = makeSnippets().map(({ prefix, scope, body, description }) => [
    `${prefix} (${scope === 'yaml' ? 'YAML' : 'lesson'})`,
    { prefix, scope, body: body.split('\n'), description },
  ]);
  return `// Written by \`npm run docs:editor\` from content/gallery and the templates of \`bilig new\`; change it there.\n${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

function makeExerciseSnippets(): Snippet[] {
  const files = readContentFiles('content');
  return formNames.flatMap((kind) => {
    const [, front = ''] = /^---\n([\s\S]*?)\n---/u.exec(files.texts.get(`gallery/${kind}/en.mdx`) ?? '') ?? [];
    const { title, summary } = parse(front) as { title: string; summary: string };
    const snippets: Snippet[] = [];
    for (let example = 1; ; example++) {
      const number = example > 1 ? `-${example}` : '';
      const form = readForm(files, parseMdx, { kind, locales: ['en'], example, id: `my-${kind}${number}` });
      if (!form) return snippets;
      const pictures = form.media.length
        ? ` It shows pictures: \`bilig new exercise --type ${kind}\` brings those of the example, too.`
        : '';
      const description = `${title}. ${summary}${pictures}`;
      snippets.push({
        prefix: `${kind}${number}`,
        description,
        body: exerciseSnippet(form.text),
        scope: 'mdx,markdown',
      });
    }
  });
}
