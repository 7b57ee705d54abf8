import { errorAt, exerciseComponents, placeOf, readAttributes, type MarkdownNode } from '#exercise';
import { lowerCase } from '#language';
import { suggestName, type Place, type Problem } from '#problem';
import { componentNames, components, htmlElements, noteKinds, type ComponentDefinition } from './components.ts';

interface Report {
  readonly file: string;
  readonly problems: Problem[];
}

/** Reports what a lesson must not contain: JavaScript, unknown components and attributes, HTML off the allow-list. */
export function checkComponent(node: MarkdownNode, top: boolean, report: Report): void {
  const place = placeOf(node, report.file);
  if (node.type === 'mdxjsEsm') add(report, place, 'javascript', noScript('an import or export'));
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    add(report, place, 'javascript', noScript('an expression in braces'));
  }
  if (node.type === 'html') add(report, place, 'html-not-allowed', rawHtml(node.value ?? ''));
  if (node.type === 'image') add(report, place, 'image-outside-figure', imageAdvice);
  if (node.type === 'heading' && !top) add(report, place, 'heading-inside-component', headingAdvice);
  if (!node.type.startsWith('mdxJsx')) return;
  const name = node.name ?? '';
  for (const attribute of node.attributes ?? []) {
    const spread = attribute.type !== 'mdxJsxAttribute';
    if (spread || (typeof attribute.value === 'object' && attribute.value !== null)) {
      add(report, place, 'javascript', noScript(`an expression in the attributes of <${name}>`));
    }
  }
  if (exerciseComponents.includes(name)) checkExercisePlace(node, place, report);
  else if (/^[a-z]/u.test(name)) checkElement(node, place, report);
  else checkDefinition(node, place, report);
}

interface Advice {
  readonly message: string;
  readonly hint: string;
}

function add(report: Report, place: Place, rule: string, advice: Advice): void {
  report.problems.push(errorAt(place, rule, advice));
}

function noScript(what: string): Advice {
  return {
    message: `Here stands ${what}. A lesson is data: it holds no JavaScript, so that a lesson from elsewhere can be trusted.`,
    hint: 'Remove it. A brace that is meant as a character is written `&#123;`, a less-than sign `&lt;`.',
  };
}

function rawHtml(source: string): Advice {
  return {
    message: `HTML (${source.slice(0, 30)}) is not part of a lesson.`,
    hint: 'Write it in Markdown, or use a component.',
  };
}

const imageAdvice: Advice = {
  message: 'A picture stands in a <Figure>, which asks for its text alternative, credit and licence.',
  hint: 'Write `<Figure src="media/name.svg" alt="What it shows" credit="Who made it" licence="CC-BY-SA-4.0">Caption.</Figure>`.',
};

const headingAdvice: Advice = {
  message: 'A heading inside a component is missing from the contents, and its anchor from the address.',
  hint: 'Move it above the component, or make it a line in **bold**.',
};

const nestedExercise: Advice = {
  message: 'An exercise cannot stand inside another one.',
  hint: 'Close the first exercise before the second begins.',
};

const componentInExercise: Advice = {
  message: 'Inside an exercise stands Markdown only; components would put buttons into buttons.',
  hint: 'Move it above the exercise, or write it as plain Markdown.',
};

function checkExercisePlace(node: MarkdownNode, place: Place, report: Report): void {
  if (node.type === 'mdxJsxTextElement') {
    add(report, place, 'component-not-a-block', {
      message: `<${node.name}> stands inside a sentence.`,
      hint: 'Put its tags on lines of their own, with an empty line after the opening and before the closing one.',
    });
  }
  for (const inner of descendants(node)) {
    if (!inner.type.startsWith('mdxJsx') || inner.name === null || /^[a-z]/u.test(inner.name ?? '')) continue;
    const exercise = exerciseComponents.includes(inner.name ?? '');
    add(report, placeOf(inner, report.file), 'component-in-exercise', exercise ? nestedExercise : componentInExercise);
  }
}

function descendants(node: MarkdownNode): MarkdownNode[] {
  return (node.children ?? []).flatMap((child) => [child, ...descendants(child)]);
}

function checkElement(node: MarkdownNode, place: Place, report: Report): void {
  const name = node.name ?? '';
  // A name such as `constructor` must not find what every object has.
  const allowed = Object.hasOwn(htmlElements, name) ? htmlElements[name] : undefined;
  if (!allowed) {
    const near = componentOfOtherCase(name) ?? suggestName(name, Object.keys(htmlElements));
    add(report, place, 'html-not-allowed', {
      message: `The HTML element <${name}> is not part of a lesson.`,
      hint: near
        ? `Did you mean \`<${near}>\`?`
        : `Use Markdown or a component. These are allowed: ${Object.keys(htmlElements).join(', ')}.`,
    });
    return;
  }
  for (const attribute of readAttributes(node).keys()) {
    if (!allowed.includes(attribute)) {
      add(report, place, 'attribute-unknown', {
        message: `<${name}> may not have the attribute "${attribute}" in a lesson.`,
        hint: hintForAttribute(attribute, allowed) ?? 'Remove the attribute.',
      });
    }
  }
}

function hintForMissing(component: string, attribute: string): string {
  if (attribute === 'alt') return 'Say in `alt="…"` what it shows and why it stands here.';
  const mended = component === 'Quiz' && attribute === 'id' ? ', or let `check --fix` write one' : '';
  return `Add \`${attribute}="…"\`${mended}.`;
}

/** The component that somebody wrote with a small letter, as names of HTML are written. */
function componentOfOtherCase(name: string): string | null {
  const sameLetters = (component: string) => lowerCase('en', component) === lowerCase('en', name);
  return componentNames.find(sameLetters) ?? null;
}

/** Null where there are no attributes. */
function hintForAttribute(name: string, known: readonly string[]): string | null {
  const near = suggestName(name, known);
  if (near) return `Did you mean \`${near}\`?`;
  return known.length ? `It takes: ${known.join(', ')}.` : null;
}

function checkDefinition(node: MarkdownNode, place: Place, report: Report): void {
  const name = node.name ?? '';
  const definition = Object.hasOwn(components, name) ? components[name] : undefined;
  if (!definition) {
    const near = suggestName(name, componentNames);
    add(report, place, 'component-unknown', {
      message: `There is no component <${name}>.`,
      hint: near ? `Did you mean \`<${near}>\`?` : `Known are: ${componentNames.join(', ')}.`,
    });
    return;
  }
  if (definition.form === 'block' && node.type === 'mdxJsxTextElement' && node.children?.length !== 0) {
    add(report, place, 'component-not-a-block', {
      message: `<${name}> stands inside a sentence or on one line with its text.`,
      hint: 'Put its tags on lines of their own.',
    });
  }
  checkAttributes(node, definition, place, report);
}

function checkAttributes(node: MarkdownNode, definition: ComponentDefinition, place: Place, report: Report): void {
  const given = readAttributes(node);
  const known = Object.keys(definition.attributes);
  for (const [name, value] of given) {
    const form = Object.hasOwn(definition.attributes, name) ? definition.attributes[name] : undefined;
    if (!form) {
      add(report, place, 'attribute-unknown', {
        message: `<${node.name}> has no attribute "${name}".`,
        hint: hintForAttribute(name, known) ?? 'It takes none. Remove it.',
      });
    } else if ((form === 'flag') !== (value === true)) {
      add(report, place, 'attribute-value', {
        message: form === 'flag' ? `"${name}" takes no value.` : `"${name}" needs a value.`,
        hint: form === 'flag' ? `Write \`${name}\` alone.` : `Write \`${name}="…"\`.`,
      });
    }
  }
  for (const [name, form] of Object.entries(definition.attributes)) {
    const value = given.get(name);
    if (form !== 'required' || (typeof value === 'string' && value.trim())) continue;
    const rule = name === 'alt' ? 'alt-missing' : 'attribute-missing';
    add(report, place, rule, {
      message:
        name === 'alt' ? 'This figure says nothing to a reader who cannot see it.' : `<${node.name}> needs "${name}".`,
      hint: hintForMissing(node.name ?? '', name),
    });
  }
  const kind = node.name === 'Note' ? given.get('kind') : undefined;
  if (typeof kind === 'string' && !noteKinds.some((known) => known === kind)) {
    const near = suggestName(kind, noteKinds);
    add(report, place, 'attribute-value', {
      message: `A note has no kind "${kind}".`,
      hint: near ? `Did you mean \`kind="${near}"\`?` : `Its kinds are: ${noteKinds.join(', ')}.`,
    });
  }
}
