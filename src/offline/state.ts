import { isName, isPlain, parseObject } from './checks.ts';

/** Why a download does not go on by itself: the learner's wish, a full device, a site that gives other files than it lists. */
export type Halt = 'paused' | 'full' | 'damaged';

/** An edition that is being fetched. */
export interface Pending {
  readonly edition: string;
  /** Null while it may go on. */
  readonly halt: Halt | null;
}

/** What stands on the device, in editions by their ids; it changes in one step or not at all. */
export interface OfflineState {
  /** The edition that pages are opened from; null where none is complete. */
  readonly active: string | null;
  readonly pending: Pending | null;
  /** Earlier editions that open pages may still need files of. */
  readonly retained: readonly string[];
}

export const nothingKept: OfflineState = { active: null, pending: null, retained: [] };

/** Starts to fetch an edition; one that was being fetched makes room. */
export function begin(state: OfflineState, edition: string): OfflineState {
  return { ...state, pending: { edition, halt: null } };
}

/** Stops a download, or lets it go on with null. */
export function halt(state: OfflineState, reason: Halt | null): OfflineState {
  return state.pending ? { ...state, pending: { ...state.pending, halt: reason } } : state;
}

/** Gives a download up. */
export function abandon(state: OfflineState): OfflineState {
  return { ...state, pending: null };
}

/** From now on pages are opened from the edition that was being fetched; those that are open keep theirs. */
export function complete(state: OfflineState, edition: string): OfflineState {
  if (state.pending?.edition !== edition) return state;
  const retained = state.active === null ? state.retained : [...state.retained, state.active];
  return { active: edition, pending: null, retained };
}

/** The learner has removed something: what is left is a smaller edition, or nothing, and is so at once. */
export function shrink(state: OfflineState, edition: string | null): OfflineState {
  return { ...state, active: edition };
}

const version = 1;

export function formatState(state: OfflineState): string {
  return JSON.stringify({ version, ...state });
}

/** The state from what the device holds; where that is damaged, nothing counts as kept. */
export function parseState(json: string | null): OfflineState {
  const stored = parseObject(json, 100_000);
  if (stored?.['version'] !== version) return nothingKept;
  const { active, pending, retained } = stored;
  const isSound =
    (active === null || isName(active)) &&
    (pending === null || isPending(pending)) &&
    Array.isArray(retained) &&
    retained.every(isName);
  return isSound ? { active, pending, retained: retained as string[] } : nothingKept;
}

function isPending(value: unknown): value is Pending {
  if (!isPlain(value) || !isName(value['edition'])) return false;
  const reason = value['halt'];
  return reason === null || reason === 'paused' || reason === 'full' || reason === 'damaged';
}
