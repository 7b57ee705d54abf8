import type { Markup } from '../markup.ts';
import type { Form, Picture, Reason } from '../question.ts';
import type { PackageWords } from '../words.ts';
import type { XmlElement } from '../xml.ts';

/** A question as one type of exercise knows it; what all questions have is added afterwards. */
export interface Draft {
  /** Part of the id where an exercise makes several questions. */
  readonly part?: string;
  /** What stands below the exercise's own question. Blocks. */
  readonly material?: Markup;
  readonly points: number;
  readonly pictures?: readonly Picture[];
  readonly reasons?: readonly Reason[];
  /** What is read after the reasons. Blocks. */
  readonly closing?: Markup;
  readonly form: Form;
}

/** What the makers of drafts are given beside the exercise. */
export interface DraftContext {
  readonly words: PackageWords;
  /** A picture by its path from the lesson's folder, and the element that shows it. */
  picture(src: string, alt: string): { readonly picture: Picture; readonly image: XmlElement };
}
