import { formatExport, joinEntries, parseExport, summariseJoin } from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';

// What the bench of the record has a browser do; times are milliseconds.

export interface RecordBench {
  /** From asking for the record to its first entry. */
  readonly open: number;
  /** And to all entries. */
  readonly all: number;
  readonly save: number;
  readonly parse: number;
  readonly summarise: number;
  /** Joining a file that has everything with a record that has it, in one transaction. */
  readonly join: number;
  /** The length of the file. */
  readonly bytes: number;
}

async function bench(): Promise<RecordBench> {
  const started = performance.now();
  await browserRecord.get('lesson/course/module-0/lesson-0');
  const opened = performance.now();
  const entries = await browserRecord.getAll('');
  const read = performance.now();
  const text = formatExport(entries, 0);
  const saved = performance.now();
  const file = parseExport(text);
  if (typeof file === 'string' || file.entries.size !== entries.size) throw new Error('The file is not the record.');
  const parsed = performance.now();
  summariseJoin(entries, file.entries);
  const compared = performance.now();
  await browserRecord.updateAll(joinEntries(file.entries));
  const joined = performance.now();
  return {
    open: opened - started,
    all: read - started,
    save: saved - read,
    parse: parsed - saved,
    summarise: compared - parsed,
    join: joined - compared,
    bytes: text.length,
  };
}

Object.assign(window, { bench });
