import { ruleDescriptions } from '#authoring';
import type { Problem } from '#problem';
import type { Reporter } from './report.ts';

/**
 * Problems as SARIF 2.1.0 (OASIS Standard, 2020), which code hosts and editors show. Columns count UTF-16 units, and
 * advice is a `note`.
 */
export const reportAsSarif: Reporter = ({ problems }) => {
  const rules = Object.entries(ruleDescriptions);
  const indices = new Map(rules.map(([id], index) => [id, index]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'bilig check',
            rules: rules.map(([id, description]) => ({
              id,
              shortDescription: { text: description },
              help: { text: `docs/rules/${id}.md has a wrong and a right example.` },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => resultOf(problem, indices.get(problem.rule))),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
};

function resultOf({ file, line, column, rule, severity, message, hint }: Problem, ruleIndex: number | undefined) {
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: severity === 'error' ? 'error' : 'note',
    message: { text: `${message} ${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}
