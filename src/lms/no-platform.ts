import type { BackEnd } from './report.ts';

/** Where what is kept without a platform is kept: by the browser, which may refuse. */
export interface KeptText {
  read(): string | null;
  write(text: string): void;
}

/** The back end for a package that stands on no platform: everything works, and this browser keeps the work. */
export function createNoPlatform(kept: KeptText): BackEnd {
  return {
    kind: 'none',
    room: 1_000_000,
    exit: null,
    open: () => ({ mode: 'normal', state: attempt(() => kept.read()) ?? '', language: null, pass: null }),
    send: ({ state }) => {
      attempt(() => kept.write(state));
      return true;
    },
    finish: ({ state }) => void attempt(() => kept.write(state)),
  };
}

/** Frames of other sites and private windows are refused storage; the work then lasts for this visit. */
function attempt<Value>(task: () => Value): Value | null {
  try {
    return task();
  } catch {
    return null;
  }
}
