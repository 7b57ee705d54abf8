import { CASING_ALLOWED, LOCALE_DATA_ALLOWED } from './locale-names.js';

/** The architecture as data. A new subject, package or exception is a line here; `checker.ts` holds no names of its own. */

export interface Exception {
  /** A file, or a folder ending in `/`, from the repository's root. */
  readonly path: string;
  readonly reason: string;
}

export interface Rules {
  /** Subject -> the subjects it may import. They are entered by `#subject` or, from outside a core, `#subject/adapters/*`. */
  readonly subjects: Readonly<Record<string, readonly string[]>>;
  /** Folders of `src` above the subjects -> the other such folders each may import. They may import every subject. */
  readonly shells: Readonly<Record<string, readonly string[]>>;
  /** npm packages that a subject's core (outside `adapters/` and `*.browser.ts`) may import; a trailing `*` is a prefix. */
  readonly corePackages: Readonly<Record<string, readonly string[]>>;
  /** Imports that leave `src`: the importing file and the path it may reach. */
  readonly outside: readonly (Exception & { readonly target: string })[];
  /** Where locale data of the running machine may be used. */
  readonly localeData: readonly Exception[];
  /** Where letters may change case without `#language`. */
  readonly casing: readonly Exception[];
  /** Files allowed to be longer than `maxLines`. */
  readonly long: readonly Exception[];
  readonly maxLines: number;
  /** Lines of frontmatter and `<script>` of an .astro or .svelte file. */
  readonly maxScriptLines: number;
}

const MARKDOWN = ['mdast', 'mdast-util-*', 'hast', 'hast-util-*', 'unist', 'unist-util-*', 'satteri'];

export const rules: Rules = {
  subjects: {
    problem: [],
    language: ['problem'],
    exercise: ['language', 'problem'],
    course: ['exercise', 'language', 'problem'],
    learner: ['course', 'exercise', 'language', 'problem'],
    offline: ['language', 'problem'],
    search: ['course', 'exercise', 'language', 'problem'],
    packaging: ['course', 'exercise', 'language', 'problem'],
    authoring: ['course', 'exercise', 'language', 'problem', 'search'],
    teaching: ['course', 'exercise', 'language', 'packaging', 'problem'],
    lms: ['course', 'exercise', 'language', 'learner', 'problem'],
  },
  // `src/*.ts` (content.config.ts, env.d.ts) belongs to Astro and counts as `pages`.
  shells: {
    site: [],
    pages: ['site'],
    cli: ['site'],
  },
  corePackages: {
    problem: [],
    language: ['i18next', '@orama/stemmers'],
    exercise: ['zod', 'yaml', ...MARKDOWN],
    course: ['zod', 'yaml', 'github-slugger', ...MARKDOWN],
    learner: ['zod', 'ts-fsrs'],
    offline: [],
    search: ['zod', 'lunr', ...MARKDOWN],
    packaging: [],
    authoring: ['zod', 'yaml', 'github-slugger', ...MARKDOWN],
    lms: [],
    teaching: [],
  },
  outside: [
    {
      path: 'src/language/i18next.d.ts',
      target: 'content/interface/',
      reason: 'the keys of the interface’s words are typed after the source file; nothing is loaded',
    },
  ],
  localeData: LOCALE_DATA_ALLOWED,
  casing: CASING_ALLOWED,
  long: [],
  maxLines: 300,
  maxScriptLines: 80,
};
