/** A section of the lesson for which the panel is opened. */
export interface LessonSection {
  readonly heading: HTMLElement;
  /** The source language's anchor. */
  readonly anchor: string;
}

/** What another tool puts into the panel of a section; null where it has nothing to offer there. */
export type SectionTool = (section: LessonSection) => Promise<HTMLElement | null> | HTMLElement | null;

/** Tools besides bookmark and note, in the order in which they stand. Whoever has one adds it. */
export const sectionTools: SectionTool[] = [];
