import { recordVersion } from './keys.ts';
import { mergeEntries } from './merge-entries.ts';
import { mergeResults, parseResults } from './results-entry.ts';
import { isPlain } from './stored-json.ts';

// The file in which a learner takes the record along. It is JSON that people can read, one entry a line:
// {
//   "format": "bilig-record",
//   "version": 2,
//   "saved": "2026-11-26T09:30:00.000Z",
//   "entries": {
//     "lesson/course/module/lesson": { … },
// Keys and values are those of the record, of the version that the file names.

const format = 'bilig-record';

/** A file may have so many bytes; the record of 2,000 answered exercises has a twentieth of them. */
export const maxExportBytes = 20 * 1024 * 1024;

/** Longer than any key can be. */
const maxKeyLength = 400;
const controls = /\p{Cc}/u;

/** Why a file is no record that can be joined. */
export type ExportFault =
  /** More than `maxExportBytes`. */
  | 'large'
  /** Not JSON, or cut off, or its parts are not what they should be. */
  | 'damaged'
  /** JSON of something else. */
  | 'foreign'
  /** Written by a later version of the site. */
  | 'newer';

export interface ExportedRecord {
  /** Sound entries by key, as the record keeps them. */
  readonly entries: ReadonlyMap<string, string>;
  /** How many entries could not be read. */
  readonly leftOut: number;
}

/**
 * The file with all sound entries, sorted by key.
 *
 * @param entries of a record
 * @param now when it is saved
 */
export function formatExport(entries: ReadonlyMap<string, string>, now: number): string {
  const lines = [...soundEntries(entries)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `    ${JSON.stringify(key)}: ${value}`);
  const head = [
    `  "format": ${JSON.stringify(format)}`,
    `  "version": ${recordVersion}`,
    `  "saved": ${JSON.stringify(new Date(now).toISOString())}`,
  ];
  return `{\n${head.join(',\n')},\n  "entries": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** What stands in a file that a learner has chosen; the file is nobody's and proves everything anew. */
export function parseExport(text: string): ExportedRecord | ExportFault {
  if (text.length > maxExportBytes) return 'large';
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return 'damaged';
  }
  if (!isPlain(file) || file['format'] !== format) return 'foreign';
  const { version, entries } = file;
  if (!Number.isSafeInteger(version) || Number(version) < recordVersion || !isPlain(entries)) return 'damaged';
  if (Number(version) > recordVersion) return 'newer';
  const stored = Object.entries(entries);
  const texts = stored.flatMap(([key, value]): [string, string][] => {
    const json = isPlain(value) ? textOf(value) : null;
    return json === null || key.length > maxKeyLength || controls.test(key) ? [] : [[key, json]];
  });
  const sound = soundEntries(new Map(texts));
  return { entries: sound, leftOut: stored.length - sound.size };
}

/** What joining a file would do, told to the learner before it is done. */
export interface JoinSummary {
  /** Checked answers that are not in the record. */
  readonly answers: number;
  /** Entries that the record does not have. */
  readonly added: number;
  /** Entries to which the file has something. */
  readonly joined: number;
  /** Entries to which it has nothing. */
  readonly same: number;
}

/**
 * @param here the entries of the record
 * @param coming those of the file
 */
export function summariseJoin(here: ReadonlyMap<string, string>, coming: ReadonlyMap<string, string>): JoinSummary {
  const summary = { answers: 0, added: 0, joined: 0, same: 0 };
  for (const [key, value] of coming) {
    const stored = here.get(key) ?? null;
    const known = stored === null ? null : mergeEntries(key, stored, null);
    const isNew = known === null;
    summary[isNew ? 'added' : mergeEntries(key, known, value) === known ? 'same' : 'joined'] += 1;
    if (!key.startsWith('results/')) continue;
    const answers = parseResults(known);
    summary.answers += mergeResults(answers, parseResults(value)).length - answers.length;
  }
  return summary;
}

/** How many entries of a record are damaged. */
export function countDamaged(entries: ReadonlyMap<string, string>): number {
  return entries.size - soundEntries(entries).size;
}

function soundEntries(entries: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...entries].flatMap(([key, value]): [string, string][] => {
      const sound = mergeEntries(key, value, null);
      return sound === null ? [] : [[key, sound]];
    }),
  );
}

/** The value as JSON; null where it is nested deeper than a text of it can be made. */
function textOf(value: object): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}
