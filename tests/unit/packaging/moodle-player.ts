import { all, parseXml, textAt, type Parsed } from './parse-xml.ts';

/** Shares of a point that Moodle's importer takes (`question_bank::fraction_options_full`), in percent. */
const known = [
  100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5,
  0,
];

const children = (node: Parsed, name: string) => node.children.filter((child) => child.name === name);

export const fractionsOf = (question: Parsed): number[] =>
  children(question, 'answer').map(({ attributes }) => Number(attributes['fraction']));

/**
 * What would make Moodle refuse a question, or stop the import at it: rules of `qformat_xml`, of `save_question_options` of
 * each type, and what a real import has shown.
 */
export function faultsOf(question: Parsed): string[] {
  const type = question.attributes['type'] ?? '';
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string) => {
    if (!holds) faults.push(`${textAt(question, 'name', 'text')}: ${fault}`);
  };
  if (type === 'category') {
    expect(textAt(question, 'category', 'text').startsWith('$course$/top/'), 'no path from the top category');
    // It is to be unique in the bank, where a second language or a later edition of the same lesson is imported, too.
    expect(textAt(question, 'idnumber') === '', 'a category with an id number');
    return faults;
  }
  const fractions = fractionsOf(question);
  const name = textAt(question, 'name', 'text');
  expect(name !== '', 'no name');
  expect(textAt(question, 'questiontext', 'text') !== '', 'no text');
  expect(/^[a-z0-9/-]{1,100}$/.test(textAt(question, 'idnumber')), 'no id number of 100 characters');
  expect(Number(textAt(question, 'defaultgrade')) >= 0, 'no grade');
  if (type !== 'ordering') {
    const strange = fractions.filter((fraction) => !known.some((one) => Math.abs(one - Math.abs(fraction)) < 0.001));
    expect(strange.length === 0, `unknown shares: ${strange.join(', ')}`);
  }
  if (type === 'multichoice') {
    expect(fractions.length > 1, 'fewer than two answers');
    const right = fractions.filter((fraction) => fraction > 0).reduce((sum, fraction) => sum + fraction, 0);
    if (textAt(question, 'single') === 'true') expect(Math.max(...fractions) === 100, 'no answer earns everything');
    else expect(Math.abs(right - 100) < 0.5, `right answers earn ${right} % together`);
  } else if (type === 'matching') {
    const rows = children(question, 'subquestion');
    expect(rows.length > 2, 'fewer than three rows');
    expect(
      rows.every((row) => [...textAt(row, 'answer', 'text')].length < 256),
      'a target of more than 255 characters',
    );
    expect(
      rows.every((row) => textAt(row, 'answer', 'text') !== ''),
      'a row without a target',
    );
  } else if (type === 'ordering') {
    // Without it the database refuses the question and the whole file with it.
    expect(children(question, 'shownumcorrect').length === 1, 'no shownumcorrect');
    expect(
      fractions.every((fraction, index) => fraction === index + 1),
      'no order',
    );
  } else if (type === 'gapselect') {
    const options = children(question, 'selectoption').length;
    const gaps = [...textAt(question, 'questiontext', 'text').matchAll(/\[\[(\d+)\]\]/gu)].map(([, number]) =>
      Number(number),
    );
    expect(gaps.length > 0, 'no gap');
    expect(
      gaps.every((number) => number >= 1 && number <= options),
      'a gap without its word',
    );
  } else if (type === 'numerical' || type === 'shortanswer') {
    expect(fractions[0] === 100, 'the first answer is not right');
  } else {
    expect(type === 'essay', `unknown type ${type}`);
  }
  return faults;
}

/** The share of its points that a question gives for what was chosen: answers by index; targets or words in order. */
export function scoreOf(question: Parsed, chosen: readonly number[], targets: readonly string[]): number {
  const type = question.attributes['type'];
  if (type === 'multichoice') {
    const fractions = fractionsOf(question);
    const sum = chosen.reduce((total, index) => total + (fractions[index] ?? 0), 0);
    return Math.min(1, Math.max(0, sum / 100));
  }
  const rows = children(question, 'subquestion').filter((row) => textAt(row, 'text') !== '');
  const words = children(question, 'selectoption').map((option) => textAt(option, 'text'));
  const gaps = [...textAt(question, 'questiontext', 'text').matchAll(/\[\[(\d+)\]\]/gu)].map(
    ([, number]) => words[Number(number) - 1],
  );
  const wanted = type === 'matching' ? rows.map((row) => textAt(row, 'answer', 'text')) : gaps;
  return wanted.filter((target, index) => target === targets[index]).length / wanted.length;
}

/** The questions of a file, without its categories. */
export function questionsIn(quiz: Parsed): Parsed[] {
  return all(quiz, 'question').filter(({ attributes }) => attributes['type'] !== 'category');
}

/**
 * What Moodle makes of each text of a file (`core\xml_parser`, seen in 4.5 and 5.1): it gathers text in pieces and drops
 * those that are nothing but space. PHP's parser begins a piece at each reference, and after spaces that a letter which is
 * not ASCII follows; a section of CDATA is one piece.
 */
export function textsGathered(source: string): string[] {
  return [...source.matchAll(/<text>(.*?)<\/text>/gsu)].map(([, text = '']) => {
    const pieces = [
      ...text.matchAll(/<!\[CDATA\[(.*?)\]\]>|(&[^;]+;)|([ \t\n]+(?=[^\0-\x7F]))|([^&<]+?(?=[&<]|$))/gsu),
    ];
    const words = pieces.map(([piece, section]) => section ?? parseXml(`<piece>${piece}</piece>`).text);
    return words.filter((word) => /[^ \t\n]/u.test(word)).join('');
  });
}
