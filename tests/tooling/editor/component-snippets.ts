import {
  isRefusal,
  newFigure,
  newLesson,
  newModule,
  newSource,
  newTerm,
  type Creation,
  type Refusal,
} from '#authoring';
import { noteKinds, readContent, skillTags, translationStates } from '#course';
import { readContentFiles } from '#course/adapters/node-content';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { SnippetText } from './snippet-text.ts';

/** Something to be written in an editor by a short word. */
export interface Snippet {
  /** What an author types. */
  readonly prefix: string;
  readonly description: string;
  readonly body: string;
  /** Languages of the editor in which it is offered. */
  readonly scope: 'mdx,markdown' | 'yaml' | 'mdx,markdown,yaml';
}

// Forms are texts with places to fill: what the templates of `bilig new` leave open (✎), ids, and what stands in ⟦⟧,
// with its choices parted by bars. A place that readers would see keeps its ✎ until it is filled, so the check names it.
const place = /⟦([^⟧]*)⟧|(✎ [^"<\n]+)|\b(my-own)\b/gu;
const id = 'my-own';
const today = '⟦CURRENT_YEAR⟧-⟦CURRENT_MONTH⟧-⟦CURRENT_DATE⟧';
const credits = 'credit="✎ Who made it" licence="⟦CC-BY-SA-4.0⟧"';

/** Components that `bilig new` does not write. */
const forms: readonly (readonly [prefix: string, description: string, form: string])[] = [
  ['example', 'An invented example, labelled so in words', block('Example', 'title="✎ What it is, such as The post"')],
  ['note', `An aside: ${noteKinds.join(', ')}`, block('Note', `kind="⟦${noteKinds.join('|')}⟧"`)],
  ['steps', 'A worked procedure', '<Steps>\n\n1. ✎ The first step.\n2. ✎ The second step.\n\n</Steps>'],
  ['tabs', 'Alternatives side by side', `<Tabs>\n\n${tab('first')}\n\n${tab('second')}\n\n</Tabs>`],
  ['trainer-note', 'Never shown to students, never indexed or packed', block('TrainerNote', '')],
  ['video', 'A film in the folder media, with captions beside it', recording('Video', 'film.mp4')],
  ['video-link', 'A card that leads to a film elsewhere', link('Video')],
  ['audio', 'A recording in the folder media', recording('Audio', 'talk.mp3')],
  ['audio-link', 'A card that leads to a recording elsewhere', link('Audio')],
];

function block(component: string, attributes: string): string {
  return `<${component}${attributes && ` ${attributes}`}>\n\n✎ Its text.\n\n</${component}>`;
}

function tab(which: string): string {
  return block('Tab', `title="✎ Name of the ${which}"`);
}

function recording(component: string, file: string): string {
  return block(component, `src="⟦media/${file}⟧" title="✎ Its title" ${credits}`).replace(
    'Its text.',
    'Its transcript.',
  );
}

function link(component: string): string {
  return block(component, 'href="⟦https://one.example/page⟧" title="✎ Its title"').replace(
    'Its text.',
    'Its transcript.',
  );
}

/** Snippets of components, front matter and entries of YAML files. */
export function makeComponentSnippets(): Snippet[] {
  const own = forms.map(([prefix, description, form]) => snippet(prefix, description, form));
  const state = `translation:\n  state: ⟦${translationStates.join('|')}⟧`;
  // Front matter is YAML to an editor that knows MDX.
  const translation = snippet('translation', 'How far a translation has come', state, 'mdx,markdown,yaml');
  return [...own, translation, ...createdSnippets()];
}

/** What `bilig new` would write in a small course. */
function createdSnippets(): Snippet[] {
  const reading = readContent(readContentFiles('tests/fixtures/authoring/base'), parseMdx);
  const words = { title: undefined, summary: undefined, objectives: [] };
  const [course, module, lesson] = ['demo', 'first', 'one'];
  const entry = { minutes: 15, skills: ['SRC'], published: '2000-01-01' };
  const newOne = made(newLesson(reading, { course, module, id, ...words, ...entry }));
  const page = made(newModule(reading, { course, id, ...words }));
  const picture = made(newFigure(reading, { lesson, picture: `${id}.svg`, licence: '⟦CC-BY-SA-4.0⟧' }));
  const term = made(newTerm(reading, { id, term: '✎ the term', avoid: [] }));
  const source = made(
    newSource(reading, {
      id,
      author: '✎ Who wrote it',
      year: '⟦2026⟧',
      title: '✎ Its title, as it was published',
      publisher: '✎ Journal with volume, or publisher',
      url: '⟦https://one.example/work⟧',
      language: '⟦en⟧',
    }),
  );
  const added = (creation: Creation, file: string) =>
    addedText(reading.files.texts.get(file), creation.changed.get(file));
  const lessonLine = added(newOne, 'courses/demo/course.yaml')
    .replace(/(?<=minutes: )\d+/u, '⟦$&⟧')
    .replace(/(?<=skills: \[)\w+/u, `⟦${skillTags.join('|')}⟧`)
    .replace(entry.published, today);
  return [
    snippet('lesson', 'A whole lesson, in an empty file', onlyOf(newOne.created)),
    snippet('page', 'Front matter of a module’s page, or of any page of prose', onlyOf(page.created)),
    snippet(
      'figure',
      'A picture in the folder media',
      added(picture, 'courses/demo/first/one/en.mdx').replace(`media/${id}.svg`, '⟦media/picture.svg⟧'),
    ),
    snippet('term', 'A word of the glossary with its definition', markupIn(term)),
    snippet('source', 'A citation, listed below the lesson', markupIn(source)),
    snippet('lesson', 'A lesson in the list of its module (course.yaml)', lessonLine, 'yaml'),
    snippet('term', 'A term in one language (glossary)', onlyOf(term.created), 'yaml'),
    snippet('source', 'A work of the bibliography (sources.yaml)', added(source, 'sources.yaml'), 'yaml'),
  ];
}

function made(creation: Creation | Refusal): Creation {
  if (isRefusal(creation)) throw new Error(creation.refused);
  return creation;
}

function onlyOf(texts: ReadonlyMap<string, string>): string {
  return [...texts.values()].join('');
}

function addedText(before = '', after = ''): string {
  const end = [...before].findIndex((character, at) => after[at] !== character);
  const start = end < 0 ? before.length : end;
  return after.slice(start, after.length - (before.length - start)).trim();
}

/** What a note says is to be written in a lesson. */
function markupIn({ notes }: Creation): string {
  return /`(<[^`]+>)`/u.exec(notes.join('\n'))?.[1] ?? '';
}

function snippet(prefix: string, description: string, form: string, scope: Snippet['scope'] = 'mdx,markdown'): Snippet {
  const text = new SnippetText();
  let end = 0;
  for (const { 0: whole, 1: given, 2: open, index } of form.trim().matchAll(place)) {
    text.plain(form.trim().slice(end, index));
    const choices = given?.split('|') ?? [];
    if (choices.length > 1) text.choice(choices);
    else if (/^[A-Z_]+$/u.test(given ?? '')) text.variable(given ?? '');
    else text.place(given ?? open ?? whole);
    end = index + whole.length;
  }
  text.plain(form.trim().slice(end));
  return { prefix, description, body: text.toString(), scope };
}
