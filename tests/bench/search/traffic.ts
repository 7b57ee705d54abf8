import { setImmediate } from 'node:timers/promises';

/** What was fetched since the last look. */
export interface Load {
  readonly bytes: number;
  /** Requests that waited for each other, the longest chain of them. */
  readonly trips: number;
}

export interface Traffic {
  /** Fetches a file as a browser would, and counts it. */
  read(name: string): Promise<Buffer>;
  /** What was fetched since it was last called. */
  take(): Load;
}

/**
 * Counts what a reader's browser would fetch. A request that begins after another has ended counts as one more round
 * trip; those that are on their way together count as one.
 *
 * @param weigh bytes of a file on the wire
 */
export function createTraffic(load: (name: string) => Buffer, weigh: (name: string) => number): Traffic {
  let names: string[] = [];
  let ended = 0;
  return {
    async read(name) {
      const trip = ended + 1;
      names.push(name);
      const content = load(name);
      // Everything that is asked for at the same moment is asked for before any of it arrives.
      await setImmediate();
      ended = Math.max(ended, trip);
      return content;
    },
    take() {
      // Weighed only now, so that compressing is not counted as searching.
      const taken = { bytes: names.reduce((sum, name) => sum + weigh(name), 0), trips: ended };
      names = [];
      ended = 0;
      return taken;
    },
  };
}

/** Adds loads that happen one after the other. */
export function sumLoads(...loads: readonly Load[]): Load {
  return loads.reduce((a, b) => ({ bytes: a.bytes + b.bytes, trips: a.trips + b.trips }), { bytes: 0, trips: 0 });
}

/** The value below which the given share of the values lies (nearest rank); 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
