import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BranchExercise, Exercise, RichText } from '#exercise';
import type { Locale } from '#language';
import { wordNames, type IslandWords } from '../../../src/site/islands/words.ts';
import type { DiscernmentWords, ExerciseWords, OwnWords } from '../../../src/site/view/exercise-words.ts';

type Words = IslandWords &
  Readonly<Record<'verdict.true' | 'verdict.unsure', string>> & {
    /** Those that types have for themselves. */
    readonly own: OwnWords;
    readonly kinds: ExerciseWords['kinds'];
    readonly discernment: DiscernmentWords;
  };

type Choice = BranchExercise['scenes'][number]['choices'][number];

/** The interface's own words about exercises, by the names that the islands know them by. */
export function wordsOf(locale: Locale): Words {
  const file = resolve(import.meta.dirname, `../../../content/interface/${locale}.json`);
  const { exercise } = JSON.parse(readFileSync(file, 'utf8')) as { readonly exercise: object };
  const find = (name: string) =>
    name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], exercise);
  const names = [...wordNames, 'verdict.true', 'verdict.unsure', 'own', 'kinds', 'discernment'];
  return Object.fromEntries(names.map((name) => [name, find(name)])) as unknown as Words;
}

const rich = (text: string): RichText => ({ html: text, text });
const option = (id: string, text: string) => ({ id, content: rich(text), reason: rich(`Səbəb: ${text}`) });

const rated = (likelihood: 1 | 2 | 3, impact: 1 | 2 | 3) => ({ likelihood, impact });

/** A choice of a story that leads somewhere and moves meters. */
const step = (id: string, text: string, to: string, changes: Readonly<Record<string, number>>) => ({
  ...option(id, text),
  to,
  changes: Object.entries(changes).map(([meter, by]) => ({ meter, by })),
  set: [] as string[],
  clear: [],
  demands: [] as Choice['demands'],
});

const scene = (id: string, text: string, choices: readonly Choice[]) => ({
  id,
  content: rich(text),
  debrief: rich(''),
  end: false,
  demands: [],
  choices,
});

const base = {
  locale: 'az',
  prompt: { html: '<p>Hansı <em>mənbə</em>?</p>', text: 'Hansı mənbə?' },
  hints: ['Başlığa bax.', 'Aşağıya bax.'],
  attempts: 2,
  invented: true,
  ungraded: false,
  confidence: false,
  see: null,
  more: null,
  source: { start: 0, end: 0 },
  skills: [],
  place: { file: 'az.mdx', line: 1, column: 1 },
} as const;

const one: Exercise = {
  ...base,
  type: 'choice',
  id: 'one',
  many: false,
  options: [option('shop', 'Mağaza'), option('office', 'İdarə'), option('likes', 'Bəyənmələr')],
  key: ['office'],
};

/** One exercise of each type, in Azerbaijani. */
export const exercises = {
  one,
  several: { ...one, id: 'several', many: true, key: ['office', 'shop'] },
  verdict: {
    ...base,
    type: 'verdict',
    id: 'verdict',
    confidence: true,
    options: [
      { ...option('true', ''), id: 'true' },
      { ...option('false', 'Xeyr, aldadır'), id: 'false' },
    ],
    key: 'true',
  },
  match: {
    ...base,
    type: 'match',
    id: 'match',
    hints: [],
    pairs: [
      { ...option('who', 'Kim?'), partner: rich('Künye') },
      { ...option('when', 'Nə vaxt?'), partner: rich('Tarix') },
    ],
    spares: [{ ...option('spare', 'İzləyicilər'), reason: rich('') }],
  },
  categorise: {
    ...base,
    type: 'categorise',
    id: 'categorise',
    groups: [
      { id: 'news', content: rich('Xəbər') },
      { id: 'opinion', content: rich('Rəy') },
    ],
    cards: [
      { ...option('bridge', 'Körpü bağlanır'), group: 'news' },
      { ...option('well', 'Quyu təmizlənir'), group: 'news' },
      { ...option('ugly', 'Körpü çirkindir'), group: 'opinion' },
    ],
  },
  order: {
    ...base,
    type: 'order',
    id: 'order',
    steps: [option('stop', 'Dayan'), option('search', 'Axtar'), option('decide', 'Qərar ver')],
  },
  shortAnswer: {
    ...base,
    type: 'short-answer',
    id: 'short',
    accepted: ['yanaşı oxu', 'yan oxu'],
    foreseen: [{ answer: 'yaxın oxu', reason: rich('Bu, səhifədə qalmaqdır.') }],
    reason: rich('Yanlara baxırıq.'),
    otherwise: rich('İstiqaməti düşün.'),
  },
  headlineSort: {
    ...base,
    type: 'headline-sort',
    id: 'headlines',
    unsure: true,
    headlines: [
      { ...option('gauge', 'Çayın ölçəni 3 m göstərir'), sound: true },
      { ...option('dam', 'Bənd yıxılır, hamıya yayın'), sound: false },
      { ...option('notice', 'Elan darvazadan asılıb'), sound: true },
      { ...option('well', 'Quyu zəhərlidir, bilən bilir'), sound: false },
      { ...option('list', 'Siyahı arıçıların özündədir'), sound: true },
      { ...option('carpet', 'Ən qədim xalça, alimlər deyir'), sound: false },
    ],
  },
  rate: {
    ...base,
    type: 'rate',
    id: 'rate',
    min: 0,
    max: 100,
    step: 5,
    unit: 'nəfər',
    low: 'Heç kim',
    high: 'Hamı',
    target: { from: 20, to: 40 },
    bands: [
      { id: 'within', reason: rich('Səbəb: arada') },
      { id: 'below', reason: rich('Səbəb: az') },
      { id: 'above', reason: rich('Səbəb: çox') },
    ],
  },
  rateOfOneself: {
    ...base,
    type: 'rate',
    id: 'rate-self',
    ungraded: true,
    min: 0,
    max: 10,
    step: 1,
    unit: null,
    low: null,
    high: null,
    target: null,
    bands: [{ id: 'any', reason: rich('Səbəb: düşün') }],
  },
  checklist: {
    ...base,
    type: 'checklist',
    id: 'checklist',
    criteria: [
      { ...option('owner', 'Sahibi bəllidirmi?'), expert: 3, tolerance: 0 },
      { ...option('payer', 'Pulu kim verir?'), expert: 1, tolerance: 1 },
      { ...option('mistakes', 'Səhvini deyirmi?'), expert: 0, tolerance: 1 },
    ],
  },
  triage: {
    ...base,
    type: 'triage',
    id: 'triage',
    bands: [
      { id: 'now', content: rich('Dərhal cavab verin') },
      { id: 'prepare', content: rich('Cavab hazırlayın') },
      { id: 'leave', content: rich('Toxunmayın') },
    ],
    claims: [
      { ...option('bridge', 'Körpü bağlıdır'), ...rated(3, 3), band: 'now', also: [], opinion: false },
      { ...option('kitchen', 'Mətbəx bağlanır'), ...rated(2, 2), band: 'prepare', also: ['now'], opinion: false },
      { ...option('roof', 'Dam çirkindir'), ...rated(3, 1), band: 'leave', also: [], opinion: true },
    ],
  },
  audienceMap: {
    ...base,
    type: 'audience-map',
    id: 'map',
    across: 'Maraq',
    up: 'Təsir',
    zones: [
      { id: 'ask', content: rich('Vaxtında soruşun'), column: 1, row: 2 },
      { id: 'involve', content: rich('Birlikdə planlayın'), column: 2, row: 2 },
      { id: 'brief', content: rich('Bir dəfə deyin'), column: 1, row: 1 },
      { id: 'inform', content: rich('Tez-tez məlumat verin'), column: 2, row: 1 },
    ],
    cards: [
      { ...option('office', 'Yol idarəsi'), zone: 'ask', near: ['involve'] },
      { ...option('drivers', 'Sürücülər'), zone: 'involve', near: [] },
      { ...option('walkers', 'Sərnişinlər'), zone: 'inform', near: [] },
    ],
  },
  branch: {
    ...base,
    type: 'branch',
    id: 'branch',
    question: { html: '<p>Nə edirsiniz?</p>', text: 'Nə edirsiniz?' },
    meters: [
      { id: 'trust', content: rich('Etimad'), start: 50, pass: 60, low: false },
      { id: 'harm', content: rich('Zərər'), start: 5, pass: 30, low: true },
      { id: 'calls', content: rich('Zənglər'), start: 20, pass: null, low: true },
    ],
    scenes: [
      scene('morning', 'Səhər su dəmir dadır.', [
        { ...step('tell', 'Bildiyinizi yazın', 'evening', { trust: 20, harm: -20 }), set: ['spoke'] },
        step('wait', 'Susun', 'evening', { trust: -10 }),
      ]),
      scene('evening', 'Axşam laboratoriya cavab verir.', [
        { ...step('keep', 'Söz verdiyiniz kimi yazın', 'calm', {}), demands: [{ flag: 'spoke', set: true }] },
        step('late', 'Sabah yazın', 'noise', { harm: 40 }),
      ]),
      { ...scene('calm', 'Hamı suyu qaynadır.', []), end: true, debrief: rich('Dərs: vaxtında yazdınız.') },
      { ...scene('noise', 'Bəziləri suyu içib.', []), end: true, debrief: rich('Dərs: gec yazdınız.') },
    ],
    best: ['tell', 'keep'],
  },
} as const satisfies Record<string, Exercise>;
