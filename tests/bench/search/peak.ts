import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

const interval = 50;

/**
 * The most memory that another process holds until it ends, in bytes; null where the system does not tell (Linux does).
 * What it takes in its last moments may be missed.
 */
export async function watchPeak(pid: number | undefined, ended: Promise<unknown>): Promise<number | null> {
  let peak: number | null = null;
  let running = true;
  const stop = () => void (running = false);
  void ended.then(stop, stop);
  while (running) {
    peak = readPeak(pid) ?? peak;
    await Promise.race([ended, setTimeout(interval)]);
  }
  return peak;
}

function readPeak(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
