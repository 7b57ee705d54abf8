import type { Reporter } from './report.ts';

/** Problems as a JSON list, for editors and other programs. */
export const reportAsJson: Reporter = ({ problems }) => {
  const plain = problems.map(({ file, line, column, rule, severity, message, hint }) => ({
    file,
    line,
    column,
    rule,
    severity,
    message,
    hint,
  }));
  return JSON.stringify(plain, null, 2);
};
