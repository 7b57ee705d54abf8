import { localeTags } from '#language';
import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'ids are small Latin letters, digits and hyphens, a letter first');
const line = z.string().trim().min(1, 'must not be empty');
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'dates are written as 2026-11-23');
const locale = z.enum(localeTags);

/** How far a translation has come; the source language has none. */
export const translationStateSchema = z.enum(['machine-draft', 'in-review', 'reviewed']);
export type TranslationState = z.infer<typeof translationStateSchema>;

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
  /** Folder of the lesson; part of its address and of every exercise's full id. */
  id,
  /** Time an average learner needs, exercises included. */
  minutes: z.int().min(1).max(240),
  /** What the lesson trains. */
  skills: z.array(skillSchema).min(1),
  /** Day of first publication, for the feed. */
  published: isoDate,
  /** Day of the last change that a returning reader should know of. */
  updated: isoDate.optional(),
  /** Day on which it was last looked through against the editorial rules and its sources. */
  reviewed: isoDate.optional(),
  /** Months until that is due again: 12 unless said, fewer where the subject moves quickly. */
  reviewMonths: z.int().min(1).max(60).optional(),
});

const moduleEntry = z.strictObject({
  id,
  /** Shown with its title as coming later; has no lessons yet. */
  announced: z.boolean().default(false),
  lessons: z.array(lessonEntry).default([]),
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
  /** Share of the lessons that the learner has marked as finished. */
  lessons: share.optional(),
  /** Share of the exercises that has been answered, rightly or wrongly; warm-ups do not count. */
  answered: share.optional(),
  /** Mean score over all exercises that have points, each with its best answer, or 0 without one. */
  score: share.optional(),
});
export type CompletionFile = z.output<typeof completion>;

/** `course.yaml`: what is the same in every language. */
export const courseSchema = z.strictObject({
  /** The language the course is written in. */
  source: locale,
  /** SPDX identifier of the licence of the texts. */
  licence: line,
  authors: z.array(line).min(1),
  /** 1 beginner, 2 intermediate, 3 advanced. */
  level: z.int().min(1).max(3),
  /** What counts as done. */
  completion: completion.optional(),
  /** In the order of teaching. */
  modules: z.array(moduleEntry).min(1),
});
export type CourseFile = z.output<typeof courseSchema>;

const translation = z.strictObject({ state: translationStateSchema }).optional();

/** Front matter of a page of prose: a module, or a page that belongs to no course. */
export const pageSchema = z.strictObject({
  title: line,
  /** One or two sentences for lists, search results and link previews. */
  summary: line,
  translation,
});
export type PageFrontMatter = z.output<typeof pageSchema>;

/** Front matter of a course's page. */
export const coursePageSchema = pageSchema.extend({
  /** Who the course is for. */
  audience: line,
});
export type CoursePageFrontMatter = z.output<typeof coursePageSchema>;

/** Front matter of a lesson. */
export const lessonSchema = pageSchema.extend({
  /** One sentence that completes "After this lesson you can". */
  goal: line,
  /** What the learner can do afterwards, each beginning with a verb. */
  objectives: z.array(line).min(1).max(6),
});
export type LessonFrontMatter = z.output<typeof lessonSchema>;

const termEntry = z.strictObject({
  term: line,
  definition: line,
  /** Forms that translators and authors should not use. */
  avoid: z.array(line).default([]),
  state: translationStateSchema.optional(),
});

/** `glossary/<term>.yaml`: one concept in every language it exists in. */
export const termSchema = z.partialRecord(locale, termEntry);
export type TermFile = z.output<typeof termSchema>;

const sourceEntry = z.strictObject({
  author: line,
  year: z.union([z.int(), line]),
  title: line,
  /** Journal with volume and issue, or publisher. */
  publisher: line.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  isbn: line.optional(),
  /** BCP 47 tag of the work's own language. */
  language: line,
  licence: line.optional(),
  /** Where a copy of the work is kept, for the day on which the address leads nowhere. */
  archive: z.url({ protocol: /^https?$/ }).optional(),
  /** Day on which the address was last seen to hold the work. */
  accessed: isoDate.optional(),
});

/** `sources.yaml`: the bibliography by key. */
export const sourcesSchema = z.record(id, sourceEntry);
export type SourceFile = z.output<typeof sourceEntry>;

/** `site.yaml`: who runs this site, where, and in which languages. */
export const siteSchema = z.strictObject({
  name: line,
  /** Who answers for the site. */
  institution: line,
  contact: z.email(),
  /** Public origin, such as `https://bilig.example`, without a path. */
  address: z.url({ protocol: /^https?$/ }),
  /** Path under which the site is served, `/` or `/base/`. */
  base: z.string().regex(/^\/(?:[^/]+\/)*$/, 'it must begin and end with a slash'),
  /** Where "improve this page" leads; `{path}` stands for the file's path in the repository. */
  improve: line.optional(),
  /** Languages shown, out of those the code knows. */
  languages: z.array(locale).min(1),
  /** Whether machine drafts are published, with a notice, or held back. */
  drafts: z.enum(['show', 'hide']).default('show'),
  /** Formats, by the names of `bilig export --list`, in which courses and modules are given away. */
  downloads: z
    .strictObject({ courses: z.array(line).default([]), modules: z.array(line).default([]) })
    .default({ courses: [], modules: [] }),
});
export type SiteFile = z.output<typeof siteSchema>;
