import { reportAsGithub } from './report-as-github.ts';
import { reportAsJson } from './report-as-json.ts';
import { reportAsSarif } from './report-as-sarif.ts';
import { reportAsText } from './report-as-text.ts';
import type { Reporter } from './report.ts';

/** The forms in which `check` can report; a new one is a file and a line here. */
export const reporters = {
  text: reportAsText,
  json: reportAsJson,
  github: reportAsGithub,
  sarif: reportAsSarif,
} satisfies Readonly<Record<string, Reporter>>;
