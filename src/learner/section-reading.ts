/** A section of a lesson as it stands on the screen, in CSS pixels below the screen's upper edge. */
export interface SectionOnScreen {
  /** The source language's; empty for what stands before the first heading. */
  readonly anchor: string;
  readonly top: number;
  readonly bottom: number;
  /** The length of its text. */
  readonly characters: number;
}

/** What has been seen of a section since the page was opened. */
export interface Sight {
  /** Milliseconds that it has still to be on the screen before it counts as read; 0 or less where it has been long enough. */
  readonly left: number;
  /** Its end has been on the screen. */
  readonly ended: boolean;
  /** It is on the screen now. */
  readonly shown: boolean;
}

/** Readers of 14 languages take 68 ms a character, however long their words are (Trauzettel-Klosinski and Dietz 2012). */
const readingPace = 68;

/** Milliseconds that a text of so many characters takes an average reader. */
export function readingTime(characters: number): number {
  return characters * readingPace;
}

/** A tenth tells reading from scrolling by, and does not punish those who read fast or know the matter. */
const millisecondsPerCharacter = readingPace / 10;
const shortest = 2_000;
/** For sections whose length is that of an exercise's many parts. */
const longest = 20_000;

/**
 * What has been seen after another look at the screen.
 *
 * @param before from the last look, by anchor
 * @param elapsed milliseconds since then, in which the page was in sight
 */
export function lookAt(
  before: ReadonlyMap<string, Sight>,
  sections: readonly SectionOnScreen[],
  height: number,
  elapsed: number,
): Map<string, Sight> {
  return new Map(
    sections.map(({ anchor, top, bottom, characters }) => {
      const last = before.get(anchor);
      const left = last?.left ?? Math.min(longest, Math.max(shortest, characters * millisecondsPerCharacter));
      const visible = Math.min(bottom, height) - Math.max(top, 0);
      const sight = {
        left: last?.shown ? left - elapsed : left,
        ended: (last?.ended ?? false) || (bottom > 0 && bottom <= height),
        // All of it, or so much that it can be what is being read.
        shown: visible > 0 && visible >= Math.min(bottom - top, height / 3),
      };
      return [anchor, sight];
    }),
  );
}

/** True once a section has been on the screen to its end, and long enough. */
export function isRead({ left, ended }: Sight): boolean {
  return ended && left <= 0;
}
