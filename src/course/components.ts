import { exerciseComponents } from '#exercise';

/** What an attribute of a component may hold. */
export type AttributeForm = 'text' | 'required' | 'flag';

export interface ComponentDefinition {
  /** A block stands on lines of its own; an inline component stands in a sentence. */
  readonly form: 'block' | 'inline';
  readonly attributes: Readonly<Record<string, AttributeForm>>;
}

/** Kinds of `<Note>`. */
export const noteKinds = ['tip', 'caution', 'key', 'evidence'] as const;

const media = { src: 'text', href: 'text', title: 'required', credit: 'text', licence: 'text' } as const;

/** Components of a lesson other than exercises, with the attributes that authors may write. */
export const components: Readonly<Record<string, ComponentDefinition>> = {
  Example: { form: 'block', attributes: { title: 'text', lookalike: 'flag' } },
  Term: { form: 'inline', attributes: { id: 'required' } },
  Source: { form: 'inline', attributes: { id: 'required', at: 'text' } },
  Figure: { form: 'block', attributes: { src: 'required', alt: 'required', credit: 'required', licence: 'required' } },
  Video: { form: 'block', attributes: media },
  Audio: { form: 'block', attributes: media },
  Note: { form: 'block', attributes: { kind: 'required' } },
  Steps: { form: 'block', attributes: {} },
  Tabs: { form: 'block', attributes: {} },
  Tab: { form: 'block', attributes: { title: 'required' } },
  Quiz: { form: 'block', attributes: { id: 'required', title: 'required', pass: 'text' } },
  TrainerNote: { form: 'block', attributes: {} },
};

/** Every component name an author may write. */
export const componentNames: readonly string[] = [...Object.keys(components), ...exerciseComponents];

/** HTML elements that may stand in a lesson, with their attributes. None of them can run, load or overlay anything. */
export const htmlElements: Readonly<Record<string, readonly string[]>> = {
  br: [],
  sub: [],
  sup: [],
  kbd: [],
  abbr: ['title', 'lang'],
  cite: ['lang'],
  q: ['lang'],
  mark: [],
  span: ['lang'],
};

/** Schemes a link may have; everything else (javascript:, data:) could run or deceive. */
export const linkSchemes: readonly string[] = ['http', 'https', 'mailto', 'tel'];
