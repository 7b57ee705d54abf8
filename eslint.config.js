import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import {
  CASE_METHODS,
  CASING_ALLOWED,
  INTL_MEMBERS,
  LOCALE_DATA_ALLOWED,
  LOCALE_METHODS,
} from './tests/architecture/locale-names.js';

const pattern = ({ path }) => (path.endsWith('/') ? `${path}**` : path);
const names = (list) => `/^(${list.join('|')})$/`;

const localeData = [
  {
    selector: `MemberExpression[object.name="Intl"][property.name=${names(INTL_MEMBERS)}]`,
    message: "Browsers have no data for az, uz, kk and ky. Format at build time with '#language/adapters/node-intl'.",
  },
  {
    selector: `CallExpression > MemberExpression[property.name=${names(LOCALE_METHODS)}]`,
    message:
      "Browsers have no data for az, uz, kk and ky. Format and sort at build time with '#language/adapters/node-intl'.",
  },
];
const casing = [
  {
    selector: `CallExpression > MemberExpression[property.name=${names(CASE_METHODS)}]`,
    message: "Wrong for i and I in az and tr. Use lowerCase from '#language'.",
  },
  {
    selector: 'Literal[regex.flags=/i/]',
    message:
      "The flag i is wrong for Turkic letters. Compare with lowerCase from '#language', or list both cases: [Aa].",
  },
];
const nodeFiles = ['src/**/adapters/node-*.ts', ...LOCALE_DATA_ALLOWED.map(pattern)];
const casingFiles = CASING_ALLOWED.map(pattern);

export default ts.config(
  {
    ignores: [
      'dist/',
      'dist-*/',
      '.astro/',
      '.cache/',
      'public/',
      'content/',
      'tests/fixtures/',
      'test-results/',
      'playwright-report/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', 'ts-ignore': true },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // Rules that need types: a forgotten `await` loses an error without a trace.
    files: ['**/*.ts', '**/*.svelte'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser }, globals: globals.browser },
    rules: {
      // `let { answer = $bindable() } = $props()` needs `let`.
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      // Learners' text is never markup; the one place that renders lesson HTML says so in a comment.
      'svelte/no-at-html-tags': 'error',
    },
  },
  { files: ['src/**/*.{ts,svelte,astro}'], rules: { 'no-restricted-syntax': ['error', ...localeData, ...casing] } },
  { files: nodeFiles, rules: { 'no-restricted-syntax': ['error', ...casing] } },
  { files: casingFiles, ignores: nodeFiles, rules: { 'no-restricted-syntax': ['error', ...localeData] } },
  // An adapter of `#language` may do both.
  {
    files: nodeFiles.flatMap((node) => casingFiles.map((place) => [place, node])),
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['src/cli/**', 'tests/**', '*.{js,mjs,ts}'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
);
