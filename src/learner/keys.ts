/**
 * Version of the form in which the record is kept. Raise it when a kind of entry changes so that older code would
 * misread it, and teach `migrate.ts` the step.
 */
export const recordVersion = 2;

/** The work on an exercise; `fullId` is course/module/lesson/exercise. */
export const attemptKey = (fullId: string): string => `attempt/${fullId}`;

/** The work on an exercise while it is reviewed, apart from the one in its lesson: a review undoes no passed quiz. */
export const practiceKey = (fullId: string): string => `practice/${fullId}`;

/** What the checked answers to an exercise came to. */
export const resultsKey = (fullId: string): string => `results/${fullId}`;

/** How far a lesson has been read; `fullId` is course/module/lesson. */
export const lessonKey = (fullId: string): string => `lesson/${fullId}`;

/** The bookmark and the note at a section of a lesson; `anchor` is the source language's, the same in all. */
export const markKey = (lesson: string, anchor: string): string => `mark/${lesson}#${anchor}`;

/** The learner's own word on whether an exercise comes back in a review. */
export const chosenKey = (fullId: string): string => `chosen/${fullId}`;

/** When an exercise comes back: made from its results, and kept so that they need not be replayed. */
export const cardKey = (fullId: string): string => `card/${fullId}`;
