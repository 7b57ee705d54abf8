/** Ids of elements in a book. No heading's anchor has a full stop, so none of these is one. */
export const exerciseId = (id: string): string => `exercise.${id}`;
export const answerId = (id: string): string => `answer.${id}`;
/** A cited work in the list of the lesson. */
export const sourceId = (id: string): string => `source.${id}`;
export const termId = (id: string): string => `term.${id}`;
