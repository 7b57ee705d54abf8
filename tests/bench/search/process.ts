import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

const interval = 50;
/** Linux counts the time of processes in hundredths of a second (USER_HZ). */
const ticks = 100;

/** What another process took; null where the system does not tell (Linux does). */
export interface ProcessCost {
  /** The most memory held at once, in bytes. */
  readonly peak: number | null;
  readonly cpuSeconds: number | null;
}

/** Watches another process until it ends. What it takes in its last moments may be missed. */
export async function watchProcess(pid: number | undefined, ended: Promise<unknown>): Promise<ProcessCost> {
  let cost: ProcessCost = { peak: null, cpuSeconds: null };
  let running = true;
  const stop = () => void (running = false);
  void ended.then(stop, stop);
  while (running) {
    cost = { peak: readPeak(pid) ?? cost.peak, cpuSeconds: readTime(pid) ?? cost.cpuSeconds };
    await Promise.race([ended, setTimeout(interval)]);
  }
  return cost;
}

function readPeak(pid: number | undefined): number | null {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/mu.exec(readEntry(pid, 'status')) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

function readTime(pid: number | undefined): number | null {
  // The name in brackets may hold anything; the times of the user and of the system are the 12th and 13th after it.
  const fields = readEntry(pid, 'stat').split(') ').at(-1)?.split(' ') ?? [];
  const [user, system] = [fields[11], fields[12]];
  return user === undefined || system === undefined ? null : (Number(user) + Number(system)) / ticks;
}

function readEntry(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
