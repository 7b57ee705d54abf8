/** What a format, or any question bank, cannot carry of an exercise, and what stands in for it. */
export const lossTable = {
  confidence: {
    what: 'how sure the learner is',
    instead: 'nothing; in Moodle the behaviour "with CBM" asks it for every question of a quiz',
  },
  search: {
    what: 'opening search results within a budget (LateralRead)',
    instead: 'all results and their pages stand in the question; the verdict alone is marked',
  },
  tools: {
    what: 'using the picture’s tools (ImageLab)',
    instead: 'what each tool shows stands in the question; findings and verdict are marked, 3 points to 2',
  },
  story: {
    what: 'a story whose meters move (Branch)',
    instead:
      'a question for each scene where there is something to decide, on the shortest way to it; a choice earns the share of the goals that it leaves within reach',
  },
  house: {
    what: 'building a house of places (MessageHouse)',
    instead: 'one question sorts the cards, one puts each proof to its pillar, a point for each',
  },
  mending: {
    what: 'marking edited sentences by what they must contain (PostEdit)',
    instead: 'an essay that the lecturer marks; a good translation stands beside it',
  },
  'both-kinds': {
    what: 'that sound and misleading posts must both be judged rightly (HeadlineSort)',
    instead: 'each post counts, as many points for one kind as for the other',
  },
  quiz: {
    what: 'several exercises as one test with a result (Quiz)',
    instead: 'a tag with its id, by which its questions can be put into a quiz of the platform',
  },
  'self-rating': {
    what: 'rating a text of one’s own step by step (Reflect)',
    instead: 'the criteria and their levels stand in the question, which is not marked',
  },
  'correct-order': {
    what: 'counting the order of a correction in one piece (CorrectIt)',
    instead: 'a good card in its own place earns 3.75 points of 15, in another place 3',
  },
  hints: { what: 'hints', instead: 'nothing; they stay in the lesson, to which each question leads' },
  points: {
    what: 'points, and questions that do not count',
    instead: 'every question counts 1; a warm-up says in its text that it does not count',
  },
  picture: { what: 'pictures', instead: 'the description of each, and the way to the lesson that shows it' },
  parts: {
    what: 'part credit, several right targets or a reason for each item in one question',
    instead: 'a question for each item, with its own reason',
  },
  harmless: {
    what: 'words that are rightly left unmarked, and earn nothing by it',
    instead: 'each is a question of its own, which earns a point when they are called harmless',
  },
  marking: {
    what: 'marking words in a text',
    instead: 'the words are answers to choose from; they stand underlined in the text',
  },
  gaps: { what: 'gaps in a text', instead: 'numbered gaps in the text, and each number is matched with a word' },
  'order-steps': {
    what: 'putting steps in order',
    instead: 'each step is matched with its place, and a step in its right place earns its share',
  },
  'order-share': {
    what: 'part credit for an order as we give it',
    instead: 'Moodle counts the longest run in the right order, the first step included',
  },
  'order-whole': {
    what: 'part credit for an order with a slip',
    instead: 'one point where all steps stand rightly, else none',
  },
  scale: {
    what: 'a scale with credit that falls with the distance',
    instead: 'a number to type; near the target it earns 75, 50 or 25 %',
  },
  'free-scale': { what: 'a scale on which nothing is wrong', instead: 'a text field, not marked' },
  fractions: {
    what: 'shares of a point that Moodle does not know',
    instead: 'the nearest share that it knows',
  },
  'many-options': {
    what: 'more than 20 right answers to one question',
    instead: 'an essay that lists them, marked by the lecturer',
  },
  language: {
    what: 'the language of answers that are plain text',
    instead: 'nothing there; all other texts carry it',
  },
  shares: {
    what: 'part of the points for a part of the answer',
    instead:
      'the best answer earns all points of its question, any other none; of several right ones Moodle gives each its share',
  },
  'whole-points': {
    what: 'parts of a point as what a question is worth',
    instead: 'the nearest whole number, at least 1',
  },
  'no-points': {
    what: 'questions that nobody marks, or that do not count, in a quiz',
    instead: 'they stand in the lesson, with the answer at its end',
  },
  'quiz-total': {
    what: 'the sum of a quiz’s points, in Moodle: its importer writes 4 for every quiz, and 1 for every question',
    instead: 'in each quiz, before anybody answers: Questions, change the mark of one question and change it back',
  },
  numbers: {
    what: 'a scale with credit that falls with the distance',
    instead: 'a number to choose or to type; every one within the target is right',
  },
  checking: {
    what: 'checking answers, hints, and how sure the learner is',
    instead: 'the answers with their reasons stand at the end',
  },
  steps: {
    what: 'what is done step by step: opening search results, using a picture’s tools, a story whose meters move',
    instead: 'all of it stands in the question to read; a story is a question for each scene on its shortest way',
  },
  'told-confidence': {
    what: 'telling the platform of hints, and of how sure the learner is',
    instead: 'the learner sees and keeps both',
  },
  'told-own-text': {
    what: 'sending a text of one’s own',
    instead: 'that it was written counts as answered; the text stays between the learner and the module',
  },
  'told-warm-up': {
    what: 'marking a warm-up question',
    instead: 'the answer is told and counts in no score',
  },
  'short-state': {
    what: 'keeping whatever a learner types: a platform gives 4,096 characters for a module',
    instead: 'what was typed last is kept, about 2,000 letters beside 200 answers; scores and all other answers stay',
  },
  recordings: { what: 'films and recordings', instead: 'their words, and a link to where they play' },
} as const satisfies Readonly<Record<string, { readonly what: string; readonly instead: string }>>;

export type LossId = keyof typeof lossTable;

/** A loss of one exercise. */
export interface Loss {
  /** Full id: course/module/lesson/exercise. */
  readonly exercise: string;
  readonly what: LossId;
}

/** Losses of the exercise that made a question: its id begins with course, module, lesson and exercise. */
export function lossesOf({ id }: { readonly id: string }, kinds: readonly LossId[]): Loss[] {
  const exercise = id.split('/').slice(0, 4).join('/');
  return kinds.map((what) => ({ exercise, what }));
}

/** The losses by kind, in the order of the table, each with the exercises that it concerns, each once. */
export function groupLosses(losses: readonly Loss[]): { what: LossId; exercises: string[] }[] {
  return (Object.keys(lossTable) as LossId[]).flatMap((what) => {
    const exercises = [...new Set(losses.filter((loss) => loss.what === what).map(({ exercise }) => exercise))];
    return exercises.length ? [{ what, exercises }] : [];
  });
}
