import { formatExport } from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';

/**
 * Gives the whole record to the browser to save.
 *
 * @returns the name of the file
 */
export async function saveRecord(): Promise<string> {
  const text = formatExport(await browserRecord.getAll(''), Date.now());
  const link = document.createElement('a');
  link.download = fileName(new Date());
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.click();
  // A browser that asks where to save reads the file only then.
  setTimeout(() => URL.revokeObjectURL(link.href), 600_000);
  return link.download;
}

/** The day as the learner's clock has it, written so that files stand in their order. */
function fileName(now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `bilig-record-${day.join('-')}.json`;
}
