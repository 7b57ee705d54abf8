/** What can be lost or changed on the way, and what stands in for it. */
export const importNotes = {
  'question-type': {
    what: 'questions of a type that lessons do not have',
    instead: 'their words stand in the lesson, marked as still to fill',
  },
  'question-unfit': {
    what: 'questions that lack what an exercise needs',
    instead: 'their words stand in the lesson, marked as still to fill',
  },
  'question-unread': { what: 'questions that cannot be read', instead: 'they are left out' },
  'question-absent': {
    what: 'questions that Moodle names in a comment and cannot write in GIFT',
    instead: 'they are not in the file: export the bank as Moodle XML, which has them',
  },
  'several-fully-right': {
    what: 'questions with one answer to choose, and several that are fully right',
    instead: 'all of them are to be found now',
  },
  'part-marks': {
    what: 'answers that earn a part of the points',
    instead:
      'an answer is right or wrong here: what earns less than all counts as wrong, and among several every one that earns something as right',
  },
  wildcard: {
    what: 'patterns with * in accepted answers',
    instead: 'they are left out: write the answers that you mean',
  },
  'letter-case': { what: 'answers whose capitals count', instead: 'capitals do not count here' },
  tolerance: {
    what: 'numbers with a tolerance',
    instead:
      'whole numbers became an estimate on a scale, whose ends are to be looked at; of others the middle alone is accepted',
  },
  unit: { what: 'units of numbers', instead: 'they are left out: name the unit in the question' },
  'gap-groups': { what: 'gaps with words of their own to choose from', instead: 'all gaps share one list of words' },
  'gap-written': { what: 'gaps to write in', instead: 'they are filled from a list of words' },
  'gap-share': { what: 'words or numbers that fit a gap beside the first', instead: 'the first alone is right' },
  points: { what: 'points and penalties', instead: 'an exercise has as many points as its type gives' },
  tags: { what: 'tags', instead: 'they are left out: say what an exercise trains with skills' },
  category: { what: 'categories', instead: 'the last name of each is a heading, or the title where there is one only' },
  hidden: { what: 'old versions of questions, which the platform hides', instead: 'they are left out' },
  'general-hint': { what: 'hints beyond the third', instead: 'they are left out' },
  'feedback-combined': { what: 'feedback for all right, partly right or wrong answers', instead: 'it is left out' },
  title: { what: 'names of questions', instead: 'they are left out' },
  html: { what: 'HTML that lessons do not have', instead: 'its words are kept' },
  formatting: { what: 'colours, sizes, fonts, underlining and strikethrough', instead: 'the words are plain' },
  active: { what: 'scripts, frames, forms, styles and drawings in code', instead: 'they are left out' },
  link: { what: 'links that lead to files or places that a lesson may not name', instead: 'their words are kept' },
  'picture-form': {
    what: 'pictures in forms that are not shown or not safe (SVG, GIF, EMF, WMF, TIFF and others)',
    instead: 'left out: save them as PNG, JPEG or WebP, and add each with `bilig new figure`',
  },
  'picture-size': { what: 'pictures that are larger than 5 MB', instead: 'they are left out: make them smaller' },
  'picture-elsewhere': { what: 'pictures that are not in the file', instead: 'nothing was fetched; they are left out' },
  'picture-moved': {
    what: 'pictures inside questions, answers, lists and tables',
    instead: 'they stand before or after it',
  },
  media: { what: 'sound, films and embedded pages', instead: 'they are left out' },
  embedded: { what: 'embedded files, charts and drawings', instead: 'they are left out, and were not opened' },
  macros: { what: 'macros of the document', instead: 'they are left out, and were not run' },
  formula: { what: 'formulas', instead: 'their letters and signs stand as code: write them in words' },
  'tracked-change': { what: 'tracked changes', instead: 'all of them are accepted' },
  comment: { what: 'comments', instead: 'they are left out' },
  footnote: { what: 'footnotes', instead: 'they stand as a numbered list at the end' },
  'page-parts': { what: 'headers and footers of pages', instead: 'they are left out' },
  'text-box': { what: 'text boxes', instead: 'their words may stand elsewhere: look at the lesson' },
  'table-form': {
    what: 'tables with joined cells or with blocks in cells',
    instead: 'each row has its cells, each cell one run of text',
  },
  'style-unknown': { what: 'styles that have no form here', instead: 'the paragraphs are plain' },
  'lia-macro': { what: 'macros and imports of LiaScript', instead: 'they are left out, and nothing was loaded' },
  'lia-script': { what: 'scripts of LiaScript', instead: 'they are left out, and were not run' },
  'lia-narrator': { what: 'lines for the voice and animations', instead: 'what was only spoken is left out' },
  'lia-survey': {
    what: 'surveys, matrix questions and other inputs',
    instead: 'their words stand in the lesson, marked as still to fill',
  },
  'lia-setting': {
    what: 'settings at the head of the document',
    instead: 'title and comment are taken, the others left out',
  },
  'nested-list': { what: 'lists and quotations deeper than eight levels', instead: 'they stand at the eighth' },
  'hidden-character': { what: 'characters that nobody sees', instead: 'they are left out' },
  encoding: { what: 'text that is not UTF-8', instead: 'it was read as it says' },
  mended: { what: 'words that the check would not pass', instead: 'they were mended' },
} as const satisfies Readonly<Record<string, { readonly what: string; readonly instead: string }>>;

export type ImportNoteId = keyof typeof importNotes;

/** One thing that was not taken as it stood. */
export interface ImportNote {
  readonly what: ImportNoteId;
  /** Where in the file: `line 12`, `paragraph 3`, `question 4, line 60`. Empty where it has no place. */
  readonly place: string;
  /** What exactly; may be empty. */
  readonly detail: string;
}

export type NoteImport = (what: ImportNoteId, place: string, detail?: string) => void;

/** A list of notes and what adds to it. */
export function createNotes(): { readonly notes: readonly ImportNote[]; readonly note: NoteImport } {
  const notes: ImportNote[] = [];
  return { notes, note: (what, place, detail = '') => void notes.push({ what, place, detail }) };
}

const placesShown = 12;
const longestDetail = 140;

/** The notes for a person: what, how often, what stands in for it, and where. */
export function describeNotes(notes: readonly ImportNote[]): string[] {
  const kinds = [...new Set(notes.map(({ what }) => what))];
  return kinds.flatMap((kind) => {
    const found = notes.filter(({ what }) => what === kind);
    const { what, instead } = importNotes[kind];
    const places = [...new Set(found.map(describePlace).filter(Boolean))];
    const more = places.length - placesShown;
    const shown = [...places.slice(0, placesShown), ...(more > 0 ? [`and ${more} more`] : [])];
    return [`- ${what} (${found.length}): ${instead}.`, ...(shown.length ? [`  ${shown.join('; ')}`] : [])];
  });
}

function describePlace({ place, detail }: ImportNote): string {
  // What a file says is printed to a terminal: nothing of it may move the cursor or change colours.
  const clean = detail.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
  const short = [...clean].length > longestDetail ? `${[...clean].slice(0, longestDetail).join('')}…` : clean;
  return [place, short].filter(Boolean).join(': ');
}
