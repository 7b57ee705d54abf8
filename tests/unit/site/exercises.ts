import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Exercise, RichText } from '#exercise';
import type { Locale } from '#language';
import type { ExerciseWords, OwnWords } from '../../../src/site/view/exercise-words.ts';
import { wordNames, type IslandWords } from '../../../src/site/islands/words.ts';

type Words = IslandWords &
  Readonly<Record<'verdict.true', string>> & {
    /** Those that types have for themselves. */
    readonly own: OwnWords;
    readonly kinds: ExerciseWords['kinds'];
  };

/** The interface's own words about exercises, by the names that the islands know them by. */
export function wordsOf(locale: Locale): Words {
  const file = resolve(import.meta.dirname, `../../../content/interface/${locale}.json`);
  const { exercise } = JSON.parse(readFileSync(file, 'utf8')) as { readonly exercise: object };
  const find = (name: string) =>
    name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], exercise);
  return Object.fromEntries([...wordNames, 'verdict.true', 'own', 'kinds'].map((name) => [name, find(name)])) as Words;
}

const rich = (text: string): RichText => ({ html: text, text });
const option = (id: string, text: string) => ({ id, content: rich(text), reason: rich(`Səbəb: ${text}`) });

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
} as const satisfies Record<string, Exercise>;
