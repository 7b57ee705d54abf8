import type { MarkdownInstance } from 'astro';
import { exerciseComponents } from '#exercise';
import Audio from './lesson/Audio.astro';
import Example from './lesson/Example.astro';
import Exercise from './lesson/Exercise.astro';
import Figure from './lesson/Figure.astro';
import Heading2 from './lesson/Heading2.astro';
import Heading3 from './lesson/Heading3.astro';
import Note from './lesson/Note.astro';
import Quiz from './lesson/Quiz.astro';
import Source from './lesson/Source.astro';
import Steps from './lesson/Steps.astro';
import Tab from './lesson/Tab.astro';
import Table from './lesson/Table.astro';
import Tabs from './lesson/Tabs.astro';
import Term from './lesson/Term.astro';
import TrainerNote from './lesson/TrainerNote.astro';
import Video from './lesson/Video.astro';

/** What the names in a lesson's Markdown stand for. Every exercise type is shown by one component, which asks the model. */
export const textComponents = {
  ...Object.fromEntries(exerciseComponents.map((name) => [name, Exercise])),
  h2: Heading2,
  h3: Heading3,
  table: Table,
  Audio,
  Example,
  Figure,
  Note,
  Quiz,
  Source,
  Steps,
  Tab,
  Tabs,
  Term,
  TrainerNote,
  Video,
};

// Only the files that pages ask for are compiled, so one broken lesson cannot break the page of another.
const texts = import.meta.glob<MarkdownInstance<Record<string, unknown>>>('@content/{courses,gallery,pages}/**/*.mdx');

/** The compiled text of a content file, by its path in the content folder. @throws where there is no such file */
export async function compiledText(file: string): Promise<MarkdownInstance<Record<string, unknown>>> {
  const found = Object.entries(texts).find(([path]) => path.endsWith(`/${file}`));
  if (!found) throw new Error(`There is no text ${file} among the content that was built.`);
  return found[1]();
}
