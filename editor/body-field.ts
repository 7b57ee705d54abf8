import { fields } from '@keystatic/core';
import { block, inline, mark, wrapper, type ContentComponent } from '@keystatic/core/content-components';
import { createElement } from 'react';
import {
  firstLoss,
  hiddenName,
  hideExercises,
  restoreStyle,
  showExercises,
} from '../src/authoring/edit/hide-exercises.ts';
import { components, noteKinds, type AttributeForm } from '../src/course/components.ts';

/** An exercise type as the editor offers it. */
export interface ExerciseForm {
  readonly component: string;
  readonly title: string;
  /** What a new one begins with. */
  readonly markdown: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The text of a lesson as rich text. A lesson that it could not write again without loss is not opened. */
export function bodyField(exercises: readonly ExerciseForm[]) {
  const rich = fields.mdx({
    label: 'Text',
    options: { heading: [2, 3, 4, 5, 6], image: false },
    components: richComponents(exercises),
  });
  const read: typeof rich.parse = (value, given) => {
    const text = decoder.decode(given.content).replaceAll('\r\n', '\n');
    return rich.parse(value, { ...given, content: encoder.encode(hideExercises(text)) });
  };
  const write: typeof rich.serialize = (value, extra) => {
    const written = rich.serialize(value, extra);
    return { ...written, content: encoder.encode(showExercises(restoreStyle(decoder.decode(written.content)))) };
  };
  return {
    ...rich,
    parse: ((value, given) => {
      const state = read(value, given);
      const text = decoder.decode(given.content).replaceAll('\r\n', '\n');
      const lost = firstLoss(text, decoder.decode(write(state, { slug: given.slug }).content));
      if (lost !== null)
        throw new Error(`The editor would not keep this as it is: “${lost.slice(0, 200)}”. Edit the file as text.`);
      return state;
    }) satisfies typeof rich.parse,
    serialize: write,
  };
}

function richComponents(exercises: readonly ExerciseForm[]): Record<string, ContentComponent> {
  const own = Object.entries(components)
    .filter(([name]) => name !== 'Quiz')
    .map(([name, { form, attributes }]): [string, ContentComponent] => {
      const schema = Object.fromEntries(
        Object.entries(attributes).map(([attribute, kind]) => [attribute, attributeField(name, attribute, kind)]),
      );
      if (name === 'Source') return [name, inline({ label: name, schema, ContentView: citation })];
      if (form === 'inline')
        return [name, mark({ label: name, icon: createElement('span', null, 'T'), tag: 'mark', schema })];
      return [name, wrapper({ label: name, schema })];
    });
  return Object.fromEntries([...own, ...exercises.map(exerciseBlock)]);
}

function citation({ value }: { readonly value: Readonly<Record<string, unknown>> }) {
  return createElement('sup', null, `[${String(value['id'])}]`);
}

function attributeField(component: string, name: string, form: AttributeForm) {
  if (component === 'Note')
    return fields.select({
      label: name,
      options: noteKinds.map((value) => ({ label: value, value })),
      defaultValue: noteKinds[0],
    });
  // An attribute that is not set is not written.
  if (form === 'flag') {
    return {
      ...fields.checkbox({ label: name }),
      serialize: (value: boolean) => ({ value: value ? true : undefined }),
    };
  }
  const text = fields.text({ label: name, validation: { isRequired: form === 'required' } });
  return form === 'required' ? text : { ...text, serialize: (value: string) => ({ value: value || undefined }) };
}

function exerciseBlock({ component, title, markdown }: ExerciseForm): [string, ContentComponent] {
  const text = fields.text({ label: 'Markdown', multiline: true, defaultValue: markdown });
  const schema = {
    markdown: {
      ...text,
      parse: (value: unknown) => decodeURIComponent(String(value ?? '')),
      serialize: (value: string) => ({ value: encodeURIComponent(value) }),
      // In an exercise its Markdown alone is kept; as the name of a file it is never used.
      serializeWithSlug: (value: string) => ({ slug: '', value: encodeURIComponent(value) }),
    },
  };
  const ContentView = ({ value }: { readonly value: { readonly markdown: string } }) =>
    createElement('pre', { style: { whiteSpace: 'pre-wrap', margin: 0 } }, value.markdown);
  return [hiddenName(component), block({ label: component, description: title, schema, ContentView })];
}
