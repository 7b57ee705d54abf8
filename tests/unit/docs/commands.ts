/** What the documents say can be typed, and where it is proved. A new command in a document needs a line in one of these tables. */

/** Cheap commands that commands.test.ts runs. They must end well and change nothing. */
export const runHere: readonly string[] = [
  'npm run bilig -- check',
  'npm run bilig -- check --content content --json',
  'npm run bilig -- export --list',
  'npm run bilig -- import --help',
];

/** Commands that are too dear, or unfit, to run in a unit test -> the step of tests/tooling/steps.ts or the file that runs them. */
export const runElsewhere: Readonly<Record<string, string>> = {
  'npm ci': '.ci/run',
  'npm test': '.ci/run',
  '.ci/run': '.ci/run',
  'npm start': 'tests/smoke/start.test.ts',
  'npm run start': 'tests/smoke/start.test.ts',
  'npm run preview': 'tests/smoke/start.test.ts',
  'npm run dev': 'tests/smoke/start.test.ts',
  // They install packages.
  'npm run edit': 'tests/tooling/check-edit.ts',
  'npm run check:edit': 'tests/tooling/check-edit.ts',
  'npm run build': 'build',
  'npm run bilig': 'content',
  'npm run bilig -- new': 'tests/unit/cli/new.test.ts',
  'npm run bilig -- new lesson --course media-literacy --module finding-the-source --id half-a-picture --minutes 15 --skill VIS':
    'tests/unit/docs/first-lesson.test.ts',
  'npm run bilig -- new figure --lesson half-a-picture --after the-case --file content/gallery/image-lab/media/street-after.svg --licence CC-BY-SA-4.0':
    'tests/unit/docs/first-lesson.test.ts',
  'npm run bilig -- new term --id framing --term framing --lesson half-a-picture --after the-idea':
    'tests/unit/docs/first-lesson.test.ts',
  'npm run bilig -- new source --id my-first-source --author "Author, A." --year 2026 --title "A work about pictures" --language en --lesson half-a-picture --after the-idea':
    'tests/unit/docs/first-lesson.test.ts',
  'npm run bilig -- new exercise --lesson half-a-picture --type verdict --id first-guess --after the-case':
    'tests/unit/docs/first-lesson.test.ts',
  'npm run bilig -- new exercise --lesson half-a-picture --type choice --id what-is-missing':
    'tests/unit/docs/first-lesson.test.ts',
  'npm run bilig -- import tests/fixtures/import/questions.gift --course media-literacy --module finding-the-source':
    'tests/unit/cli/import.test.ts',
  'npm run bilig -- check --watch': 'tests/unit/cli/watch.test.ts',
  'npm run bilig -- check --links': 'tests/unit/cli/check.test.ts',
  'npm run bilig -- check --fix': 'tests/unit/cli/check.test.ts',
  'npm run bilig -- tokens --locale kk': 'tests/unit/cli/tokens.test.ts',
  'npm run bilig -- screen --list': 'tests/unit/cli/screen.test.ts',
  'npm run bilig -- search --locale kk мектептерінде': 'tests/unit/cli/search.test.ts',
  'npm run bilig -- export': 'tests/unit/cli/export.test.ts',
  'npm run bilig -- export moodle-xml --course media-literacy --locale kk --out questions.xml':
    'tests/unit/cli/export.test.ts',
  'npm run bilig -- export common-cartridge-1.1 --preset moodle --course media-literacy --module finding-the-source --locale kk --out course.imscc':
    'tests/unit/cli/export.test.ts',
  'npm run bilig -- export epub --course media-literacy --locale uz --out course.epub': 'tests/unit/cli/export.test.ts',
  'npm run bilig -- export scorm12 --course media-literacy --module finding-the-source --locale kk,ru --out module.zip':
    'tests/e2e/packages/files.test.ts',
  'cp content/interface/en.json content/interface/tk.json': 'tests/unit/docs/change-guides.test.ts',
  'npm run test:packages': 'browser',
  'npm run test:packages -- --all': 'browser',
  'npm run check:packages': 'tests/unit/tooling/check-packages.test.ts',
  'npm run check:spelling': 'tests/unit/tooling/spelling.test.ts',
  'npm run lint': 'lint',
  'npm run format': 'format',
  'npm run format:check': 'format',
  'npm run check': 'types',
  'npm run check:lock': 'lock',
  'npm run bench:search': 'tests/unit/bench/search.test.ts',
  'npm run bench:check': 'tests/unit/bench/check.test.ts',
  'npm run docs:rules': 'tests/unit/docs/rules.test.ts',
  'npm run docs:editor': 'tests/unit/docs/editor.test.ts',
  'npm run test:unit': 'unit',
  'npm run test:contract': 'contract',
  'npm run test:smoke': 'smoke',
  'npm run test:e2e': 'browser',
  'npx playwright install --with-deps chromium': 'tests/unit/tooling/find-browser.test.ts',
  'sudo apt-get install -y chromium': 'tests/unit/tooling/find-browser.test.ts',
};

/** Commands that fetch or enter the project, which a test inside it cannot run. */
export const beforeTheProject: readonly RegExp[] = [/^git clone \S+( \S+)?$/, /^cd [\w.-]+$/];
