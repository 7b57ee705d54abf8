import { isTold, noteTold } from '#learner/adapters/carried-record';

// What a learner has been told, and has closed, is not told again in the same visit.
const key = 'bilig:told';

/** True when the learner has closed this notice before in this tab. */
export function wasTold(what: string): boolean {
  try {
    return sessionStorage.getItem(key) === what;
  } catch {
    return isTold(document);
  }
}

export function writeTold(what: string): void {
  try {
    sessionStorage.setItem(key, what);
  } catch {
    noteTold(document);
  }
}
