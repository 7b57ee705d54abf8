import { checkQuestionCount, ImportFault } from '../limits.ts';
import { nothingFound, wordsOf, type Found, type FoundPicture, type ImportContext, type Piece } from '../found.ts';
import { textAt, type XmlTree } from '../xml-tree.ts';
import { headCategories, type CategorisedPiece } from '../categories.ts';
import { openQuestion, type MoodleQuestion } from './question-texts.ts';
import { makeMoodleExercise } from './question-types.ts';

/** The questions of a file in Moodle's XML format, as exercises and text. @throws an `ImportFault` */
export function readMoodle(root: XmlTree, context: ImportContext): Found {
  if (root.name !== 'quiz')
    throw new ImportFault(
      `The file is XML, but no question bank of Moodle: it begins with <${root.name}> and not with <quiz>. In Moodle: Question bank → Export → Moodle XML format.`,
    );
  const questions = root.children.filter(({ name }) => name === 'question');
  checkQuestionCount(questions.length);
  const pictures = new Map<string, FoundPicture>();
  const pieces: CategorisedPiece[] = [];
  let category: string | null = null;
  let number = 0;
  for (const node of questions) {
    const type = node.attributes['type'] ?? '';
    if (type === 'category') {
      category = textAt(node, 'category', 'text') || textAt(node, 'category');
      continue;
    }
    number++;
    const place = `question ${number}, line ${node.line}`;
    if (['1', 'true'].includes(textAt(node, 'hidden').trim())) {
      context.note('hidden', place);
      continue;
    }
    const question = openQuestion(node, { number, place, pictures, context });
    pieces.push({ category, pieces: readQuestion(type, question, context) });
  }
  return { ...nothingFound, ...headCategories(pieces, context), pictures };
}

function readQuestion(type: string, question: MoodleQuestion, context: ImportContext): Piece[] {
  const { place } = question;
  if (type === 'description') {
    const nodes = question.prompt;
    return nodes.length ? [{ kind: 'text', nodes }] : [];
  }
  const made = makeMoodleExercise(type, question, context);
  if (made === null) {
    context.note('question-type', place, type);
    return [{ kind: 'open', what: `A question of the type "${type}" stood here.`, nodes: question.words() }];
  }
  if (typeof made !== 'string') return [{ kind: 'exercise', exercise: made, place }];
  context.note('question-unfit', place, made);
  const nodes = question.words();
  return wordsOf(nodes) ? [{ kind: 'open', what: 'A question stood here that is no exercise yet.', nodes }] : [];
}
