import type { CustomTypeOptions } from 'i18next';

/** The words of reading aloud, which scripts fetch where there is a voice. */
export type ListenWords = CustomTypeOptions['resources']['translation']['listen'];

/** The speeds at which a voice can read. */
export type RateName = keyof ListenWords['speeds'];
