import type { Bank, BankLesson } from '../bank.ts';
import { feedbackOf, inLanguage } from '../feedback.ts';
import { lossesOf, type Loss } from '../losses.ts';
import { mapElements, paragraph, wordsOf, type Markup } from '../markup.ts';
import type { PackageFiles, ReadPicture } from '../package-files.ts';
import {
  hasForm,
  type ChoiceForm,
  type EssayForm,
  type GapPiece,
  type MatchForm,
  type OrderForm,
  type Question,
  type ScaleForm,
  type ShortTextForm,
} from '../question.ts';
import { shortIdOf } from '../short-id.ts';
import { element, escapeText, writeDocument, writeNodes, type XmlElement, type XmlNode } from '../xml.ts';
import { percentsOf, reduceQuestion } from './reduce.ts';
import { bandsOf } from './scale-bands.ts';

/**
 * Moodle XML: the questions of a bank with pictures, hints, tags and id numbers, in a category for each lesson.
 *
 * Texts stand in sections of CDATA, as Moodle writes them itself: its parser gathers other text in pieces, cut at each
 * reference and between a space and a letter that is not ASCII, and drops pieces that are nothing but space.
 */
export function writeMoodleXml(bank: Bank, read: ReadPicture): PackageFiles {
  const lessons = bank.lessons.map((lesson) => writeLesson(lesson, bank, read));
  const quiz = element(
    'quiz',
    {},
    lessons.flatMap(({ nodes }) => nodes),
  );
  return {
    files: new Map([['questions.xml', writeDocument(quiz, 'sections')]]),
    questions: lessons.reduce((sum, { questions }) => sum + questions, 0),
    losses: [...bank.losses, ...lessons.flatMap(({ losses }) => losses)],
  };
}

interface WrittenLesson {
  readonly nodes: readonly XmlNode[];
  readonly questions: number;
  readonly losses: readonly Loss[];
}

function writeLesson(lesson: BankLesson, bank: Bank, read: ReadPicture): WrittenLesson {
  const reduced = lesson.questions.map((question) => reduceQuestion(question, { gaps: true, order: true }));
  const questions = reduced.flatMap((one) => one.questions).map((question) => writeQuestion(question, read));
  return {
    nodes: questions.length ? [categoryOf(lesson, bank), ...questions] : [],
    questions: questions.length,
    losses: [...reduced.flatMap((one) => one.losses), ...withoutHints(reduced.flatMap((one) => one.questions))],
  };
}

/** An essay has no tries between which a hint could stand. */
function withoutHints(questions: readonly Question[]): Loss[] {
  return questions
    .filter((question) => hasForm(question, 'essay') && question.hints.length > 0)
    .flatMap((question) => lossesOf(question, ['hints']));
}

/**
 * A category has no id number: Moodle wants it to be the only one in the whole bank, and a second language, a new title or
 * a category that was moved would end the import in an error of the database.
 */
function categoryOf(lesson: BankLesson, { authors, licence, address }: Bank): XmlElement {
  // Two slashes are one in a name.
  const path = ['$course$', 'top', ...lesson.folders.map((name) => name.replaceAll('/', '//'))].join('/');
  const info = paragraph([
    ...[authors.join(', '), ' · '],
    licence.url === null ? licence.name : element('a', { href: licence.url }, [licence.name]),
    ' · ',
    element('a', { href: address }, [address]),
  ]);
  return element('question', { type: 'category' }, [
    element('category', {}, [textOf(path)]),
    htmlOf('info', [info], lesson.locale),
  ]);
}

function textOf(text: string): XmlElement {
  return element('text', {}, [text]);
}

function htmlOf(name: string, markup: Markup, locale: string, files: readonly XmlNode[] = []): XmlElement {
  const html = writeNodes(inLanguage(markup, locale), 'html');
  return element(name, { format: 'html' }, [textOf(html), ...files]);
}

function leaf(name: string, value: string | number): XmlElement {
  return element(name, {}, [String(value)]);
}

interface Body {
  readonly type: string;
  readonly prompt: Markup;
  readonly nodes: readonly XmlNode[];
}

/** The class that Moodle's own editor gives to pictures, so that they are no wider than a phone. */
const fluid = 'img-fluid';

function writeQuestion(question: Question, read: ReadPicture): XmlElement {
  const { locale, name, id, points, hints, tags, pictures } = question;
  const { type, prompt, nodes } = bodyOf(question);
  const placed = mapElements(prompt, (node) =>
    node.name === 'img'
      ? {
          ...node,
          attributes: { ...node.attributes, src: `@@PLUGINFILE@@/${node.attributes['src'] ?? ''}`, class: fluid },
        }
      : node,
  );
  const files = pictures.flatMap((picture) => {
    const file = read(picture.path);
    return file ? [element('file', { name: picture.name, path: '/', encoding: 'base64' }, [file.base64])] : [];
  });
  return element('question', { type }, [
    element('name', {}, [textOf(name)]),
    htmlOf('questiontext', placed, locale, files),
    htmlOf('generalfeedback', feedbackOf(question), locale),
    leaf('defaultgrade', points),
    // Trying again costs nothing in our own marking.
    leaf('penalty', 0),
    leaf('hidden', 0),
    leaf('idnumber', shortIdOf(id)),
    ...nodes,
    ...(type === 'essay' ? [] : hints.map((hint) => htmlOf('hint', [paragraph(hint)], locale))),
    element(
      'tags',
      {},
      tags.map((tag) => element('tag', {}, [textOf(tag)])),
    ),
  ]);
}

function bodyOf(question: Question): Body {
  const { prompt } = question;
  if (hasForm(question, 'choice')) return { type: 'multichoice', prompt, nodes: choiceNodes(question) };
  if (hasForm(question, 'match')) {
    return question.form.passage
      ? gapBody(question, question.form.passage)
      : { type: 'matching', prompt, nodes: matchNodes(question) };
  }
  if (hasForm(question, 'order')) return { type: 'ordering', prompt, nodes: orderNodes(question) };
  if (hasForm(question, 'scale')) return { type: 'numerical', prompt, nodes: scaleNodes(question) };
  if (hasForm(question, 'short-text')) return { type: 'shortanswer', prompt, nodes: shortTextNodes(question) };
  return { type: 'essay', prompt, nodes: hasForm(question, 'essay') ? essayNodes(question) : [] };
}

/** What Moodle's importer wants of all types with several parts; without the last an ordering stops the whole import. */
function combinedFeedback(locale: string): XmlElement[] {
  return [
    ...['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'].map((name) => htmlOf(name, [], locale)),
    leaf('shownumcorrect', 1),
  ];
}

function answerOf(percent: number, text: XmlElement, reason: Markup, { locale }: Question, format: string): XmlElement {
  return element('answer', { fraction: String(percent), format }, [text, htmlOf('feedback', reason, locale)]);
}

function choiceNodes(question: Question<ChoiceForm>): XmlElement[] {
  const { form, locale } = question;
  const percents = percentsOf(form);
  return [
    leaf('single', String(!form.many)),
    leaf('shuffleanswers', String(form.shuffle)),
    leaf('answernumbering', 'none'),
    leaf('showstandardinstruction', 0),
    ...combinedFeedback(locale),
    ...form.options.map(({ id, content, reason }) => {
      const text = textOf(writeNodes(inLanguage(content, locale), 'html'));
      return answerOf(percents.get(id) ?? 0, text, reason, question, 'html');
    }),
  ];
}

function matchNodes({ form, locale }: Question<MatchForm>): XmlElement[] {
  const used = new Set(form.stems.flatMap(({ credits }) => Object.keys(credits)));
  const row = (stem: Markup, target: Markup) =>
    element('subquestion', { format: 'html' }, [
      textOf(writeNodes(inLanguage(stem, locale), 'html')),
      element('answer', {}, [textOf(wordsOf(target))]),
    ]);
  return [
    leaf('shuffleanswers', 'true'),
    ...combinedFeedback(locale),
    ...form.stems.map(({ content, credits }) =>
      row(content, form.targets.find(({ id }) => credits[id] === 1)?.content ?? []),
    ),
    ...form.targets.filter(({ id }) => !used.has(id)).map(({ content }) => row([], content)),
  ];
}

/** A text with menus ("Select missing words"). Its gaps are numbered by the words that belong in them. */
function gapBody({ prompt, form, locale }: Question<MatchForm>, passage: readonly (readonly GapPiece[])[]): Body {
  const numbers = new Map(form.targets.map(({ id }, index) => [id, index + 1]));
  const show = (piece: GapPiece): Markup => {
    // Brackets of the text itself must not be read as a gap.
    if ('words' in piece) return breakBrackets(piece.words);
    const credits = form.stems.find(({ id }) => id === piece.gap)?.credits ?? {};
    const word = Object.keys(credits)[0] ?? '';
    return [`[[${numbers.get(word) ?? 0}]]`];
  };
  return {
    type: 'gapselect',
    prompt: [...breakBrackets(prompt), ...passage.map((pieces) => paragraph(pieces.flatMap(show)))],
    nodes: [
      leaf('shuffleanswers', 1),
      ...combinedFeedback(locale),
      ...form.targets.map(({ content }) =>
        // Moodle reads these as HTML.
        element('selectoption', {}, [textOf(escapeText(wordsOf(content))), leaf('group', 1)]),
      ),
    ],
  };
}

function breakBrackets(markup: Markup): Markup {
  const mend = (nodes: Markup): Markup =>
    nodes.map((node) =>
      typeof node === 'string' ? node.replaceAll('[[', '[\u2060[') : { ...node, children: mend(node.children) },
    );
  return mend(markup);
}

// Constants of Moodle's type "ordering": all steps, below one another, the longest ordered run counts.
const ordering = { layouttype: 'VERTICAL', selecttype: 'ALL', gradingtype: 'LONGEST_ORDERED_SUBSET' };

function orderNodes(question: Question<OrderForm>): XmlElement[] {
  const { form, locale } = question;
  return [
    ...Object.entries(ordering).map(([name, value]) => leaf(name, value)),
    leaf('selectcount', form.steps.length),
    leaf('showgrading', 'SHOW'),
    leaf('numberingstyle', 'none'),
    ...combinedFeedback(locale),
    ...form.steps.map(({ content }, index) =>
      element('answer', { fraction: String(index + 1), format: 'html' }, [
        textOf(writeNodes(inLanguage(content, locale), 'html')),
      ]),
    ),
  ];
}

function scaleNodes(question: Question<ScaleForm>): XmlElement[] {
  return [
    ...bandsOf(question.form).map(({ from, to, percent, reason }) => {
      const answer = answerOf(percent, textOf(String((from + to) / 2)), reason, question, 'moodle_auto_format');
      return { ...answer, children: [...answer.children, leaf('tolerance', (to - from) / 2)] };
    }),
    leaf('unitgradingtype', 0),
    leaf('unitpenalty', 0),
    // No unit is asked for; the question names it.
    leaf('showunits', 3),
    leaf('unitsleft', 0),
  ];
}

function shortTextNodes(question: Question<ShortTextForm>): XmlElement[] {
  const { accepted, reason, foreseen, otherwise } = question.form;
  const answer = (percent: number, text: string, why: Markup) =>
    answerOf(percent, textOf(text), why, question, 'moodle_auto_format');
  // A star stands for anything.
  const literal = (text: string) => text.replaceAll('*', '\\*');
  return [
    leaf('usecase', 0),
    ...accepted.map((text) => answer(100, literal(text), reason)),
    ...foreseen.flatMap((wrong) => wrong.answers.map((text) => answer(0, literal(text), wrong.reason))),
    answer(0, '*', otherwise),
  ];
}

function essayNodes({ form, locale }: Question<EssayForm>): XmlElement[] {
  return [
    leaf('responseformat', 'editor'),
    leaf('responserequired', 1),
    leaf('responsefieldlines', form.lines),
    leaf('attachments', 0),
    leaf('attachmentsrequired', 0),
    htmlOf('graderinfo', form.guide, locale),
    element('responsetemplate', { format: 'html' }, [textOf('')]),
  ];
}
