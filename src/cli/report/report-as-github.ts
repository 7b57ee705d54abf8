import { nameHidden, type Problem } from '#problem';
import type { Reporter } from './report.ts';
import { totals } from './totals.ts';

/**
 * Problems as workflow commands of GitHub Actions, which show them beside the lines of a pull request. The form and
 * its escapes are those of the toolkit of GitHub Actions (`command.ts` of `@actions/core`).
 */
export const reportAsGithub: Reporter = (report) => [...report.problems.map(annotate), totals(report)].join('\n');

function annotate({ file, line, column, rule, severity, message, hint }: Problem): string {
  const place = { file, line: String(line), col: String(column), title: rule };
  const properties = Object.entries(place).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  const command = severity === 'error' ? 'error' : 'warning';
  return `::${command} ${properties.join(',')}::${escapeData(`${message}\n→ ${hint}`)}`;
}

function escapeData(text: string): string {
  const lines = text.split(/\r?\n/u).map(nameHidden);
  return lines.join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
