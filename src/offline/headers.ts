/** Stands on answers that come from what is kept: who keeps files for themselves need not keep these. */
export const keptHeader = 'Bilig-Kept';

/** Stands on files that are packed where they lie. */
export const encodingHeader = 'Bilig-Encoding';
