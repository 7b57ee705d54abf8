import { localeTags } from '#language';
import { z } from 'zod';

// What an author should know of a key is its description, not a comment here: editors show it, and `npm run docs:editor`
// writes it into docs/schemas.

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'ids are small Latin letters, digits and hyphens, a letter first');
const line = z.string().trim().min(1, 'must not be empty');
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'dates are written as 2026-11-23');
const webAddress = z.url({ protocol: /^https?$/, error: 'it is no address of a web page' });
const locale = z.enum(localeTags);

/** How far a translation has come; the source language has none. */
export const translationStateSchema = z.enum(['machine-draft', 'in-review', 'reviewed']);
export type TranslationState = z.infer<typeof translationStateSchema>;
export const translationStates: readonly TranslationState[] = translationStateSchema.options;

/** Skill tags of the syllabus; their names stand in the interface catalogues. */
export const skillSchema = z.enum([
  'SRC',
  'EVI',
  'LAT',
  'VIS',
  'MAN',
  'ALG',
  'RIG',
  'SEC',
  'STR',
  'AUD',
  'MSG',
  'CRI',
  'EVA',
  'RES',
  'COR',
  'TEA',
  'TRA',
]);
export type Skill = z.infer<typeof skillSchema>;
export const skillTags: readonly Skill[] = skillSchema.options;

const lessonEntry = z.strictObject({
  id: id.describe('Folder of the lesson; part of its address and of every exercise’s full id.'),
  minutes: z.int().min(1).max(240).describe('Minutes that an average learner needs, exercises included.'),
  skills: z.array(skillSchema).min(1).describe('What the lesson trains.'),
  published: isoDate.describe('Day of first publication, for the feed.'),
  updated: isoDate.optional().describe('Day of the last change that a returning reader should know of.'),
  reviewed: isoDate
    .optional()
    .describe('Day on which it was last looked through against the editorial rules and its sources.'),
  reviewMonths: z
    .int()
    .min(1)
    .max(60)
    .optional()
    .describe('Months until that is due again: 12 unless said, fewer where the subject moves quickly.'),
});

const moduleEntry = z.strictObject({
  id: id.describe('Folder of the module; part of the addresses of its lessons.'),
  announced: z.boolean().default(false).describe('Shown with its title as coming later; has no lessons yet.'),
  lessons: z.array(lessonEntry).default([]).describe('In the order of teaching.'),
});

const share = z
  .number('a share is written as a number from 0 to 1, such as 0.8 for 80 %')
  .min(0, 'a share is a number from 0 to 1; 0 asks for nothing')
  .max(1, 'a share is a number from 0 to 1; 80 % is written 0.8');

/**
 * What counts as done. Completing and passing are two things, as in cmi5 and SCORM 2004: `lessons` and `answered` say when
 * a course is completed (SCORM's completion threshold), `score` when it is passed (cmi5's masteryScore). What is above 0
 * is asked for (cmi5's moveOn); what is left out has the value of `standardCompletion`.
 */
const completion = z.strictObject({
  lessons: share.optional().describe('Share of the lessons that the learner has marked as finished.'),
  answered: share
    .optional()
    .describe('Share of the exercises that has been answered, rightly or wrongly; warm-ups do not count.'),
  score: share
    .optional()
    .describe('Mean score over all exercises that have points, each with its best answer, or 0 without one.'),
});
export type CompletionFile = z.output<typeof completion>;

/** `course.yaml`: what is the same in every language. */
export const courseSchema = z.strictObject({
  source: locale.describe('The language that the course is written in.'),
  licence: line.describe('SPDX identifier of the licence of the texts, such as CC-BY-SA-4.0.'),
  authors: z.array(line).min(1).describe('Who answers for the course.'),
  level: z.int().min(1).max(3).describe('1 beginner, 2 intermediate, 3 advanced.'),
  completion: completion.optional().describe('What counts as done.'),
  modules: z.array(moduleEntry).min(1).describe('In the order of teaching.'),
});
export type CourseFile = z.output<typeof courseSchema>;

const translation = z
  .strictObject({ state: translationStateSchema.describe('How far the translation has come.') })
  .optional()
  .describe('Only in a translation; the source language has none.');

/** Front matter of a page of prose: a module, or a page that belongs to no course. */
export const pageSchema = z.strictObject({
  title: line.describe('The title of the page, which is its first heading.'),
  summary: line.describe('One or two sentences for lists, search results and link previews.'),
  translation,
});
export type PageFrontMatter = z.output<typeof pageSchema>;

/** Front matter of a course's page. */
export const coursePageSchema = pageSchema.extend({
  audience: line.describe('Who the course is for.'),
});
export type CoursePageFrontMatter = z.output<typeof coursePageSchema>;

/** Front matter of a lesson. */
export const lessonSchema = pageSchema.extend({
  goal: line.describe('One sentence that completes “After this lesson you can”.'),
  objectives: z
    .array(line)
    .min(1)
    .max(6)
    .describe('What the learner can do afterwards, each beginning with a verb; six at most.'),
});
export type LessonFrontMatter = z.output<typeof lessonSchema>;

const termEntry = z.strictObject({
  term: line.describe('The term as it stands in a sentence.'),
  definition: line.describe('What it means, in one sentence.'),
  avoid: z.array(line).default([]).describe('Forms that translators and authors should not use.'),
  state: translationStateSchema.optional().describe('How far the translation has come; the source language has none.'),
});

/** `glossary/<term>.yaml`: one concept in every language it exists in. */
export const termSchema = z.partialRecord(locale, termEntry);
export type TermFile = z.output<typeof termSchema>;

const sourceEntry = z.strictObject({
  author: line.describe('Who wrote it.'),
  year: z.union([z.int(), line]).describe('When it was published.'),
  title: line.describe('Its title, as it was published.'),
  publisher: line.optional().describe('Journal with volume and issue, or publisher.'),
  url: webAddress.optional().describe('Where it can be read.'),
  isbn: line.optional().describe('Its ISBN.'),
  language: line.describe('BCP 47 tag of the work’s own language, such as en or kk.'),
  licence: line.optional().describe('SPDX identifier of its licence, where it has a free one.'),
  archive: webAddress
    .optional()
    .describe('Where a copy of the work is kept, for the day on which the address leads nowhere.'),
  accessed: isoDate.optional().describe('Day on which the address was last seen to hold the work.'),
});

/** `sources.yaml`: the bibliography by key. */
export const sourcesSchema = z.record(id, sourceEntry);
export type SourceFile = z.output<typeof sourceEntry>;

/** `site.yaml`: who runs this site, where, and in which languages. */
export const siteSchema = z.strictObject({
  name: line.describe('The name of the site.'),
  institution: line.describe('Who answers for the site.'),
  contact: z.email('it is no address for mail').describe('Address for mail at which the institution is reached.'),
  address: webAddress.describe('Public origin, such as https://bilig.example, without a path.'),
  base: z
    .string()
    .regex(/^\/(?:[^/]+\/)*$/, 'it must begin and end with a slash')
    .describe('Path under which the site is served, / or /base/.'),
  improve: line
    .optional()
    .describe('Where “improve this page” leads; {path} stands for the file’s path in the repository.'),
  languages: z.array(locale).min(1).describe('Languages shown, out of those that the program knows.'),
  drafts: z
    .enum(['show', 'hide'])
    .default('show')
    .describe('Whether machine drafts are published, with a notice, or held back.'),
  downloads: z
    .strictObject({
      courses: z.array(line).default([]).describe('Formats of a whole course.'),
      modules: z.array(line).default([]).describe('Formats of a single module.'),
    })
    .default({ courses: [], modules: [] })
    .describe('Formats, by the names of `bilig export --list`, in which courses and modules are given away.'),
});
export type SiteFile = z.output<typeof siteSchema>;

/**
 * All that authors write as data, by the name of its file in docs/schemas: `course-page`, `lesson` and `page` are front
 * matter, the others are whole files.
 */
export const contentSchemas = {
  course: courseSchema,
  'course-page': coursePageSchema,
  glossary: termSchema,
  lesson: lessonSchema,
  page: pageSchema,
  site: siteSchema,
  sources: sourcesSchema,
} as const;
