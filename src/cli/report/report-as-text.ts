import { count, nameHidden, type Problem } from '#problem';
import { styleText } from 'node:util';
import { frameLine } from './frame-line.ts';
import type { Reporter } from './report.ts';
import { totals } from './totals.ts';

/** Problems for a terminal, each with its line and a caret below the place, and a line of totals. */
export const reportAsText: Reporter = (report, { colours }) => {
  const style = createStyle(colours);
  const entries = report.problems.map((problem) => `${describe(problem, report.lineOf(problem), style)}\n`);
  const mended = report.fixed ? [`Mended ${count(report.fixed, 'file', 'files')}.`] : [];
  return [...entries, ...mended, totals(report)].join('\n');
};

type Style = (format: Parameters<typeof styleText>[0], text: string) => string;

function createStyle(colours: boolean): Style {
  return (format, text) => (colours ? styleText(format, text, { validateStream: false }) : text);
}

function describe(problem: Problem, line: string | null, style: Style): string {
  const { file, column, rule, severity, message, hint } = problem;
  const isError = severity === 'error';
  const place = style('bold', `${nameHidden(file)}:${problem.line}:${column}`);
  const name = style(isError ? 'red' : 'yellow', isError ? rule : `${rule} (advice)`);
  const frame = line === null ? null : frameLine(line, column);
  const gutter = ' '.repeat(String(problem.line).length);
  const drawn = frame
    ? [
        `  ${style('dim', `${problem.line} │`)} ${frame.text}`,
        `  ${style('dim', `${gutter} │`)} ${frame.indent}${style(isError ? 'red' : 'yellow', frame.caret)}`,
      ]
    : [];
  return [`${place}  ${name}`, `  ${nameHidden(message)}`, ...drawn, `  → ${nameHidden(hint)}`].join('\n');
}
