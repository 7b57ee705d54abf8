import { errorAt, isId } from '#exercise';
import { isLocale, localeTags, suggestLocale } from '#language';
import type { Problem } from '#problem';
import { startOf, type Survey } from '../survey.ts';

const known = [
  /^(?:site|sources)\.yaml$/u,
  /^courses\/[^/]+\/course\.yaml$/u,
  /^glossary\/[^/]+\.yaml$/u,
  /^interface\/[^/]+\.json$/u,
  // Media may hold texts, and READMEs help authors.
  /(?:^|\/)media\//u,
  /\.(?:md|vtt)$/u,
];

/** Reports empty files, files that nothing reads, and names of terms and catalogues that are none. */
export function checkFiles({ texts, reading }: Survey): Problem[] {
  return [...texts].flatMap(([file, text]) => {
    if (!text.trim()) return emptyFile(file);
    const read = reading.readings.has(file) || known.some((form) => form.test(file)) || hasProblem(file);
    return [...(read ? [] : unreadFile(file)), ...checkName(file)];
  });

  /** A file that is in the wrong place or language has been named by its reader already. */
  function hasProblem(file: string): boolean {
    const folder = file.slice(0, file.lastIndexOf('/'));
    return reading.problems.some((problem) => problem.file === file || isUnknownFolder(problem, folder));
  }
}

function isUnknownFolder({ rule, file }: Problem, folder: string): boolean {
  const unknown =
    rule === 'lesson-unknown' ||
    rule === 'module-unknown' ||
    rule === 'check-form-unknown' ||
    /^courses\/[^/]+\/course\.yaml$/u.test(file);
  const parent = file.slice(0, file.lastIndexOf('/'));
  return unknown && (folder === parent || folder.startsWith(`${parent}/`));
}

function emptyFile(file: string): Problem[] {
  return [
    errorAt(startOf(file), 'file-empty', {
      message: 'This file is empty.',
      hint: 'Write it after the examples in content/README.md, or remove it.',
    }),
  ];
}

function unreadFile(file: string): Problem[] {
  return [
    errorAt(startOf(file), 'file-unread', {
      message: 'Nothing reads a file of this name here, so nobody would ever see it.',
      hint: 'content/README.md shows which files stand where. Move it or remove it.',
    }),
  ];
}

function checkName(file: string): Problem[] {
  const term = /^glossary\/([^/]+)\.yaml$/u.exec(file)?.[1];
  if (term !== undefined && !isId(term)) {
    return [
      errorAt(startOf(file), 'id-form', {
        message: `The file's name is the term's id, and "${term}" is not written as ids are: small Latin letters, digits and hyphens, a letter first.`,
        hint: 'Rename it, for example to glossary/lateral-reading.yaml.',
      }),
    ];
  }
  const locale = /^interface\/([^/]+)\.json$/u.exec(file)?.[1];
  if (locale === undefined || locale === 'descriptions' || isLocale(locale)) return [];
  const near = suggestLocale(locale);
  return [
    errorAt(startOf(file), 'locale-unknown', {
      message: `"${locale}" is no language of this platform, so these words would never be shown.`,
      hint: near ? `Did you mean \`${near}.json\`?` : `Name the file after its language: ${localeTags.join(', ')}.`,
    }),
  ];
}
