import type { How, Leaving } from './play.ts';

/** `npm run test:packages -- --all`: every way, every module, every language. */
export const hasAll = process.env['BILIG_ALL_PACKAGES'] === '1';

/** The module that is played on every run. */
export const testedModule = { course: 'media-literacy', module: 'finding-the-source' } as const;

export const hows: readonly How[] = ['right', 'wrong', 'nothing'];
export const leavings: readonly Leaving[] = ['exit', 'close', 'navigate'];
