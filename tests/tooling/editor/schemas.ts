import { contentSchemas, skillTags } from '#course';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What editors ask about a value beyond JSON Schema itself; VS Code's language services know these keys. */
interface EditorSchema extends z.core.JSONSchema.BaseSchema {
  patternErrorMessage?: string;
  enumDescriptions?: string[];
}

const titles: Readonly<Record<keyof typeof contentSchemas, string>> = {
  course: 'A course (course.yaml)',
  'course-page': 'Front matter of a course’s page',
  glossary: 'A term in every language (glossary)',
  lesson: 'Front matter of a lesson',
  page: 'Front matter of a page of prose',
  site: 'The site (site.yaml)',
  sources: 'The bibliography (sources.yaml)',
};

/** The files of docs/schemas by their names: the schemas by which `bilig check` reads, as JSON Schema. */
export function makeSchemaFiles(): Map<string, string> {
  const names = Object.keys(titles) as (keyof typeof titles)[];
  return new Map(names.map((name) => [`${name}.json`, `${JSON.stringify(makeSchema(name), null, 2)}\n`]));
}

function makeSchema(name: keyof typeof titles): object {
  const { $schema, ...schema } = z.toJSONSchema(contentSchemas[name], {
    // Draft 7 is what editors read best, and what an author writes is the input: keys with a default may be missing.
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => addHelp(zodSchema, jsonSchema as EditorSchema),
  });
  const comment = 'Written by `npm run docs:editor` from src/course/schema.ts; change it there.';
  return { $schema, $comment: comment, title: titles[name], ...schema };
}

/** The words in which the check itself would say what is wrong, and the names of skills. */
function addHelp(zodSchema: z.core.$ZodType, jsonSchema: EditorSchema): void {
  if (jsonSchema.format === 'uri') jsonSchema.pattern = '^https?://';
  if (jsonSchema.pattern !== undefined) {
    const issue = z.safeParse(zodSchema, '').error?.issues.find(({ code }) => code === 'invalid_format');
    if (issue) jsonSchema.patternErrorMessage = issue.message;
  }
  if (jsonSchema.enum?.length === skillTags.length && skillTags.every((tag) => jsonSchema.enum?.includes(tag))) {
    const words = skillNames();
    jsonSchema.enumDescriptions = skillTags.map((tag) => words[tag] ?? tag);
  }
}

function skillNames(): Readonly<Record<string, string>> {
  const words = z.object({ skill: z.record(z.string(), z.string()) });
  return words.parse(JSON.parse(readFileSync('content/interface/en.json', 'utf8'))).skill;
}
