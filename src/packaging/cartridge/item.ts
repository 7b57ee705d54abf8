import { scaleKey } from '../book/on-paper.ts';
import { inLanguage, reasonList } from '../feedback.ts';
import { asBlocks, labelled, mapElements, paragraph, wordsOf, type Markup } from '../markup.ts';
import {
  hasForm,
  type ChoiceForm,
  type ChoiceOption,
  type Question,
  type ScaleForm,
  type ShortTextForm,
} from '../question.ts';
import type { PackageWords } from '../words.ts';
import { element, writeNodes, type XmlElement } from '../xml.ts';
import { rightNumbers, type CartridgeForm } from './reduce.ts';

const respident = 'response';
const generalFeedback = 'general_fb';

/** What is read after an answer. */
interface AnswerFeedback {
  readonly id: string;
  readonly reason: Markup;
}

/** A form of question as an item of the QTI 1.2 that cartridges know. */
interface Form {
  readonly profile: string;
  /** How an answer is given. */
  readonly response: XmlElement;
  /** Rules that score and show, in their order. */
  readonly rules: readonly XmlElement[];
  readonly feedbacks: readonly AnswerFeedback[];
  /** What is read first after any answer. Blocks. */
  readonly key: Markup;
}

// Moodle keeps the name of a question in 255 characters.
const longestName = 250;

/** @param media the way from the folder of the quiz to that of the pictures */
export function writeItem(question: Question<CartridgeForm>, words: PackageWords, media: string): XmlElement {
  const { profile, response, rules, feedbacks, key } = formOf(question, words);
  const text = (markup: Markup) => html(inLanguage(placePictures(markup, media), question.locale));
  const general = [...key, ...reasonList(question.reasons), ...question.closing];
  return element(
    'item',
    { ident: `item.${question.id.replaceAll('/', '.')}`, title: [...question.name].slice(0, longestName).join('') },
    [
      element('itemmetadata', {}, [
        metadata({ cc_profile: profile, cc_weighting: String(weightOf(question)), ...gradingOf(question) }),
      ]),
      element('presentation', {}, [element('material', {}, [text(question.prompt)]), response]),
      element('resprocessing', {}, [
        element('outcomes', {}, [
          element('decvar', { varname: 'SCORE', vartype: 'Decimal', minvalue: '0', maxvalue: '100' }),
        ]),
        // Moodle takes the feedback of every rule that goes on for general feedback: no other that goes on may have any.
        rule('Yes', [element('other')], null, generalFeedback),
        ...rules,
      ]),
      feedback(generalFeedback, text(general)),
      ...feedbacks.map(({ id, reason }) => feedback(id, text(asBlocks(reason)))),
    ],
  );
}

/** The whole points that a question is worth; a platform keeps 0 to 99. */
export function weightOf({ points }: Question): number {
  return Math.min(99, Math.max(1, Math.round(points)));
}

/** A text of one's own is marked by a person. */
function gradingOf({ form }: Question): Record<string, string> {
  return form.kind === 'essay' ? { qmd_scoringpermitted: 'Yes', qmd_computerscored: 'No' } : {};
}

/** Fields of metadata by name. */
export function metadata(fields: Readonly<Record<string, string>>): XmlElement {
  return element(
    'qtimetadata',
    {},
    Object.entries(fields).map(([label, entry]) =>
      element('qtimetadatafield', {}, [element('fieldlabel', {}, [label]), element('fieldentry', {}, [entry])]),
    ),
  );
}

function formOf(question: Question<CartridgeForm>, words: PackageWords): Form {
  if (hasForm(question, 'choice')) return choiceForm(question, words);
  if (hasForm(question, 'scale')) return numberForm(question.form, words);
  if (hasForm(question, 'short-text')) return shortTextForm(question.form, words);
  return { profile: 'cc.essay.v0p1', response: textField(), rules: [], feedbacks: [], key: [] };
}

function choiceForm({ form, locale }: Question<ChoiceForm>, words: PackageWords): Form {
  const { options, many, shuffle } = form;
  const isVerdict = isTrueOrFalse(form, words);
  // Moodle stops a restore at a true or false question whose answers have other names, and takes "0" for none.
  const name = (id: string) => (isVerdict ? id : `option-${id}`);
  const most = Math.max(...options.map(({ credit }) => credit));
  const isRight = ({ credit }: ChoiceOption) => (many ? credit > 0 : credit === most);
  const shown = (id: string, reason: Markup) => (reason.length ? `${name(id)}_fb` : null);
  return {
    profile: isVerdict ? 'cc.true_false.v0p1' : many ? 'cc.multiple_response.v0p1' : 'cc.multiple_choice.v0p1',
    response: element('response_lid', { ident: respident, rcardinality: many ? 'Multiple' : 'Single' }, [
      element(
        'render_choice',
        { shuffle: shuffle ? 'Yes' : 'No' },
        options.map(({ id, content }) =>
          element('response_label', { ident: name(id) }, [
            element('material', {}, [html(inLanguage(content, locale))]),
          ]),
        ),
      ),
    ]),
    rules: [
      ...(many ? [rule('Yes', [allOf(options, isRight, name)], 100, null)] : []),
      // One rule an answer: Moodle takes the points of the last one that names it.
      ...options.flatMap((option) => {
        const points = !many && isRight(option) ? 100 : null;
        const after = shown(option.id, option.reason);
        return points === null && after === null ? [] : [rule('No', [varequal(name(option.id))], points, after)];
      }),
    ],
    feedbacks: options.flatMap(({ id, reason }) => {
      const after = shown(id, reason);
      return after === null ? [] : [{ id: after, reason }];
    }),
    key: [],
  };
}

/** True for the two answers that platforms name in their own words: an author's words for them would be lost. */
function isTrueOrFalse({ options, many }: ChoiceForm, { verdict }: PackageWords): boolean {
  const own = options.every(({ id, content }) => (id === 'true' || id === 'false') && wordsOf(content) === verdict[id]);
  return own && !many && options.length === 2;
}

/** All right answers and none of the others. Moodle finds the right ones by how they are compared. */
function allOf(
  options: readonly ChoiceOption[],
  isRight: (option: ChoiceOption) => boolean,
  name: (id: string) => string,
): XmlElement {
  return element(
    'and',
    {},
    options.map((option) => {
      const given = varequal(name(option.id));
      return isRight(option) ? given : element('not', {}, [given]);
    }),
  );
}

function numberForm(form: ScaleForm, words: PackageWords): Form {
  return {
    profile: 'cc.fib.v0p1',
    response: textField(),
    rules: [
      rule(
        'No',
        rightNumbers(form).map((number) => varequal(String(number), 'No')),
        100,
        null,
      ),
    ],
    feedbacks: [],
    key: scaleKey(form, words),
  };
}

function shortTextForm({ accepted, reason, foreseen, otherwise }: ShortTextForm, words: PackageWords): Form {
  const known = foreseen.flatMap((wrong, index) =>
    wrong.answers.map((answer) => ({ id: `wrong-${index + 1}_fb`, answer, reason: wrong.reason })),
  );
  const incorrect = 'general_incorrect_fb';
  return {
    profile: 'cc.fib.v0p1',
    response: textField(),
    rules: [
      rule(
        'No',
        accepted.map((answer) => varequal(answer, 'No')),
        100,
        null,
      ),
      ...known.map(({ id, answer }) => rule('No', [varequal(answer, 'No')], null, id)),
      ...(otherwise.length ? [rule('No', [element('other')], null, incorrect)] : []),
    ],
    feedbacks: [
      ...foreseen.map((wrong, index) => ({ id: `wrong-${index + 1}_fb`, reason: wrong.reason })),
      ...(otherwise.length ? [{ id: incorrect, reason: otherwise }] : []),
    ],
    // Moodle loses what is shown after a right answer that was typed.
    key: [paragraph(labelled(words.answer, accepted[0] ?? '')), ...asBlocks(reason)],
  };
}

function textField(): XmlElement {
  return element('response_str', { ident: respident, rcardinality: 'Single' }, [element('render_fib')]);
}

function rule(
  goesOn: 'Yes' | 'No',
  conditions: readonly XmlElement[],
  points: number | null,
  shows: string | null,
): XmlElement {
  return element('respcondition', { continue: goesOn }, [
    element('conditionvar', {}, conditions),
    ...(points === null ? [] : [element('setvar', { varname: 'SCORE', action: 'Set' }, [String(points)])]),
    ...(shows === null ? [] : [element('displayfeedback', { feedbacktype: 'Response', linkrefid: shows })]),
  ]);
}

function varequal(answer: string, compares: 'Yes' | 'No' = 'Yes'): XmlElement {
  return element('varequal', { respident, case: compares }, [answer]);
}

/** Without `flow_mat` Moodle drops the feedback of answers. */
function feedback(ident: string, text: XmlElement): XmlElement {
  return element('itemfeedback', { ident }, [element('flow_mat', {}, [element('material', {}, [text])])]);
}

function html(markup: Markup): XmlElement {
  return element('mattext', { texttype: 'text/html' }, [writeNodes(markup, 'html')]);
}

function placePictures(markup: Markup, media: string): Markup {
  return mapElements(markup, (node) =>
    node.name === 'img'
      ? {
          ...node,
          attributes: { ...node.attributes, src: `$IMS-CC-FILEBASE$${media}/${node.attributes['src'] ?? ''}` },
        }
      : node,
  );
}
