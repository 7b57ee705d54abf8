import { collection, fields, singleton, type Config } from '@keystatic/core';
import { bodyField, type ExerciseForm } from './body-field.ts';
import { schemaFields, type JsonSchema } from './schema-fields.ts';

/** What the editor must know of the content to make its forms. */
export interface Outline {
  /** The language that is edited now. */
  readonly locale: string;
  readonly base: string;
  readonly courses: readonly {
    readonly id: string;
    readonly title: string;
    readonly source: string;
    readonly hasCheck: boolean;
    readonly modules: readonly { readonly id: string; readonly title: string }[];
  }[];
  readonly exercises: readonly ExerciseForm[];
  readonly schemas: Readonly<Record<'course' | 'course-page' | 'glossary' | 'lesson' | 'page', JsonSchema>>;
}

/** Each kind of file as a collection of Keystatic: in one folder for all lessons of a module, for the modules of a course, and so on. */
export function makeConfig(outline: Outline): Config {
  const { locale, base, courses, schemas } = outline;
  const body = bodyField(outline.exercises);
  const pages = (label: string, folder: string, schema: JsonSchema, address: string, isSource: boolean) =>
    collection({
      label,
      path: `${folder}/*/${locale}`,
      slugField: 'folder',
      format: { contentField: 'body' },
      entryLayout: 'content',
      previewUrl: `${base}${locale}/${address}`,
      schema: { folder: folderField(), ...pageFields(schema, isSource), body },
    });
  // No id has an underscore, so no name is taken twice.
  const collections: Record<string, ReturnType<typeof pages>> = {};
  const singletons: NonNullable<Config['singletons']> = {};
  const navigation: Record<string, string[]> = {};
  for (const { id, title, source, modules, hasCheck } of courses) {
    const isSource = locale === source;
    for (const module of modules) {
      const folder = `courses/${id}/${module.id}`;
      collections[`${id}_${module.id}`] = pages(
        module.title,
        folder,
        schemas.lesson,
        `${id}/${module.id}/{slug}/`,
        isSource,
      );
    }
    collections[`${id}__modules`] = pages('Pages of modules', `courses/${id}`, schemas.page, `${id}/{slug}/`, isSource);
    if (hasCheck)
      collections[`${id}__check`] = pages('Check', `courses/${id}/check`, schemas.page, `${id}/check/`, isSource);
    singletons[`${id}__course`] = singleton({
      label: 'course.yaml',
      path: `courses/${id}/course`,
      format: 'yaml',
      schema: schemaFields(schemas.course),
    });
    const parts = modules.map((module) => `${id}_${module.id}`);
    navigation[title] = [...parts, `${id}__modules`, ...(hasCheck ? [`${id}__check`] : []), `${id}__course`];
  }
  // The pages of courses, of prose and of the gallery have English as their source, or that of their course.
  const source = courses[0]?.source ?? 'en';
  collections['courses'] = pages('Pages of courses', 'courses', schemas['course-page'], '{slug}/', locale === source);
  collections['pages'] = pages('Pages of prose', 'pages', schemas.page, '{slug}/', locale === 'en');
  collections['gallery'] = pages('Examples of exercises', 'gallery', schemas.page, 'exercises/', locale === 'en');
  const glossary = collection({
    label: 'Glossary, in all languages',
    path: 'glossary/*',
    slugField: 'folder',
    format: 'yaml',
    schema: { folder: folderField('Id of the term'), ...schemaFields(schemas.glossary) },
  });
  navigation['All courses'] = ['courses', 'pages', 'gallery', 'glossary'];
  return {
    storage: { kind: 'local' },
    ui: { brand: { name: `Bilig · ${locale}` }, navigation },
    collections: { ...collections, glossary },
    singletons,
  };
}

/** The folder is the entry's name and no part of the file. */
function folderField(label = 'Folder') {
  return fields.text({
    label,
    description: 'Part of the address; it stays as it is.',
    validation: {
      isRequired: true,
      pattern: { regex: /^[a-z][a-z0-9-]*$/u, message: 'Small Latin letters, digits and hyphens, a letter first.' },
    },
  });
}

/** The source language has no state of translation. */
function pageFields(schema: JsonSchema, isSource: boolean) {
  const { translation, ...own } = schema.properties ?? {};
  const properties = isSource || !translation ? own : { ...own, translation };
  const required = isSource ? schema.required : [...(schema.required ?? []), 'translation'];
  return schemaFields({ ...schema, properties, required });
}
