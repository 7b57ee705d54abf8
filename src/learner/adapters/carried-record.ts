import type { LearnerRecord } from './learner-record.ts';

const mark = 'bilig-record:';
/** Stands among the entries when the learner has been told that nothing is kept; it is the name of no entry. */
const told = 'told';

/**
 * The record that came along from the last page of a visit during which the browser keeps nothing. It travels in the
 * window's name: it is there in frames without storage, has room for more than an address, and shows nowhere. The name is
 * emptied at once, so that no other site reads it.
 */
export function takeCarried(window: Window): Map<string, string> {
  if (!window.name.startsWith(mark)) return new Map();
  const json = window.name.slice(mark.length);
  window.name = '';
  try {
    const entries = Object.entries(JSON.parse(json) as object);
    if (entries.some(([key]) => key === told)) noteTold(window.document);
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return new Map();
  }
}

/** Gives the record to the next page of this site when a link to it is followed in this window. */
export function carryAlong(record: LearnerRecord, window: Window): void {
  let entries = {};
  const read = async () => {
    entries = Object.fromEntries(await record.getAll(''));
  };
  record.watch('', () => void read());
  void read();
  window.document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { origin, pathname, search } = window.location;
    const stays = link.pathname === pathname && link.search === search;
    if (link.origin !== origin || stays || link.target !== '') return;
    window.name = mark + JSON.stringify({ ...entries, ...(isTold(window.document) ? { [told]: '' } : {}) });
  });
}

/** True when the learner knows that nothing is kept, from this page or from one before it in the same visit. */
export const isTold = ({ documentElement }: Document): boolean => documentElement.dataset['recordTold'] !== undefined;

export const noteTold = ({ documentElement }: Document): void => void (documentElement.dataset['recordTold'] = '');
